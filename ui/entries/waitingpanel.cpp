#include "ui/entries/waitingpanel.h"

#include "ui/entries/fieldcomparison.h"
#include "ui/entries/panelparts.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/words/entrywords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using desk::ItemState;
using widgets::ButtonRole;
using widgets::TextRole;

namespace entries {

namespace {

/// To be looked at in the outbox: the author has to choose.
bool wantsChoice(ItemState state)
{
    return state == ItemState::Conflict || state == ItemState::SentBack ||
           state == ItemState::Refused;
}

} // namespace

WaitingPanel::WaitingPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(nullptr)
{
    m_list = cardIn(this, tr("Not in the register yet"), nullptr);
    setObjectName(QStringLiteral("waitingPanel"));
    hide();
}

void WaitingPanel::showWaiting(const QList<desk::WaitingEntry> &waiting)
{
    emptyLayout(m_list);
    setVisible(!waiting.isEmpty());
    for (const desk::WaitingEntry &entry : waiting)
        add(entry);
}

void WaitingPanel::add(const desk::WaitingEntry &entry)
{
    auto *block = new QFrame(this);
    block->setProperty("note", wantsChoice(entry.state) ? QStringLiteral("trouble")
                                                        : QStringLiteral("provisional"));
    auto *column = new QVBoxLayout(block);
    widgets::setMarginsEm(column, {0.8, 0.4, 0.8, 0.4});
    widgets::setSpacingEm(column, 0.3);
    auto *row = new QWidget(block);
    auto *line = new widgets::FlowLayout(row, {0, 0, 0, 0}, 0.6);
    auto *badge = new widgets::BadgeRow(widgets::BadgeRow::Form::Words, row);
    badge->setBadges({badgeOf(entry.state)});
    const QString what = entry.proposal ? deedWords(*entry.proposal) : words::of(entry.kind);
    line->addWidget(badge);
    line->addWidget(widgets::label(what, TextRole::Heading, row));
    const QString who = entry.mine ? tr("%1 (you)").arg(entry.authorName) : entry.authorName;
    line->addWidget(
        widgets::label(who + QChar(0x3000) + words::momentWords(entry.at), TextRole::Body, row));
    column->addWidget(row);
    auto *means = widgets::label(words::stateWords(entry.state, {}).means, TextRole::Muted, block);
    means->setWordWrap(true);
    column->addWidget(means);
    auto *foot = new QHBoxLayout;
    if (entry.mine && entry.state == ItemState::Draft) {
        auto *go = widgets::button(tr("Go on with it"), ButtonRole::Quiet, block);
        go->setObjectName(QStringLiteral("continueDraft"));
        foot->addWidget(go);
        connect(go, &QPushButton::clicked, this,
                [this, uuid = entry.uuid] { Q_EMIT continueWanted(uuid); });
    }
    if (entry.mine && !entry.uuid.isEmpty() && wantsChoice(entry.state)) {
        auto *open = widgets::button(tr("Compare and choose"), ButtonRole::Quiet, block);
        open->setObjectName(QStringLiteral("compareEntry"));
        foot->addWidget(open);
        connect(open, &QPushButton::clicked, this,
                [this, uuid = entry.uuid] { Q_EMIT openWanted(uuid); });
    }
    if (entry.proposal && entry.state != ItemState::Draft) {
        auto *show = widgets::button(tr("Before and after"), ButtonRole::Quiet, block);
        show->setObjectName(QStringLiteral("beforeAfter"));
        show->setCheckable(true);
        foot->addWidget(show);
        auto *sides = new FieldComparison(block);
        sides->compare({tr("In the register"), entry.before},
                       {tr("Entered"), entry.proposal->entered});
        sides->hide();
        connect(show, &QPushButton::toggled, sides, &QWidget::setVisible);
        foot->addStretch(1);
        column->addLayout(foot);
        column->addWidget(sides);
    } else if (foot->count() > 0) {
        foot->addStretch(1);
        column->addLayout(foot);
    } else {
        delete foot;
    }
    m_list->addWidget(block);
}

} // namespace entries
