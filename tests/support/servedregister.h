#pragma once

#include "support/postgresregister.h"

namespace support {

/// TestPostgresRegister on a server of its own, without anybody in it: for what stops, fills or
/// copies a whole server. Its clock is the server's own. Whatever fails ends the test.
class ServedRegister final
{
public:
    explicit ServedRegister(const ClusterSettings &settings = {})
        : m_cluster(std::make_unique<TestCluster>(settings))
    {
        m_cluster->sql(QStringLiteral("create database %1").arg(database()));
        TestPostgresRegister::makeCity(administrator(), m_cluster->keyFile());
        m_owner = TestPostgresRegister::must(
            central::PostgresRegister::open(administrator(), QStringLiteral("982016")));
        for (const char *user : {"clerk", "chief", "admin"})
            addUser(QString::fromLatin1(user));
        addStation(QStringLiteral("S0001"));
    }

    [[nodiscard]] static QString database() { return QStringLiteral("register"); }
    [[nodiscard]] TestCluster &cluster() { return *m_cluster; }
    [[nodiscard]] central::PostgresRegister &owner() { return *m_owner; }
    [[nodiscard]] central::PgTarget administrator() const
    {
        central::PgTarget target;
        target.connect = m_cluster->administrator(database());
        return target;
    }
    /// A clerk of this name, with certificate and password; also clerk, chief and admin.
    void addUser(const QString &id)
    {
        using central::Role;
        const auto role = id == QStringLiteral("chief")   ? Role::Supervisor
                          : id == QStringLiteral("admin") ? Role::Administrator
                                                          : Role::Clerk;
        central::User account = TestRegister::user(id, role);
        account.passwordChangedOn = base::SystemClock().today();
        TestPostgresRegister::must(m_owner->addUsers({account}));
        TestPostgresRegister::must(m_owner->setPassword(id, keyOf('w'), central::PasswordOf::User));
        m_certificates.insert(id, m_cluster->authority().certifyWithKeyFile(id));
    }
    void addStation(const QString &id)
    {
        const auto pair = base::crypto::signingKeyPairFrom(keyOf('s'));
        TestPostgresRegister::must(
            m_owner->addStations({{.id = id,
                                   .name = id,
                                   .scopes = {QStringLiteral("住民"), QStringLiteral("税"),
                                              QStringLiteral("収納"), QStringLiteral("年金")},
                                   .logKey = pair.open}}));
        TestPostgresRegister::must(m_owner->setProofKey(id, keyOf('p')));
    }
    [[nodiscard]] central::PostgresPlace place(const QString &user) const
    {
        central::PostgresPlace place{.target = {}, .proofKey = keyOf('p')};
        place.target.connect = m_cluster->connection(user, m_certificates.value(user), database());
        place.target.password = keyOf('w');
        return place;
    }
    /// A link of its own, with a session.
    [[nodiscard]] static std::unique_ptr<central::PostgresLink>
    signedIn(const central::PostgresPlace &place, const QString &user,
             const QString &station = QStringLiteral("S0001"))
    {
        auto link = TestPostgresRegister::must(central::PostgresLink::open(place));
        (void)TestPostgresRegister::must(
            link->openSession({.userId = user,
                               .certificateFingerprint = TestRegister::card(user),
                               .stationId = station}));
        return link;
    }
    [[nodiscard]] std::unique_ptr<central::PostgresLink>
    signedIn(const QString &user, const QString &station = QStringLiteral("S0001")) const
    {
        return signedIn(place(user), user, station);
    }
    /// As the administrator.
    QString sql(const QString &text) const { return m_cluster->sql(text, database()); }

private:
    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<central::PostgresRegister> m_owner;
    QHash<QString, ClientCertificate> m_certificates;
};

} // namespace support
