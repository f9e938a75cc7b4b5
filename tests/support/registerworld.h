#pragma once

#include "central/registerowner.h"
#include "support/postgresregister.h"
#include "support/testregister.h"

#include <QTest>

#include <memory>

// A register for the tests that every implementation of CentralLink passes (tests/models/central).
namespace support {

/// A city with the users and the station of TestRegister, on one of the implementations. Its clock
/// stands at ten o'clock in Japan on 2 November 2026 until goTo().
class RegisterWorld
{
public:
    virtual ~RegisterWorld() = default;
    [[nodiscard]] virtual central::RegisterOwner &owner() = 0;
    /// Of a clerk, a supervisor or an administrator ("clerk", "chief", "admin"), or of "nobody",
    /// whom the register does not know. One session each.
    [[nodiscard]] virtual central::CentralLink &link(const QString &userId) = 0;
    /// A station of these scopes whose secret the links know.
    virtual void addStation(const central::Station &station) = 0;
    virtual void goTo(const QDateTime &moment) = 0;
    void goTo(QDate day) { goTo(QDateTime(day, QTime(1, 0), Qt::UTC)); }
    /// Another session of the same user, as from another workstation.
    [[nodiscard]] virtual std::unique_ptr<central::CentralLink>
    anotherLink(const QString &userId) = 0;

    [[nodiscard]] base::Result<central::Session>
    signIn(const QString &userId, const QString &stationId = QStringLiteral("S0001"))
    {
        return link(userId).openSession({.userId = userId,
                                         .certificateFingerprint = TestRegister::card(userId),
                                         .stationId = stationId});
    }
};

class EmbeddedWorld final : public RegisterWorld
{
public:
    explicit EmbeddedWorld(const central::CityPart &city)
        : m_register(city)
    {
    }
    [[nodiscard]] central::RegisterOwner &owner() override { return m_register.owner(); }
    [[nodiscard]] central::CentralLink &link(const QString &userId) override
    {
        auto &held = m_links[userId];
        if (!held)
            held = anotherLink(userId);
        return *held;
    }
    [[nodiscard]] std::unique_ptr<central::CentralLink> anotherLink(const QString &) override
    {
        auto opened = central::EmbeddedLink::open(m_register.folder(), TestRegister::keys(),
                                                  m_register.clock());
        if (!opened)
            qFatal("no link");
        return std::move(*opened);
    }
    void addStation(const central::Station &station) override
    {
        if (!m_register.owner().addStations({station}))
            qFatal("no station");
    }
    using RegisterWorld::goTo;
    void goTo(const QDateTime &moment) override { m_register.clock().goTo(moment); }
    [[nodiscard]] QString folder() const { return m_register.folder(); }

private:
    TestRegister m_register;
    std::map<QString, std::unique_ptr<central::CentralLink>> m_links;
};

class PostgresWorld final : public RegisterWorld
{
public:
    explicit PostgresWorld(const central::CityPart &city)
        : m_register(city)
    {
    }
    [[nodiscard]] central::RegisterOwner &owner() override { return m_register.owner(); }
    [[nodiscard]] central::CentralLink &link(const QString &userId) override
    {
        return m_register.link(userId);
    }
    void addStation(const central::Station &station) override { m_register.addStation(station); }
    using RegisterWorld::goTo;
    void goTo(const QDateTime &moment) override { m_register.goTo(moment); }
    [[nodiscard]] std::unique_ptr<central::CentralLink> anotherLink(const QString &userId) override
    {
        auto opened = central::PostgresLink::open(m_register.place(userId));
        if (!opened)
            qFatal("no link");
        return std::move(*opened);
    }

private:
    TestPostgresRegister m_register;
};

/// Column "backend" of a data function: every test runs on each.
inline void everyRegister()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("embedded") << QStringLiteral("embedded");
    QTest::newRow("postgres") << QStringLiteral("postgres");
}

[[nodiscard]] inline std::unique_ptr<RegisterWorld> registerWorld(const QString &backend,
                                                                  const central::CityPart &city)
{
    if (backend == QStringLiteral("embedded"))
        return std::make_unique<EmbeddedWorld>(city);
    return std::make_unique<PostgresWorld>(city);
}

} // namespace support
