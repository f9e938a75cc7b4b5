#include "bench/place.h"

#include "base/crypto.h"
#include "bench/people.h"
#include "democity/registerbuilder.h"
#include "support/filebuilders.h"

#include <QDir>
#include <QUuid>

namespace bench {

using base::Result;

Result<std::unique_ptr<Place>> Place::make(int residents, quint64 seed)
{
    auto place = std::make_unique<Place>();
    const QString folder = place->m_folder.filePath(QStringLiteral("register"));
    QDir(place->m_folder.path()).mkpath(QStringLiteral("station"));
    const central::RegisterKeys keys{.registerKey = base::crypto::randomSecret(32),
                                     .numbersKey = base::crypto::randomSecret(32)};
    place->m_cacheKey = base::crypto::randomSecret(32);
    auto made = central::EmbeddedRegister::create(
        folder, keys,
        {.registerId = QUuid::createUuid().toString(QUuid::WithoutBraces),
         .municipality = democity::municipality(),
         .code = democity::municipalityCode(),
         .training = true});
    if (!made)
        return base::fail(made);
    place->m_register = std::move(*made);
    democity::CityOrder order;
    order.residents = residents;
    order.seed = seed;
    if (const auto built = democity::buildRegister(*place->m_register, order, {}); !built)
        return base::fail(built);
    central::User user;
    user.id = QStringLiteral("bench");
    user.name = user.id;
    user.section = user.id;
    user.grants = {{central::Right::Search, {}, {}}};
    user.certificateFingerprint = base::crypto::sha256("bench");
    user.passwordChangedOn = place->m_clock.today();
    if (const auto done = place->m_register->addUsers({user}); !done)
        return base::fail(done);
    const central::Station station{.id = QStringLiteral("S0001"),
                                   .name = user.id,
                                   .scopes = {QStringLiteral("住民"), QStringLiteral("税"),
                                              QStringLiteral("収納"), QStringLiteral("年金")},
                                   .logKey = {}};
    if (const auto done = place->m_register->addStations({station}); !done)
        return base::fail(done);
    auto link = central::EmbeddedLink::open(folder, keys, place->m_clock);
    if (!link)
        return base::fail(link);
    place->m_link = std::move(*link);
    const auto session =
        place->m_link->openSession({.userId = user.id,
                                    .certificateFingerprint = user.certificateFingerprint,
                                    .stationId = station.id});
    if (!session)
        return base::fail(session);
    place->m_keeper = std::make_unique<syncing::ReplicaKeeper>(
        *place->m_link, syncing::KeeperPlace{.cachePath = place->cachePath(),
                                             .cacheKey = place->m_cacheKey,
                                             .progress = {}});
    return place;
}

Result<> Place::change(QList<residents::Snapshot> &people)
{
    const auto done = m_register->applyChanges(telephoneChanges(people));
    return done ? Result<>() : base::fail(done);
}

Result<> Place::changeFiles(const QList<residents::Snapshot> &people)
{
    constexpr int firstExtra = 21; // 随時
    constexpr int extras = 70;
    constexpr int year = 2026;
    central::CityPart changes;
    const int number = firstExtra + m_round++ % extras;
    for (const auto &person : people) {
        const auto id = person.id.person.value;
        changes.ledger.append(support::aLedgerRow(id, year, number));
        changes.assessments.append(support::anAssessment(id, year, number));
    }
    const auto done = m_register->applyChanges(changes);
    return done ? Result<>() : base::fail(done);
}

} // namespace bench
