#include "app/sim/watchedlink.h"

#include "app/sim/registerhost.h"
#include "app/sim/registerview.h"

using base::Result;

namespace sim {

Result<central::Session> WatchedLink::openSession(const central::SignInRequest &request)
{
    m_host.truth().unlocked(m_session);
    m_who = request.userId + QLatin1String(" at ") + request.stationId;
    return inner().openSession(request);
}

void WatchedLink::closeSession()
{
    m_host.truth().unlocked(m_session);
    inner().closeSession();
}

void WatchedLink::checkAnswer(const central::Submission &submission,
                              const central::SubmissionAnswer &answer)
{
    // Committed, and ended before it could answer: nobody gets this answer.
    if (m_host.disk().isDead())
        return;
    auto &truth = m_host.truth();
    const auto view = RegisterView::entered(m_host.observer());
    if (!view)
        return truth.fail(QStringLiteral("the register can be read"), view.error().detail);
    const int found = view->countOf(markerOf(submission.proposal));
    const bool conflict = answer.verdict == central::Verdict::Conflict;
    if (conflict && found > 0)
        truth.fail(QStringLiteral("a conflict writes nothing"),
                   QStringLiteral("%1 was answered as a conflict and stands in the register")
                       .arg(submission.uuid));
    if (!conflict && (found == 0 || view->position.number < answer.feedNumber))
        truth.fail(QStringLiteral("no answer without a committed row"),
                   QStringLiteral("%1 was acknowledged as number %2, the register holds %3 rows of "
                                  "it and stands at %4")
                       .arg(submission.uuid)
                       .arg(answer.feedNumber)
                       .arg(found)
                       .arg(view->position.number));
    if (found > 1)
        truth.fail(
            QStringLiteral("none applied twice"),
            QStringLiteral("%1 stands %2 times in the register").arg(submission.uuid).arg(found));
    if (!conflict)
        truth.accepted(submission.uuid);
}

Result<central::SubmissionAnswer> WatchedLink::submit(const central::Submission &submission)
{
    const auto answer = inner().submit(submission);
    if (answer)
        checkAnswer(submission, *answer);
    m_host.noteCommit();
    return answer;
}

Result<central::CheckAnswer> WatchedLink::decide(const central::Check &check)
{
    const auto done = inner().decide(check);
    if (done && !m_host.disk().isDead()) {
        const auto view = RegisterView::entered(m_host.observer());
        const auto *entry = view ? view->entry(check.entry) : nullptr;
        if (!entry || entry->state == residents::EntryState::Provisional)
            m_host.truth().fail(QStringLiteral("no answer without a committed row"),
                                QStringLiteral("entry %1 was answered as decided and still waits")
                                    .arg(check.entry));
        ++m_host.truth().decisionsOf(done->uuid);
    }
    m_host.noteCommit();
    return done;
}

Result<QList<central::EditLock>> WatchedLink::lockForEdit(const QList<central::LockKey> &keys)
{
    const auto answer = inner().lockForEdit(keys);
    if (answer && answer->isEmpty())
        m_host.truth().locked({.session = m_session,
                               .who = m_who,
                               .until = m_host.now().addSecs(central::editLockSeconds)},
                              keys, m_host.now());
    return answer;
}

Result<> WatchedLink::releaseLocks()
{
    const auto done = inner().releaseLocks();
    if (done)
        m_host.truth().unlocked(m_session);
    return done;
}

Result<> WatchedLink::breakLock(central::LockKey key, const QString &reason)
{
    const auto done = inner().breakLock(key, reason);
    if (done)
        m_host.truth().broken(key);
    return done;
}

Result<> WatchedLink::offerAgain(const QList<central::Offer> &offers)
{
    const auto done = inner().offerAgain(offers);
    m_host.noteCommit();
    return done;
}

} // namespace sim
