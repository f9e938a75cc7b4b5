#include "app/casebook/scenestate.h"

#include "residents/codec.h"

using base::Result;

namespace casebook {

namespace {

/// Rows of a table behind a key, as the copy has them.
template <typename Record>
Result<QList<Record>> records(cache::CacheReader &reader, const cache::StoredRow &after, int limit,
                              Result<Record> (*decode)(QByteArrayView))
{
    const auto rows = reader.rows(after, limit);
    if (!rows)
        return base::fail(rows);
    QList<Record> found;
    for (const cache::StoredRow &row : *rows) {
        auto record = decode(row.body);
        if (!record)
            return base::fail(record);
        found.append(std::move(*record));
    }
    return found;
}

Result<> readHousehold(cache::CacheReader &reader, base::HouseholdId id, SceneState &state)
{
    const auto found = records<residents::Household>(
        reader, {.table = cache::Table::Household, .id = id.value - 1}, 1,
        &residents::decodeHousehold);
    if (!found)
        return base::fail(found);
    if (found->isEmpty() || found->first().id != id)
        return {};
    state.households.insert(id.value, found->first());
    const auto answer = reader.household(id, QDate(2026, 1, 1));
    if (!answer)
        return base::fail(answer);
    QList<base::PersonId> members;
    for (const auto &member : answer->record.members)
        members.append(member.snapshot.id.person);
    state.members.insert(id.value, members);
    return {};
}

Result<SceneState> read(cache::CacheReader &reader, const PlacedScene &scene)
{
    const auto people = records<residents::Snapshot>(
        reader, {.table = cache::Table::Person, .id = scene.first() - 1}, PlacedScene::mostPeople,
        &residents::decodeSnapshot);
    if (!people)
        return base::fail(people);
    SceneState state;
    QList<base::HouseholdId> households;
    const auto take = [&](const residents::Snapshot &person) {
        state.people.insert(person.id.person.value, person);
        if (!households.contains(person.household))
            households.append(person.household);
    };
    for (const Home &home : scene.scene().homes)
        households.append(scene.household(home.name));
    for (const residents::Snapshot &person : *people) {
        if (!scene.roleOf(person.id.person).isEmpty())
            take(person);
    }
    for (const auto &[role, id] : scene.given) {
        const auto found = records<residents::Snapshot>(
            reader, {.table = cache::Table::Person, .id = id.value - 1}, 1,
            &residents::decodeSnapshot);
        if (!found)
            return base::fail(found);
        if (!found->isEmpty() && found->first().id.person == id)
            take(found->first());
    }
    for (const base::HouseholdId id : std::as_const(households)) {
        if (const auto done = readHousehold(reader, id, state); !done)
            return base::fail(done);
    }
    return state;
}

} // namespace

Result<SceneState> sceneState(Workplace &place, const PlacedScene &scene)
{
    return place.withCopy([&scene](cache::CacheReader &reader) { return read(reader, scene); });
}

Result<QList<residents::Snapshot>> statesSince(Workplace &place, const residents::Snapshot &now,
                                               int version)
{
    const int former = now.id.version - version - 1;
    if (former < 0)
        return QList<residents::Snapshot>();
    QList<residents::Snapshot> states;
    if (former > 0) {
        auto rows = place.withCopy([&](cache::CacheReader &reader) {
            return records<residents::Snapshot>(reader,
                                                {.table = cache::Table::FormerSnapshot,
                                                 .id = now.id.person.value,
                                                 .version = version},
                                                former, &residents::decodeSnapshot);
        });
        if (!rows)
            return rows;
        states = std::move(*rows);
    }
    states.append(now);
    return states;
}

} // namespace casebook
