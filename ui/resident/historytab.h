#pragma once

#include "desk/viewrecords.h"

#include <QWidget>

class QLabel;

namespace widgets {
class MessageBar;
class TableView;
} // namespace widgets

namespace resident {

class ComparisonModel;
class HistoryModel;

/// Tab 履歴: the 異動 of a person; Enter on one shows that state beside the one before it.
class HistoryTab final : public QWidget
{
    Q_OBJECT

public:
    HistoryTab(desk::ViewRecords &records, desk::VisitId visit, QWidget *parent = nullptr);
    void show(base::PersonId person, const QString &reason);
    void takeFocus();

private:
    void compare(int version);

    desk::ViewRecords &m_records;
    desk::VisitId m_visit;
    base::PersonId m_person;
    QString m_reason;
    widgets::MessageBar *m_message;
    HistoryModel *m_lines;
    ComparisonModel *m_states;
    widgets::TableView *m_table;
    QLabel *m_comparisonHeading;
    widgets::TableView *m_comparison;
};

} // namespace resident
