#pragma once

#include "desk/answer.h"
#include "desk/record.h"

#include <QWidget>

#include <functional>

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
    using Ask = std::function<desk::Answer<desk::HouseholdView>(base::HouseholdId)>;

    explicit HouseholdTab(Ask ask, QWidget *parent = nullptr);
    /// Asks for the household; each time is a view of its own in the log.
    void showHousehold(base::HouseholdId household);
    [[nodiscard]] bool isFilled() const { return m_filled; }
    void takeFocus();
    /// On the telephone: whatever the desk answers, the address is not shown.
    void hideAddress() { m_hidesAddress = true; }

Q_SIGNALS:
    void personChosen(base::PersonId person);

private:
    void fill(const desk::HouseholdView &view);

    Ask m_ask;
    bool m_filled = false;
    bool m_hidesAddress = false;
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
