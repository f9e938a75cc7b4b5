#pragma once

#include "desk/record.h"

#include <QScrollArea>

namespace widgets {
class Card;
class FormGrid;
} // namespace widgets

namespace resident {

/// Tab 住民票: the items of juki.md 3.1 as registered, in the groups of the paper form.
class ResidentTab final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ResidentTab(QWidget *parent = nullptr);
    void show(const desk::ResidentView &view);

private:
    void showPerson(const residents::Snapshot &person);
    void showResidence(const residents::Snapshot &person, bool addressHidden);
    void showForeign(const residents::Snapshot &person);
    void showRest(const desk::ResidentView &view);

    widgets::FormGrid *m_person;
    widgets::FormGrid *m_residence;
    widgets::Card *m_foreignCard;
    widgets::FormGrid *m_foreign;
    widgets::FormGrid *m_family;
    widgets::FormGrid *m_entitlements;
    widgets::Card *m_restrictionCard;
    widgets::FormGrid *m_restrictions;
};

/// A date in the calendar of the person's kind: 和暦, for foreign residents 西暦 where the law says
/// so (municipal-facts.md 3.1).
[[nodiscard]] QString dateWords(const calendar::PartialDate &date);
[[nodiscard]] QString dateWords(QDate date);
/// "氏名の振り仮名" with its state, or that it is not public yet.
[[nodiscard]] QString readingWords(const residents::PersonName &name);

} // namespace resident
