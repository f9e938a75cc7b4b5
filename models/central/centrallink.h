#pragma once

#include "base/crypto.h"
#include "base/result.h"
#include "central/account.h"
#include "central/entries.h"
#include "central/numberblocks.h"
#include "central/replicarow.h"

#include <functional>
#include <optional>

// The contract of the register. Whatever implements it passes the same conformance suite
// (tests/models/central). A link holds one session, as a server connection does; every call can be
// made from any thread and blocks until it is answered.
namespace central {

/// Who works here. identity, whoHolds, openSession and recordSignIn need no session. A register on
/// a server knows the caller by his connection: these four are then about himself.
class Accounts
{
public:
    virtual ~Accounts() = default;
    [[nodiscard]] virtual base::Result<RegisterIdentity> identity() = 0;
    /// UserUnknown when the certificate belongs to nobody.
    [[nodiscard]] virtual base::Result<CardHolder> whoHolds(const QByteArray &fingerprint) = 0;
    /// Begins the session of this link. UserUnknown, UserLocked, UserExpired, or RegisterRefused
    /// when station or certificate are not those registered.
    [[nodiscard]] virtual base::Result<Session> openSession(const SignInRequest &request) = 0;
    virtual void closeSession() = 0;
    /// How opening the slot went after the register had accepted. Counts failures; locks the user
    /// at the policy's number (answers UserLocked from then on). Needs no session.
    [[nodiscard]] virtual base::Result<> recordSignIn(const QString &userId,
                                                      SignInOutcome outcome) = 0;
    /// Needs Right::UnlockUser; nobody unlocks himself. Answers the fingerprint of his
    /// card, so that the station can open its door for it too.
    [[nodiscard]] virtual base::Result<QByteArray> unlockUser(const QString &userId) = 0;
    /// RightMissing when the session's user does not have the right today; NotSignedIn without one.
    [[nodiscard]] virtual base::Result<> demand(Right right) = 0;
};

/// The password of whoever works here.
class Passwords
{
public:
    virtual ~Passwords() = default;
    /// The session's user's own, as the register keeps it (SCRAM): `wanted` itself stays here.
    /// Ends PasswordExpired, which every other call answers that needs a session (but those of
    /// LogWitness that take and tell heads) once the password is older than the policy says, or was
    /// set by somebody else. PasswordUsed for one of the last, the present one included. A link
    /// goes on with the new one.
    [[nodiscard]] virtual base::Result<> changePassword(const base::Secret &wanted)
    {
        (void)wanted;
        return base::fail(base::ErrorCode::RegisterUnreachable, QStringLiteral("no way there"));
    }
};

/// The rows of the replica. All need a session with Right::Search.
class Replica
{
public:
    virtual ~Replica() = default;
    [[nodiscard]] virtual base::Result<LoadStart> beginLoad() = 0;
    [[nodiscard]] virtual base::Result<Chunk> chunk(const ChunkRequest &request) = 0;
    /// What came after a position. RegisterUnknown when the register does not know it (restored,
    /// another register, or the rows are no longer kept).
    [[nodiscard]] virtual base::Result<FeedPage> feed(const Position &after, int limit) = 0;
    [[nodiscard]] virtual base::Result<Position> position() = 0;
    /// SHA-256 over all rows in table and key order (replicadigest.h).
    [[nodiscard]] virtual base::Result<QByteArray> registerDigest() = 0;
    /// `tell` is called, from any thread, when the feed may have grown; what there is has to be
    /// asked for. It may come late or not at all: who depends on it asks at times by himself.
    virtual void whenFed(std::function<void()> tell) { tell = nullptr; } // nobody is told
};

/// The head of a station's log as it was deposited.
struct StationHead
{
    QString stationId;
    quint64 count = 0;
    QByteArray hash;
    QDateTime at;           ///< UTC
    QByteArray signedBytes; ///< what the station signed (evidence/checkpoint)
    QByteArray signature;   ///< Ed25519
    bool operator==(const StationHead &) const = default;
};

/// The register as witness of the stations' logs. On a server it needs a session, and takes the
/// heads of its station only.
class LogWitness
{
public:
    virtual ~LogWitness() = default;
    /// LogCut for a smaller count than the one held, LogBroken for another hash at the same count
    /// or a signature that is not the station's.
    [[nodiscard]] virtual base::Result<> depositCheckpoint(const StationHead &head) = 0;
    [[nodiscard]] virtual base::Result<std::optional<StationHead>>
    witnessedHead(const QString &stationId) = 0;
    /// The key that opens sealed details in log rows. Needs Right::ExportLog.
    [[nodiscard]] virtual base::Result<base::crypto::KeyPair> logKeyPair() = 0;
};

/// A table of rates, fees, purposes and the like, as resources/tables ships its first version.
struct HeldTable
{
    QString name;     ///< "fees"
    QByteArray bytes; ///< CSV, as tables::Table reads it
};

/// The tables that a station takes from the register, by name.
[[nodiscard]] const QStringList &stationTables();

/// The tables that belong to the register (design.md 5).
class HeldTables
{
public:
    virtual ~HeldTables() = default;
    /// Its own versions; of a table that is not among them the shipped one counts. A training
    /// register in files holds none.
    [[nodiscard]] virtual base::Result<QList<HeldTable>> tables() { return QList<HeldTable>(); }
};

class CentralLink : public Accounts,
                    public Passwords,
                    public Replica,
                    public LogWitness,
                    public Entries,
                    public NumberBlocks,
                    public HeldTables
{
};

} // namespace central
