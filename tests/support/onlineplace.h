#pragma once

#include "auth/cardidentity.h"
#include "auth/keyuse.h"
#include "auth/stationkeys.h"
#include "auth/trainingcards.h"
#include "central/postgreslink.h"
#include "central/postgresregister.h"
#include "central/registerschema.h"
#include "democity/registerbuilder.h"
#include "journal/journal.h"
#include "support/testcluster.h"
#include "support/testregister.h"
#include "support/trainingplace.h"
#include "token/tokenprocess.h"

#include <memory>

namespace support {

/// A training place whose register is a real PostgreSQL server: the same cards and passwords, the
/// station enrolled there, no key slot yet. Whatever fails ends the test.
class OnlinePlace final
{
public:
    explicit OnlinePlace(int residents = 200)
        : m_place(residents)
    {
        central::PgTarget target;
        target.connect = m_cluster.administrator();
        const auto connection = must(central::PgConnection::open(target));
        must(connection->begin());
        must(central::RegisterSchema(*connection).install());
        must(central::PostgresRegister::makeCity(
            *connection,
            {.registerId = QStringLiteral("11111111-2222-4333-8444-555555555555"),
             .municipality = QStringLiteral("あさぎり県みどり野市"),
             .code = code,
             .training = true},
            m_cluster.keyFile()));
        must(connection->commit());
        m_owner = must(central::PostgresRegister::open(target, code));
        for (const char *user : {"madoguchi1", "shunin1"})
            enrolUser(QString::fromLatin1(user));
        enrolStation();
        democity::CityOrder order;
        order.residents = residents;
        (void)must(democity::buildRegister(*m_owner, order, {}));
        writeSettings();
    }

    [[nodiscard]] TrainingPlace &place() { return m_place; }
    [[nodiscard]] TestCluster &cluster() { return m_cluster; }
    /// Connected anew: a test may have stopped the server meanwhile.
    [[nodiscard]] central::PostgresRegister &owner()
    {
        central::PgTarget target;
        target.connect = m_cluster.administrator();
        m_owner = must(central::PostgresRegister::open(target, code));
        return *m_owner;
    }
    /// A colleague at another station, straight at the server, with a session.
    [[nodiscard]] std::unique_ptr<central::PostgresLink> colleague()
    {
        const QString id = QStringLiteral("colleague");
        if (m_colleague.file.isEmpty())
            enrolColleague(id);
        central::PostgresPlace place{.target = {}, .proofKey = keyOf('p')};
        place.target.connect = m_cluster.connection(id, m_colleague, QStringLiteral("postgres"));
        place.target.password = keyOf('w');
        auto link = must(central::PostgresLink::open(std::move(place)));
        (void)must(link->openSession({.userId = id,
                                      .certificateFingerprint = TestRegister::card(id),
                                      .stationId = QStringLiteral("S0002")}));
        return link;
    }
    [[nodiscard]] QString slotsFile() const { return m_place.station(QStringLiteral("slots")); }

private:
    template <typename T>
    static T must(base::Result<T> result)
    {
        if (!result)
            qFatal("no place with a server: %s", qPrintable(result.error().detail));
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }

    void enrolUser(const QString &id)
    {
        const auto mine = m_place.credential(id);
        token::TokenSettings settings;
        settings.program = tokenProgramPath();
        settings.module = token::softHsmModule();
        settings.environment =
            auth::trainingCardEnvironment(m_place.at(QStringLiteral("city/") + mine.card));
        token::TokenProcess card(settings);
        card.lookNow();
        const auto identity = must(auth::readCertificate(card.view().signCertificate));
        const QDate today = base::SystemClock().today();
        central::User user;
        user.id = id;
        user.name = identity.displayName;
        user.section = QStringLiteral("市民課");
        user.role =
            id == QStringLiteral("shunin1") ? central::Role::Supervisor : central::Role::Clerk;
        user.grants = {{central::Right::Search, today, {}},
                       {central::Right::History, today, {}},
                       {central::Right::WriteNote, today, {}},
                       {central::Right::EnterRestriction, today, {}}};
        if (user.role == central::Role::Supervisor)
            user.grants.append({central::Right::CheckEntry, today, {}});
        user.certificateFingerprint = identity.fingerprint;
        user.passwordChangedOn = today;
        user.validFrom = today;
        must(m_owner->addUsers({user}));
        must(m_owner->setPassword(id, app::toSecret(mine.password), central::PasswordOf::User));
        // The card's own certificate is of the training authority; the server trusts its own.
        const auto certificate = m_cluster.authority().certifyPoint(id, identity.point);
        QDir().mkpath(certificates());
        if (!QFile::copy(certificate.file, certificates() + u'/' + id + QStringLiteral(".crt")))
            qFatal("no certificate");
    }

    void enrolColleague(const QString &id)
    {
        const QDate today = base::SystemClock().today();
        central::User user = TestRegister::user(id, central::Role::Supervisor);
        user.grants = {{central::Right::Search, today, {}},
                       {central::Right::WriteNote, today, {}},
                       {central::Right::CheckEntry, today, {}}};
        user.passwordChangedOn = today;
        user.validFrom = today;
        must(owner().addUsers({user}));
        must(m_owner->setPassword(id, keyOf('w'), central::PasswordOf::User));
        must(m_owner->addStations({{.id = QStringLiteral("S0002"),
                                    .name = QStringLiteral("本庁2"),
                                    .scopes = {QStringLiteral("住民")},
                                    .logKey = QByteArray(32, 'k')}}));
        must(m_owner->setProofKey(QStringLiteral("S0002"), keyOf('p')));
        m_colleague = m_cluster.authority().certifyWithKeyFile(id);
    }

    /// The files of the station, made for the key that comes from the register's share.
    void enrolStation()
    {
        central::Station station{.id = QStringLiteral("S0001"),
                                 .name = QStringLiteral("本庁1"),
                                 .scopes = {QStringLiteral("住民"), QStringLiteral("税"),
                                            QStringLiteral("収納"), QStringLiteral("年金")},
                                 .logKey = QByteArray(32, 'k')};
        must(m_owner->addStations({station}));
        const auth::StationSecretFile file(
            m_place.at(QStringLiteral("city/secret/station.secret")));
        const auto secret = must(file.read());
        must(m_owner->setProofKey(station.id, auth::proofKeyFrom(secret, station.id)));
        const auto key =
            auth::stationKeyFrom(must(m_owner->stationShare(station.id)), secret, station.id);
        const auto logKey =
            base::crypto::signingKeyPairFrom(auth::keyFor(key, auth::KeyUse::LogSigning));
        station.logKey = logKey.open;
        must(m_owner->addStations({station}));
        for (const QString &name : QDir(m_place.station({})).entryList(QDir::Files))
            QFile::remove(m_place.station(name));
        QFile door(m_place.station(QStringLiteral("door.key")));
        const auto box = base::crypto::boxKeyPairFrom(auth::keyFor(key, auth::KeyUse::DoorBox));
        if (!door.open(QIODevice::WriteOnly) || door.write(box.open) != box.open.size())
            qFatal("no door.key");
        const base::Secret journalKey = auth::keyFor(key, auth::KeyUse::Journal);
        (void)must(journal::Journal::open({.path = m_place.station(QStringLiteral("journal.db")),
                                           .key = &journalKey,
                                           .station = station.id,
                                           .logKey = logKey,
                                           .mode = storage::Opening::Mode::Create}));
    }

    void writeSettings()
    {
        QFile file(m_place.at(QStringLiteral("city/madoguchi.conf")));
        if (!file.open(QIODevice::ReadWrite))
            qFatal("no settings");
        QString text = QString::fromUtf8(file.readAll());
        text.replace(QStringLiteral("path=register"),
                     QStringLiteral("connect=host=localhost port=%1 dbname=postgres\nca=%2\n"
                                    "certificates=%3")
                         .arg(QString::number(m_cluster.port()),
                              m_cluster.authority().certificateFile(), certificates()));
        file.resize(0);
        file.seek(0);
        if (file.write(text.toUtf8()) < 0)
            qFatal("no settings");
        QDir(m_place.at(QStringLiteral("city/register"))).removeRecursively();
    }

    [[nodiscard]] QString certificates() const
    {
        return m_place.at(QStringLiteral("city/certificates"));
    }
    [[nodiscard]] static QString tokenProgramPath()
    {
        return QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi-token");
    }

    const QString code = QStringLiteral("982016");
    TrainingPlace m_place;
    TestCluster m_cluster;
    std::unique_ptr<central::PostgresRegister> m_owner;
    ClientCertificate m_colleague;
};

} // namespace support
