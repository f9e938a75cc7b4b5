#pragma once

#include "tax/calculator.h"

#include <QFrame>

namespace taxui {

class Sheet;

/// What in an assessment does not agree, with both figures and what to do. Stands beside the
/// record, never instead of it; hidden only when there is nothing to say.
class ContradictionPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit ContradictionPanel(QWidget *parent = nullptr);
    void setContradictions(const QList<tax::Contradiction> &contradictions);

private:
    Sheet *m_sheet;
};

} // namespace taxui
