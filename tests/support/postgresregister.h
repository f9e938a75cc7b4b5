#pragma once

#include "central/postgreslink.h"
#include "central/postgresregister.h"
#include "central/registerschema.h"
#include "support/testcluster.h"
#include "support/testregister.h"

#include <map>
#include <memory>

namespace support {

/// TestRegister on PostgreSQL: the same city, users and station in a database of its own, behind
/// TLS with password and certificate. The server and its roles are one for the whole test program.
/// Every function that can fail ends the test by qFatal.
class TestPostgresRegister final
{
public:
    explicit TestPostgresRegister(const central::CityPart &city)
        : m_database(QStringLiteral("register%1").arg(++server().databases))
    {
        cluster().sql(QStringLiteral("create database %1").arg(m_database));
        central::PgTarget owner;
        owner.connect = cluster().administrator(m_database);
        makeCity(owner, cluster().keyFile());
        goTo(QDate(2026, 11, 2));
        m_owner = must(central::PostgresRegister::open(owner, QStringLiteral("982016")));
        addUsers();
        const auto pair = base::crypto::signingKeyPairFrom(keyOf('s'));
        addStation({.id = QStringLiteral("S0001"),
                    .name = QStringLiteral("本庁1"),
                    .scopes = {QStringLiteral("住民"), QStringLiteral("税"), QStringLiteral("収納"),
                               QStringLiteral("年金")},
                    .logKey = pair.open});
        must(m_owner->add(city));
        must(m_owner->finish());
    }
    ~TestPostgresRegister()
    {
        m_links.clear();
        m_owner.reset();
        cluster().sql(QStringLiteral("drop database %1 with (force)").arg(m_database));
    }
    Q_DISABLE_COPY_MOVE(TestPostgresRegister)

    [[nodiscard]] static TestCluster &cluster() { return server().cluster; }
    [[nodiscard]] const QString &database() const { return m_database; }
    [[nodiscard]] central::PostgresRegister &owner() { return *m_owner; }

    /// How a user reaches the register, with his own certificate and password.
    [[nodiscard]] central::PostgresPlace place(const QString &userId) const
    {
        auto &certificates = server().certificates;
        if (!certificates.contains(userId))
            certificates.insert(userId, cluster().authority().certifyWithKeyFile(userId));
        central::PostgresPlace place{.target = {}, .proofKey = keyOf('p')};
        place.target.connect = cluster().connection(userId, certificates.value(userId), m_database);
        place.target.password = keyOf('w');
        return place;
    }
    [[nodiscard]] central::PostgresLink &link(const QString &userId)
    {
        auto &held = m_links[userId];
        if (!held)
            held = must(central::PostgresLink::open(place(userId)));
        return *held;
    }
    [[nodiscard]] base::Result<central::Session> signIn(const QString &userId)
    {
        return link(userId).openSession({.userId = userId,
                                         .certificateFingerprint = TestRegister::card(userId),
                                         .stationId = QStringLiteral("S0001")});
    }
    void addStation(const central::Station &station)
    {
        must(m_owner->addStations({station}));
        must(m_owner->setProofKey(station.id, keyOf('p')));
    }
    /// The register's clock stands at ten o'clock in Japan of this day.
    void goTo(QDate day) const { goTo(QDateTime(day, QTime(1, 0), Qt::UTC)); }
    void goTo(const QDateTime &moment) const
    {
        cluster().sql(QStringLiteral("create or replace function office.moment() returns "
                                     "timestamptz language sql volatile "
                                     "set search_path = pg_catalog, office, pg_temp "
                                     "as $$ select timestamptz '%1' $$")
                          .arg(moment.toUTC().toString(Qt::ISODateWithMs)),
                      m_database);
    }

    template <typename T>
    static T must(base::Result<T> result)
    {
        if (!result)
            qFatal("the test register could not be made: %s", qPrintable(result.error().detail));
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }
    /// Schema and city into an empty database, with the key of its server.
    static void makeCity(const central::PgTarget &target, const QString &keyFile)
    {
        const auto connection = must(central::PgConnection::open(target));
        must(connection->begin());
        must(central::RegisterSchema(*connection).install());
        must(central::PostgresRegister::makeCity(
            *connection,
            {.registerId = TestRegister::registerId(),
             .municipality = QStringLiteral("あさぎり県みどり野市"),
             .code = QStringLiteral("982016"),
             .training = true},
            keyFile));
        must(connection->commit());
    }

private:
    struct Server
    {
        TestCluster cluster;
        QHash<QString, ClientCertificate> certificates;
        int databases = 0;
    };
    [[nodiscard]] static Server &server()
    {
        static Server one;
        return one;
    }
    void addUsers()
    {
        using central::Role;
        must(m_owner->addUsers({TestRegister::user(QStringLiteral("clerk"), Role::Clerk),
                                TestRegister::user(QStringLiteral("chief"), Role::Supervisor),
                                TestRegister::user(QStringLiteral("admin"), Role::Administrator)}));
        for (const char *user : {"clerk", "chief", "admin"})
            must(m_owner->setPassword(QString::fromLatin1(user), keyOf('w'),
                                      central::PasswordOf::User));
        // Lets himself be called, and is nobody the register knows.
        cluster().sql(QStringLiteral("do $$ begin if not exists (select from pg_roles where "
                                     "rolname = 'nobody') then create role nobody login password "
                                     "'%1' in role madoguchi_clerk; end if; end $$")
                          .arg(QString(base::crypto::keyBytes, u'w')));
    }

    QString m_database;
    std::unique_ptr<central::PostgresRegister> m_owner;
    std::map<QString, std::unique_ptr<central::PostgresLink>> m_links;
};

} // namespace support
