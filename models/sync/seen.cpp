#include "sync/seen.h"

#include "residents/codec.h"

#include <algorithm>

namespace syncing {

using base::ErrorCode;
using base::Result;
using journal::Item;

namespace {

bool isBy(const residents::Authorship &by, const Item &item)
{
    return by.user == item.user && by.at.toMSecsSinceEpoch() == item.acknowledgedAtMs;
}

Result<bool> holds(const residents::Note &mine, int version, const Item &item,
                   cache::CacheReader &reader)
{
    const auto notes = reader.notes(mine.person);
    if (!notes)
        return base::fail(notes);
    for (const auto &note : *notes) {
        for (const auto &one : note.versions) {
            if (one.version == version && isBy(one.by, item) && one.text == mine.text &&
                one.withdrawn == mine.withdrawn)
                return true;
        }
    }
    return false;
}

Result<bool> holds(const residents::Contact &mine, int version, const Item &item,
                   cache::CacheReader &reader)
{
    const auto contact = reader.contact(mine.person);
    if (!contact)
        return base::fail(contact);
    const auto isIt = [&](const residents::Contact &one) {
        return one.version == version && isBy(one.by, item);
    };
    return std::any_of(contact->versions.cbegin(), contact->versions.cend(), isIt);
}

/// A restriction or an 異動: the 仮登録 it became.
template <typename Checked>
Result<bool> holds(const Checked &, int, const Item &item, cache::CacheReader &reader)
{
    const auto entry = reader.entry(item.entry);
    if (!entry)
        return base::fail(entry);
    return entry->has_value() && isBy((*entry)->author, item);
}

} // namespace

Result<bool> isHeld(const Item &item, cache::CacheReader &reader)
{
    const auto proposal = residents::decodeProposal(item.proposal);
    if (!proposal)
        return base::fail(ErrorCode::JournalDamaged, QStringLiteral("a proposal in the outbox"));
    const int version = proposal->baseVersion + 1;
    const auto held = std::visit(
        [&](const auto &mine) { return holds(mine, version, item, reader); }, proposal->entered);
    // Not even the person is there any more.
    if (!held && held.error().code == ErrorCode::ResidentUnknown)
        return false;
    return held;
}

Result<bool> isHeld(const journal::Decision &decision, cache::CacheReader &reader)
{
    const auto entry = reader.entry(decision.entry);
    if (!entry)
        return base::fail(entry);
    return entry->has_value() && (*entry)->state != residents::EntryState::Provisional &&
           (*entry)->checker.user == decision.user &&
           (*entry)->checker.at.toMSecsSinceEpoch() == decision.atMs;
}

} // namespace syncing
