#pragma once

#include "tax/ledger.h"
#include "ui/tax/marks.h"

#include <QAbstractTableModel>

namespace taxui {

/// What a line of the ledger adds up to.
struct LedgerSum
{
    qint64 chargedYen = 0;
    qint64 paidYen = 0; ///< paid and kept: what went back or elsewhere is not in it
    qint64 unpaidYen = 0;
    qint64 lateChargeYen = 0;     ///< 確定延滞金
    bool lateChargeFixed = false; ///< of any of them
    void add(const tax::LedgerRow &row);
    bool operator==(const LedgerSum &) const = default;
};

/// The 期別 of every tax, a sum under the heading of each tax and year, and the sum of all at the
/// end.
class LedgerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Period, Charged, Paid, Unpaid, DueOn, Demanded, LateCharge, State, Count };
    enum class LineKind { Group, Entry, Total };

    using QAbstractTableModel::QAbstractTableModel;
    /// In the order they are given; neighbours of one tax and year make a group.
    /// With `today`, what is not due yet is marked so: it is no arrears.
    void setRows(const QList<tax::LedgerRow> &rows, QDate today = {});
    [[nodiscard]] LineKind kindAt(int row) const { return m_lines.at(row).kind; }
    /// Null for groups and the total.
    [[nodiscard]] const tax::LedgerRow *entryAt(int row) const;
    /// The line of a 期 (tax::ledgerKey), -1 when it is not there.
    [[nodiscard]] int lineOf(int key) const;
    [[nodiscard]] const LedgerSum &total() const { return m_total; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        LineKind kind = LineKind::Entry;
        int entry = -1; ///< of m_rows; of a group its first
        LedgerSum sum;
    };
    [[nodiscard]] QString words(const Line &line, Column column) const;

    QList<tax::LedgerRow> m_rows;
    QList<Line> m_lines;
    LedgerSum m_total;
    QDate m_today;
};

/// 督促, 口座振替, 分納 ... of one 期.
[[nodiscard]] QList<Mark> marksOf(const tax::LedgerRow &row, QDate today = {});
/// "令和8年度　市県民税"
[[nodiscard]] QString groupWords(const tax::LedgerRow &row);

} // namespace taxui
