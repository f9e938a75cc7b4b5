#pragma once

#include "base/secret.h"
#include "central/centrallink.h"
#include "central/pgconnection.h"

#include <memory>

namespace central {

/// How one clerk reaches the register from one station.
struct PostgresPlace
{
    PgTarget target;       ///< names the clerk (`user=`) and his key
    base::Secret proofKey; ///< what the station proves itself with, 32 bytes
};

/// The register on PostgreSQL: the contract over the functions in schema `api`, which decide
/// everything. Has a thread of its own ("register"); calls come from any thread and end within the
/// target's limits.
///
/// A connection that was lost is made anew by the next call, which also opens the session again, as
/// it was; what only reads, or counts once however often it is sent (submit, decide), is then asked
/// once more. What else changes something is not: the answer may be all that was lost.
///
/// The connection belongs to one user: whoHolds, recordSignIn and openSession are about himself.
/// LogWitness needs a session, and deposits only heads of its station.
class PostgresLink final : public CentralLink
{
public:
    /// Connects. RegisterUnreachable, RegisterRefused (password, certificate, address).
    [[nodiscard]] static base::Result<std::unique_ptr<PostgresLink>> open(PostgresPlace place);
    ~PostgresLink() override;
    Q_DISABLE_COPY_MOVE(PostgresLink)

    [[nodiscard]] base::Result<RegisterIdentity> identity() override;
    [[nodiscard]] base::Result<CardHolder> whoHolds(const QByteArray &fingerprint) override;
    [[nodiscard]] base::Result<Session> openSession(const SignInRequest &request) override;
    void closeSession() override;
    [[nodiscard]] base::Result<> recordSignIn(const QString &userId,
                                              SignInOutcome outcome) override;
    [[nodiscard]] base::Result<QByteArray> unlockUser(const QString &userId) override;
    [[nodiscard]] base::Result<> demand(Right right) override;
    /// A connection made anew uses the new one. RegisterUnreachable: it may have been changed.
    [[nodiscard]] base::Result<> changePassword(const base::Secret &wanted) override;

    [[nodiscard]] base::Result<LoadStart> beginLoad() override;
    [[nodiscard]] base::Result<Chunk> chunk(const ChunkRequest &request) override;
    [[nodiscard]] base::Result<FeedPage> feed(const Position &after, int limit) override;
    [[nodiscard]] base::Result<Position> position() override;
    [[nodiscard]] base::Result<QByteArray> registerDigest() override;
    /// The server wakes the link while it is idle; `tell` is called in the link's thread.
    void whenFed(std::function<void()> tell) override;

    [[nodiscard]] base::Result<> depositCheckpoint(const StationHead &head) override;
    [[nodiscard]] base::Result<std::optional<StationHead>>
    witnessedHead(const QString &stationId) override;
    [[nodiscard]] base::Result<base::crypto::KeyPair> logKeyPair() override;

    [[nodiscard]] base::Result<SubmissionAnswer> submit(const Submission &submission) override;
    [[nodiscard]] base::Result<CheckAnswer> decide(const Check &check) override;
    [[nodiscard]] base::Result<QList<EditLock>> lockForEdit(const QList<LockKey> &keys) override;
    [[nodiscard]] base::Result<> releaseLocks() override;
    [[nodiscard]] base::Result<> breakLock(LockKey key, const QString &reason) override;
    [[nodiscard]] base::Result<residents::SensitiveNumbers>
    revealNumber(base::PersonId person, const QString &reason) override;
    [[nodiscard]] base::Result<> offerAgain(const QList<Offer> &offers) override;

    [[nodiscard]] base::Result<QList<HeldTable>> tables() override;
    [[nodiscard]] base::Result<QList<qint64>> takeNumbers(NumberSeries series, int count) override;

    /// The register's part of the station key (design.md 4), 32 bytes. Needs a session.
    [[nodiscard]] base::Result<base::Secret> stationShare();

private:
    struct State;
    explicit PostgresLink(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace central
