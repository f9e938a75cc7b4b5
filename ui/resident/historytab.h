#pragma once

#include "desk/answer.h"
#include "desk/record.h"

#include <QWidget>

#include <functional>

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
    using AskHistory = std::function<desk::Answer<desk::HistoryView>(base::PersonId)>;
    using AskState = std::function<desk::Answer<desk::FormerStateView>(base::SnapshotId)>;

    HistoryTab(AskHistory askHistory, AskState askState, QWidget *parent = nullptr);
    void showHistory(base::PersonId person);
    [[nodiscard]] bool isFilled() const { return m_filled; }
    /// False when none was open.
    bool closeComparison();
    void takeFocus();
    /// On the telephone: whatever the desk answers, no address is shown.
    void hideAddresses() { m_hidesAddresses = true; }

Q_SIGNALS:
    /// The record is protected and the reason given before counts no more.
    void reasonNeeded();

private:
    void compare(int version);
    void failed(const base::Error &error);

    AskHistory m_askHistory;
    AskState m_askState;
    base::PersonId m_person;
    bool m_filled = false;
    bool m_hidesAddresses = false;
    int m_wanted = 0; ///< the version asked for last
    widgets::MessageBar *m_message;
    HistoryModel *m_lines;
    ComparisonModel *m_states;
    widgets::TableView *m_table;
    QLabel *m_comparisonHeading;
    widgets::TableView *m_comparison;
};

} // namespace resident
