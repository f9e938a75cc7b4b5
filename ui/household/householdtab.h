#pragma once

#include "base/ids.h"
#include "desk/viewrecords.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace widgets {
class EmptyState;
class MessageBar;
class TableView;
} // namespace widgets

namespace household {

class MemberModel;

/// Tab 世帯: the members in legal order, those who left, and the address unless it is hidden.
class HouseholdTab final : public QWidget
{
    Q_OBJECT

public:
    HouseholdTab(desk::ViewRecords &records, desk::VisitId visit, QWidget *parent = nullptr);
    /// Asks for the household; each time is a view of its own in the log.
    void show(base::HouseholdId household, const QString &reason);
    void takeFocus();

Q_SIGNALS:
    void personChosen(base::PersonId person);

private:
    void fill(const desk::HouseholdView &view);

    desk::ViewRecords &m_records;
    desk::VisitId m_visit;
    widgets::MessageBar *m_message;
    QLabel *m_address;
    QLabel *m_count;
    MemberModel *m_members;
    MemberModel *m_former;
    widgets::TableView *m_table;
    widgets::TableView *m_formerTable;
    QLabel *m_formerHeading;
    widgets::EmptyState *m_empty;
};

} // namespace household
