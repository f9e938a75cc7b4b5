#include "ui/entries/restrictionspanel.h"

#include "ui/entries/fieldlines.h"
#include "ui/entries/panelparts.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::BadgeKind;
using widgets::ButtonRole;
using widgets::TextRole;

namespace entries {

namespace {

BadgeKind badgeFor(const residents::Restriction &restriction)
{
    using residents::RestrictionKind;
    const bool support = restriction.kind == RestrictionKind::Support ||
                         restriction.kind == RestrictionKind::ProvisionalSupport;
    return support ? BadgeKind::Protected : BadgeKind::Restricted;
}

} // namespace

RestrictionsPanel::RestrictionsPanel(const Doors &doors, QWidget *parent)
    : QWidget(parent)
    , m_mayEnter(doors.may(desk::Right::EnterRestriction))
    , m_list(nullptr)
{
    QPushButton *set = nullptr;
    if (m_mayEnter) {
        set = widgets::button(tr("3 Set"), ButtonRole::Ordinary, this);
        set->setObjectName(QStringLiteral("setRestriction"));
        set->setAccessibleName(tr("Set a restriction"));
        connect(set, &QPushButton::clicked, this, &RestrictionsPanel::setWanted);
    }
    m_list = cardIn(this, tr("Restrictions"), set);
}

void RestrictionsPanel::showRestrictions(const QList<residents::Restriction> &restrictions)
{
    emptyLayout(m_list);
    if (restrictions.isEmpty())
        m_list->addWidget(widgets::label(tr("There are no restrictions."), TextRole::Muted, this));
    for (const residents::Restriction &one : restrictions)
        add(one);
}

void RestrictionsPanel::add(const residents::Restriction &restriction)
{
    auto *block = new QFrame(this);
    block->setProperty("note", restriction.ended         ? QStringLiteral("withdrawn")
                               : restriction.provisional ? QStringLiteral("provisional")
                                                         : QStringLiteral("valid"));
    block->setObjectName(QStringLiteral("restriction-%1").arg(restriction.id));
    auto *column = new QVBoxLayout(block);
    widgets::setMarginsEm(column, {0.8, 0.5, 0.8, 0.5});
    widgets::setSpacingEm(column, 0.25);
    auto *head = new QHBoxLayout;
    auto *badges = new widgets::BadgeRow(widgets::BadgeRow::Form::Letters, block);
    QList<BadgeKind> marks;
    if (!restriction.ended)
        marks.append(badgeFor(restriction));
    if (restriction.provisional)
        marks.append(BadgeKind::Provisional);
    badges->setBadges(marks);
    QString title = words::of(restriction.kind);
    if (restriction.household.value != 0)
        title = tr("%1 (the whole household)").arg(title);
    if (restriction.ended)
        title = tr("%1 (ended)").arg(title);
    else if (restriction.provisional)
        title = tr("%1 (provisional, protects already)").arg(title);
    auto *name =
        widgets::label(title, restriction.ended ? TextRole::Muted : TextRole::Heading, block);
    name->setWordWrap(true);
    head->addWidget(badges);
    head->addWidget(name, 1);
    column->addLayout(head);
    const TextRole role = restriction.ended ? TextRole::Muted : TextRole::Body;
    for (const QString &words : {levelWords(restriction), termWords(restriction)}) {
        auto *line = widgets::label(words, role, block);
        line->setWordWrap(true);
        column->addWidget(line);
    }
    if (m_mayEnter && !restriction.ended && !restriction.provisional) {
        auto *foot = new QHBoxLayout;
        auto *change = widgets::button(tr("Change"), ButtonRole::Quiet, block);
        auto *end = widgets::button(tr("End it"), ButtonRole::Quiet, block);
        change->setAccessibleName(tr("Change the restriction: %1").arg(title));
        end->setAccessibleName(tr("End the restriction: %1").arg(title));
        foot->addWidget(change);
        foot->addWidget(end);
        foot->addStretch(1);
        column->addLayout(foot);
        connect(change, &QPushButton::clicked, this,
                [this, restriction] { Q_EMIT changeWanted(restriction); });
        connect(end, &QPushButton::clicked, this,
                [this, restriction] { Q_EMIT endWanted(restriction); });
    }
    m_list->addWidget(block);
}

} // namespace entries
