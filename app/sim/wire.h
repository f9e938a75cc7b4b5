#pragma once

#include "app/sim/registerhost.h"

#include <functional>
#include <optional>

namespace sim {

/// The network between a station and the register, with what goes wrong on it. Connects by itself,
/// and again after the register was started anew; opens the session again then, as a link to a
/// server does.
class Wire final : public central::CentralLink
{
public:
    struct Parts
    {
        RegisterHost &host;
        Disk &disk; ///< of the station: whether its program still runs
        FaultCounts &counts;
        /// What the register will be asked later, by a connection that was given up.
        QList<std::function<void()>> &delayed;
    };
    explicit Wire(const Parts &parts)
        : m_parts(parts)
    {
    }

    /// The nth call from now meets this (a call fault or Crash).
    void plan(Fault fault, int calls);
    /// The cable is out: every call is RegisterUnreachable.
    void cut(bool isOut) { m_isOut = isOut; }
    [[nodiscard]] bool isCut() const { return m_isOut; }
    /// The program that used it is gone, and with it connection and session.
    void drop();
    /// Nothing is planned any more.
    void calm() { m_planned.reset(); }

    [[nodiscard]] base::Result<central::RegisterIdentity> identity() override;
    [[nodiscard]] base::Result<central::CardHolder> whoHolds(const QByteArray &card) override;
    [[nodiscard]] base::Result<central::Session>
    openSession(const central::SignInRequest &request) override;
    void closeSession() override;
    [[nodiscard]] base::Result<> recordSignIn(const QString &user,
                                              central::SignInOutcome outcome) override;
    [[nodiscard]] base::Result<QByteArray> unlockUser(const QString &user) override;
    [[nodiscard]] base::Result<> demand(central::Right right) override;
    [[nodiscard]] base::Result<central::LoadStart> beginLoad() override;
    [[nodiscard]] base::Result<central::Chunk> chunk(const central::ChunkRequest &request) override;
    [[nodiscard]] base::Result<central::FeedPage> feed(const central::Position &after,
                                                       int limit) override;
    [[nodiscard]] base::Result<central::Position> position() override;
    [[nodiscard]] base::Result<QByteArray> registerDigest() override;
    [[nodiscard]] base::Result<> depositCheckpoint(const central::StationHead &head) override;
    [[nodiscard]] base::Result<std::optional<central::StationHead>>
    witnessedHead(const QString &station) override;
    [[nodiscard]] base::Result<base::crypto::KeyPair> logKeyPair() override;
    [[nodiscard]] base::Result<central::SubmissionAnswer>
    submit(const central::Submission &submission) override;
    [[nodiscard]] base::Result<central::CheckAnswer> decide(const central::Check &check) override;
    [[nodiscard]] base::Result<QList<central::EditLock>>
    lockForEdit(const QList<central::LockKey> &keys) override;
    [[nodiscard]] base::Result<> releaseLocks() override;
    [[nodiscard]] base::Result<> breakLock(central::LockKey key, const QString &reason) override;
    [[nodiscard]] base::Result<residents::SensitiveNumbers>
    revealNumber(base::PersonId person, const QString &reason) override;
    [[nodiscard]] base::Result<> offerAgain(const QList<central::Offer> &offers) override;
    [[nodiscard]] base::Result<QList<qint64>> takeNumbers(central::NumberSeries series,
                                                          int count) override;

private:
    struct Planned
    {
        Fault fault = Fault::LostRequest;
        int calls = 1;
    };
    template <typename What>
    [[nodiscard]] auto call(What what) -> std::invoke_result_t<What, central::CentralLink &>;
    /// What meets this call, if anything.
    [[nodiscard]] std::optional<Fault> next();
    [[nodiscard]] bool connect();

    Parts m_parts;
    std::shared_ptr<Connection> m_connection;
    std::optional<central::SignInRequest> m_session; ///< opened again with a new connection
    std::optional<Planned> m_planned;
    bool m_isOut = false;
};

} // namespace sim
