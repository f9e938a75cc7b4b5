#include "sync/latelink.h"

#include <utility>

namespace syncing {

using base::Result;

void LateLink::connect(const std::shared_ptr<central::CentralLink> &link)
{
    std::function<void()> tell;
    {
        const QMutexLocker locked(&m_mutex);
        m_link = link;
        tell = m_tell;
    }
    if (link && tell)
        link->whenFed(std::move(tell));
}

bool LateLink::isConnected() const
{
    return link() != nullptr;
}

std::shared_ptr<central::CentralLink> LateLink::link() const
{
    const QMutexLocker locked(&m_mutex);
    return m_link;
}

void LateLink::closeSession()
{
    if (const auto there = link())
        there->closeSession();
}

void LateLink::whenFed(std::function<void()> tell)
{
    std::shared_ptr<central::CentralLink> there;
    {
        const QMutexLocker locked(&m_mutex);
        m_tell = tell;
        there = m_link;
    }
    if (there)
        there->whenFed(std::move(tell));
}

Result<central::RegisterIdentity> LateLink::identity()
{
    return asked([](central::CentralLink &there) { return there.identity(); });
}

Result<central::CardHolder> LateLink::whoHolds(const QByteArray &fingerprint)
{
    return asked([&](central::CentralLink &there) { return there.whoHolds(fingerprint); });
}

Result<central::Session> LateLink::openSession(const central::SignInRequest &request)
{
    return asked([&](central::CentralLink &there) { return there.openSession(request); });
}

Result<> LateLink::recordSignIn(const QString &userId, central::SignInOutcome outcome)
{
    return asked([&](central::CentralLink &there) { return there.recordSignIn(userId, outcome); });
}

Result<QByteArray> LateLink::unlockUser(const QString &userId)
{
    return asked([&](central::CentralLink &there) { return there.unlockUser(userId); });
}

Result<> LateLink::demand(central::Right right)
{
    return asked([&](central::CentralLink &there) { return there.demand(right); });
}

Result<> LateLink::changePassword(const base::Secret &wanted)
{
    return asked([&](central::CentralLink &there) { return there.changePassword(wanted); });
}

Result<central::LoadStart> LateLink::beginLoad()
{
    return asked([](central::CentralLink &there) { return there.beginLoad(); });
}

Result<central::Chunk> LateLink::chunk(const central::ChunkRequest &request)
{
    return asked([&](central::CentralLink &there) { return there.chunk(request); });
}

Result<central::FeedPage> LateLink::feed(const central::Position &after, int limit)
{
    return asked([&](central::CentralLink &there) { return there.feed(after, limit); });
}

Result<central::Position> LateLink::position()
{
    return asked([](central::CentralLink &there) { return there.position(); });
}

Result<QByteArray> LateLink::registerDigest()
{
    return asked([](central::CentralLink &there) { return there.registerDigest(); });
}

Result<> LateLink::depositCheckpoint(const central::StationHead &head)
{
    return asked([&](central::CentralLink &there) { return there.depositCheckpoint(head); });
}

Result<std::optional<central::StationHead>> LateLink::witnessedHead(const QString &stationId)
{
    return asked([&](central::CentralLink &there) { return there.witnessedHead(stationId); });
}

Result<base::crypto::KeyPair> LateLink::logKeyPair()
{
    return asked([](central::CentralLink &there) { return there.logKeyPair(); });
}

Result<central::SubmissionAnswer> LateLink::submit(const central::Submission &submission)
{
    return asked([&](central::CentralLink &there) { return there.submit(submission); });
}

Result<central::CheckAnswer> LateLink::decide(const central::Check &check)
{
    return asked([&](central::CentralLink &there) { return there.decide(check); });
}

Result<QList<central::EditLock>> LateLink::lockForEdit(const QList<central::LockKey> &keys)
{
    return asked([&](central::CentralLink &there) { return there.lockForEdit(keys); });
}

Result<> LateLink::releaseLocks()
{
    return asked([](central::CentralLink &there) { return there.releaseLocks(); });
}

Result<> LateLink::breakLock(central::LockKey key, const QString &reason)
{
    return asked([&](central::CentralLink &there) { return there.breakLock(key, reason); });
}

Result<residents::SensitiveNumbers> LateLink::revealNumber(base::PersonId person,
                                                           const QString &reason)
{
    return asked([&](central::CentralLink &there) { return there.revealNumber(person, reason); });
}

Result<> LateLink::offerAgain(const QList<central::Offer> &offers)
{
    return asked([&](central::CentralLink &there) { return there.offerAgain(offers); });
}

Result<QList<qint64>> LateLink::takeNumbers(central::NumberSeries series, int count)
{
    return asked([&](central::CentralLink &there) { return there.takeNumbers(series, count); });
}

} // namespace syncing
