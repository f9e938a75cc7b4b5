#pragma once

#include "desk/taxviews.h"
#include "print/document.h"
#include "ui/widgets/keybar.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace widgets {
class EmptyState;
class MessageBar;
class TableView;
} // namespace widgets

namespace taxui {

class LedgerModel;
class LedgerSheet;

/// Tab 収納・滞納: every 期別 of every tax with totals, below it the chosen one with its payments,
/// what happened to it and the late charge to a chosen day. Asks nobody: the page hands in what the
/// desk answered.
class LedgerTab final : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerTab(QWidget *parent = nullptr);
    /// The day the late charge is worked out to unless another is typed. Before showLedger().
    void setToday(QDate today);
    void showLedger(const desk::LedgerView &view);
    void showLateCharge(const desk::LateChargeView &view);
    /// In the tab's own message bar: the late charge could not be had.
    void showError(const base::Error &error);
    /// Another person, or the record closes: nothing of him stays.
    void clearView();
    [[nodiscard]] bool isFilled() const { return m_filled; }
    /// F4: to the late charge of the chosen 期.
    [[nodiscard]] QList<widgets::KeyHint> keys() const;
    void press(int key);
    /// Back from the details to the table; false when the focus was there.
    bool stepBack();
    void takeFocus();
    /// The chart of arrears for paper; none when nothing is unpaid.
    [[nodiscard]] print::Drawing chart() const;

Q_SIGNALS:
    /// `key`: tax::ledgerKey of the chosen 期.
    void lateChargeWanted(int key, QDate payOn);
    void keysChanged();

private:
    void choose(int row);
    void openDetails();
    void giveRoom(int forDetails);

    bool m_filled = false;
    QDate m_today;
    widgets::MessageBar *m_message;
    QLabel *m_asOf;
    QVBoxLayout *m_column;
    LedgerModel *m_rows;
    widgets::TableView *m_table;
    LedgerSheet *m_sheet;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
};

} // namespace taxui
