#pragma once

#include "central/centrallink.h"

namespace sim {

/// Hands every call on to another link.
class ThroughLink : public central::CentralLink
{
public:
    explicit ThroughLink(central::CentralLink &inner)
        : m_inner(inner)
    {
    }

    [[nodiscard]] base::Result<central::RegisterIdentity> identity() override
    {
        return m_inner.identity();
    }
    [[nodiscard]] base::Result<central::CardHolder> whoHolds(const QByteArray &card) override
    {
        return m_inner.whoHolds(card);
    }
    [[nodiscard]] base::Result<central::Session>
    openSession(const central::SignInRequest &request) override
    {
        return m_inner.openSession(request);
    }
    void closeSession() override { m_inner.closeSession(); }
    [[nodiscard]] base::Result<> recordSignIn(const QString &user,
                                              central::SignInOutcome outcome) override
    {
        return m_inner.recordSignIn(user, outcome);
    }
    [[nodiscard]] base::Result<QByteArray> unlockUser(const QString &user) override
    {
        return m_inner.unlockUser(user);
    }
    [[nodiscard]] base::Result<> demand(central::Right right) override
    {
        return m_inner.demand(right);
    }

    [[nodiscard]] base::Result<central::LoadStart> beginLoad() override
    {
        return m_inner.beginLoad();
    }
    [[nodiscard]] base::Result<central::Chunk> chunk(const central::ChunkRequest &request) override
    {
        return m_inner.chunk(request);
    }
    [[nodiscard]] base::Result<central::FeedPage> feed(const central::Position &after,
                                                       int limit) override
    {
        return m_inner.feed(after, limit);
    }
    [[nodiscard]] base::Result<central::Position> position() override { return m_inner.position(); }
    [[nodiscard]] base::Result<QByteArray> registerDigest() override
    {
        return m_inner.registerDigest();
    }

    [[nodiscard]] base::Result<> depositCheckpoint(const central::StationHead &head) override
    {
        return m_inner.depositCheckpoint(head);
    }
    [[nodiscard]] base::Result<std::optional<central::StationHead>>
    witnessedHead(const QString &station) override
    {
        return m_inner.witnessedHead(station);
    }
    [[nodiscard]] base::Result<base::crypto::KeyPair> logKeyPair() override
    {
        return m_inner.logKeyPair();
    }

    [[nodiscard]] base::Result<central::SubmissionAnswer>
    submit(const central::Submission &submission) override
    {
        return m_inner.submit(submission);
    }
    [[nodiscard]] base::Result<central::CheckAnswer> decide(const central::Check &check) override
    {
        return m_inner.decide(check);
    }
    [[nodiscard]] base::Result<QList<central::EditLock>>
    lockForEdit(const QList<central::LockKey> &keys) override
    {
        return m_inner.lockForEdit(keys);
    }
    [[nodiscard]] base::Result<> releaseLocks() override { return m_inner.releaseLocks(); }
    [[nodiscard]] base::Result<> breakLock(central::LockKey key, const QString &reason) override
    {
        return m_inner.breakLock(key, reason);
    }
    [[nodiscard]] base::Result<residents::SensitiveNumbers>
    revealNumber(base::PersonId person, const QString &reason) override
    {
        return m_inner.revealNumber(person, reason);
    }
    [[nodiscard]] base::Result<> offerAgain(const QList<central::Offer> &offers) override
    {
        return m_inner.offerAgain(offers);
    }
    [[nodiscard]] base::Result<QList<qint64>> takeNumbers(central::NumberSeries series,
                                                          int count) override
    {
        return m_inner.takeNumbers(series, count);
    }

protected:
    [[nodiscard]] central::CentralLink &inner() { return m_inner; }

private:
    central::CentralLink &m_inner;
};

} // namespace sim
