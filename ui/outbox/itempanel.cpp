#include "ui/outbox/itempanel.h"

#include "ui/entries/fieldcomparison.h"
#include "ui/entries/panelparts.h"
#include "ui/resident/changeview.h"
#include "ui/widgets/parts.h"
#include "ui/words/entrywords.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using desk::ItemState;
using widgets::ButtonRole;
using widgets::TextRole;

namespace outbox {

namespace {

/// Who wrote what stands there now; a restriction does not say it.
std::optional<residents::Authorship> authorOf(const desk::OutboxItem &item)
{
    if (!item.theirs)
        return std::nullopt;
    if (const auto *note = std::get_if<residents::Note>(&*item.theirs))
        return note->by;
    if (const auto *contact = std::get_if<residents::Contact>(&*item.theirs))
        return contact->by;
    return std::nullopt;
}

} // namespace

ItemPanel::ItemPanel(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_title(widgets::label({}, TextRole::Title, this))
    , m_person(widgets::label({}, TextRole::Name, this))
    , m_badge(new widgets::BadgeRow(widgets::BadgeRow::Form::Words, this))
    , m_means(widgets::label({}, TextRole::Body, this))
    , m_todo(widgets::label({}, TextRole::Body, this))
    , m_reason(widgets::label({}, TextRole::Body, this))
    , m_sides(new entries::FieldComparison(this))
    , m_others(new QVBoxLayout)
    , m_choice(new QWidget(this))
{
    setObjectName(QStringLiteral("itemPanel"));
    setAccessibleName(tr("Entry"));
    m_scroll->setObjectName(QStringLiteral("itemArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Entry"));
    setFocusProxy(m_scroll);
    layOut();
}

void ItemPanel::layOut()
{
    auto *content = new QWidget(this);
    auto *within = new QVBoxLayout(content);
    widgets::setMarginsEm(within, {0, 0, 0.5, 0.4});
    auto *card = new widgets::Card({}, content);
    auto *column = card->body();
    auto *head = new QHBoxLayout;
    widgets::setSpacingEm(head, 0.9);
    head->addWidget(m_title);
    head->addWidget(m_badge);
    head->addStretch(1);
    head->addWidget(m_person);
    column->addLayout(head);
    for (QLabel *words : {m_means, m_todo, m_reason}) {
        words->setWordWrap(true);
        column->addWidget(words);
    }
    column->addWidget(m_sides);
    widgets::setSpacingEm(m_others, 0.4);
    column->addLayout(m_others);
    within->addWidget(card);
    within->addStretch(1);
    m_scroll->setWidget(content);
    makeChoice();
    auto *whole = new QVBoxLayout(this);
    widgets::setMarginsEm(whole, {0, 0, 0, 0});
    widgets::setSpacingEm(whole, 0.4);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_choice);
}

void ItemPanel::makeChoice()
{
    auto *grid = new QGridLayout(m_choice);
    widgets::setMarginsEm(grid, {0.9, 0, 0.9, 0});
    grid->setColumnStretch(1, 1);
    const auto add = [this, grid](int row, const QString &words, const QString &name,
                                  const QString &means) {
        auto *made = widgets::button(words, ButtonRole::Ordinary, m_choice);
        made->setObjectName(name);
        auto *said = widgets::label(means, TextRole::Muted, m_choice);
        said->setWordWrap(true);
        grid->addWidget(made, row, 0);
        grid->addWidget(said, row, 1);
        return made;
    };
    m_theirs = add(0, tr("1 Take theirs"), QStringLiteral("takeTheirs"),
                   tr("What stands in the register stays. Yours is closed as discarded."));
    m_mine = add(1, tr("2 Keep mine as a new draft"), QStringLiteral("keepMine"),
                 tr("Your words, on top of what stands there now. You look at them again and file "
                    "them."));
    m_discard = add(2, tr("3 Discard mine"), QStringLiteral("discardMine"),
                    tr("It was not needed any more, whatever stands there."));
    connect(m_theirs, &QPushButton::clicked, this, &ItemPanel::takeTheirs);
    connect(m_mine, &QPushButton::clicked, this, &ItemPanel::keepAsDraft);
    connect(m_discard, &QPushButton::clicked, this, &ItemPanel::discardMine);
}

void ItemPanel::showItem(const desk::OutboxItem &item)
{
    const desk::OutboxLine &line = item.line;
    const bool conflict = line.state == ItemState::Conflict;
    const auto said = words::stateWords(line.state, line.reason, line.rule);
    m_title->setText(entries::deedWords(item.mine));
    m_person->setText(item.personName);
    m_badge->setBadges({entries::badgeOf(line.state)});
    m_means->setText(said.means);
    m_todo->setText(said.todo);
    // What to do about a conflict stands at the three buttons.
    m_todo->setVisible(!said.todo.isEmpty() && !conflict);
    QStringList more;
    if (!item.mine.reason.isEmpty())
        more.append(tr("Reason you gave: %1").arg(item.mine.reason));
    if (!line.answer.isEmpty())
        more.append(tr("Answer of the checker: %1").arg(line.answer));
    if (const auto by = authorOf(item); conflict && by && by->at.isValid())
        more.append(tr("Changed by %1").arg(entries::authorWords(*by)));
    m_reason->setText(more.join(u'\n'));
    m_reason->setVisible(!more.isEmpty());
    entries::emptyLayout(m_others);
    const bool moves = conflict && std::holds_alternative<residents::Move>(item.mine.entered);
    m_sides->setVisible(!moves);
    if (moves)
        showTheirMoves(item);
    else
        m_sides->compare({conflict ? tr("Theirs (in the register now)") : tr("Before"),
                          conflict ? item.theirs : item.before},
                         {conflict ? tr("Mine") : tr("Entered"), item.mine.entered}, item.names);
    m_choice->setVisible(conflict);
    takeFocus();
}

void ItemPanel::say(const QString &text, TextRole role)
{
    auto *label = widgets::label(text, role, this);
    label->setWordWrap(true);
    m_others->addWidget(label);
}

/// What was registered first: who entered it and who checked it, what became of whom, and what it
/// says beside mine.
void ItemPanel::showTheirMoves(const desk::OutboxItem &item)
{
    const desk::TheirMoves &theirs = item.theirMoves;
    for (const residents::Entry &entry : theirs.entries) {
        say(theirs.hidden ? tr("Registered first")
                          : tr("Registered first: %1").arg(entries::deedWords(entry.proposal)),
            TextRole::Heading);
        say(tr("Entered by %1").arg(entries::authorWords(entry.author)), TextRole::Body);
        say(tr("Checked by %1").arg(entries::authorWords(entry.checker)), TextRole::Body);
    }
    if (theirs.hidden)
        say(tr("What was changed is about somebody protected: ask your supervisor."),
            TextRole::Warning);
    else if (theirs.entries.isEmpty() && theirs.changes.isEmpty())
        say(tr("What was changed has not come to this workstation yet. Open it again in a while."),
            TextRole::Warning);
    for (const desk::PersonChange &change : theirs.changes) {
        const residents::Movement &made = change.after.movement;
        say(tr("What became of %1").arg(residents::fullName(change.before.name)), TextRole::Name);
        if (theirs.entries.isEmpty())
            say(tr("%1, entered by %2").arg(words::of(made.reason), made.enteredBy),
                TextRole::Body);
        m_others->addWidget(resident::changeView(change, tr("When you entered yours"),
                                                 tr("In the register now"), this));
    }
    QList<std::optional<residents::Entered>> beside;
    for (const residents::Entry &entry : theirs.entries)
        beside.append(entry.proposal.entered);
    if (theirs.hidden || beside.isEmpty())
        beside = {std::nullopt};
    say(tr("The notices beside each other"), TextRole::Heading);
    for (const auto &entered : std::as_const(beside)) {
        auto *sides = new entries::FieldComparison(this);
        sides->compare({tr("Theirs (registered)"), entered}, {tr("Mine"), item.mine.entered},
                       item.names);
        m_others->addWidget(sides);
    }
}

void ItemPanel::takeFocus()
{
    setFocus();
}

} // namespace outbox
