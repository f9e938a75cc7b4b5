#pragma once

#include "central/pgconnection.h"
#include "central/registerowner.h"

#include <QMap>

#include <memory>

namespace central {

/// All rows of a city, as the stations with every scope count theirs (replicadigest.h).
struct CityDigest
{
    QString code;
    QString registerId;
    Position position; ///< before it was counted
    qint64 rows = 0;
    QByteArray sha256;
};
/// Of every city of the server, over the connection of a superuser.
[[nodiscard]] base::Result<QList<CityDigest>> cityDigests(PgConnection &connection);
/// Where the feed of each city stands now, by its code.
[[nodiscard]] base::Result<QMap<QString, qint64>> feedEnds(PgConnection &connection);

/// One city of a register on PostgreSQL, over the connection of a superuser. The schema is there
/// and current (RegisterSchema). Used by one thread at a time. Stations use PostgresLink.
class PostgresRegister final : public RegisterOwner
{
public:
    /// Makes the city; part of the caller's transaction if there is one. `keyFile`: where the
    /// server finds its key (ServerKey). FileUnreadable; PlaceNotEmpty when this code or register
    /// id is there already.
    [[nodiscard]] static base::Result<>
    makeCity(PgConnection &connection, const RegisterIdentity &identity, const QString &keyFile);
    /// RegisterUnknown when the server does not hold this city, RegisterNewer or StatementFailed
    /// when its schema is not the one this program knows.
    [[nodiscard]] static base::Result<std::unique_ptr<PostgresRegister>>
    open(const PgTarget &target, const QString &code);
    ~PostgresRegister() override;
    Q_DISABLE_COPY_MOVE(PostgresRegister)

    [[nodiscard]] base::Result<RegisterIdentity> identity() const override;
    /// Each with a login role of his name, which has no password yet. RegisterRefused when another
    /// role of the server has that name.
    [[nodiscard]] base::Result<> addUsers(const QList<User> &users) override;
    [[nodiscard]] base::Result<> setPassword(const QString &userId, const base::Secret &password,
                                             PasswordOf of) override;
    /// A new one has no proof key yet: it cannot sign anybody in.
    [[nodiscard]] base::Result<> addStations(const QList<Station> &stations) override;
    [[nodiscard]] base::Result<> add(const CityPart &part) override;
    [[nodiscard]] base::Result<>
    addNumbers(const std::vector<residents::SensitiveNumbers> &numbers) override;
    [[nodiscard]] base::Result<> finish() override;
    [[nodiscard]] base::Result<Position> applyChanges(const CityPart &changes) override;
    [[nodiscard]] base::Result<std::optional<User>> user(const QString &userId) const override;
    [[nodiscard]] base::Result<OffersApplied> applyOffers() override;
    /// RegisterRefused for a number that the feed has not reached.
    [[nodiscard]] base::Result<> noteBackup(qint64 feedNumber) override;
    [[nodiscard]] base::Result<QList<OutboundNotice>> outbound() const override;

    /// Binds the account to one certificate: its serial number in hexadecimal digits, as
    /// auth::CardIdentity has it. Empty = any that names him. UserUnknown.
    [[nodiscard]] base::Result<> setCertificate(const QString &userId, const QString &serial);
    /// New versions of tables, all or none; those before stay. TableUnreadable for one that is none
    /// of stationTables(), or lacks a column of its shipped version.
    [[nodiscard]] base::Result<> setTables(const QList<HeldTable> &tables);
    /// What the station proves itself with, 32 bytes. RegisterUnknown.
    [[nodiscard]] base::Result<> setProofKey(const QString &stationId, const base::Secret &key);
    /// The register's part of the station's key, for whoever makes its first files.
    /// RegisterUnknown.
    [[nodiscard]] base::Result<base::Secret> stationShare(const QString &stationId) const;

private:
    PostgresRegister(std::unique_ptr<PgConnection> connection, RegisterIdentity identity);
    using Work = std::function<base::Result<>()>;
    [[nodiscard]] base::Result<> together(const Work &work);
    [[nodiscard]] base::Result<> run(const QString &statement, const QList<PgValue> &values) const;
    [[nodiscard]] base::Result<Position> position() const;
    [[nodiscard]] base::Result<> addUser(const User &user);
    [[nodiscard]] base::Result<> change(Table table, const Row &row, int state);
    [[nodiscard]] base::Result<> changePerson(const residents::Snapshot &state);
    [[nodiscard]] base::Result<> noteBookings(const QList<tax::LedgerRow> &rows);

    std::unique_ptr<PgConnection> m_connection;
    RegisterIdentity m_identity;
};

} // namespace central
