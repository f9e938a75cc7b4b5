#include "ui/search/peoplemodel.h"

#include "calendar/eras.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/tableview.h"
#include "ui/words/words.h"

namespace search {

namespace {

using Column = PeopleModel::Column;

QList<widgets::BadgeKind> badgesOf(const desk::FoundPerson &person)
{
    using widgets::BadgeKind;
    QList<BadgeKind> badges;
    if (person.restricted || person.addressHidden)
        badges << BadgeKind::Restricted;
    if (person.state == residents::State::MoveOutPlanned)
        badges << BadgeKind::MoveOutPlanned;
    if (!residents::isPresent(person.state))
        badges << BadgeKind::Removed;
    if (person.kind == residents::Kind::Foreign)
        badges << BadgeKind::Foreign;
    return badges;
}

// Foreign residents' birth dates are shown in 西暦 only (住民記録システム標準仕様書 1.1.2).
QString bornOn(const desk::FoundPerson &person)
{
    const bool foreign = person.kind == residents::Kind::Foreign;
    return calendar::display(person.bornOn,
                             foreign ? calendar::Reckoning::Western : calendar::Reckoning::Wareki);
}

QString nameOf(const desk::FoundPerson &person)
{
    if (person.matched == desk::MatchedName::Current)
        return person.name;
    return PeopleModel::tr("%1 (found by: %2)").arg(person.name, words::of(person.matched));
}

/// All of them live in this city: its name in every line would only push the rest out of sight.
QString withoutMunicipality(const QString &address, const QString &municipality)
{
    const bool within = !municipality.isEmpty() && address.startsWith(municipality) &&
                        address.size() > municipality.size();
    return within ? address.sliced(municipality.size()) : address;
}

QString textOf(const desk::FoundPerson &person, Column column)
{
    switch (column) {
    case Column::Name:
        return nameOf(person);
    case Column::Kana:
        return person.kana;
    case Column::BornOn:
        return bornOn(person);
    case Column::Sex:
        return words::of(person.sex);
    case Column::Address:
        return person.addressHidden ? PeopleModel::tr("(not shown)") : person.address;
    case Column::Head:
        return person.addressHidden ? PeopleModel::tr("(not shown)") : person.headName;
    case Column::Number:
        return QString::number(person.id.person.value);
    case Column::State:
    case Column::Count:
        break;
    }
    return {};
}

QString spokenBadges(const desk::FoundPerson &person)
{
    QStringList said{words::of(person.state)};
    const auto badges = badgesOf(person);
    for (const auto badge : badges)
        said << widgets::badgeWords(badge);
    return said.join(QStringLiteral("、"));
}

} // namespace

PeopleModel::PeopleModel(QString municipality, QObject *parent)
    : QAbstractTableModel(parent)
    , m_municipality(std::move(municipality))
{
}

void PeopleModel::setRows(const QList<desk::FoundPerson> &rows)
{
    beginResetModel();
    m_rows = rows;
    for (desk::FoundPerson &row : m_rows)
        row.address = withoutMunicipality(row.address, m_municipality);
    endResetModel();
}

const desk::FoundPerson *PeopleModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    const desk::FoundPerson *person = rowAt(index.row());
    if (!person || !checkIndex(index))
        return {};
    const auto column = static_cast<Column>(index.column());
    const bool nameColumn = column == Column::Name || column == Column::Head;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*person, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return column == Column::State ? spokenBadges(*person) : textOf(*person, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (column == Column::Number ? Qt::AlignRight : Qt::AlignLeft));
    case widgets::BadgesRole:
        return column == Column::State ? QVariant::fromValue(badgesOf(*person)) : QVariant();
    case widgets::NameRole:
        return (nameColumn || column == Column::Address) &&
               !(person->addressHidden && column != Column::Name);
    case widgets::MutedRole:
        return person->addressHidden && (column == Column::Address || column == Column::Head);
    case widgets::SortRole:
        return column == Column::Name ? person->kana : textOf(*person, column);
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (column == Column::Number ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::State:
        return tr("State");
    case Column::Name:
        return tr("Name");
    case Column::Kana:
        return tr("Kana");
    case Column::BornOn:
        return tr("Born on");
    case Column::Sex:
        return tr("Sex");
    case Column::Address:
        return tr("Address");
    case Column::Head:
        return tr("Head of household");
    case Column::Number:
        return tr("Person number");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace search
