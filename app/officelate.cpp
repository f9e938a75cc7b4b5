#include "app/office.h"
#include "auth/keyuse.h"
#include "central/pgfailure.h"

#include <QDir>

using base::ErrorCode;
using base::Result;

// What was filed, and the register that comes back into reach.
namespace app {

namespace {

/// The register has said no to this person: not a line that is cut, nor a card that is away.
bool isRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PasswordWrong:
    case ErrorCode::RegisterRefused:
    case ErrorCode::UserUnknown:
    case ErrorCode::UserExpired:
    case ErrorCode::UserLocked:
        return true;
    default:
        return false;
    }
}

} // namespace

void Office::makeOutbox()
{
    m_outbox = std::make_unique<OutboxRoom>(OutboxRoom::Parts{
        .link = *m_link,
        .journalWorker = m_journalWorker,
        .journal = *m_journal,
        .time = m_time,
        .userId = m_session.user.id,
        .registerId = m_session.identity.registerId,
        .cachePath = QDir(m_place.settings.dataFolder).filePath(QStringLiteral("cache.db")),
        .cacheKey = auth::keyFor(m_admission.stationKey, auth::KeyUse::Cache),
        .changed = [this] { tellDesk([](desk::Desk &desk) { Q_EMIT desk.statusChanged(); }); }});
}

/// For whoever filed something and waits for what becomes of it.
Result<syncing::ShippingReport> Office::shipNow()
{
    if (!m_replica->isReady())
        return base::fail(ErrorCode::CacheMissing, QStringLiteral("it is being loaded"));
    return m_replica->inWriting([this]() -> Result<syncing::ShippingReport> {
        // Out of reach nothing is sent whose answer might be lost: who filed it may still withdraw.
        if (!m_registerReached) {
            askAgain();
            if (const auto caught = m_replica->catchUpNow(); !caught)
                return base::fail(caught);
        }
        auto report = m_outbox->ship();
        tellReached(report || report.error().code != ErrorCode::RegisterUnreachable);
        if (report && report->isAhead())
            (void)m_replica->catchUpNow();
        return report;
    });
}

void Office::tellReached(bool answered)
{
    if (m_registerReached.exchange(answered) != answered)
        tellDesk([](desk::Desk &desk) { Q_EMIT desk.statusChanged(); });
}

/// In the writing thread. Somebody signed in under a lease and nobody types anything: the register
/// is asked with the password he signed in with, as a cut connection is made anew. A locked desk's
/// card is logged out and cannot sign; unlocking asks then.
void Office::askAgain()
{
    if (!m_late || m_late->isConnected() || m_shutFor != ErrorCode::Count || m_desk->isLocked())
        return;
    const auto accepted = m_admission.askAgain();
    if (!accepted) {
        if (isRefusal(accepted.error().code))
            shut(accepted.error().code);
        return;
    }
    if (const auto connected = connectLate(*accepted);
        !connected && connected.error().code != ErrorCode::RegisterUnreachable)
        shut(connected.error().code);
}

/// The register has accepted who works under a lease: from here on it is as if it had been reached
/// at the sign-in. LogCut, LogBroken as there; RegisterRefused when he has not all the rights any
/// more that he works with.
Result<> Office::connectLate(const desk::Accepted &accepted)
{
    const QMutexLocker locked(&m_connecting);
    if (m_late->isConnected())
        return {};
    if (const auto agreed = agreesWith(*accepted.link); !agreed)
        return agreed;
    m_time.set(accepted.session.registerTime.toMSecsSinceEpoch());
    if (const auto kept = keepLease(accepted.session); !kept)
        return kept;
    m_leaseUntilMs = accepted.session.leaseUntil.toMSecsSinceEpoch();
    m_late->connect(accepted.link);
    tellReached(true);
    return keepsRights(accepted.session);
}

/// The register has accepted who unlocks: its answer of now is the lease from here on, and he has
/// no other rights than those it names.
Result<> Office::hear(const desk::Accepted &accepted)
{
    if (m_late && !m_late->isConnected())
        return connectLate(accepted);
    if (const auto kept = keepLease(accepted.session); !kept)
        return kept;
    m_leaseUntilMs = accepted.session.leaseUntil.toMSecsSinceEpoch();
    return keepsRights(accepted.session);
}

/// What is open here was opened with the rights of the sign-in. When one of them has ended, this
/// desk opens for nobody any more, however often it is tried: who signs in again has what is left.
Result<> Office::keepsRights(const central::Session &session)
{
    if (session.mustChangePassword && !m_session.mustChangePassword) {
        m_shutFor = ErrorCode::PasswordExpired;
        return base::fail(ErrorCode::PasswordExpired);
    }
    if ((m_session.rights & ~session.rights) == central::Rights())
        return {};
    m_shutFor = ErrorCode::RegisterRefused;
    return base::fail(ErrorCode::RegisterRefused, QStringLiteral("other rights"));
}

/// Work without the register ends with the lease; what was entered stays.
void Office::lookAfterLease()
{
    if (!isOnServer() || m_registerReached || m_time.nowMs() < m_leaseUntilMs)
        return;
    tellDesk([](desk::Desk &desk) { desk.lock(desk::LockReason::Register); });
}

/// In the writing thread. The register admits nobody's work any more that goes on here: the account
/// was locked or has ended, the password has aged, was set by somebody else or changed elsewhere.
/// The copy on this PC would go on showing everything.
void Office::endIfRefused(const base::Error &said)
{
    if (!isOnServer() || m_closed || m_shutFor != ErrorCode::Count)
        return;
    switch (said.code) {
    case ErrorCode::UserUnknown:
    case ErrorCode::UserExpired:
    case ErrorCode::UserLocked:
    case ErrorCode::PasswordExpired:
    case ErrorCode::NotSignedIn:
        shut(said.code);
        break;
    default:
        if (central::isWrongPassword(said))
            shut(ErrorCode::RegisterRefused);
    }
}

/// The last checkpoint stays in the journal and goes to the register with the next one: it is not
/// reached, or takes nothing of somebody it does not admit, who signs out all the same.
bool Office::mayWait(ErrorCode why) const
{
    return why == ErrorCode::RegisterUnreachable ||
           (m_shutFor != ErrorCode::Count && (isRefusal(why) || why == ErrorCode::NotSignedIn));
}

/// The register does not admit him any more: nothing is shown until somebody signs in again, and
/// there is no lease to do so without it.
void Office::shut(ErrorCode why)
{
    m_shutFor = why;
    if (isRefusal(why) || why == ErrorCode::PasswordExpired)
        (void)m_journalWorker.runAndWait(
            [this] { return m_journal->memory().setLease(m_session.user.id, {}); });
    tellDesk([](desk::Desk &desk) { desk.lock(desk::LockReason::Register); });
}

} // namespace app
