#include "desk/openedmove.h"

#include "central/moverows.h"
#include "desk/outboxitems.h"
#include "tables/table.h"

#include <algorithm>

using base::Result;
using residents::Move;
using residents::MoveGround;
using residents::Restriction;

namespace desk {

namespace {

/// A house of flats, and those beside it whose lot begins alike.
constexpr int mostAtAPlace = 300;

/// 抑止 on who moves, or on a household of it (as the register looks at them).
void addRestrictions(const Move &move, const residents::PersonRecord &record, MoveGround &ground)
{
    const auto households = residents::householdsIn(move);
    const bool moves = residents::isMover(move, record.snapshot.id.person);
    for (const Restriction &one : record.restrictions) {
        const bool counts = one.household.value > 0 ? households.contains(one.household) : moves;
        if (counts && !ground.restrictions.contains(one))
            ground.restrictions.append(one);
    }
}

/// A 転出予定日 after it may be a slip of the year.
Result<QDate> plannedUntil(QDate today)
{
    const auto policy = tables::Table::load(QStringLiteral("policy"));
    if (!policy)
        return base::fail(policy);
    const auto row =
        policy->rowOn(today, {{QStringLiteral("name"), QStringLiteral("move_out_ahead")}});
    if (!row)
        return base::fail(row);
    return today.addDays(row->number(QStringLiteral("value")));
}

/// Those that wait at the register, and those filed here and not sent yet.
Result<QList<Move>> waitingMoves(const Counter &counter, cache::CacheReader &reader)
{
    QList<Move> moves;
    const auto entries = reader.waitingEntries();
    if (!entries)
        return base::fail(entries);
    for (const residents::Entry &entry : *entries) {
        if (const auto *move = std::get_if<Move>(&entry.proposal.entered))
            moves.append(*move);
    }
    const auto items = itemsOf(counter, {ItemState::Filed});
    if (!items)
        return base::fail(items);
    for (const journal::Item &item : *items) {
        if (item.kind != int(residents::EntryKind::Move))
            continue;
        const auto proposal = proposalOf(item);
        if (!proposal)
            return base::fail(proposal);
        moves.append(std::get<Move>(proposal->entered));
    }
    return moves;
}

/// An 異動 of one of them waits.
Result<bool> isPending(const Counter &counter, const RecordGate &gate, const Move &move)
{
    const auto moves = waitingMoves(counter, gate.reader());
    if (!moves)
        return base::fail(moves);
    return std::any_of(moves->cbegin(), moves->cend(),
                       [&move](const Move &other) { return central::shareSomebody(move, other); });
}

} // namespace

Result<bool> moveWaitsOn(const Counter &counter, cache::CacheReader &reader,
                         const QList<residents::Snapshot> &persons)
{
    const auto moves = waitingMoves(counter, reader);
    if (!moves)
        return base::fail(moves);
    return std::any_of(moves->cbegin(), moves->cend(), [&persons](const Move &move) {
        const auto named = residents::personsIn(move);
        const auto households = residents::householdsIn(move);
        return std::any_of(persons.cbegin(), persons.cend(), [&](const auto &person) {
            return named.contains(person.id.person) || households.contains(person.household);
        });
    });
}

Result<QList<cache::FoundPerson>> knownAs(const Counter &counter, const RecordGate &gate,
                                          const residents::Snapshot &newcomer)
{
    const QString name = residents::fullName(newcomer.name);
    const calendar::PartialDate &born = newcomer.bornOn;
    if (name.trimmed().isEmpty() || !born.earliest.isValid() || !born.latest.isValid() ||
        newcomer.sex == residents::Sex::Unknown)
        return QList<cache::FoundPerson>();
    cache::Query query;
    query.name = name;
    query.birth = cache::BirthRange{.from = born.earliest, .to = born.latest};
    query.sex = newcomer.sex;
    query.withRemoved = true;
    query.today = counter.today();
    auto found = gate.reader().find(query);
    if (!found)
        return base::fail(found);
    return std::move(found->rows);
}

Result<QList<residents::HouseholdRecord>>
householdsAt(const Counter &counter, const RecordGate &gate, const residents::Address &address)
{
    QList<residents::HouseholdRecord> there;
    if (address.town.trimmed().isEmpty() || address.lot.trimmed().isEmpty())
        return there;
    cache::Query query;
    query.address = address.town + address.lot;
    query.limit = mostAtAPlace;
    query.today = counter.today();
    const auto found = gate.reader().find(query);
    if (!found)
        return base::fail(found);
    QList<base::HouseholdId> seen;
    for (const cache::FoundPerson &person : found->rows) {
        if (person.addressHidden || seen.contains(person.household))
            continue;
        seen.append(person.household);
        auto household = gate.reader().household(person.household, query.today);
        if (!household)
            return base::fail(household);
        const residents::Address &theirs = household->record.household.address;
        if (!household->addressHidden && theirs.town == address.town && theirs.lot == address.lot &&
            !household->record.members.isEmpty())
            there.append(std::move(household->record));
    }
    return there;
}

Result<QList<residents::HouseholdRecord>> householdsOf(const Counter &counter,
                                                       const RecordGate &gate, const Move &move)
{
    QList<residents::HouseholdRecord> households;
    for (const base::HouseholdId id : residents::householdsIn(move)) {
        const bool isNew = id == move.to.id && move.to.baseVersion == 0;
        if (isNew)
            continue;
        auto household = gate.reader().household(id, counter.today());
        if (!household)
            return base::fail(household);
        households.append(std::move(household->record));
    }
    return households;
}

QList<base::PersonId> everybodyOf(const Move &move,
                                  const QList<residents::HouseholdRecord> &households)
{
    QList<base::PersonId> people;
    for (const residents::HouseholdRecord &household : households) {
        for (const residents::PersonRecord &member : household.members)
            people.append(member.snapshot.id.person);
    }
    // Whose number was given out just now is nobody yet.
    const auto isNew = [&move](base::PersonId person) {
        return std::any_of(move.movers.begin(), move.movers.end(),
                           [person](const residents::MemberChange &mover) {
                               return mover.person == person && mover.baseVersion == 0;
                           });
    };
    for (const base::PersonId person : residents::personsIn(move)) {
        if (!people.contains(person) && !isNew(person))
            people.append(person);
    }
    return people;
}

Result<MoveGround> openMove(Counter &counter, RecordGate &gate, const Move &move)
{
    MoveGround ground;
    ground.today = counter.today();
    const auto until = plannedUntil(ground.today);
    if (!until)
        return base::fail(until);
    ground.plannedUntil = *until;
    ground.municipalityCode = counter.parts().clerk.municipalityCode;
    for (const tables::Row &row : counter.parts().tables.identity.rowsOn(ground.today))
        ground.identityClasses.insert(row.text(QStringLiteral("code")),
                                      row.number(QStringLiteral("class")));
    const auto households = householdsOf(counter, gate, move);
    if (!households)
        return base::fail(households);
    for (const residents::HouseholdRecord &one : *households)
        ground.households.append(one.household);
    for (const base::PersonId person : everybodyOf(move, *households)) {
        auto answer = gate.open(person);
        if (!answer)
            return base::fail(answer);
        addRestrictions(move, answer->record, ground);
        const residents::Snapshot &now = answer->record.snapshot;
        ground.protects |= answer->addressHidden && residents::isPresent(now.state) &&
                           now.household == move.from.id;
        ground.members.append(std::move(answer->record.snapshot));
    }
    for (const residents::Snapshot &newcomer : move.newcomers) {
        const auto alike = knownAs(counter, gate, newcomer);
        if (!alike)
            return base::fail(alike);
        const bool another =
            std::any_of(alike->begin(), alike->end(), [&move](const cache::FoundPerson &one) {
                return !residents::isMover(move, one.id.person);
            });
        if (another)
            ground.lookKnown.append(newcomer.id.person);
    }
    const auto pending = isPending(counter, gate, move);
    if (!pending)
        return base::fail(pending);
    ground.pending = *pending;
    // Of a place elsewhere it is not known who lives there.
    if (residents::traitsOf(move.kind).place != residents::MoveTraits::Place::Here)
        return ground;
    const auto there = householdsAt(counter, gate, move.address);
    if (!there)
        return base::fail(there);
    for (const residents::HouseholdRecord &one : *there)
        ground.othersThere.append(one.household);
    return ground;
}

} // namespace desk
