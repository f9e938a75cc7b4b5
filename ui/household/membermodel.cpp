#include "ui/household/membermodel.h"

#include "calendar/eras.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/tableview.h"
#include "ui/words/words.h"

using widgets::BadgeKind;

namespace household {

namespace {

QList<BadgeKind> badgesOf(const desk::MemberLine &line)
{
    QList<BadgeKind> badges;
    if (line.isProtected)
        badges.append(BadgeKind::Protected);
    else if (line.restricted)
        badges.append(BadgeKind::Restricted);
    if (line.state == residents::State::MoveOutPlanned)
        badges.append(BadgeKind::MoveOutPlanned);
    if (!residents::isPresent(line.state))
        badges.append(BadgeKind::Removed);
    if (line.kind == residents::Kind::Foreign)
        badges.append(BadgeKind::Foreign);
    return badges;
}

/// 和暦, the birth of a foreign resident in 西暦 (municipal-facts.md 3.1).
QString bornWords(const desk::MemberLine &line)
{
    return calendar::display(line.bornOn, line.kind == residents::Kind::Foreign
                                              ? calendar::Reckoning::Western
                                              : calendar::Reckoning::Wareki);
}

} // namespace

void MemberModel::setRows(const QList<desk::MemberLine> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int MemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MemberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QString MemberModel::textOf(const desk::MemberLine &line, Column column)
{
    switch (column) {
    case Column::Relationship:
        return line.relationship;
    case Column::Name:
        return line.name;
    case Column::Kana:
        return line.kana;
    case Column::Born:
        return bornWords(line);
    case Column::Age:
        return line.age < 0 ? QString() : tr("%1 years old").arg(line.age);
    case Column::Sex:
        return words::of(line.sex);
    case Column::State:
        return words::of(line.state);
    case Column::LeftOn:
        return calendar::display(line.leftOn, calendar::Reckoning::Wareki);
    case Column::Count:
        break;
    }
    return {};
}

QVariant MemberModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const desk::MemberLine &line = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(line, column);
    case Qt::TextAlignmentRole:
        return int((column == Column::Age ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case widgets::NameRole:
        return column == Column::Name;
    case widgets::MutedRole:
        return !residents::isPresent(line.state);
    case widgets::BadgesRole:
        if (column == Column::State)
            return QVariant::fromValue(badgesOf(line));
        return {};
    default:
        return {};
    }
}

QVariant MemberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Relationship:
        return tr("Relationship");
    case Column::Name:
        return tr("Name");
    case Column::Kana:
        return tr("Kana");
    case Column::Born:
        return tr("Born");
    case Column::Age:
        return tr("Age");
    case Column::Sex:
        return tr("Sex");
    case Column::State:
        return tr("State");
    case Column::LeftOn:
        return tr("Removed on");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace household
