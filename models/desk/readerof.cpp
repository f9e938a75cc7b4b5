#include "desk/readerof.h"

#include "desk/outboxitems.h"

using base::Result;
using journal::Item;
using residents::Restriction;

namespace desk {

namespace {

/// As the register holds it from the moment it has it: one that is set protects at once, a change
/// of one counts when it was checked.
std::optional<Restriction> restrictionOf(const Item &item)
{
    const auto proposal = proposalOf(item);
    Restriction filed;
    if (proposal) {
        const auto *entered = std::get_if<Restriction>(&proposal->entered);
        if (!entered || entered->ended || proposal->baseVersion != 0)
            return std::nullopt;
        filed = *entered;
    } else {
        // What cannot be read any more protects as much as it can.
        filed.person = {item.person};
        filed.household = {item.household};
    }
    filed.provisional = true;
    return filed;
}

} // namespace

Result<cache::CacheReader *> readerOf(const Counter &counter)
{
    auto reader = counter.parts().reader();
    if (!reader)
        return reader;
    const auto items = itemsOf(counter, {ItemState::Filed, ItemState::Provisional});
    if (!items)
        return base::fail(items);
    QList<Restriction> filed;
    std::optional<qint64> standsAt; // the place of the replica in the feed
    for (const Item &item : *items) {
        if (residents::EntryKind(item.kind) != residents::EntryKind::Restriction)
            continue;
        if (item.state == ItemState::Provisional) {
            if (!standsAt) {
                const auto state = (*reader)->state();
                if (!state)
                    return base::fail(state);
                standsAt = state->feedNumber;
            }
            if (item.feedNumber <= *standsAt)
                continue;
        }
        if (const auto one = restrictionOf(item))
            filed.append(*one);
    }
    (*reader)->protectAlso(filed);
    return reader;
}

} // namespace desk
