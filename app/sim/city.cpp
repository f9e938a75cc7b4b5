#include "app/sim/city.h"

#include "app/sim/clocks.h"
#include "central/embeddedlink.h"
#include "journal/journal.h"
#include "sync/replicakeeper.h"

#include <QDir>
#include <QFile>

namespace sim {

namespace {

void demand(bool holds, const char *what)
{
    if (!holds)
        qFatal("the simulated city cannot be made: %s", what);
}

central::User userOf(const QString &id)
{
    const QDate from(2026, 4, 1);
    central::User user{.id = id,
                       .name = QStringLiteral("見本　%1").arg(id),
                       .section = QStringLiteral("市民課"),
                       .role = central::Role::Clerk,
                       .grants = {{central::Right::Search, from, {}}},
                       .certificateFingerprint = base::crypto::sha256(id.toUtf8()),
                       .passwordChangedOn = QDate(2026, 10, 1),
                       .validFrom = from,
                       .validTo = {}};
    const auto add = [&user, from](central::Right right) { user.grants.append({right, from, {}}); };
    if (id == City::watcher())
        return user;
    add(central::Right::WriteNote);
    add(central::Right::EnterRestriction);
    if (City::checkers().contains(id)) {
        add(central::Right::CheckEntry);
        add(central::Right::BreakLock);
    }
    return user;
}

central::Station stationOf(const QString &id)
{
    return {.id = id,
            .name = QStringLiteral("本庁 %1").arg(id),
            .scopes = {QStringLiteral("住民")},
            .logKey = City::logKey(id).open};
}

residents::Snapshot personOf(qint64 id)
{
    residents::Snapshot person;
    person.id = {.person = {id}, .version = 1};
    person.household = {City::householdOf(id)};
    person.relationship = id <= City::households ? QStringLiteral("世帯主") : QStringLiteral("子");
    person.name.family = QStringLiteral("見本");
    person.name.given = QStringLiteral("花子");
    person.bornOn = calendar::PartialDate::on(QDate(1970, 1, 1).addDays(id));
    person.movement.processedOn = QDate(2020, 4, 1);
    person.address.municipality = QStringLiteral("あさぎり県みどり野市");
    person.address.town = QStringLiteral("本町三丁目");
    person.address.building = QStringLiteral("0");
    return person;
}

central::CityPart everybody()
{
    central::CityPart part;
    for (qint64 id = 1; id <= City::households; ++id) {
        residents::Household household{.id = {id}, .version = 1, .head = {id}, .address = {}};
        household.address.building = QStringLiteral("0");
        part.households.append(household);
    }
    for (qint64 id = 1; id <= City::people; ++id)
        part.people.append({personOf(id)});
    return part;
}

void makeRegister(const QString &folder)
{
    auto made =
        central::EmbeddedRegister::create(folder, City::registerKeys(),
                                          {.registerId = City::registerId(),
                                           .municipality = QStringLiteral("あさぎり県みどり野市"),
                                           .code = QStringLiteral("982016"),
                                           .training = true});
    demand(made.has_value(), "register");
    QList<central::User> users{userOf(City::watcher())};
    for (const auto &id : City::clerks() + City::checkers())
        users.append(userOf(id));
    demand((*made)->addUsers(users).has_value(), "users");
    QList<central::Station> stations{stationOf(City::watcherStation())};
    for (int i = 0; i < City::stations; ++i)
        stations.append(stationOf(City::station(i)));
    demand((*made)->addStations(stations).has_value(), "stations");
    demand((*made)->add(everybody()).has_value(), "people");
    demand((*made)->finish().has_value(), "end");
}

void makeStation(const QString &folder, const QString &id, central::Replica &replica)
{
    demand(QDir().mkpath(folder), "folder");
    const auto key = City::stationKey(id, QStringLiteral("journal"));
    const auto journal = journal::Journal::open({.path = folder + QStringLiteral("/journal.db"),
                                                 .key = &key,
                                                 .station = id,
                                                 .logKey = City::logKey(id),
                                                 .mode = storage::Opening::Mode::Create});
    demand(journal.has_value(), "journal");
    syncing::ReplicaKeeper keeper(replica,
                                  {.cachePath = folder + QStringLiteral("/cache.db"),
                                   .cacheKey = City::stationKey(id, QStringLiteral("cache")),
                                   .progress = {}});
    demand(keeper.bring().has_value(), "replica");
}

} // namespace

void City::make(const QString &folder)
{
    const QString place = folder + QStringLiteral("/register");
    makeRegister(place);
    const TrueClock clock;
    auto link = central::EmbeddedLink::open(place, registerKeys(), clock);
    demand(link.has_value(), "link");
    for (int i = 0; i < stations; ++i) {
        const QString id = station(i);
        demand((*link)->openSession(signIn(clerks().first(), id)).has_value(), "session");
        makeStation(folder + QLatin1Char('/') + id, id, **link);
    }
}

void City::copy(const QString &from, const QString &to)
{
    demand(QDir().mkpath(to), "folder");
    const QDir folder(from);
    for (const auto &name : folder.entryList(QDir::Files))
        demand(QFile::copy(folder.filePath(name), to + QLatin1Char('/') + name), "copy");
}

QString City::registerId()
{
    return QStringLiteral("11111111-2222-4333-8444-555555555555");
}

central::RegisterKeys City::registerKeys()
{
    return {.registerKey = base::Secret(base::crypto::keyBytes, 'r'),
            .numbersKey = base::Secret(base::crypto::keyBytes, 'n')};
}

base::Secret City::stationKey(const QString &station, const QString &label)
{
    const QByteArray bytes = base::crypto::sha256((station + label).toUtf8());
    return base::Secret(bytes.begin(), bytes.end());
}

base::crypto::KeyPair City::logKey(const QString &station)
{
    return base::crypto::signingKeyPairFrom(stationKey(station, QStringLiteral("log")));
}

QString City::station(int index)
{
    return QStringLiteral("S000%1").arg(index + 1);
}

QStringList City::clerks()
{
    return {QStringLiteral("clerk1"), QStringLiteral("clerk2"), QStringLiteral("clerk3")};
}

QStringList City::checkers()
{
    return {QStringLiteral("checker1"), QStringLiteral("checker2")};
}

central::SignInRequest City::signIn(const QString &user, const QString &station)
{
    return {.userId = user,
            .certificateFingerprint = base::crypto::sha256(user.toUtf8()),
            .stationId = station};
}

} // namespace sim
