#pragma once

#include "desk/taxviews.h"

#include <QList>
#include <QScrollArea>
#include <QString>

class QLabel;
class QPushButton;

namespace widgets {
class Card;
class FormGrid;
} // namespace widgets

namespace taxui {

class AmountList;
class ContradictionPanel;
class Sheet;

/// One assessment, section by section: every item that has a value, under the name the 評価書 gives
/// it. Items that the catalogue masks stand as ＊＊＊ until they are asked for.
class AssessmentSheet final : public QScrollArea
{
    Q_OBJECT

public:
    explicit AssessmentSheet(QWidget *parent = nullptr);
    void showAssessment(const desk::AssessmentView &view);

private:
    /// A card of items; `place` as in record_items.csv.
    struct Section
    {
        QString place;
        widgets::Card *card;
        AmountList *list;
        int columns; ///< 0: by the width
    };
    void addSection(const QString &place, const QString &heading, int columns = 0);
    void addForm(widgets::Card *&card, widgets::FormGrid *&form, const QString &heading);
    void fill();
    void fillSummary();
    void fillSection(const Section &section);
    void fillInstalments();
    void fillChange();

    desk::AssessmentView m_view;
    bool m_unmasked = false;
    QLabel *m_title;
    QPushButton *m_unmask;
    ContradictionPanel *m_contradictions;
    QLabel *m_undeclared;
    widgets::Card *m_summaryCard = nullptr;
    widgets::FormGrid *m_summary = nullptr;
    QList<Section> m_sections;
    widgets::Card *m_instalmentCard;
    Sheet *m_instalments;
    widgets::Card *m_changeCard = nullptr;
    widgets::FormGrid *m_change = nullptr;
};

} // namespace taxui
