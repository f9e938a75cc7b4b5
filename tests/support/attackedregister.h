#pragma once

#include "support/builders.h"
#include "support/filebuilders.h"
#include "support/postgresregister.h"
#include "support/rawsession.h"

namespace support {

/// A register of six persons with files, and whoever has both factors of a user on a connection of
/// his own.
class AttackedRegister final
{
public:
    AttackedRegister()
        : AttackedRegister(sixPersons())
    {
    }
    explicit AttackedRegister(const central::CityPart &city)
        : m_register(city)
    {
    }
    [[nodiscard]] central::PostgresRegister &owner() { return m_register.owner(); }
    [[nodiscard]] const QString &database() const { return m_register.database(); }
    [[nodiscard]] central::PostgresPlace place(const QString &user) const
    {
        return m_register.place(user);
    }
    void goTo(const QDateTime &moment) const { m_register.goTo(moment); }
    void addStation(const central::Station &station) { m_register.addStation(station); }
    [[nodiscard]] std::unique_ptr<RawSession> connect(const QString &user) const
    {
        const auto way = place(user);
        auto made = std::make_unique<RawSession>(way.target.connect, way.target.password);
        if (!made->isOpen())
            qFatal("no connection");
        return made;
    }
    [[nodiscard]] std::unique_ptr<RawSession>
    signedIn(const QString &user, const QString &station = QStringLiteral("S0001")) const
    {
        auto made = connect(user);
        if (made->signIn(station, keyOf('p')) != u"ok")
            qFatal("no session");
        return made;
    }
    /// As the administrator.
    QString sql(const QString &text) const
    {
        return TestPostgresRegister::cluster().sql(text, database());
    }

private:
    [[nodiscard]] static central::CityPart sixPersons()
    {
        central::CityPart part;
        for (qint64 id = 1; id <= 6; ++id)
            part.people.append({aPerson(id)});
        addFiles(part, 6);
        return part;
    }

    TestPostgresRegister m_register;
};

} // namespace support
