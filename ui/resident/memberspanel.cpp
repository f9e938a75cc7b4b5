#include "ui/resident/memberspanel.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QVBoxLayout>

namespace resident {

namespace {

std::optional<widgets::BadgeKind> badgeOf(const desk::NeededMember &member)
{
    if (member.isProtected)
        return widgets::BadgeKind::Protected;
    if (member.restricted)
        return widgets::BadgeKind::Restricted;
    return std::nullopt;
}

} // namespace

void NeededModel::setRows(const QList<desk::NeededMember> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int NeededModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NeededModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant NeededModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const desk::NeededMember &member = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == widgets::NameRole)
        return column == Column::Name;
    const auto badge = badgeOf(member);
    if (role == widgets::BadgesRole && column == Column::Mark && badge)
        return QVariant::fromValue(QList<widgets::BadgeKind>{*badge});
    if (role != Qt::DisplayRole)
        return {};
    if (column == Column::Relationship)
        return member.relationship;
    if (column == Column::Name)
        return member.name;
    return badge ? widgets::badgeWords(*badge) : QString();
}

QVariant NeededModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Relationship:
        return tr("Relationship");
    case Column::Name:
        return tr("Name");
    case Column::Mark:
        return tr("Restriction");
    case Column::Count:
        break;
    }
    return {};
}

MembersPanel::MembersPanel(QWidget *parent)
    : QWidget(parent)
    , m_members(new NeededModel(this))
    , m_table(new widgets::TableView(this))
{
    m_table->setObjectName(QStringLiteral("neededMembers"));
    m_table->setModel(m_members);
    m_table->setColumnsEm({8, -16, 12});
    m_table->setAccessibleName(tr("Members of the household"));
    auto *card = new widgets::Card(tr("Members of the household"), this);
    auto *hint = widgets::label(tr("Enter opens this file of one member. Open only those that the "
                                   "matter needs: each is a line in the log. Esc goes back."),
                                widgets::TextRole::Muted, card);
    hint->setWordWrap(true);
    card->body()->addWidget(hint);
    card->body()->addWidget(m_table, 1);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0, 0, 0, 0});
    layout->addWidget(card, 1);
    connect(m_table, &widgets::TableView::opened, this, [this](const QModelIndex &index) {
        Q_EMIT memberChosen(m_members->rowAt(index.row()).id.person);
    });
}

void MembersPanel::showMembers(const desk::HouseholdFiles &household)
{
    m_members->setRows(household.members);
    if (!household.members.isEmpty())
        m_table->selectRow(0);
}

void MembersPanel::takeFocus()
{
    m_table->setFocus();
}

} // namespace resident
