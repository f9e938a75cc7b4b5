#include "ui/tax/ledgermodel.h"

#include "calendar/deadlines.h"
#include "tax/catalogue.h"
#include "ui/tax/wording.h"
#include "ui/widgets/tableview.h"

#include <QFont>

#include <algorithm>

namespace taxui {

namespace {

bool isAmount(LedgerModel::Column column)
{
    using Column = LedgerModel::Column;
    return column == Column::Charged || column == Column::Paid || column == Column::Unpaid ||
           column == Column::LateCharge;
}

bool isPreliminary(const tax::LedgerRow &row)
{
    return std::any_of(row.payments.begin(), row.payments.end(),
                       [](const tax::Payment &payment) { return payment.preliminary; });
}

bool sameGroup(const tax::LedgerRow &one, const tax::LedgerRow &other)
{
    return one.kind == other.kind && one.fiscalYear == other.fiscalYear;
}

} // namespace

void LedgerSum::add(const tax::LedgerRow &row)
{
    chargedYen += row.chargedYen;
    paidYen += tax::paidPrincipal(row) - tax::refundedPrincipal(row);
    unpaidYen += tax::unpaidPrincipal(row);
    lateChargeYen += row.fixedLateChargeYen.value_or(0);
    lateChargeFixed |= row.fixedLateChargeYen.has_value();
}

QString groupWords(const tax::LedgerRow &row)
{
    return calendar::fiscalYearName(row.fiscalYear) + QChar(0x3000) + tax::kindName(row.kind);
}

void LedgerModel::setRows(const QList<tax::LedgerRow> &rows, QDate today)
{
    beginResetModel();
    m_today = today;
    m_rows = rows;
    m_lines.clear();
    m_total = {};
    qsizetype group = -1;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const tax::LedgerRow &row = m_rows.at(i);
        if (i == 0 || !sameGroup(row, m_rows.at(i - 1))) {
            group = m_lines.size();
            m_lines.append({LineKind::Group, i, {}});
        }
        LedgerSum own;
        own.add(row);
        m_lines.append({LineKind::Entry, i, own});
        m_lines[group].sum.add(row);
        m_total.add(row);
    }
    if (!m_rows.isEmpty())
        m_lines.append({LineKind::Total, -1, m_total});
    endResetModel();
}

const tax::LedgerRow *LedgerModel::entryAt(int row) const
{
    if (row < 0 || row >= m_lines.size() || m_lines.at(row).kind != LineKind::Entry)
        return nullptr;
    return &m_rows.at(m_lines.at(row).entry);
}

int LedgerModel::lineOf(int key) const
{
    for (int line = 0; line < int(m_lines.size()); ++line) {
        const tax::LedgerRow *row = entryAt(line);
        if (row && tax::ledgerKey(row->kind, row->fiscalYear, row->period) == key)
            return line;
    }
    return -1;
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QString LedgerModel::words(const Line &line, Column column) const
{
    const tax::LedgerRow *row = line.kind == LineKind::Entry ? &m_rows.at(line.entry) : nullptr;
    switch (column) {
    case Column::Period:
        if (row)
            return QChar(0x3000) + periodWords(row->period);
        return line.kind == LineKind::Total ? tr("Total of all taxes")
                                            : groupWords(m_rows.at(line.entry));
    case Column::Charged:
        return amountWords(line.sum.chargedYen);
    case Column::Paid:
        return row && isPreliminary(*row)
                   ? tr("(prelim.) %1", "amount paid").arg(amountWords(line.sum.paidYen))
                   : amountWords(line.sum.paidYen);
    case Column::Unpaid:
        return amountWords(line.sum.unpaidYen);
    case Column::DueOn:
        return row ? shortDayWords(row->dueOn) : QString();
    case Column::Demanded:
        return row ? shortDayWords(row->demandSentOn) : QString();
    case Column::LateCharge:
        // Nothing fixed is not the same as zero yen.
        if (!line.sum.lateChargeFixed)
            return QStringLiteral("―");
        return amountWords(line.sum.lateChargeYen);
    case Column::State:
        return row ? textOf(marksOf(*row, m_today)) : QString();
    case Column::Count:
        break;
    }
    return {};
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words(line, column);
    case MarksRole:
        if (column == Column::State && line.kind == LineKind::Entry)
            return QVariant::fromValue(marksOf(m_rows.at(line.entry), m_today));
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setBold(line.kind != LineKind::Entry);
        return font;
    }
    case widgets::MutedRole:
        return line.kind == LineKind::Entry && line.sum.unpaidYen == 0 && column != Column::State;
    case Qt::TextAlignmentRole:
        return int((isAmount(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isAmount(Column(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Period:
        return tr("Year, tax, period");
    case Column::Charged:
        return tr("Charged");
    case Column::Paid:
        return tr("Paid");
    case Column::Unpaid:
        return tr("Unpaid");
    case Column::DueOn:
        return tr("Due on");
    case Column::Demanded:
        return tr("Demanded");
    case Column::LateCharge:
        return tr("Late charge (fixed)");
    case Column::State:
        return tr("State", "of a period");
    case Column::Count:
        break;
    }
    return {};
}

QList<Mark> marksOf(const tax::LedgerRow &row, QDate today)
{
    QList<Mark> marks;
    const auto add = [&marks](bool holds, const QString &words, bool strong) {
        if (holds)
            marks.append({words, strong});
    };
    const bool owes = tax::unpaidPrincipal(row) > 0;
    const auto refundIs = [&row](auto wanted) {
        return std::any_of(row.refunds.begin(), row.refunds.end(), wanted);
    };
    const bool isDue = !today.isValid() || row.dueOn < today;
    add(owes && !isDue, LedgerModel::tr("Not due yet", "mark"), false);
    add(row.writeOff.has_value(), LedgerModel::tr("Written off", "mark"), true);
    add(row.suspension && !row.suspension->cancelledOn.isValid(),
        LedgerModel::tr("Execution stopped", "mark"), true);
    add(!row.seizure.isEmpty() && !row.seizedTo.isValid(), LedgerModel::tr("Seized", "mark"), true);
    add(owes && row.demandSentOn.isValid(), LedgerModel::tr("Demand sent", "mark"), true);
    add(row.reminderSentOn.isValid() && owes, LedgerModel::tr("Reminded", "mark"), false);
    add(row.byInstalments, LedgerModel::tr("By instalments", "mark"), false);
    // 執行停止 has its own mark and is no 猶予.
    add(std::any_of(row.reliefs.begin(), row.reliefs.end(),
                    [](const auto &one) { return one.kind != tax::Relief::Stopped; }),
        LedgerModel::tr("Relief", "mark"), false);
    add(row.directDebit, LedgerModel::tr("Direct debit", "mark"), false);
    add(!row.debitFailure.isEmpty(), LedgerModel::tr("Debit failed", "mark"), true);
    add(row.correctedOn.isValid(), LedgerModel::tr("Corrected", "mark"), false);
    add(isPreliminary(row), LedgerModel::tr("Preliminary", "mark"), false);
    add(tax::overpaidPrincipal(row) > 0, LedgerModel::tr("Overpaid", "mark"), true);
    add(refundIs(
            [](const tax::Refund &one) { return one.state != tax::RefundState::Appropriated; }),
        LedgerModel::tr("Refund", "mark"), false);
    add(refundIs(
            [](const tax::Refund &one) { return one.state == tax::RefundState::Appropriated; }),
        LedgerModel::tr("Appropriated", "mark"), false);
    return marks;
}

} // namespace taxui
