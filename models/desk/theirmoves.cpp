#include "desk/theirmoves.h"

#include "central/moverows.h"

#include <algorithm>

using base::ErrorCode;
using base::Result;
using central::LockKey;
using residents::Entry;
using residents::Move;

namespace desk {

namespace {

/// The version that the clerk saw of a person or household; none when the 異動 does not name it.
std::optional<int> baseOf(const Move &move, const LockKey &key)
{
    if (key.kind == LockKey::Kind::Household) {
        for (const auto &one : {move.from, move.to}) {
            if (one.id.value == key.id)
                return one.baseVersion;
        }
        return std::nullopt;
    }
    for (const residents::MemberChange &one : move.movers + move.others) {
        if (one.person.value == key.id)
            return one.baseVersion;
    }
    return std::nullopt;
}

/// It was made on what mine was made on, or on something newer.
bool isSince(const Move &other, const Move &mine)
{
    const auto keys = central::heldBy(mine);
    return std::any_of(keys.begin(), keys.end(), [&](const LockKey &key) {
        const auto theirs = baseOf(other, key);
        return theirs && *theirs >= *baseOf(mine, key);
    });
}

Result<QList<Entry>> entriesSince(RecordGate &gate, const Move &mine)
{
    QList<Entry> found;
    for (const LockKey &key : central::heldBy(mine)) {
        const bool isPerson = key.kind == LockKey::Kind::Person;
        auto entries = isPerson ? gate.reader().registeredEntries(base::PersonId{key.id})
                                : gate.reader().registeredEntries(base::HouseholdId{key.id});
        if (!entries)
            return entries;
        for (Entry &entry : *entries) {
            const auto *move = std::get_if<Move>(&entry.proposal.entered);
            const auto isIt = [&entry](const Entry &one) { return one.number == entry.number; };
            if (move && isSince(*move, mine) && !std::any_of(found.begin(), found.end(), isIt))
                found.append(std::move(entry));
        }
    }
    std::sort(found.begin(), found.end(), [](const Entry &one, const Entry &other) {
        return one.checker.at < other.checker.at;
    });
    return found;
}

/// Everybody named, and the oldest version that mine or theirs was made from.
QList<base::SnapshotId> basesOf(const Move &mine, const QList<Entry> &theirs)
{
    QList<base::SnapshotId> bases;
    const auto add = [&bases](const Move &move) {
        for (const residents::MemberChange &one : move.movers + move.others) {
            // Who comes had no record to begin from.
            if (one.baseVersion == 0)
                continue;
            const auto known = std::find_if(bases.begin(), bases.end(), [&one](const auto &base) {
                return base.person == one.person;
            });
            if (known == bases.end())
                bases.append({one.person, one.baseVersion});
            else
                known->version = std::min(known->version, one.baseVersion);
        }
    };
    add(mine);
    for (const Entry &entry : theirs)
        add(std::get<Move>(entry.proposal.entered));
    return bases;
}

/// Not for this clerk's eyes, or not there.
bool isClosed(ErrorCode code)
{
    return code == ErrorCode::RestrictedRecord || code == ErrorCode::ReasonMissing ||
           code == ErrorCode::ResidentUnknown;
}

} // namespace

Result<TheirMoves> theirMovesOf(RecordGate &gate, const Move &mine)
{
    auto entries = entriesSince(gate, mine);
    if (!entries)
        return base::fail(entries);
    TheirMoves theirs{.entries = std::move(*entries)};
    for (const base::SnapshotId &base : basesOf(mine, theirs.entries)) {
        auto now = gate.open(base.person);
        if (!now && !isClosed(now.error().code))
            return base::fail(now);
        if (!now || now->withheld.testFlag(residents::Place::Address)) {
            // One protected: what was made of the others would tell where she is.
            theirs.changes.clear();
            for (Entry &entry : theirs.entries)
                entry.proposal = {};
            theirs.hidden = true;
            return theirs;
        }
        if (now->record.snapshot.id.version <= base.version)
            continue;
        auto before = gate.reader().stateOf(base);
        if (!before)
            return base::fail(before);
        theirs.changes.append(
            {.before = std::move(before->snapshot), .after = std::move(now->record.snapshot)});
    }
    return theirs;
}

Result<QList<residents::Snapshot>> namedIn(RecordGate &gate, const Move &move)
{
    QList<residents::Snapshot> named;
    for (const base::PersonId person : residents::personsIn(move)) {
        auto opened = gate.open(person);
        if (opened)
            named.append(std::move(opened->record.snapshot));
        else if (!isClosed(opened.error().code))
            return base::fail(opened);
    }
    return named;
}

} // namespace desk
