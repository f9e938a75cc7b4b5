#pragma once

#include "base/crypto.h"
#include "central/embeddedlink.h"
#include "central/embeddedregister.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>

#include <memory>

namespace support {

inline base::Secret keyOf(char letter)
{
    return base::Secret(base::crypto::keyBytes, std::uint8_t(letter));
}

/// A register in a folder of its own with a clerk, a supervisor, an administrator and one station.
/// Every function that can fail ends the test by qFatal: without it no test means anything.
class TestRegister final
{
public:
    explicit TestRegister(const central::CityPart &city, const QString &id = registerId())
    {
        central::RegisterIdentity identity{.registerId = id,
                                           .municipality = QStringLiteral("あさぎり県みどり野市"),
                                           .code = QStringLiteral("982016"),
                                           .training = false};
        auto made = central::EmbeddedRegister::create(folder(), keys(), identity);
        demand(made.has_value());
        m_register = std::move(*made);
        demand(m_register
                   ->addUsers({user(QStringLiteral("clerk"), central::Role::Clerk),
                               user(QStringLiteral("chief"), central::Role::Supervisor),
                               user(QStringLiteral("admin"), central::Role::Administrator)})
                   .has_value());
        const auto pair = base::crypto::signingKeyPairFrom(keyOf('s'));
        demand(m_register
                   ->addStations({{.id = QStringLiteral("S0001"),
                                   .name = QStringLiteral("本庁1"),
                                   .scopes = {QStringLiteral("住民"), QStringLiteral("税"),
                                              QStringLiteral("収納"), QStringLiteral("年金")},
                                   .logKey = pair.open}})
                   .has_value());
        demand(m_register->add(city).has_value());
        demand(m_register->finish().has_value());
        auto opened = central::EmbeddedLink::open(folder(), keys(), m_clock);
        demand(opened.has_value());
        m_link = std::move(*opened);
    }

    [[nodiscard]] static QString registerId()
    {
        return QStringLiteral("11111111-2222-4333-8444-555555555555");
    }
    [[nodiscard]] static central::RegisterKeys keys()
    {
        return {.registerKey = keyOf('r'), .numbersKey = keyOf('n')};
    }
    [[nodiscard]] static QByteArray card(const QString &userId)
    {
        return base::crypto::sha256(userId.toUtf8());
    }
    [[nodiscard]] static central::User user(const QString &id, central::Role role)
    {
        const QDate from(2026, 4, 1);
        central::User user{.id = id,
                           .name = QStringLiteral("見本　%1").arg(id),
                           .section = QStringLiteral("市民課"),
                           .role = role,
                           .grants = {{central::Right::Search, from, {}},
                                      {central::Right::History, from, {}},
                                      {central::Right::IssueCertificate, from, {}}},
                           .certificateFingerprint = card(id),
                           .passwordChangedOn = QDate(2026, 10, 1),
                           .validFrom = from,
                           .validTo = {}};
        // In the order of their values, as a register answers them.
        using central::Right;
        const bool supervises = role == central::Role::Supervisor;
        if (supervises)
            user.grants += {{Right::UnlockUser, from, {}}, {Right::RevealNumber, from, {}}};
        if (role != central::Role::Administrator)
            user.grants +=
                {{Right::WriteNote, from, {}}, {Right::EnterRestriction, from, QDate(2027, 3, 31)}};
        if (supervises)
            user.grants += {{Right::CheckEntry, from, {}}, {Right::BreakLock, from, {}}};
        if (role != central::Role::Administrator)
            user.grants.append({Right::EnterMove, from, {}});
        if (role == central::Role::Administrator)
            user.grants.append({central::Right::ExportLog, from, QDate(2027, 3, 31)});
        return user;
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] central::EmbeddedRegister &owner() { return *m_register; }
    [[nodiscard]] central::EmbeddedLink &link() { return *m_link; }
    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] base::Result<central::Session> signIn(const QString &userId)
    {
        return m_link->openSession({.userId = userId,
                                    .certificateFingerprint = card(userId),
                                    .stationId = QStringLiteral("S0001")});
    }

private:
    static void demand(bool holds)
    {
        if (!holds)
            qFatal("the test register could not be made");
    }
    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<central::EmbeddedRegister> m_register;
    std::unique_ptr<central::EmbeddedLink> m_link;
};

} // namespace support
