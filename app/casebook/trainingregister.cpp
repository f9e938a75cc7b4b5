#include "app/casebook/trainingregister.h"

#include "app/casebook/colleagues.h"
#include "app/casebook/privateserver.h"
#include "base/crypto.h"
#include "central/embeddedlink.h"
#include "central/embeddedregister.h"
#include "central/postgreslink.h"
#include "central/postgresregister.h"
#include "central/registerschema.h"
#include "central/trainingclock.h"
#include "democity/citymaker.h"

#include <QDir>
#include <QUuid>

using base::Result;
using base::Secret;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

using Opened = Result<std::unique_ptr<central::CentralLink>>;

central::RegisterIdentity identity()
{
    return {.registerId = QUuid::createUuid().toString(QUuid::WithoutBraces),
            .municipality = democity::municipality(),
            .code = democity::municipalityCode(),
            .training = true};
}

Secret newKey()
{
    return base::crypto::randomSecret(base::crypto::keyBytes);
}

Result<> fill(central::RegisterOwner &owner, const RegisterOrder &order)
{
    QList<central::User> users;
    for (const Colleague &one : colleagues())
        users.append(accountOf(one, order.lastDay));
    if (const auto added = owner.addUsers(users); !added)
        return added;
    if (const auto added = owner.addStations(order.stations); !added)
        return added;
    if (const auto added = owner.add(order.city); !added)
        return added;
    return owner.finish();
}

Result<TrainingRegister> makeEmbedded(const RegisterOrder &order)
{
    const QString folder = QDir(order.folder).filePath(u"register"_s);
    const central::RegisterKeys keys{.registerKey = newKey(), .numbersKey = newKey()};
    auto made = central::EmbeddedRegister::create(folder, keys, identity());
    if (!made)
        return base::fail(made);
    if (const auto filled = fill(**made, order); !filled)
        return base::fail(filled);
    TrainingRegister training;
    training.owner = std::move(*made);
    training.connect = [folder, keys, &clock = order.clock](const QString &) -> Opened {
        auto link = central::EmbeddedLink::open(folder, keys, clock);
        if (!link)
            return base::fail(link);
        return std::move(*link);
    };
    training.goTo = [](const QDateTime &) { return Result<>(); };
    return training;
}

/// Schema and city in the empty database of a server.
Result<> makeCity(central::PgConnection &connection, const QString &keyFile)
{
    if (const auto begun = connection.begin(); !begun)
        return begun;
    if (const auto installed = central::RegisterSchema(connection).install(); !installed)
        return installed;
    if (const auto made = central::PostgresRegister::makeCity(connection, identity(), keyFile);
        !made)
        return made;
    return connection.commit();
}

/// What a server asks of who comes: his password, and of his station its proof.
struct Doors
{
    QHash<QString, Secret> passwords;
    Secret proofKey = newKey();
};

Result<> openDoors(central::PostgresRegister &city, const RegisterOrder &order, Doors &doors)
{
    for (const Colleague &one : colleagues()) {
        // Letters only: it also stands in the server's own list of passwords.
        const QByteArray word = base::crypto::randomBytes(16).toHex();
        doors.passwords.insert(one.user, Secret(word.begin(), word.end()));
        const auto set =
            city.setPassword(one.user, doors.passwords.value(one.user), central::PasswordOf::User);
        if (!set)
            return set;
    }
    for (const central::Station &station : order.stations) {
        if (const auto set = city.setProofKey(station.id, doors.proofKey); !set)
            return set;
    }
    return {};
}

Result<TrainingRegister> makeServed(const RegisterOrder &order)
{
    auto started = PrivateServer::start(order.folder);
    if (!started)
        return base::fail(started);
    const std::shared_ptr<PrivateServer> server = std::move(*started);
    auto connected = central::PgConnection::open({.connect = server->administrator()});
    if (!connected)
        return base::fail(connected);
    const std::shared_ptr<central::PgConnection> connection = std::move(*connected);
    if (const auto made = makeCity(*connection, server->keyFile()); !made)
        return base::fail(made);
    auto city = central::PostgresRegister::open({.connect = server->administrator()},
                                                democity::municipalityCode());
    if (!city)
        return base::fail(city);
    const auto doors = std::make_shared<Doors>();
    if (const auto filled = fill(**city, order); !filled)
        return base::fail(filled);
    if (const auto opened = openDoors(**city, order, *doors); !opened)
        return base::fail(opened);
    TrainingRegister training;
    training.server = server;
    training.owner = std::move(*city);
    training.connect = [server, doors](const QString &user) -> Opened {
        const auto reached = server->connectionOf(user);
        if (!reached)
            return base::fail(reached);
        central::PostgresPlace place{.target = {.connect = *reached}, .proofKey = doors->proofKey};
        place.target.password = doors->passwords.value(user);
        auto link = central::PostgresLink::open(std::move(place));
        if (!link)
            return base::fail(link);
        return std::move(*link);
    };
    training.goTo = [connection](const QDateTime &moment) {
        return central::standStill(*connection, moment);
    };
    return training;
}

} // namespace

Result<TrainingRegister> makeRegister(LinkKind kind, const RegisterOrder &order)
{
    return kind == LinkKind::Embedded ? makeEmbedded(order) : makeServed(order);
}

} // namespace casebook
