#pragma once

#include "central/centrallink.h"
#include "central/embeddedregister.h"

#include <memory>

namespace central {

/// The register in the same process: the real contract over SQLCipher files, for training,
/// evaluation and tests. Has a thread of its own ("register"); calls come from any thread.
class EmbeddedLink final : public CentralLink
{
public:
    /// `clock` outlives the link: it is the register's clock.
    [[nodiscard]] static base::Result<std::unique_ptr<EmbeddedLink>>
    open(const QString &folder, const RegisterKeys &keys, const base::Clock &clock);
    ~EmbeddedLink() override;
    Q_DISABLE_COPY_MOVE(EmbeddedLink)

    [[nodiscard]] base::Result<RegisterIdentity> identity() override;
    [[nodiscard]] base::Result<CardHolder> whoHolds(const QByteArray &fingerprint) override;
    [[nodiscard]] base::Result<Session> openSession(const SignInRequest &request) override;
    void closeSession() override;
    [[nodiscard]] base::Result<> recordSignIn(const QString &userId,
                                              SignInOutcome outcome) override;
    [[nodiscard]] base::Result<QByteArray> unlockUser(const QString &userId) override;
    [[nodiscard]] base::Result<> demand(Right right) override;
    [[nodiscard]] base::Result<> changePassword(const base::Secret &wanted) override;

    [[nodiscard]] base::Result<LoadStart> beginLoad() override;
    [[nodiscard]] base::Result<Chunk> chunk(const ChunkRequest &request) override;
    [[nodiscard]] base::Result<FeedPage> feed(const Position &after, int limit) override;
    [[nodiscard]] base::Result<Position> position() override;
    [[nodiscard]] base::Result<QByteArray> registerDigest() override;
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

    [[nodiscard]] base::Result<QList<qint64>> takeNumbers(NumberSeries series, int count) override;

private:
    struct State;
    void tellFed();
    explicit EmbeddedLink(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace central
