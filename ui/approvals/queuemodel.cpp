#include "ui/approvals/queuemodel.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/tableview.h"
#include "ui/words/entrywords.h"

namespace approvals {

void QueueModel::setRows(const QList<desk::CheckLine> &rows, const QDateTime &now)
{
    beginResetModel();
    m_rows = rows;
    m_now = now;
    endResetModel();
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const desk::CheckLine &line = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case widgets::BadgesRole:
        if (column != Column::Mark)
            return {};
        return QVariant::fromValue(QList<widgets::BadgeKind>{widgets::BadgeKind::Provisional});
    case widgets::MutedRole:
        return line.mine;
    case Qt::TextAlignmentRole: {
        const bool number = column == Column::Number || column == Column::Age;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::DisplayRole:
        return textOf(line, column);
    default:
        return {};
    }
}

QString QueueModel::textOf(const desk::CheckLine &line, Column column) const
{
    switch (column) {
    case Column::Number:
        return QString::number(line.entry);
    case Column::Mark:
        return line.mine ? tr("Your own: another person checks it") : tr("To be checked");
    case Column::Covers:
        return line.household.value != 0 ? tr("Household %1").arg(line.household.value)
                                         : tr("Person %1").arg(line.person.value);
    case Column::Author:
        return line.authorName;
    case Column::Section:
        return line.authorSection;
    case Column::At:
        return words::momentWords(line.at);
    case Column::Age:
        return words::ageWords(line.at, m_now);
    case Column::Count:
        break;
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool number = Column(section) == Column::Number || Column(section) == Column::Age;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && number)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Number:
        return tr("Number");
    case Column::Mark:
        return tr("State");
    case Column::Covers:
        return tr("About");
    case Column::Author:
        return tr("Entered by");
    case Column::Section:
        return tr("Section");
    case Column::At:
        return tr("Entered at");
    case Column::Age:
        return tr("Age");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace approvals
