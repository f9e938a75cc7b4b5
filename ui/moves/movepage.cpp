#include "ui/moves/movepage.h"

#include "base/whenready.h"
#include "ui/entries/entryeditor.h"
#include "ui/moves/kindpanel.h"
#include "ui/moves/moveform.h"
#include "ui/resident/reasonpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/onlyshown.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/scroller.h"
#include "ui/words/movewords.h"
#include "ui/words/words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using base::ErrorCode;
using desk::ItemState;
using residents::Move;

namespace moves {

MovePage::MovePage(Doors doors, base::PersonId person, QString draft, QWidget *parent)
    : Page(parent)
    , m_doors(std::move(doors))
    , m_person(person)
    , m_draft(std::move(draft))
    , m_message(new widgets::MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_kinds(new KindPanel(this))
    , m_reason(new resident::ReasonPanel(this))
    , m_nothing(new widgets::EmptyState(this))
    , m_done(new widgets::EmptyState(this))
    , m_editor(new entries::EntryEditor(
          m_doors.editing,
          [this](const entries::Task &task, const entries::Setting &setting, QWidget *editor) {
              m_form = new MoveForm(task, setting, m_doors, m_household, editor);
              return m_form;
          },
          this))
    , m_area(new widgets::Scroller(m_editor, this))
{
    setObjectName(QStringLiteral("movePage"));
    m_message->setObjectName(QStringLiteral("movePageMessage"));
    m_done->setObjectName(QStringLiteral("moveDone"));
    m_nothing->setWords(QStringLiteral("lock"), tr("No move can be entered here"),
                        tr("Esc goes back."));
    for (QWidget *part : {static_cast<QWidget *>(m_area), static_cast<QWidget *>(m_kinds),
                          static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_nothing),
                          static_cast<QWidget *>(m_done)})
        m_stack->addWidget(part);
    widgets::measureOnlyShown(m_stack);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {1, 0.7, 1, 0.5});
    widgets::setSpacingEm(layout, 0.4);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    m_stack->hide();
    connect(m_editor, &entries::EntryEditor::filed, this,
            [this](const desk::Filed &filed) { this->filed(filed); });
    // The draft is kept: it goes on from the record or from the outbox. What was filed is told
    // after the form has closed.
    connect(m_editor, &entries::EntryEditor::closed, this, &MovePage::leaveIfSettled,
            Qt::QueuedConnection);
    connect(m_editor, &entries::EntryEditor::settled, this, &MovePage::leaveIfSettled,
            Qt::QueuedConnection);
    connect(m_editor, &entries::EntryEditor::broughtBack, this, [this] { bring(m_area); });
    connect(m_kinds, &KindPanel::chosen, this, [this](residents::MoveKind kind) {
        Move move;
        move.person = m_person;
        move.kind = kind;
        start({.entered = move, .baseVersion = 0, .reason = {}}, {});
    });
    connect(m_reason, &resident::ReasonPanel::given, this, &MovePage::load);
    connect(m_editor, &entries::EntryEditor::failed, this, [this](const base::Error &error) {
        if (error.code == ErrorCode::ReasonMissing || error.code == ErrorCode::RestrictedRecord)
            failed(error);
    });
    connect(m_editor, &entries::EntryEditor::notFiled, m_message,
            [this](const base::Error &error) { m_message->showError(error); });
    connect(m_done, &widgets::EmptyState::offerTaken, this,
            [this] { Q_EMIT outboxWanted(m_filedAs); });
    begin();
}

void MovePage::begin()
{
    if (!m_draft.isEmpty())
        base::whenReady(this, m_doors.editing.open(m_draft),
                        [this](const base::Result<desk::OutboxItem> &item) {
                            if (item)
                                goOn(*item);
                            else
                                failed(item.error());
                        });
    else if (m_person.value > 0)
        load({});
    else
        beginArrival();
}

/// Who comes has no record: what is entered begins with his number.
void MovePage::beginArrival()
{
    m_kind = residents::MoveKind::In;
    base::whenReady(this, m_doors.newcomer(), [this](const base::Result<base::PersonId> &number) {
        if (!number) {
            failed(number.error());
            return;
        }
        m_person = *number;
        Move move;
        move.person = m_person;
        move.kind = m_kind;
        start({.entered = move, .baseVersion = 0, .reason = {}}, {});
    });
}

void MovePage::goOn(const desk::OutboxItem &item)
{
    m_kept = item.mine;
    const Move &move = std::get<Move>(m_kept->entered);
    if (!residents::traitsOf(move.kind).ofNewcomers) {
        load({});
        return;
    }
    m_person = move.person;
    start(*m_kept, m_draft);
}

bool MovePage::isArrival() const
{
    return m_kind != residents::MoveKind::Count && residents::traitsOf(m_kind).ofNewcomers;
}

void MovePage::leaveIfSettled()
{
    if (m_filedAs.isEmpty() && m_editor->isSettled() && m_stack->currentWidget() == m_area)
        Q_EMIT left();
}

void MovePage::load(const QString &reason)
{
    m_message->clear();
    base::whenReady(this, m_doors.household(m_person, reason),
                    [this](const base::Result<desk::MoveHousehold> &household) {
                        if (household)
                            opened(*household);
                        else
                            failed(household.error());
                    });
}

void MovePage::opened(const desk::MoveHousehold &household)
{
    // The reason had been forgotten while the form was open: what was typed stands there still.
    if (m_editor->isOpen()) {
        bring(m_area);
        arrive();
        return;
    }
    m_household = household;
    m_opened = true;
    Q_EMIT subjectChanged();
    if (m_kept)
        start(*m_kept, m_draft);
    else
        choose();
}

void MovePage::choose()
{
    const auto &members = m_household.members;
    const auto he = std::find_if(members.cbegin(), members.cend(),
                                 [this](const auto &one) { return one.id.person == m_person; });
    m_kinds->offerFor(he == members.cend() ? residents::State::Resident : he->state);
    bring(m_kinds);
    arrive();
}

void MovePage::start(const residents::Proposal &proposal, const QString &draft)
{
    m_kind = std::get<Move>(proposal.entered).kind;
    m_editor->start({.proposal = proposal, .before = {}, .draft = draft},
                    {.person = m_person, .household = m_household.household.id});
    bring(m_area);
    arrive();
    Q_EMIT subjectChanged(); // and the title
}

void MovePage::failed(const base::Error &error)
{
    if (error.code == ErrorCode::ReasonMissing && isArrival()) {
        m_message->say(widgets::Severity::Warning, tr("The record of one of them is protected."),
                       tr("What is typed is kept as a draft."),
                       tr("Open the record from the search, give the reason there, and go on with "
                          "the draft."));
        return;
    }
    if (error.code == ErrorCode::ReasonMissing) {
        bring(m_reason);
        m_reason->takeFocus();
        return;
    }
    bring(m_nothing);
    m_message->showError(error);
}

void MovePage::filed(const desk::Filed &filed)
{
    m_filedAs = filed.uuid;
    Q_EMIT moveFiled();
    QString title;
    QString means;
    switch (filed.state) {
    case ItemState::Provisional:
        title = tr("Entered provisionally (number %1)").arg(filed.entry);
        means = tr("Somebody else checks it now. Until then everybody sees the former record, and "
                   "no other move of these persons can be entered.");
        break;
    case ItemState::Filed:
        title = tr("Filed on this PC");
        means = tr("The register was not reached. It is sent by itself when it is there again.");
        break;
    case ItemState::Conflict:
        title = tr("Somebody else was first");
        means = tr("Nothing was registered. The outbox shows who, when and which fields.");
        break;
    default:
        title = tr("Not registered");
        means = tr("The outbox says why, and what to do.");
    }
    m_done->setWords(filed.state == ItemState::Provisional || filed.state == ItemState::Filed
                         ? QStringLiteral("success")
                         : QStringLiteral("warning"),
                     title, means);
    m_done->setOffers({tr("Show it in the outbox")});
    if (filed.reason && filed.state != ItemState::Conflict)
        m_message->showError({*filed.reason, filed.rule});
    bring(m_done);
}

void MovePage::bring(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    m_stack->show();
    if (isVisible())
        part->setFocus();
    Q_EMIT keysChanged();
}

QString MovePage::title() const
{
    return m_kind == residents::MoveKind::Count ? tr("Move") : words::of(m_kind);
}

QString MovePage::helpName() const
{
    return isArrival() ? QStringLiteral("movein") : QStringLiteral("move");
}

QList<widgets::KeyHint> MovePage::keys() const
{
    QList<widgets::KeyHint> hints;
    if (isArrival())
        hints << widgets::KeyHint{Qt::Key_F2, tr("One more person"), m_editor->isOpen()}
              << widgets::KeyHint{Qt::Key_F3, tr("Take this person out"), m_editor->isOpen()};
    return hints << widgets::KeyHint{Qt::Key_F12, tr("File it"), m_editor->isOpen()};
}

void MovePage::press(int key)
{
    if (key == Qt::Key_F12)
        m_editor->file();
    else if (key == Qt::Key_F2 && m_form)
        m_form->addNewcomer();
    else if (key == Qt::Key_F3 && m_form)
        m_form->removeNewcomer();
}

std::optional<widgets::Subject> MovePage::subject() const
{
    if (!m_opened)
        return std::nullopt;
    const auto &members = m_household.members;
    const auto found =
        std::find_if(members.cbegin(), members.cend(), [this](const residents::Snapshot &member) {
            return member.id.person == m_person;
        });
    if (found == members.cend())
        return std::nullopt;
    QList<widgets::BadgeKind> badges;
    if (m_household.isProtected)
        badges.append(widgets::BadgeKind::Protected);
    if (found->kind == residents::Kind::Foreign)
        badges.append(widgets::BadgeKind::Foreign);
    return widgets::Subject{.name = residents::fullName(found->name),
                            .kana = found->name.searchKana,
                            .details = {},
                            .number = QString::number(m_person.value),
                            .state = words::of(found->state),
                            .badges = badges};
}

bool MovePage::stepBack()
{
    return m_editor->stepBack();
}

void MovePage::arrive()
{
    if (m_stack->currentWidget() == m_area)
        m_editor->takeFocus();
    else if (m_stack->currentWidget() == m_reason)
        m_reason->takeFocus();
    else
        m_stack->currentWidget()->setFocus();
}

} // namespace moves
