#include "ui/outbox/itempanel.h"

#include "ui/entries/fieldcomparison.h"
#include "ui/widgets/parts.h"
#include "ui/words/entrywords.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using desk::ItemState;
using widgets::ButtonRole;
using widgets::TextRole;

namespace outbox {

ItemPanel::ItemPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_title(widgets::label({}, TextRole::Title, this))
    , m_person(widgets::label({}, TextRole::Name, this))
    , m_badge(new widgets::BadgeRow(widgets::BadgeRow::Form::Words, this))
    , m_means(widgets::label({}, TextRole::Body, this))
    , m_todo(widgets::label({}, TextRole::Body, this))
    , m_reason(widgets::label({}, TextRole::Body, this))
    , m_sides(new entries::FieldComparison(this))
    , m_choice(new QWidget(this))
{
    setObjectName(QStringLiteral("itemPanel"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Entry"));
    auto *content = new QWidget(this);
    auto *whole = new QVBoxLayout(content);
    widgets::setMarginsEm(whole, {0, 0, 0.5, 0.4});
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
    makeChoice(column);
    whole->addWidget(card);
    whole->addStretch(1);
    setWidget(content);
}

void ItemPanel::makeChoice(QVBoxLayout *column)
{
    auto *grid = new QGridLayout(m_choice);
    grid->setContentsMargins(0, 0, 0, 0);
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
    column->addWidget(m_choice);
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
    m_todo->setVisible(!said.todo.isEmpty());
    QStringList more;
    if (!item.mine.reason.isEmpty())
        more.append(tr("Reason you gave: %1").arg(item.mine.reason));
    if (!line.answer.isEmpty())
        more.append(tr("Answer of the checker: %1").arg(line.answer));
    m_reason->setText(more.join(u'\n'));
    m_reason->setVisible(!more.isEmpty());
    m_sides->compare({conflict ? tr("Theirs (in the register now)") : tr("Before"),
                      conflict ? item.theirs : item.before},
                     {conflict ? tr("Mine") : tr("Entered"), item.mine.entered});
    m_choice->setVisible(conflict);
    takeFocus();
}

void ItemPanel::takeFocus()
{
    setFocus();
}

} // namespace outbox
