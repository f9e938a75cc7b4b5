#pragma once

#include "desk/record.h"

#include <QScrollArea>

class QVBoxLayout;

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
    void showRecord(const desk::ResidentView &view);
    /// Below the items of the person; takes it over.
    void place(QWidget *panel);
    /// Scrolls there, when the layout has been made.
    void bringIntoSight(QWidget *panel);

private:
    void showPerson(const residents::Snapshot &person);
    void showLatinName(const residents::PersonName &name);
    void showResidence(const desk::ResidentView &view);
    void showForeign(const residents::Snapshot &person);
    void showDomicile(const desk::ResidentView &view);
    void showEntitlements(const residents::Snapshot &person);
    void showRestrictions(const QList<residents::Restriction> &restrictions);

    QVBoxLayout *m_column = nullptr;
    widgets::Card *m_restrictionCard;
    widgets::FormGrid *m_restrictions;
    widgets::FormGrid *m_person;
    widgets::FormGrid *m_residence;
    widgets::Card *m_foreignCard;
    widgets::FormGrid *m_foreign;
    widgets::Card *m_domicileCard;
    widgets::FormGrid *m_domicile;
    widgets::FormGrid *m_entitlements;
};

} // namespace resident
