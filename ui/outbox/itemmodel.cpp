#include "ui/outbox/itemmodel.h"

#include "ui/entries/fieldlines.h"
#include "ui/widgets/tableview.h"
#include "ui/words/entrywords.h"

namespace outbox {

void ItemModel::setRows(const QList<desk::OutboxLine> &rows, const QDateTime &now)
{
    beginResetModel();
    m_rows = rows;
    m_now = now;
    endResetModel();
}

int ItemModel::rowOf(const QString &uuid) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).uuid == uuid)
            return row;
    }
    return -1;
}

int ItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const desk::OutboxLine &line = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case widgets::BadgesRole:
        if (column != Column::State)
            return {};
        return QVariant::fromValue(QList<widgets::BadgeKind>{entries::badgeOf(line.state)});
    case widgets::MutedRole:
        return journal::isSettled(line.state);
    case Qt::TextAlignmentRole:
        return int((column == Column::Age ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DisplayRole:
        return textOf(line, column);
    default:
        return {};
    }
}

QString ItemModel::textOf(const desk::OutboxLine &line, Column column) const
{
    switch (column) {
    case Column::State:
        return words::of(line.state);
    case Column::Kind:
        return words::of(line.kind);
    case Column::Person:
        return line.person.value == 0 ? tr("Household %1").arg(line.household.value)
                                      : QString::number(line.person.value);
    case Column::Author:
        return line.mine ? tr("You") : line.userId;
    case Column::MadeAt:
        return words::momentWords(line.filedAt.isValid() ? line.filedAt : line.madeAt);
    case Column::Age:
        return words::ageWords(line.filedAt.isValid() ? line.filedAt : line.madeAt, m_now);
    case Column::Reason: {
        const QString means = words::stateWords(line.state, line.reason, line.rule).means;
        return line.answer.isEmpty() ? means : tr("Answer: %1").arg(line.answer);
    }
    case Column::Count:
        break;
    }
    return {};
}

QVariant ItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
        Column(section) == Column::Age)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::State:
        return tr("State");
    case Column::Kind:
        return tr("What");
    case Column::Person:
        return tr("About");
    case Column::Author:
        return tr("Entered by");
    case Column::MadeAt:
        return tr("Entered at");
    case Column::Age:
        return tr("Age");
    case Column::Reason:
        return tr("What it means");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace outbox
