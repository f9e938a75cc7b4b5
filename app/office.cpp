#include "app/office.h"

#include "auth/keyuse.h"
#include "base/errorname.h"
#include "central/embeddedlink.h"
#include "desk/counter.h"
#include "journal/witness.h"
#include "storage/cipher.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;

namespace app {

namespace {
constexpr int keepUpMs = 20'000;

QHash<const desk::Desk *, Office *> &offices()
{
    static QHash<const desk::Desk *, Office *> all;
    return all;
}
} // namespace

Office::Office(const desk::Admission &admission, const OfficePlace &place)
    : m_place(place)
    , m_admission(admission)
    , m_journalWorker(QStringLiteral("journal"))
{
}

Office::~Office()
{
    offices().removeIf([this](const auto &entry) { return entry.value() == this; });
    m_replica.reset();
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
    for (const auto step : {&Office::openRegister, &Office::openJournal, &Office::checkWitness,
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
    } else if (const auto opened = openEmbedded(); !opened) {
        return opened;
    }
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
        m_recorder = std::make_unique<audit::Recorder>(m_journalWorker, *m_journal, m_place.clock,
                                                       m_session.logKey);
        return {};
    });
}

/// An old journal put back, or another one, goes on where the register knows better: refused,
/// because rows written behind it would hide that others are gone.
Result<> Office::checkWitness()
{
    const auto witnessed = m_link->witnessedHead(m_place.settings.stationId);
    if (!witnessed)
        return base::fail(witnessed);
    if (!*witnessed || (*witnessed)->count == 0)
        return {};
    const central::StationHead &known = **witnessed;
    return m_journalWorker.runAndWait([this, &known] {
        return journal::agreesWith(*m_journal, {.count = known.count, .hash = known.hash});
    });
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
    const auto trusted = m_journalWorker.runAndWait([this, nowMs]() -> Result<qint64> {
        const auto highest = m_journal->memory().trustedTime();
        if (!highest)
            return highest;
        if (const auto kept = m_journal->memory().trustTime(nowMs); !kept)
            return base::fail(kept);
        return highest;
    });
    if (!trusted)
        return base::fail(trusted);
    // The embedded register goes by the same clock: nothing can be asked, but it is known later.
    constexpr qint64 toleranceMs = 300'000;
    if (nowMs < *trusted - toleranceMs)
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

Result<desk::DeskTables> Office::loadTables() const
{
    desk::DeskTables tables;
    struct Named
    {
        QString name;
        tables::Table *table;
    };
    for (const Named &named :
         {Named{QStringLiteral("purposes"), &tables.purposes},
          Named{QStringLiteral("identity"), &tables.identity},
          Named{QStringLiteral("fees"), &tables.fees},
          Named{QStringLiteral("wording"), &tables.wording},
          Named{QStringLiteral("files"), &tables.files},
          Named{QStringLiteral("late_charge_rates"), &tables.lateChargeRates}}) {
        auto table = tables::Table::load(named.name);
        if (!table)
            return base::fail(table);
        *named.table = std::move(*table);
    }
    auto calculator = tax::CalculatorTables::load();
    if (!calculator)
        return base::fail(calculator);
    tables.calculator = std::move(*calculator);
    return tables;
}

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
    auto counter = std::make_unique<desk::Counter>(
        desk::Counter::Parts{.clock = m_place.clock,
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
                                       .training = m_session.identity.training},
                             .policy = shown,
                             .actor = m_actor,
                             .tables = std::move(*tables),
                             .printerNumber = m_place.settings.printerNumber,
                             .restrictionsMaxAgeMinutes = policy.restrictionAgeMinutes,
                             .relockMs = qint64{policy.relockSeconds} * 1000,
                             .dataAsOf = [this] { return m_replica->dataAsOf(); }});
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
        self->m_replica->stop();
        delete desk;
    });
    startKeeping(*shared);
    return shared;
}

void Office::makeReplica()
{
    const auto tellDesk = [this](auto tell) {
        QMetaObject::invokeMethod(
            m_desk, [desk = m_desk, tell] { tell(*desk); }, Qt::QueuedConnection);
    };
    m_replica = std::make_unique<ReplicaRoom>(ReplicaRoom::Parts{
        .replica = *m_link,
        .path = QDir(m_place.settings.dataFolder).filePath(QStringLiteral("cache.db")),
        .key = auth::keyFor(m_admission.stationKey, auth::KeyUse::Cache),
        .progress =
            [tellDesk](int percent) {
                tellDesk([percent](desk::Desk &desk) {
                    if (desk.status().loadPercent != percent)
                        Q_EMIT desk.loadProgress(percent);
                });
            },
        .refreshed =
            [tellDesk] { tellDesk([](desk::Desk &desk) { Q_EMIT desk.statusChanged(); }); },
        .failed =
            [tellDesk](const base::Error &error) {
                tellDesk([error](desk::Desk &desk) { Q_EMIT desk.loadFailed(error); });
            },
        .reached =
            [this, tellDesk](bool answered) {
                if (m_registerReached.exchange(answered) != answered)
                    tellDesk([](desk::Desk &desk) { Q_EMIT desk.statusChanged(); });
            },
        .setAside = [this](const auto &report) { return recordSetAside(report); }});
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
    // Every few seconds: what the feed has, and the log's head for the register. A head that could
    // not be handed in is handed in with the next one.
    QObject::connect(m_timer.get(), &QTimer::timeout, &desk, [this] {
        m_replica->keepUp([this] { (void)witness(audit::Recorder::When::IfDue); });
    });
    QMetaObject::invokeMethod(m_timer.get(), qOverload<>(&QTimer::start), Qt::QueuedConnection);
    lockWithoutCard(desk);
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
    if (const auto witnessed = witness(audit::Recorder::When::Now); !witnessed)
        return base::fail(witnessed);
    const evidence::Head head = m_journalWorker.runAndWait([this] { return m_journal->head(); });
    m_link->closeSession();
    return desk::LogHead{.count = head.count, .hash = head.hash};
}

desk::Status Office::status() const
{
    desk::Status status;
    status.registerReached = m_registerReached;
    if (const QDateTime asOf = m_replica->dataAsOf(); asOf.toMSecsSinceEpoch() > 0)
        status.dataAsOf = asOf;
    status.token = m_place.door->token();
    status.printer = m_place.settings.printer;
    return status;
}

} // namespace app
