#include "app/office.h"
#include "auth/keyuse.h"
#include "base/errorname.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;

// The desk of an office and what goes on around it: the cache, the outbox, locking, closing.
namespace app {

namespace {
constexpr int keepUpMs = 20'000;
} // namespace

Result<std::shared_ptr<desk::Desk>> Office::makeDesk(const std::shared_ptr<Office> &self)
{
    auto tables = loadTables();
    if (!tables)
        return base::fail(tables);
    const central::Policy &policy = m_session.policy;
    const int ownIdle = m_place.settings.idleLockSeconds;
    const desk::Policy shown{.idleLockSeconds = ownIdle > 0
                                                    ? std::min(ownIdle, policy.idleLockSeconds)
                                                    : policy.idleLockSeconds,
                             .idleSignOutSeconds = policy.idleSignOutSeconds,
                             .searchPauseMs = policy.searchPauseMs,
                             .rowLimit = policy.rowLimit};
    makeReplica();
    makeOutbox();
    auto counter = std::make_unique<desk::Counter>(counterParts(std::move(*tables), shown));
    const desk::Desk::Closing closing{
        .prove = [this](const base::Secret &password,
                        const base::Secret &pin) { return prove(password, pin); },
        .forgetCard = [this] { m_place.door->forgetCard(); },
        .close = [this] { return close(); },
        .status = [this] { return status(); }};
    auto made = std::make_unique<desk::Desk>(std::move(counter), closing, shown);
    Q_EMIT made->loadProgress(0);
    if (QCoreApplication::instance())
        made->moveToThread(QCoreApplication::instance()->thread());
    m_desk = made.get();
    offices().insert(m_desk, this);
    // Nobody tells the desk anything any more; then it goes, then the office it stands in.
    std::shared_ptr<desk::Desk> shared(made.release(), [self](desk::Desk *desk) {
        {
            const QMutexLocker locked(&self->m_bell->mutex);
            self->m_bell->ring = {};
        }
        self->m_replica->stop();
        delete desk;
    });
    startKeeping(*shared);
    return shared;
}

desk::Counter::Parts Office::counterParts(desk::DeskTables tables, const desk::Policy &shown)
{
    const central::Policy &policy = m_session.policy;
    return desk::Counter::Parts{.clock = m_place.clock,
                                .reading = m_replica->reading(),
                                .reader = [this] { return m_replica->reader(); },
                                .recorder = *m_recorder,
                                .press = m_place.press,
                                .clerk = {.userId = m_session.user.id,
                                          .name = m_session.user.name,
                                          .section = m_session.user.section,
                                          .role = m_session.user.role,
                                          .rights = m_session.rights,
                                          .station = m_session.station.name,
                                          .municipality = m_session.identity.municipality,
                                          .municipalityCode = m_session.identity.code,
                                          .training = m_session.identity.training,
                                          .mustChangePassword = m_session.mustChangePassword},
                                .policy = shown,
                                .actor = m_actor,
                                .tables = std::move(tables),
                                .printerNumber = m_place.settings.printerNumber,
                                .restrictionsMaxAgeMinutes = policy.restrictionAgeMinutes,
                                .relockMs = qint64{policy.relockSeconds} * 1000,
                                .dataAsOf = [this] { return m_replica->dataAsOf(); },
                                .writing = writing(),
                                .passwords = passwordDoors()};
}

/// Through these doors goes out what a clerk enters.
desk::Writing Office::writing()
{
    return {.entries = m_link.get(),
            .numbers = m_link.get(),
            .outbox = m_outbox->door(),
            .ship = [this] { return shipNow(); },
            .registerReached = [this] { return m_registerReached.load(); }};
}

void Office::makeReplica()
{
    m_replica = std::make_unique<ReplicaRoom>(ReplicaRoom::Parts{
        .replica = *m_link,
        .path = QDir(m_place.settings.dataFolder).filePath(QStringLiteral("cache.db")),
        .key = auth::keyFor(m_admission.stationKey, auth::KeyUse::Cache),
        .progress =
            [this](int percent) {
                tellDesk([percent](desk::Desk &desk) {
                    if (desk.status().loadPercent != percent)
                        Q_EMIT desk.loadProgress(percent);
                });
            },
        .refreshed = [this] { tellDesk([](desk::Desk &desk) { Q_EMIT desk.statusChanged(); }); },
        .failed =
            [this](const base::Error &error) {
                tellDesk([error](desk::Desk &desk) { Q_EMIT desk.loadFailed(error); });
            },
        .reached = [this](bool answered) { tellReached(answered); },
        .refused = [this](const base::Error &why) { endIfRefused(why); },
        .setAside = [this](const auto &report) { return recordSetAside(report); },
        .anew = [this](ErrorCode why) { return m_outbox->beforeLoad(why); },
        .first = [this] { askAgain(); },
        .kept = [this](const auto &report) { m_outbox->kept(report); },
        .ship =
            [this] {
                const auto report = m_outbox->ship();
                return report && report->isAhead();
            }});
}

Result<> Office::recordSetAside(const syncing::KeepingReport &report)
{
    audit::Entry entry;
    entry.procedure = QStringLiteral("CacheSetAside");
    entry.operation = audit::Operation::Session;
    entry.reason = base::errorName(report.reason);
    entry.detail = report.setAsideAs;
    if (const auto row = m_recorder->record(m_actor, entry); !row)
        return base::fail(row);
    return {};
}

void Office::startKeeping(desk::Desk &desk)
{
    if (m_session.rights.testFlag(central::Right::Search))
        m_replica->bring();
    else
        m_replica->leaveAsItIs();
    m_timer = std::make_unique<QTimer>();
    m_timer->setInterval(keepUpMs);
    m_timer->moveToThread(desk.thread());
    QObject::connect(m_timer.get(), &QTimer::timeout, &desk, [this] { keepUp(); });
    QMetaObject::invokeMethod(m_timer.get(), qOverload<>(&QTimer::start), Qt::QueuedConnection);
    lockWithoutCard(desk);
    hearTheFeed();
    keepUp();
}

/// Every few seconds, and when the register says that it has something: what the feed has, what was
/// filed, and the log's head for the register. A head that could not be handed in is handed in with
/// the next one.
void Office::keepUp()
{
    m_replica->keepUp([this] {
        (void)keepTime();
        lookAfterLease();
        (void)witness(audit::Recorder::When::IfDue);
    });
}

void Office::hearTheFeed()
{
    m_bell = std::make_shared<Bell>();
    m_bell->ring = [this] { keepUp(); };
    m_link->whenFed([bell = m_bell] {
        const QMutexLocker locked(&bell->mutex);
        if (bell->ring)
            bell->ring();
    });
}

/// design.md 4: token pulled: at once. Also when it went between the sign-in and now.
void Office::lockWithoutCard(desk::Desk &desk)
{
    const auto look = [this, &desk](const desk::TokenView &token) {
        if (token.state != desk::TokenState::Present || token.serial != m_actor.card)
            desk.lock(desk::LockReason::TokenGone);
    };
    QObject::connect(m_place.door, &desk::Door::tokenChanged, &desk, look);
    QMetaObject::invokeMethod(
        &desk, [this, look] { look(m_place.door->token()); }, Qt::QueuedConnection);
}

Result<> Office::witness(audit::Recorder::When when)
{
    const auto checkpoint = m_recorder->checkpoint(when);
    if (!checkpoint)
        return base::fail(checkpoint);
    if (!*checkpoint)
        return {};
    const evidence::SignedCheckpoint &signedHead = **checkpoint;
    return m_link->depositCheckpoint(
        {.stationId = m_place.settings.stationId,
         .count = signedHead.checkpoint.head.count,
         .hash = signedHead.checkpoint.head.hash,
         .at = QDateTime::fromMSecsSinceEpoch(signedHead.checkpoint.atMs, Qt::UTC),
         .signedBytes = signedHead.signedBytes,
         .signature = signedHead.signature});
}

Result<> Office::prove(const base::Secret &password, const base::Secret &pin)
{
    const auto proved = m_place.door->prove(password, pin);
    if (!proved)
        return base::fail(proved);
    if (proved->identity.fingerprint != m_admission.identity.fingerprint ||
        proved->stationKey != m_admission.stationKey)
        return base::fail(ErrorCode::TokenOfOther);
    if (proved->accepted) {
        if (const auto heard = hear(*proved->accepted); !heard)
            return heard;
    }
    if (m_shutFor != ErrorCode::Count)
        return base::fail(m_shutFor);
    if (proved->askAgain) {
        const auto leased = leasedSession();
        if (!leased)
            return base::fail(leased);
        if (const auto same = keepsRights(*leased); !same)
            return same;
    }
    // Failures at the door count from the last time it opened.
    return m_place.doorLog.add({.event = audit::DoorEvent::Success,
                                .userId = m_actor.user,
                                .cardSerial = m_actor.card,
                                .reason = {}});
}

/// In the reader's thread, from Desk::signOut: the last checkpoint goes to the register, and the
/// head is what the day-end sheet shows. The files close when the desk goes.
Result<desk::LogHead> Office::close()
{
    if (const auto witnessed = witness(audit::Recorder::When::Now);
        !witnessed && !mayWait(witnessed.error().code))
        return base::fail(witnessed);
    const evidence::Head head = m_journalWorker.runAndWait([this] { return m_journal->head(); });
    m_closed = true;
    m_link->closeSession();
    return desk::LogHead{.count = head.count, .hash = head.hash};
}

desk::Status Office::status() const
{
    desk::Status status;
    status.registerReached = m_registerReached;
    if (const QDateTime asOf = m_replica->dataAsOf(); asOf.toMSecsSinceEpoch() > 0)
        status.dataAsOf = asOf;
    status.outboxWaiting = m_outbox->waiting();
    status.token = m_place.door->token();
    status.printer = m_place.settings.printer;
    status.passwordDaysLeft = int(m_time.today().daysTo(QDate::fromJulianDay(m_passwordUntil)));
    return status;
}

} // namespace app
