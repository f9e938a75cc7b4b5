#include "ui/entries/entryeditor.h"

#include "base/whenready.h"
#include "ui/entries/fieldlines.h"
#include "ui/widgets/askpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/words/entrywords.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using base::ErrorCode;
using widgets::ButtonRole;
using widgets::Severity;
using widgets::TextRole;

namespace entries {

namespace {

constexpr int keepAfterMs = 800;
constexpr int renewMs = 60'000;
constexpr int lookAgainMs = 15'000; ///< while somebody else holds the lock

} // namespace

EntryEditor::EntryEditor(Doors doors, QWidget *parent)
    : EntryEditor(std::move(doors), &makeForm, parent)
{
}

EntryEditor::EntryEditor(Doors doors, FormMaker maker, QWidget *parent)
    : QWidget(parent)
    , m_doors(std::move(doors))
    , m_maker(std::move(maker))
    , m_heading(widgets::label({}, TextRole::Heading, this))
    , m_lock(new widgets::MessageBar(this))
    , m_message(new widgets::MessageBar(this))
    , m_ask(new widgets::AskPanel(this))
    , m_place(new QVBoxLayout)
    , m_draftWords(widgets::label({}, TextRole::Muted, this))
    , m_discard(widgets::button(tr("Discard the draft"), ButtonRole::Ordinary, this))
    , m_close(widgets::button(tr("Close, keep the draft (Esc)"), ButtonRole::Ordinary, this))
    , m_file(widgets::button(tr("File it (F12)"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("entryEditor"));
    m_lock->setObjectName(QStringLiteral("editLock"));
    m_message->setObjectName(QStringLiteral("editorMessage"));
    m_ask->setObjectName(QStringLiteral("editorAsk"));
    auto *card = new widgets::Card({}, this);
    auto *column = card->body();
    column->addWidget(m_heading);
    column->addWidget(m_lock);
    column->addWidget(m_message);
    column->addWidget(m_ask);
    column->addLayout(m_place, 1);
    makeFoot(column);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    m_pause.setSingleShot(true);
    m_pause.setInterval(keepAfterMs);
    connect(&m_pause, &QTimer::timeout, this, &EntryEditor::keep);
    connect(&m_lockTimer, &QTimer::timeout, this, &EntryEditor::askLock);
    connect(m_lock, &widgets::MessageBar::offerTaken, this, &EntryEditor::askToBreak);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *left) {
        if (left && m_form && m_form->isAncestorOf(left))
            keepNow();
    });
    connect(m_ask, &widgets::AskPanel::agreed, this, &EntryEditor::breakLock);
    connect(m_ask, &widgets::AskPanel::closed, this, &EntryEditor::takeFocus);
}

void EntryEditor::makeFoot(QVBoxLayout *column)
{
    m_draftWords->setObjectName(QStringLiteral("draftWords"));
    m_discard->setObjectName(QStringLiteral("discardDraft"));
    m_close->setObjectName(QStringLiteral("closeEditor"));
    m_file->setObjectName(QStringLiteral("fileEntry"));
    column->addWidget(widgets::line(this));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_draftWords, 1);
    foot->addWidget(m_discard);
    foot->addWidget(m_close);
    foot->addWidget(m_file);
    m_draftWords->setWordWrap(true);
    column->addLayout(foot);
    connect(m_discard, &QPushButton::clicked, this, &EntryEditor::discard);
    connect(m_close, &QPushButton::clicked, this, &EntryEditor::close);
    connect(m_file, &QPushButton::clicked, this, &EntryEditor::file);
}

void EntryEditor::start(const Task &task, const About &about)
{
    while (m_form) // what was being typed is kept
        close();
    ++m_round;
    m_task = task;
    m_about = about;
    m_dirty = m_keeping = m_keepAgain = m_fileWanted = false;
    m_heldBy.reset();
    m_message->clear();
    m_lock->clear();
    m_form = m_maker(task, {about, m_doors.today, m_file}, this);
    m_place->addWidget(m_form, 1);
    m_form->show();
    m_heading->setText(deedWords(task.proposal));
    m_draftWords->setText(task.draft.isEmpty() ? tr("What you type is kept as a draft by itself.")
                                               : tr("This is a draft you kept."));
    setBusy(false);
    connect(m_form, &EntryForm::changed, this, [this] {
        m_dirty = true;
        m_pause.start();
    });
    connect(m_form, &EntryForm::touchesMore, this, &EntryEditor::askLock);
    setTabOrder(m_discard, m_close);
    setTabOrder(m_close, m_file);
    askLock();
}

void EntryEditor::keep()
{
    m_pause.stop();
    if (!m_form || !m_dirty || m_keeping || m_busy)
        return;
    m_dirty = false;
    m_keeping = true;
    base::whenReady(
        this, m_doors.keepDraft(m_about.person, m_form->proposal(), m_task.draft),
        [this, round = m_round](const base::Result<QString> &draft) { kept(round, draft); });
}

/// A field is left: whatever happens now, no more than the next one is lost. Somebody who types
/// fast never pauses.
void EntryEditor::keepNow()
{
    m_keepAgain = m_keeping && m_dirty;
    keep();
}

void EntryEditor::kept(int round, const base::Result<QString> &draft)
{
    if (round != m_round || !m_form) {
        keptBehind(round, draft);
        return;
    }
    m_keeping = false;
    if (draft) {
        m_task.draft = *draft;
        m_draftWords->setText(tr("Draft kept: %1").arg(words::momentWords(m_doors.now())));
    } else {
        m_dirty = true;
        m_fileWanted = false;
        m_draftWords->setText(tr("The draft could not be kept."));
        m_message->showError(draft.error());
    }
    const bool again = std::exchange(m_keepAgain, false);
    if (m_fileWanted)
        file();
    else if (again && draft)
        keep();
    else if (m_dirty && draft)
        m_pause.start();
}

/// Closed meanwhile: what was typed last goes into the draft, or comes back.
void EntryEditor::keptBehind(int round, const base::Result<QString> &draft)
{
    const auto found = m_left.constFind(round);
    if (found == m_left.constEnd())
        return;
    Left left = *found;
    if (left.then == Left::Then::ThrowAway) {
        m_left.erase(found);
        if (draft)
            throwAway(*draft);
        tellSettled();
        return;
    }
    if (!draft) {
        m_left.erase(found);
        bringBack(left.task, draft.error());
        return;
    }
    left.task.draft = *draft;
    if (left.then != Left::Then::KeepAgain) {
        m_left.erase(found);
        tellSettled();
        return;
    }
    m_left[round].then = Left::Then::Nothing;
    base::whenReady(this, m_doors.keepDraft(m_about.person, left.task.proposal, *draft),
                    [this, round, task = left.task](const base::Result<QString> &again) {
                        m_left.remove(round);
                        if (!again)
                            bringBack(task, again.error());
                        else
                            tellSettled();
                    });
}

void EntryEditor::tellSettled()
{
    if (isSettled())
        Q_EMIT settled();
}

/// Nothing that was typed is lost: what is not on disk stands in the form again.
void EntryEditor::bringBack(const Task &task, const base::Error &error)
{
    if (m_form) {
        m_unkept.append({task, error});
        return;
    }
    start(task, m_about);
    m_dirty = true;
    m_draftWords->setText(tr("The draft could not be kept."));
    m_message->showError(error);
    Q_EMIT broughtBack();
}

void EntryEditor::askLock()
{
    if (!m_form)
        return;
    base::whenReady(this, m_doors.begin(m_about.person, m_form->proposal()),
                    [this, round = m_round](const base::Result<desk::EditStart> &start) {
                        if (round != m_round || !m_form)
                            return;
                        if (start)
                            showLock(*start);
                        else if (start.error().code == ErrorCode::ReasonMissing)
                            Q_EMIT failed(start.error());
                    });
}

void EntryEditor::showLock(const desk::EditStart &start)
{
    if (!start.heldBy.isEmpty() && m_form->concede(start.heldBy.first())) {
        askLock();
        return;
    }
    const bool wasHeld = m_heldBy.has_value();
    m_heldBy = start.heldBy.isEmpty() ? std::nullopt : std::optional(start.heldBy.first());
    m_lockTimer.start(m_heldBy ? lookAgainMs : renewMs);
    setBusy(m_busy);
    if (m_heldBy) {
        m_lock->say(
            Severity::Warning,
            tr("%1 (workstation %2) has this open since %3.")
                .arg(m_heldBy->userName, m_heldBy->stationId, words::momentWords(m_heldBy->since)),
            tr("You can read it. You can write as soon as it is closed there: this page looks "
               "again by itself."));
        if (m_doors.may(desk::Right::BreakLock))
            m_lock->offer(tr("End the other's editing"));
    } else if (!start.registerReached) {
        m_lock->say(Severity::Notice, tr("No connection: what you enter is kept."),
                    tr("It is sent by itself when the register is reached again."));
    } else {
        m_lock->clear();
    }
    if (isVisible() && (wasHeld || m_heldBy) && m_ask->isHidden())
        takeFocus();
}

void EntryEditor::askToBreak()
{
    if (!m_heldBy)
        return;
    m_ask->ask({.title = tr("End the editing of %1?").arg(m_heldBy->userName),
                .means = tr("What has been typed there stays as a draft. Your reason is kept in "
                            "the register's log."),
                .doIt = tr("End it")});
}

void EntryEditor::breakLock(const QString &reason)
{
    if (!m_heldBy)
        return;
    base::whenReady(this, m_doors.breakLock(m_about.person, m_heldBy->key, reason),
                    [this](const base::Result<> &done) {
                        if (!done)
                            m_message->showError(done.error());
                        askLock();
                    });
}

void EntryEditor::file()
{
    if (!m_form || m_busy || m_heldBy || !m_ask->isHidden())
        return;
    m_message->clear();
    m_fileWanted = false;
    if (!m_form->judge())
        return;
    // First it is a draft: whatever becomes of filing it, what was typed is on disk, and one thing
    // has one number.
    m_dirty = m_dirty || m_task.draft.isEmpty();
    keep();
    if (m_keeping) {
        m_fileWanted = true;
        return;
    }
    setBusy(true);
    const residents::Proposal proposal = m_form->proposal();
    base::whenReady(this, m_doors.file(m_about.person, proposal, m_task.draft),
                    [this, round = m_round, proposal](const base::Result<desk::Filed> &filed) {
                        if (round == m_round && m_form)
                            answered(filed, proposal);
                        else if (filed) // the form was closed, it is filed all the same
                            Q_EMIT this->filed(*filed, proposal);
                        else
                            Q_EMIT notFiled(filed.error());
                    });
}

void EntryEditor::answered(const base::Result<desk::Filed> &filed,
                           const residents::Proposal &proposal)
{
    setBusy(false);
    if (filed) {
        m_dirty = false;
        m_task.draft.clear();
        close();
        Q_EMIT this->filed(*filed, proposal);
        return;
    }
    const base::Error &error = filed.error();
    m_message->showError(error);
    const bool named =
        error.code == ErrorCode::EntryIncomplete || error.code == ErrorCode::MoveRefused;
    if (named && m_form->showProblemAt(error.detail))
        return;
    if (isVisible())
        takeFocus();
    Q_EMIT failed(error);
}

void EntryEditor::discard()
{
    if (!m_form || m_busy)
        return;
    m_dirty = false;
    m_pause.stop();
    const QString draft = m_task.draft;
    const int round = m_round;
    close();
    if (!draft.isEmpty())
        throwAway(draft);
    else if (const auto left = m_left.find(round); left != m_left.end())
        left->then = Left::Then::ThrowAway;
}

void EntryEditor::throwAway(const QString &draft)
{
    base::whenReady(this, m_doors.discard(draft), [this](const base::Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void EntryEditor::close()
{
    if (!m_form)
        return;
    if (m_dirty || m_keeping) {
        Task last = m_task;
        last.proposal = m_form->proposal();
        const bool again = m_dirty && m_keeping;
        m_left.insert(m_round, {last, again ? Left::Then::KeepAgain : Left::Then::Nothing});
    }
    keep();
    m_lockTimer.stop();
    m_ask->close();
    ++m_round;
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    m_heldBy.reset();
    m_busy = m_dirty = m_keeping = false;
    m_doors.end();
    Q_EMIT closed();
    if (m_unkept.isEmpty())
        return;
    const auto [task, error] = m_unkept.takeFirst();
    bringBack(task, error);
}

bool EntryEditor::stepBack()
{
    if (!m_form)
        return false;
    if (!m_ask->close())
        close();
    return true;
}

// The screen is locked, covered or left: what was typed is on disk before anything else happens.
void EntryEditor::hideEvent(QHideEvent *event)
{
    // Where the page goes altogether nobody is told that an earlier draft is kept.
    if (m_form && m_dirty && m_keeping && !m_task.draft.isEmpty())
        (void)m_doors.keepDraft(m_about.person, m_form->proposal(), m_task.draft);
    keep();
    QWidget::hideEvent(event);
}

void EntryEditor::setBusy(bool busy)
{
    m_busy = busy;
    m_form->setEnabled(!busy && !m_heldBy);
    m_file->setEnabled(!busy && !m_heldBy);
    m_file->setText(busy ? tr("Filing ...") : tr("File it (F12)"));
}

void EntryEditor::takeFocus()
{
    if (!m_form)
        return;
    if (!m_ask->isHidden())
        m_ask->setFocus();
    else if (m_heldBy)
        m_close->setFocus();
    else
        m_form->takeFocus();
}

} // namespace entries
