#include "residents/move.h"

namespace residents {

QList<base::PersonId> personsIn(const Move &move)
{
    QList<base::PersonId> persons;
    for (const auto *changes : {&move.movers, &move.others}) {
        for (const MemberChange &change : *changes)
            persons.append(change.person);
    }
    return persons;
}

QList<base::HouseholdId> householdsIn(const Move &move)
{
    if (move.to.id == move.from.id)
        return {move.from.id};
    return {move.from.id, move.to.id};
}

} // namespace residents
