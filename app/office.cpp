#include "app/office.h"

#include "auth/keyuse.h"
#include "auth/lease.h"
#include "auth/passwordrules.h"
#include "central/embeddedlink.h"
#include "journal/witness.h"
#include "storage/cipher.h"

#include <QDir>
#include <QUuid>

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;

namespace app {

QHash<const desk::Desk *, Office *> &Office::offices()
{
    static QHash<const desk::Desk *, Office *> all;
    return all;
}

Office::Office(const desk::Admission &admission, const OfficePlace &place)
    : m_place(place)
    , m_admission(admission)
    , m_time(place.clock)
    , m_startedAtBootMs(place.clock.sinceBootMs())
    , m_journalWorker(QStringLiteral("journal"))
{
}

Office::~Office()
{
    offices().removeIf([this](const auto &entry) { return entry.value() == this; });
    m_replica.reset();
    m_outbox.reset();
    m_journalWorker.runAndWait([this] { m_journal.reset(); });
}

Office &Office::of(const desk::Desk &desk)
{
    return *offices().value(&desk);
}

Result<std::shared_ptr<desk::Desk>> Office::open(const desk::Admission &admission,
                                                 const OfficePlace &place)
{
    if (const auto cipher = storage::requireCipher(); !cipher)
        return base::fail(cipher);
    auto office = std::shared_ptr<Office>(new Office(admission, place));
    for (const auto step :
         {&Office::openRegister, &Office::openJournal, &Office::beginSession, &Office::checkWitness,
          &Office::recordSignIn, &Office::settleForgotten}) {
        const auto done = (office.get()->*step)();
        if (!done)
            return base::fail(done);
    }
    return office->makeDesk(office);
}

/// The register in this program's own files: the station key opens it.
Result<> Office::openEmbedded()
{
    const base::Secret &key = m_admission.stationKey;
    auto link = central::EmbeddedLink::open(
        m_place.settings.registerFolder,
        {auth::keyFor(key, auth::KeyUse::Register), auth::keyFor(key, auth::KeyUse::Numbers)},
        m_place.clock);
    if (!link)
        return base::fail(link);
    m_link = std::move(*link);
    auto session = m_link->openSession({.userId = m_admission.identity.userId,
                                        .certificateFingerprint = m_admission.identity.fingerprint,
                                        .stationId = m_place.settings.stationId});
    if (!session)
        return base::fail(session);
    m_session = std::move(*session);
    return {};
}

Result<> Office::openRegister()
{
    if (m_admission.accepted) {
        m_link = m_admission.accepted->link;
        m_session = m_admission.accepted->session;
    } else if (m_admission.askAgain) {
        m_late = std::make_shared<syncing::LateLink>();
        m_link = m_late;
        m_registerReached = false;
    } else {
        return openEmbedded();
    }
    return {};
}

Result<> Office::openJournal()
{
    return m_journalWorker.runAndWait([this]() -> Result<> {
        const base::Secret key = auth::keyFor(m_admission.stationKey, auth::KeyUse::Journal);
        auto opened = journal::Journal::open(
            {.path = QDir(m_place.settings.dataFolder).filePath(QStringLiteral("journal.db")),
             .key = &key,
             .station = m_place.settings.stationId,
             .logKey = base::crypto::signingKeyPairFrom(
                 auth::keyFor(m_admission.stationKey, auth::KeyUse::LogSigning))});
        if (!opened)
            return base::fail(opened);
        m_journal = std::move(*opened);
        const auto trusted = m_journal->memory().trustedTime();
        if (!trusted)
            return base::fail(trusted);
        m_trustedAtStartMs = *trusted;
        return {};
    });
}

/// What the register allowed this clerk to do without it, as it counts now.
Result<central::Session> Office::leasedSession()
{
    const QString userId = m_admission.identity.userId;
    return m_journalWorker.runAndWait([this, &userId]() -> Result<central::Session> {
        const auto lease = m_journal->memory().lease(userId);
        if (!lease)
            return base::fail(lease);
        const auto trusted = m_journal->memory().trustedTime();
        if (!trusted)
            return base::fail(trusted);
        return auth::offlineSession({.userId = userId,
                                     .certificateFingerprint = m_admission.identity.fingerprint,
                                     .session = lease->session,
                                     .leaseUntilMs = lease->untilMs,
                                     .trustedMs = *trusted,
                                     .nowMs = m_place.clock.now().toMSecsSinceEpoch()});
    });
}

/// Who works here, and what time it is: as the register says, or by the lease.
Result<> Office::beginSession()
{
    const qint64 nowMs = m_place.clock.now().toMSecsSinceEpoch();
    if (m_late) {
        auto leased = leasedSession();
        if (!leased)
            return base::fail(leased);
        m_session = std::move(*leased);
        m_time.set(std::max(nowMs, m_trustedAtStartMs));
    } else {
        m_time.set(m_session.registerTime.toMSecsSinceEpoch());
    }
    m_leaseUntilMs = m_session.leaseUntil.toMSecsSinceEpoch();
    m_passwordUntil =
        auth::passwordEnds(m_session.user.passwordChangedOn, m_session.policy.passwordDays)
            .toJulianDay();
    // Nothing opens but its change: the register answers nothing else, and neither does the desk.
    if (m_session.mustChangePassword)
        m_session.rights = {};
    if (m_place.answeredByFile && !m_session.identity.training)
        return base::fail(ErrorCode::CredentialsRefused);
    m_actor = {.user = m_session.user.id,
               .section = m_session.user.section,
               .card = m_admission.card.serial,
               .signIn = QUuid::createUuid().toString(QUuid::WithoutBraces),
               .station = m_place.settings.stationId,
               .visit = {},
               .visitNumber = {},
               .purpose = {}};
    m_recorder = std::make_unique<audit::Recorder>(m_journalWorker, *m_journal, m_place.clock,
                                                   m_session.logKey);
    return {};
}

/// An old journal put back, or another one, goes on where the register knows better: refused,
/// because rows written behind it would hide that others are gone. Without the register it is asked
/// once it answers.
Result<> Office::checkWitness()
{
    return m_late ? Result<>() : agreesWith(*m_link);
}

Result<> Office::agreesWith(central::LogWitness &heads)
{
    const auto witnessed = heads.witnessedHead(m_place.settings.stationId);
    if (!witnessed)
        return base::fail(witnessed);
    if (!*witnessed || (*witnessed)->count == 0)
        return {};
    const central::StationHead &known = **witnessed;
    return m_journalWorker.runAndWait([this, &known] {
        return journal::agreesWith(*m_journal, {.count = known.count, .hash = known.hash});
    });
}

/// The highest time that is known from the register. Under a lease the PC's clock counts for
/// nothing: only what has passed since the sign-in is added to what was known.
Result<> Office::keepTime()
{
    const bool late = m_late && !m_late->isConnected();
    const qint64 sinceMs = m_place.clock.sinceBootMs() - m_startedAtBootMs;
    const qint64 knownMs = late ? m_trustedAtStartMs + sinceMs : m_time.nowMs();
    return m_journalWorker.runAndWait(
        [this, knownMs] { return m_journal->memory().trustTime(knownMs); });
}

Result<> Office::keepLease(const central::Session &session)
{
    const journal::Lease lease{.untilMs = session.leaseUntil.toMSecsSinceEpoch(),
                               .session = auth::encodeSession(session)};
    return m_journalWorker.runAndWait(
        [&] { return m_journal->memory().setLease(session.user.id, lease); });
}

/// What happened at the door before, then this sign-in; only then may anything be shown.
Result<> Office::recordSignIn()
{
    const auto told = m_place.doorLog.add({.event = audit::DoorEvent::Success,
                                           .userId = m_actor.user,
                                           .cardSerial = m_actor.card,
                                           .reason = {}});
    if (!told)
        return base::fail(told);
    const base::Secret seed = auth::keyFor(m_admission.stationKey, auth::KeyUse::DoorBox);
    const auto merged = m_journalWorker.runAndWait([this, &seed] {
        return m_place.doorLog.merge(*m_journal, base::crypto::boxKeyPairFrom(seed), m_actor);
    });
    if (!merged)
        return base::fail(merged);
    audit::Entry entry;
    entry.procedure = QStringLiteral("SignIn");
    entry.operation = audit::Operation::Session;
    entry.detail = m_place.answeredByFile ? QStringLiteral("credentials file") : QString();
    const qint64 nowMs = m_place.clock.now().toMSecsSinceEpoch();
    if (const auto kept = keepTime(); !kept)
        return kept;
    if (m_late)
        entry.detail = QStringLiteral("under a lease");
    else if (const auto kept = keepLease(m_session); !kept)
        return kept;
    // Here the register was asked, or goes by the same clock: it is only noted.
    if (nowMs < m_trustedAtStartMs - auth::clockToleranceMs)
        entry.reason = QStringLiteral("ClockBehind");
    if (const auto row = m_recorder->record(m_actor, entry); !row)
        return base::fail(row);
    return {};
}

/// Paper of an earlier sign-in of which nobody said what became of it: the program was killed, or
/// the page was gone when the answer came.
Result<> Office::settleForgotten()
{
    const auto numbers =
        m_journalWorker.runAndWait([this] { return m_journal->memory().unsettledNumbers(); });
    if (!numbers)
        return base::fail(numbers);
    for (const QString &number : *numbers) {
        audit::Entry entry;
        entry.procedure = QStringLiteral("PrintOutcome");
        entry.operation = audit::Operation::Print;
        entry.outcome = audit::Outcome::Failed;
        entry.reason = QStringLiteral("OutcomeUnknown");
        entry.issueNumbers = {number};
        entry.copies = 1;
        const auto row = m_recorder->settle(m_actor, entry, journal::IssueState::Failed);
        if (!row)
            return base::fail(row);
    }
    return {};
}

} // namespace app
