#include "ui/approvals/checkpanel.h"

#include "ui/entries/fieldcomparison.h"
#include "ui/entries/panelparts.h"
#include "ui/resident/changeview.h"
#include "ui/widgets/parts.h"
#include "ui/words/movewords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::ButtonRole;
using widgets::TextRole;

namespace approvals {

namespace {

/// What the paper says; whoever checks lays it beside this.
QList<entries::FieldLine> noticeLines(const desk::CheckView &view)
{
    const auto &move = std::get<residents::Move>(view.entry.proposal.entered);
    entries::Names names;
    for (const desk::PersonChange &change : view.changes)
        names.insert(change.after.id.person, residents::fullName(change.after.name));
    residents::Move notice = move;
    notice.newcomers.clear(); // each stands below, item by item
    QList<entries::FieldLine> lines = entries::fieldsOf(notice, names);
    QString who = words::of(move.notifier.kind);
    if (!move.notifier.name.isEmpty())
        who += u'　' + move.notifier.name;
    if (move.notifier.mandate)
        who += CheckPanel::tr(" (mandate shown)");
    QStringList shown = view.documents;
    if (move.notifier.questioned)
        shown.append(CheckPanel::tr("by questions"));
    lines.append({CheckPanel::tr("Who gave notice"), who});
    lines.append({CheckPanel::tr("How identified"), shown.join(QStringLiteral("、"))});
    lines.append({CheckPanel::tr("Number of the paper"), move.paper});
    QStringList read;
    for (const QString &rule : move.acknowledged)
        read.append(words::of(residents::moveRuleFromName(rule), move.kind).matter);
    lines.append({CheckPanel::tr("Read by its author"), read.join(u'\n'), true});
    return lines;
}

} // namespace

CheckPanel::CheckPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_title(widgets::label({}, TextRole::Title, this))
    , m_person(widgets::label({}, TextRole::Name, this))
    , m_author(widgets::label({}, TextRole::Muted, this))
    , m_reason(widgets::label({}, TextRole::Body, this))
    , m_own(widgets::label(tr("You entered this yourself: another person has to check it."),
                           TextRole::Warning, this))
    , m_sides(new entries::FieldComparison(this))
    , m_people(new QVBoxLayout)
    , m_sendBack(widgets::button(tr("Send back (F8)"), ButtonRole::Ordinary, this))
    , m_register(widgets::button(tr("Register (F12)"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("checkPanel"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Entry to be checked"));
    m_sendBack->setObjectName(QStringLiteral("sendBack"));
    m_register->setObjectName(QStringLiteral("registerEntry"));
    m_own->setObjectName(QStringLiteral("ownEntry"));
    m_reason->setObjectName(QStringLiteral("entryReason"));
    auto *content = new QWidget(this);
    auto *whole = new QVBoxLayout(content);
    widgets::setMarginsEm(whole, {0, 0, 0.5, 0.4});
    auto *card = new widgets::Card({}, content);
    auto *column = card->body();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_person);
    column->addLayout(head);
    for (QLabel *words : {m_author, m_reason, m_own}) {
        words->setWordWrap(true);
        column->addWidget(words);
    }
    column->addWidget(m_sides);
    column->addLayout(m_people);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_sendBack);
    foot->addWidget(m_register);
    column->addLayout(foot);
    whole->addWidget(card);
    whole->addStretch(1);
    setWidget(content);
    connect(m_sendBack, &QPushButton::clicked, this, &CheckPanel::sendBackWanted);
    connect(m_register, &QPushButton::clicked, this, &CheckPanel::registerWanted);
}

void CheckPanel::showEntry(const desk::CheckView &view, bool mine)
{
    const residents::Entry &entry = view.entry;
    m_title->setText(
        tr("%1 (number %2)").arg(entries::deedWords(entry.proposal)).arg(entry.number));
    m_person->setText(view.personName);
    m_author->setText(tr("Entered by %1").arg(entries::authorWords(entry.author)));
    m_reason->setText(tr("Reason: %1").arg(entry.proposal.reason));
    m_reason->setVisible(!entry.proposal.reason.isEmpty());
    m_own->setVisible(mine);
    m_sendBack->setEnabled(!mine);
    m_register->setEnabled(!mine);
    entries::emptyLayout(m_people);
    const bool moves = std::holds_alternative<residents::Move>(entry.proposal.entered);
    m_sides->setVisible(!moves);
    if (moves) {
        showMove(view);
        takeFocus();
        return;
    }
    std::optional<residents::Entered> before;
    if (view.before)
        before = *view.before;
    m_sides->compare({tr("In the register"), before}, {tr("Becomes"), entry.proposal.entered});
    takeFocus();
}

/// The notice as it was entered, then person by person what the register has and what it becomes.
void CheckPanel::showMove(const desk::CheckView &view)
{
    const auto &move = std::get<residents::Move>(view.entry.proposal.entered);
    auto *notice = new widgets::FormGrid(2, widget());
    for (const entries::FieldLine &line : noticeLines(view))
        notice->addValue(line.name, line.text, line.registered ? 2 : 1);
    m_people->addWidget(notice);
    for (const desk::PersonChange &change : view.changes) {
        const bool mover = residents::isMover(move, change.after.id.person);
        const QString name = residents::fullName(change.after.name);
        auto *heading =
            widgets::label(mover ? tr("%1 moves").arg(name)
                                 : tr("%1 stays, head or relationship change").arg(name),
                           TextRole::Name, widget());
        m_people->addWidget(heading);
        m_people->addWidget(resident::changeView(
            change, tr("In the register"), tr("Becomes"), widget(),
            mover && !move.newcomers.isEmpty() ? resident::Items::All : resident::Items::Changed));
    }
}

void CheckPanel::takeFocus()
{
    setFocus();
}

} // namespace approvals
