#include "app/sim/wire.h"

using base::ErrorCode;
using base::Result;

namespace sim {

namespace {

tl::unexpected<base::Error> unreachable()
{
    return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("simulated"));
}

} // namespace

void Wire::plan(Fault fault, int calls)
{
    m_planned = Planned{fault, calls};
}

void Wire::drop()
{
    m_connection.reset();
    m_session.reset();
}

std::optional<Fault> Wire::next()
{
    if (!m_planned || --m_planned->calls > 0)
        return std::nullopt;
    const auto fault = m_planned->fault;
    m_planned.reset();
    m_parts.counts.add(fault);
    return fault;
}

bool Wire::connect()
{
    if (m_connection && m_connection->link())
        return true;
    m_connection = m_parts.host.connect();
    if (!m_connection)
        return false;
    return !m_session || m_connection->link()->openSession(*m_session).has_value();
}

template <typename What>
auto Wire::call(What what) -> std::invoke_result_t<What, CentralLink &>
{
    if (m_isOut || m_parts.disk.isDead() || !connect())
        return unreachable();
    const auto fault = next();
    if (fault == Fault::LostRequest)
        return unreachable();
    if (fault == Fault::Delay) {
        // Given up with its connection, whose session does it all the same, some time later.
        m_parts.delayed.append([connection = std::exchange(m_connection, nullptr), what] {
            if (auto *link = connection->link())
                (void)what(*link);
        });
        return unreachable();
    }
    auto answer = what(*m_connection->link());
    if (fault == Fault::Duplicate && m_connection->link() && !m_parts.host.disk().isDead())
        answer = what(*m_connection->link());
    if (fault == Fault::Crash)
        m_parts.disk.die();
    const bool ended = m_parts.host.disk().isDead();
    m_parts.host.lookAfter();
    if (ended || fault == Fault::LostAnswer || fault == Fault::Crash)
        return unreachable();
    return answer;
}

Result<central::RegisterIdentity> Wire::identity()
{
    return call([](CentralLink &link) { return link.identity(); });
}

Result<central::CardHolder> Wire::whoHolds(const QByteArray &card)
{
    return call([card](CentralLink &link) { return link.whoHolds(card); });
}

Result<central::Session> Wire::openSession(const central::SignInRequest &request)
{
    m_session.reset();
    auto opened = call([request](CentralLink &link) { return link.openSession(request); });
    if (opened)
        m_session = request;
    return opened;
}

void Wire::closeSession()
{
    m_session.reset();
    const auto closed = call([](CentralLink &link) -> Result<> {
        link.closeSession();
        return {};
    });
    if (!closed)
        m_connection.reset();
}

Result<> Wire::recordSignIn(const QString &user, central::SignInOutcome outcome)
{
    return call([user, outcome](CentralLink &link) { return link.recordSignIn(user, outcome); });
}

Result<QByteArray> Wire::unlockUser(const QString &user)
{
    return call([user](CentralLink &link) { return link.unlockUser(user); });
}

Result<> Wire::demand(central::Right right)
{
    return call([right](CentralLink &link) { return link.demand(right); });
}

Result<central::LoadStart> Wire::beginLoad()
{
    return call([](CentralLink &link) { return link.beginLoad(); });
}

Result<central::Chunk> Wire::chunk(const central::ChunkRequest &request)
{
    return call([request](CentralLink &link) { return link.chunk(request); });
}

Result<central::FeedPage> Wire::feed(const central::Position &after, int limit)
{
    return call([after, limit](CentralLink &link) { return link.feed(after, limit); });
}

Result<central::Position> Wire::position()
{
    return call([](CentralLink &link) { return link.position(); });
}

Result<QByteArray> Wire::registerDigest()
{
    return call([](CentralLink &link) { return link.registerDigest(); });
}

Result<> Wire::depositCheckpoint(const central::StationHead &head)
{
    return call([head](CentralLink &link) { return link.depositCheckpoint(head); });
}

Result<std::optional<central::StationHead>> Wire::witnessedHead(const QString &station)
{
    return call([station](CentralLink &link) { return link.witnessedHead(station); });
}

Result<base::crypto::KeyPair> Wire::logKeyPair()
{
    return call([](CentralLink &link) { return link.logKeyPair(); });
}

Result<central::SubmissionAnswer> Wire::submit(const central::Submission &submission)
{
    return call([submission](CentralLink &link) { return link.submit(submission); });
}

Result<central::CheckAnswer> Wire::decide(const central::Check &check)
{
    return call([check](CentralLink &link) { return link.decide(check); });
}

Result<QList<central::EditLock>> Wire::lockForEdit(const QList<central::LockKey> &keys)
{
    return call([keys](CentralLink &link) { return link.lockForEdit(keys); });
}

Result<> Wire::releaseLocks()
{
    return call([](CentralLink &link) { return link.releaseLocks(); });
}

Result<> Wire::breakLock(central::LockKey key, const QString &reason)
{
    return call([key, reason](CentralLink &link) { return link.breakLock(key, reason); });
}

Result<residents::SensitiveNumbers> Wire::revealNumber(base::PersonId person, const QString &reason)
{
    return call([person, reason](CentralLink &link) { return link.revealNumber(person, reason); });
}

Result<> Wire::offerAgain(const QList<central::Offer> &offers)
{
    return call([offers](CentralLink &link) { return link.offerAgain(offers); });
}

Result<QList<qint64>> Wire::takeNumbers(central::NumberSeries series, int count)
{
    return call([series, count](CentralLink &link) { return link.takeNumbers(series, count); });
}

} // namespace sim
