#include "central/embeddedlink.h"

#include "base/crypto.h"
#include "central/bookings.h"
#include "central/embeddedlinkstate.h"
#include "central/embeddedpasswords.h"
#include "central/offeredagain.h"
#include "central/policy.h"
#include "central/replicatables.h"
#include "central/stationheads.h"
#include "central/useraccounts.h"
#include "storage/eachrow.h"

#include <QUuid>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int feedRows = 5000;

/// A station that is not sent the table learns that something changed, not what or whose.
void withhold(Change &change)
{
    change.withheld = rowDigest(change.table, change.row);
    change.row = {};
}

} // namespace

Result<User> EmbeddedLink::State::user()
{
    if (userId.isEmpty())
        return base::fail(ErrorCode::NotSignedIn);
    auto who = usable(userId);
    if (!who)
        return who;
    const auto aged = EmbeddedPasswords(*database, policy, clock.today()).mustChange(*who);
    if (!aged)
        return base::fail(aged);
    if (*aged)
        return base::fail(ErrorCode::PasswordExpired);
    return who;
}

Result<User> EmbeddedLink::State::usable(const QString &id)
{
    auto found = UserAccounts(*database).user(id);
    if (!found)
        return base::fail(found);
    if (!*found)
        return base::fail(ErrorCode::UserUnknown);
    if ((*found)->locked)
        return base::fail(ErrorCode::UserLocked);
    if (!isValidOn(**found, clock.today()))
        return base::fail(ErrorCode::UserExpired);
    return std::move(**found);
}

Result<> EmbeddedLink::State::demand(Right right)
{
    const auto who = user();
    if (!who)
        return base::fail(who);
    if (!rightsOn(*who, clock.today()).testFlag(right))
        return base::fail(ErrorCode::RightMissing);
    return {};
}

EmbeddedLink::EmbeddedLink(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

EmbeddedLink::~EmbeddedLink()
{
    m_state->thread.runAndWait([this] {
        m_state->close();
        m_state->database.reset();
    });
}

Result<std::unique_ptr<EmbeddedLink>>
EmbeddedLink::open(const QString &folder, const RegisterKeys &keys, const base::Clock &clock)
{
    auto state = std::make_unique<State>(clock);
    state->folder = folder;
    state->numbersKey = keys.numbersKey;
    auto *of = state.get();
    const auto opened = of->thread.runAndWait([of, &folder, &keys]() -> Result<> {
        auto database = openRegister(folder, keys.registerKey, storage::Opening::Mode::ReadWrite);
        if (!database)
            return base::fail(database);
        const auto identity = readIdentity(**database);
        if (!identity)
            return base::fail(identity);
        of->identity = *identity;
        of->database = std::move(*database);
        return {};
    });
    if (!opened)
        return base::fail(opened);
    return std::unique_ptr<EmbeddedLink>(new EmbeddedLink(std::move(state)));
}

Result<RegisterIdentity> EmbeddedLink::identity()
{
    return m_state->identity.identity;
}

Result<CardHolder> EmbeddedLink::whoHolds(const QByteArray &fingerprint)
{
    return m_state->thread.runAndWait([this, &fingerprint]() -> Result<CardHolder> {
        const auto found = UserAccounts(*m_state->database).holder(fingerprint);
        if (!found)
            return base::fail(found);
        if (!*found)
            return base::fail(ErrorCode::UserUnknown);
        return **found;
    });
}

Result<Session> EmbeddedLink::State::open(const SignInRequest &request)
{
    close();
    const auto who = usable(request.userId);
    if (!who)
        return base::fail(who);
    if (request.certificateFingerprint.isEmpty() ||
        who->certificateFingerprint != request.certificateFingerprint)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("another certificate"));
    const auto station = UserAccounts(*database).station(request.stationId);
    if (!station)
        return base::fail(station);
    if (!*station)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("station is not enrolled"));
    // Every other record is opened from a resident's: a replica without them is none.
    if (!(*station)->scopes.contains(scopeOf(Table::Person)))
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("no scope of residents"));
    const auto today = clock.today();
    const auto inForce = policyOn(today);
    if (!inForce)
        return base::fail(inForce);
    policy = *inForce;
    const auto aged = EmbeddedPasswords(*database, policy, today).mustChange(*who);
    if (!aged)
        return base::fail(aged);
    userId = who->id;
    stationId = (*station)->id;
    session = QUuid::createUuid().toString(QUuid::WithoutBraces);
    tables = tablesFor((*station)->scopes);
    return Session{.user = *who,
                   .rights = rightsOn(*who, today),
                   .policy = policy,
                   .station = **station,
                   .identity = identity.identity,
                   .registerTime = clock.now(),
                   .leaseUntil = clock.now().addSecs(qint64{policy.leaseHours} * 60 * 60),
                   .logKey = identity.logKey,
                   .mustChangePassword = *aged};
}

Result<Session> EmbeddedLink::openSession(const SignInRequest &request)
{
    return m_state->thread.runAndWait([this, &request] { return m_state->open(request); });
}

void EmbeddedLink::closeSession()
{
    m_state->thread.runAndWait([this] { m_state->close(); });
}

Result<> EmbeddedLink::State::recordSignIn(const QString &id, SignInOutcome outcome)
{
    auto transaction = storage::Transaction::begin(*database);
    if (!transaction)
        return base::fail(transaction);
    UserAccounts accounts(*database);
    const auto who = accounts.user(id);
    if (!who)
        return base::fail(who);
    if (!*who)
        return base::fail(ErrorCode::UserUnknown);
    const bool opened = outcome == SignInOutcome::Opened;
    // A locked account is opened by a supervisor only, never by a later good password.
    if (opened && (*who)->locked)
        return base::fail(ErrorCode::UserLocked);
    const int failures = opened ? 0 : (*who)->failures + 1;
    const bool locked = (*who)->locked || failures >= policy.failuresBeforeLock;
    if (const auto done = accounts.setFailures(id, failures, locked); !done)
        return base::fail(done);
    if (const auto done = transaction->commit(); !done)
        return base::fail(done);
    if (locked)
        return base::fail(ErrorCode::UserLocked);
    return {};
}

Result<> EmbeddedLink::recordSignIn(const QString &userId, SignInOutcome outcome)
{
    return m_state->thread.runAndWait(
        [this, &userId, outcome] { return m_state->recordSignIn(userId, outcome); });
}

Result<QByteArray> EmbeddedLink::unlockUser(const QString &userId)
{
    return m_state->thread.runAndWait([this, &userId]() -> Result<QByteArray> {
        if (const auto may = m_state->demand(Right::UnlockUser); !may)
            return base::fail(may);
        if (userId == m_state->userId)
            return base::fail(ErrorCode::RightMissing, QStringLiteral("nobody unlocks himself"));
        UserAccounts accounts(*m_state->database);
        const auto who = accounts.user(userId);
        if (!who)
            return base::fail(who);
        if (!*who)
            return base::fail(ErrorCode::UserUnknown);
        if (const auto reset = accounts.setFailures(userId, 0, false); !reset)
            return base::fail(reset);
        return (*who)->certificateFingerprint;
    });
}

Result<> EmbeddedLink::demand(Right right)
{
    return m_state->thread.runAndWait([this, right] { return m_state->demand(right); });
}

Result<LoadStart> EmbeddedLink::beginLoad()
{
    return m_state->thread.runAndWait([this]() -> Result<LoadStart> {
        if (const auto may = m_state->demand(Right::Search); !may)
            return base::fail(may);
        ReplicaTables tables(*m_state->database);
        const auto &id = m_state->identity.identity.registerId;
        const auto position = tables.position(id);
        if (!position)
            return base::fail(position);
        auto counts = tables.counts();
        if (!counts)
            return base::fail(counts);
        for (std::size_t i = 0; i < counts->size(); ++i) {
            if (!m_state->tables.contains(allTables.at(i)))
                counts->at(i) = 0;
        }
        return LoadStart{.registerId = id,
                         .position = *position,
                         .asOf = m_state->clock.now(),
                         .counts = *counts,
                         .tables = m_state->tables};
    });
}

Result<Chunk> EmbeddedLink::chunk(const ChunkRequest &request)
{
    return m_state->thread.runAndWait([this, &request]() -> Result<Chunk> {
        if (const auto may = m_state->demand(Right::Search); !may)
            return base::fail(may);
        if (!m_state->tables.contains(request.table))
            return Chunk{.rows = {}, .digest = digestOf(request.table, {}), .last = true};
        return ReplicaTables(*m_state->database).chunk(request);
    });
}

Result<FeedPage> EmbeddedLink::State::feed(const Position &after, int limit)
{
    if (const auto may = demand(Right::Search); !may)
        return base::fail(may);
    ReplicaTables rows(*database);
    const auto &id = identity.identity.registerId;
    const auto known = rows.knows(after, id);
    if (!known)
        return base::fail(known);
    if (!*known)
        return base::fail(ErrorCode::RegisterUnknown, QStringLiteral("position is not known"));
    // The time is taken before the rows are read: what commits later is not yet "everything".
    FeedPage page;
    page.asOf = clock.now();
    limit = qBound(1, limit, feedRows);
    auto changes = rows.changes(after, limit);
    if (!changes)
        return base::fail(changes);
    page.changes = std::move(*changes);
    page.tables = tables;
    for (auto &change : page.changes) {
        if (!tables.contains(change.table))
            withhold(change);
    }
    const auto end = rows.position(id);
    if (!end)
        return base::fail(end);
    page.end = *end;
    const auto backedUp = OfferedAgain(*database).backedUpTo();
    if (!backedUp)
        return base::fail(backedUp);
    page.backedUpTo = *backedUp;
    if (tables.contains(Table::Ledger)) {
        const auto booked = Bookings(*database).upTo();
        if (!booked)
            return base::fail(booked);
        page.paymentsUpTo = *booked;
    }
    const qint64 reached = page.changes.isEmpty() ? after.number : page.changes.last().number;
    page.more = reached < page.end.number;
    return page;
}

Result<FeedPage> EmbeddedLink::feed(const Position &after, int limit)
{
    return m_state->thread.runAndWait(
        [this, &after, limit] { return m_state->feed(after, limit); });
}

Result<Position> EmbeddedLink::position()
{
    return m_state->thread.runAndWait([this]() -> Result<Position> {
        if (const auto may = m_state->demand(Right::Search); !may)
            return base::fail(may);
        return ReplicaTables(*m_state->database).position(m_state->identity.identity.registerId);
    });
}

Result<QByteArray> EmbeddedLink::registerDigest()
{
    return m_state->thread.runAndWait([this]() -> Result<QByteArray> {
        if (const auto may = m_state->demand(Right::Search); !may)
            return base::fail(may);
        return ReplicaTables(*m_state->database).digest(m_state->tables);
    });
}

Result<> EmbeddedLink::depositCheckpoint(const StationHead &head)
{
    return m_state->thread.runAndWait(
        [this, &head] { return StationHeads(*m_state->database).deposit(head); });
}

Result<std::optional<StationHead>> EmbeddedLink::witnessedHead(const QString &stationId)
{
    return m_state->thread.runAndWait(
        [this, &stationId] { return StationHeads(*m_state->database).last(stationId); });
}

Result<base::crypto::KeyPair> EmbeddedLink::logKeyPair()
{
    return m_state->thread.runAndWait([this]() -> Result<base::crypto::KeyPair> {
        if (const auto may = m_state->demand(Right::ExportLog); !may)
            return base::fail(may);
        auto statement = m_state->database->statement(QStringLiteral("central/log_key"));
        if (!statement)
            return base::fail(statement);
        base::crypto::KeyPair pair;
        const auto read = storage::eachRow(*statement, [&pair](const auto &row) {
            QByteArray secret = row.bytes(0);
            pair.secret.assign(secret.cbegin(), secret.cend());
            secret.fill('\0');
            pair.open = row.bytes(1);
        });
        if (!read)
            return base::fail(read);
        return pair;
    });
}

} // namespace central
