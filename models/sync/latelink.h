#pragma once

#include "central/centrallink.h"

#include <QMutex>

#include <memory>

namespace syncing {

/// The register of somebody who signed in while it was not reached: RegisterUnreachable until
/// connect(), then the link given there. From any thread.
class LateLink final : public central::CentralLink
{
public:
    /// `link`: with its session open. Another one than before takes its place.
    void connect(const std::shared_ptr<central::CentralLink> &link);
    [[nodiscard]] bool isConnected() const;

    base::Result<central::RegisterIdentity> identity() override;
    base::Result<central::CardHolder> whoHolds(const QByteArray &fingerprint) override;
    base::Result<central::Session> openSession(const central::SignInRequest &request) override;
    void closeSession() override;
    base::Result<> recordSignIn(const QString &userId, central::SignInOutcome outcome) override;
    base::Result<QByteArray> unlockUser(const QString &userId) override;
    base::Result<> demand(central::Right right) override;
    base::Result<> changePassword(const base::Secret &wanted) override;

    base::Result<central::LoadStart> beginLoad() override;
    base::Result<central::Chunk> chunk(const central::ChunkRequest &request) override;
    base::Result<central::FeedPage> feed(const central::Position &after, int limit) override;
    base::Result<central::Position> position() override;
    base::Result<QByteArray> registerDigest() override;
    void whenFed(std::function<void()> tell) override;

    base::Result<> depositCheckpoint(const central::StationHead &head) override;
    base::Result<std::optional<central::StationHead>>
    witnessedHead(const QString &stationId) override;
    base::Result<base::crypto::KeyPair> logKeyPair() override;

    base::Result<central::SubmissionAnswer> submit(const central::Submission &submission) override;
    base::Result<central::CheckAnswer> decide(const central::Check &check) override;
    base::Result<QList<central::EditLock>>
    lockForEdit(const QList<central::LockKey> &keys) override;
    base::Result<> releaseLocks() override;
    base::Result<> breakLock(central::LockKey key, const QString &reason) override;
    base::Result<residents::SensitiveNumbers> revealNumber(base::PersonId person,
                                                           const QString &reason) override;
    base::Result<> offerAgain(const QList<central::Offer> &offers) override;
    base::Result<QList<qint64>> takeNumbers(central::NumberSeries series, int count) override;

private:
    [[nodiscard]] std::shared_ptr<central::CentralLink> link() const;
    /// What the link answers, if there is one.
    template <typename Ask>
    auto asked(Ask ask) -> decltype(ask(std::declval<central::CentralLink &>()))
    {
        if (const auto there = link())
            return ask(*there);
        return base::fail(base::ErrorCode::RegisterUnreachable, QStringLiteral("not signed in"));
    }

    mutable QMutex m_mutex;
    std::shared_ptr<central::CentralLink> m_link;
    std::function<void()> m_tell;
};

} // namespace syncing
