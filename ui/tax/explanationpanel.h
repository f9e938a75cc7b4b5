#pragma once

#include "desk/taxviews.h"

#include <QScrollArea>

class QLabel;

namespace taxui {

class ContradictionPanel;
class Sheet;

/// How the tax of a year comes about, step by step with article and arithmetic, to be explained to
/// the resident; and where the rules here do not reach the case.
class ExplanationPanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ExplanationPanel(QWidget *parent = nullptr);
    void showExplanation(const desk::TaxExplanation &explanation);

private:
    void fillSteps(const tax::TaxComputation &computation);
    void fillComparison(const desk::TaxExplanation &explanation);

    QLabel *m_title;
    QLabel *m_outside;
    QLabel *m_version;
    ContradictionPanel *m_contradictions;
    Sheet *m_steps;
    Sheet *m_comparison;
};

} // namespace taxui
