#include "ui/entries/entriestab.h"

#include "base/whenready.h"
#include "ui/entries/contactpanel.h"
#include "ui/entries/entryeditor.h"
#include "ui/entries/notespanel.h"
#include "ui/entries/restrictionspanel.h"
#include "ui/entries/waitingpanel.h"
#include "ui/widgets/askpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/onlyshown.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/scroller.h"
#include "ui/words/entrywords.h"
#include "ui/words/errorwords.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using base::ErrorCode;
using desk::ItemState;
using desk::Right;
using residents::Proposal;
using widgets::Severity;

namespace entries {

EntriesTab::EntriesTab(Doors doors, QWidget *parent)
    : QWidget(parent)
    , m_doors(std::move(doors))
    , m_message(new widgets::MessageBar(this))
    , m_ask(new widgets::AskPanel(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new widgets::EmptyState(this))
    , m_waiting(new WaitingPanel(this))
    , m_notes(new NotesPanel(m_doors, this))
    , m_contact(new ContactPanel(m_doors, this))
    , m_restrictions(new RestrictionsPanel(m_doors, this))
    , m_editor(new EntryEditor(m_doors, this))
{
    setObjectName(QStringLiteral("entriesTab"));
    m_message->setObjectName(QStringLiteral("entriesMessage"));
    m_ask->setObjectName(QStringLiteral("entriesAsk"));
    makeList();
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_editor);
    widgets::measureOnlyShown(m_stack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(layout, 0.4);
    layout->addWidget(m_message);
    layout->addWidget(m_ask);
    layout->addWidget(m_stack, 1);
    joinPanels();
}

void EntriesTab::makeList()
{
    auto *content = new QWidget(this);
    auto *whole = new QVBoxLayout(content);
    widgets::setMarginsEm(whole, {0, 0, 0.5, 0.4});
    widgets::setSpacingEm(whole, 0.6);
    whole->addWidget(m_waiting);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    widgets::setSpacingEm(m_columns, 0.6);
    m_columns->addWidget(m_notes, 1, Qt::AlignTop);
    auto *right = new QVBoxLayout;
    widgets::setSpacingEm(right, 0.6);
    right->addWidget(m_contact);
    right->addWidget(m_restrictions);
    right->addStretch(1);
    m_columns->addLayout(right, 1);
    whole->addLayout(m_columns);
    whole->addStretch(1);
    m_area = new widgets::Scroller(content, this);
    m_area->setObjectName(QStringLiteral("entriesArea"));
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setAccessibleName(tr("Notes, contact, restrictions"));
}

void EntriesTab::joinPanels()
{
    connect(m_notes, &NotesPanel::writeWanted, this, &EntriesTab::writeNote);
    connect(m_notes, &NotesPanel::changeWanted, this, [this](const residents::Note &note) {
        edit({.proposal = {.entered = note, .baseVersion = note.version, .reason = {}},
              .before = note,
              .draft = {}});
    });
    connect(m_notes, &NotesPanel::takeBackWanted, this, [this](const residents::Note &note) {
        m_takenBack = note;
        m_ask->ask({.title = tr("Take back this note?"),
                    .means = tr("It is shown struck through from then on; what it said and who "
                                "wrote it is kept."),
                    .doIt = tr("Take back"),
                    .needsReason = false});
    });
    connect(m_ask, &widgets::AskPanel::agreed, this, [this] {
        if (m_takenBack)
            takeBack(*std::exchange(m_takenBack, std::nullopt));
    });
    connect(m_ask, &widgets::AskPanel::closed, this, &EntriesTab::takeFocus);
    connect(m_contact, &ContactPanel::changeWanted, this, &EntriesTab::changeContact);
    connect(m_contact, &ContactPanel::againWanted, this, [this](const residents::Contact &again) {
        const auto &now = m_entries.contact;
        edit({.proposal = {.entered = again, .baseVersion = now ? now->version : 0, .reason = {}},
              .before = now ? std::optional<residents::Entered>(*now) : std::nullopt,
              .draft = {}});
    });
    using residents::Restriction;
    const auto editRestriction = [this](const Restriction &now, bool ends) {
        Restriction wanted = now;
        wanted.ended = ends;
        edit({.proposal = {.entered = wanted, .baseVersion = now.version, .reason = {}},
              .before = now,
              .draft = {}});
    };
    connect(m_restrictions, &RestrictionsPanel::setWanted, this, &EntriesTab::setRestriction);
    connect(m_restrictions, &RestrictionsPanel::changeWanted, this,
            [editRestriction](const Restriction &one) { editRestriction(one, false); });
    connect(m_restrictions, &RestrictionsPanel::endWanted, this,
            [editRestriction](const Restriction &one) { editRestriction(one, true); });
    connect(m_waiting, &WaitingPanel::continueWanted, this, &EntriesTab::openDraft);
    connect(m_waiting, &WaitingPanel::openWanted, this, &EntriesTab::outboxWanted);
    connect(m_editor, &EntryEditor::filed, this, &EntriesTab::filed);
    connect(m_editor, &EntryEditor::closed, this, [this] {
        bring(m_area);
        askDrafts();
    });
    connect(m_editor, &EntryEditor::failed, this, [this](const base::Error &error) {
        if (error.code == ErrorCode::ReasonMissing || error.code == ErrorCode::RestrictedRecord)
            Q_EMIT failed(error);
        else if (!m_editor->isOpen())
            m_message->showError(error);
    });
    connect(m_editor, &EntryEditor::notFiled, this,
            [this](const base::Error &error) { m_message->showError(error); });
    connect(m_editor, &EntryEditor::broughtBack, this, [this] { bring(m_editor); });
}

void EntriesTab::open(const About &about)
{
    m_about = about;
    if (!m_filled && !m_underway)
        load();
}

void EntriesTab::goOnWith(const QString &draft)
{
    m_wantedDraft = draft;
    if (m_filled)
        openDraft(std::exchange(m_wantedDraft, QString()));
}

void EntriesTab::load()
{
    m_underway = true;
    base::whenReady(this, m_doors.entries(m_about.person),
                    [this](const base::Result<desk::PersonEntries> &entries) {
                        m_underway = false;
                        if (entries) {
                            loaded(*entries);
                            return;
                        }
                        if (!m_filled) {
                            m_nothing->setWords(QStringLiteral("lock"),
                                                tr("Notes, contact and restrictions are not shown"),
                                                {});
                            bring(m_nothing);
                        }
                        Q_EMIT failed(entries.error());
                    });
}

void EntriesTab::loaded(const desk::PersonEntries &entries)
{
    m_filled = true;
    m_entries = entries;
    if (!m_editor->isOpen())
        m_stack->setCurrentWidget(m_area); // what is filled while hidden keeps heights of nothing
    fill();
    askDrafts();
    if (!m_wantedDraft.isEmpty())
        openDraft(std::exchange(m_wantedDraft, QString()));
    else if (!m_editor->isOpen())
        bring(m_area);
}

/// Drafts lie on this PC only: the register knows nothing of them.
void EntriesTab::askDrafts()
{
    // Who may not write has none, and asking would be logged as refused.
    const bool writes = m_doors.may(Right::WriteNote) || m_doors.may(Right::EnterRestriction) ||
                        m_doors.may(Right::EnterMove);
    if (!m_doors.items || !m_filled || !writes)
        return;
    base::whenReady(
        this, m_doors.items(), [this](const base::Result<QList<desk::OutboxLine>> &lines) {
            if (!lines)
                return;
            m_drafts.clear();
            for (const desk::OutboxLine &line : *lines) {
                const bool ours = line.person.value != 0 ? line.person == m_about.person
                                                         : line.household == m_about.household;
                if (line.state == ItemState::Draft && line.mine && ours)
                    m_drafts.append({.uuid = line.uuid,
                                     .kind = line.kind,
                                     .state = ItemState::Draft,
                                     .authorName = {},
                                     .at = line.madeAt,
                                     .mine = true,
                                     .proposal = {},
                                     .before = {}});
            }
            showWaiting();
        });
}

/// What the register says and what waits are never mixed (design.md 2).
void EntriesTab::showWaiting()
{
    QList<desk::WaitingEntry> waiting = m_drafts;
    for (const desk::WaitingEntry &entry : std::as_const(m_entries.waiting)) {
        if (entry.state != ItemState::Draft)
            waiting.append(entry);
    }
    m_waiting->showWaiting(waiting);
}

void EntriesTab::fill()
{
    showWaiting();
    m_notes->showNotes(m_entries.notes);
    m_contact->showContact(m_entries);
    m_restrictions->showRestrictions(m_entries.restrictions);
}

void EntriesTab::edit(const Task &task)
{
    m_message->clear();
    m_ask->close();
    m_stack->setCurrentWidget(m_editor);
    m_editor->start(task, m_about);
    bring(m_editor);
}

void EntriesTab::openDraft(const QString &draft)
{
    base::whenReady(this, m_doors.open(draft), [this](const base::Result<desk::OutboxItem> &item) {
        if (m_editor->isOpen())
            return; // something else is being written by now
        if (item && item->line.kind == residents::EntryKind::Move) {
            Q_EMIT moveDraftWanted(item->line.uuid);
            return;
        }
        // Where papers go is not told on the telephone, nor changed for who calls.
        if (item && m_doors.telephone && item->line.kind == residents::EntryKind::Contact)
            m_message->showError({ErrorCode::CallerUnknown, {}});
        else if (item)
            edit({.proposal = item->mine, .before = item->before, .draft = item->line.uuid});
        else
            m_message->showError(item.error());
    });
}

void EntriesTab::writeNote()
{
    if (m_doors.may(Right::WriteNote))
        edit({.proposal = {.entered = residents::Note(), .baseVersion = 0, .reason = {}},
              .before = {},
              .draft = {}});
}

void EntriesTab::changeContact()
{
    if (!m_doors.may(Right::WriteNote) || m_entries.contactHidden || m_doors.telephone)
        return;
    const auto &now = m_entries.contact;
    edit({.proposal = {.entered = now.value_or(residents::Contact()),
                       .baseVersion = now ? now->version : 0,
                       .reason = {}},
          .before = now ? std::optional<residents::Entered>(*now) : std::nullopt,
          .draft = {}});
}

void EntriesTab::setRestriction()
{
    if (!m_doors.may(Right::EnterRestriction))
        return;
    residents::Restriction restriction;
    restriction.from = m_doors.today;
    restriction.person = m_about.person;
    edit({.proposal = {.entered = restriction, .baseVersion = 0, .reason = {}},
          .before = {},
          .draft = {}});
}

void EntriesTab::takeBack(const residents::Note &note)
{
    residents::Note taken = note;
    taken.withdrawn = true;
    const Proposal proposal{.entered = taken, .baseVersion = note.version, .reason = {}};
    base::whenReady(this, m_doors.file(m_about.person, proposal, {}),
                    [this, proposal](const base::Result<desk::Filed> &answer) {
                        if (answer)
                            filed(*answer, proposal);
                        else
                            m_message->showError(answer.error());
                    });
}

void EntriesTab::filed(const desk::Filed &filed, const Proposal &proposal)
{
    const QString what = words::of(residents::kindOf(proposal.entered));
    switch (filed.state) {
    case ItemState::Registered:
        m_message->say(Severity::Success, tr("%1: registered.").arg(what));
        break;
    case ItemState::Provisional:
        m_message->say(Severity::Success,
                       tr("%1: provisionally registered, number %2.").arg(what).arg(filed.entry),
                       tr("Another person checks it now."));
        break;
    case ItemState::Conflict:
        m_message->say(Severity::Warning, words::stateWords(filed.state, {}).means,
                       tr("What you entered is kept. Compare the two and choose."));
        break;
    case ItemState::Refused: {
        const auto said = words::stateWords(filed.state, filed.reason);
        m_message->say(Severity::Error, said.means, tr("What you entered is kept."), said.todo);
        break;
    }
    default:
        m_message->say(Severity::Notice, tr("%1: waiting to be sent.").arg(what),
                       words::stateWords(ItemState::Filed, {}).means);
        break;
    }
    // What waits to be sent protects here already.
    const bool counts = filed.state == ItemState::Registered ||
                        filed.state == ItemState::Provisional || filed.state == ItemState::Filed;
    if (counts && residents::kindOf(proposal.entered) == residents::EntryKind::Restriction)
        Q_EMIT restrictionsChanged();
    load();
}

bool EntriesTab::isEditing() const
{
    return m_editor->isOpen();
}

QList<widgets::KeyHint> EntriesTab::keys() const
{
    if (m_editor->isOpen())
        return {{Qt::Key_F12, tr("File it")}};
    if (m_stack->currentWidget() == m_area && m_doors.may(Right::WriteNote))
        return {{Qt::Key_F4, tr("Write a note")}};
    return {};
}

void EntriesTab::press(int key)
{
    if (m_editor->isOpen() && key == Qt::Key_F12)
        m_editor->file();
    else if (m_stack->currentWidget() == m_area && key == Qt::Key_F4)
        writeNote();
}

void EntriesTab::keyPressEvent(QKeyEvent *event)
{
    const bool listed = m_stack->currentWidget() == m_area && m_ask->isHidden();
    if (!listed || event->isAutoRepeat() || event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_1:
        writeNote();
        break;
    case Qt::Key_2:
        changeContact();
        break;
    case Qt::Key_3:
        setRestriction();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

// With large text or a narrow window the columns stand one below the other.
void EntriesTab::resizeEvent(QResizeEvent *event)
{
    constexpr double besideEm = 58;
    m_columns->setDirection(width() < widgets::em(besideEm) ? QBoxLayout::TopToBottom
                                                            : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

bool EntriesTab::stepBack()
{
    return m_ask->close() || m_editor->stepBack();
}

void EntriesTab::bring(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    if (isVisible())
        takeFocus();
    Q_EMIT keysChanged();
}

void EntriesTab::takeFocus()
{
    if (m_editor->isOpen())
        m_editor->takeFocus();
    else
        m_stack->currentWidget()->setFocus();
}

} // namespace entries
