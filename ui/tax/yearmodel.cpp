#include "ui/tax/yearmodel.h"

#include "calendar/deadlines.h"
#include "ui/tax/wording.h"
#include "ui/widgets/tableview.h"

namespace taxui {

namespace {

constexpr int totalIncomeItem = 61;
constexpr int yearTaxItem = 152;

bool isAmount(YearModel::Column column)
{
    using Column = YearModel::Column;
    return column == Column::Income || column == Column::Taxable || column == Column::YearTax;
}

} // namespace

void YearModel::setRows(const QList<desk::AssessmentView> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

bool YearModel::isPresent(int row) const
{
    const tax::Assessment &one = m_rows.at(row).assessment;
    for (const desk::AssessmentView &other : m_rows) {
        if (other.assessment.fiscalYear == one.fiscalYear && other.assessment.history > one.history)
            return false;
    }
    return true;
}

int YearModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int YearModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QList<Mark> YearModel::marks(int row) const
{
    const desk::AssessmentView &view = m_rows.at(row);
    QList<Mark> marks;
    if (!view.contradictions.isEmpty())
        marks.append({tr("Does not agree", "mark of a year"), true});
    if (view.assessment.undeclared)
        marks.append({tr("Undeclared", "mark of a year"), true});
    if (view.assessment.history > 1 || view.assessment.changedFrom > 0)
        marks.append({view.assessment.changeKind.isEmpty() ? tr("Corrected", "mark of a year")
                                                           : view.assessment.changeKind,
                      false});
    if (!isPresent(row))
        marks.append({tr("Former history", "mark of a year"), false});
    return marks;
}

QString YearModel::words(int row, Column column) const
{
    const tax::Assessment &one = m_rows.at(row).assessment;
    // Of an undeclared year nothing is known: no figure, not zero.
    const auto figure = [&one](qint64 yen) {
        return one.undeclared ? QStringLiteral("―") : amountWords(yen);
    };
    switch (column) {
    case Column::Year:
        return calendar::fiscalYearName(one.fiscalYear);
    case Column::History:
        return QString::number(one.history);
    case Column::Collection:
        return one.combined ? tr("%1 (combined)", "way of collection").arg(of(one.collection))
                            : of(one.collection);
    case Column::Income:
        return figure(one.amount(totalIncomeItem));
    case Column::Taxable:
        return figure(taxableYen(one));
    case Column::YearTax:
        return figure(one.amount(yearTaxItem));
    case Column::State:
        return textOf(marks(row));
    case Column::Count:
        break;
    }
    return {};
}

QVariant YearModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words(index.row(), column);
    case MarksRole:
        return column == Column::State ? QVariant::fromValue(marks(index.row())) : QVariant();
    case widgets::MutedRole:
        return !isPresent(index.row());
    case Qt::TextAlignmentRole:
        return int((isAmount(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant YearModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isAmount(Column(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Year:
        return tr("Fiscal year");
    case Column::History:
        return tr("History", "of an assessment");
    case Column::Collection:
        return tr("Collection");
    case Column::Income:
        return tr("Total income (yen)");
    case Column::Taxable:
        return tr("Taxable (yen)");
    case Column::YearTax:
        return tr("Tax of the year (yen)");
    case Column::State:
        return tr("State", "of a year");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace taxui
