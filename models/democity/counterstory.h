#pragma once

#include "democity/citymaker.h"
#include "democity/random.h"
#include "democity/story.h"

namespace democity {

/// What the counter wrote down about some residents: notes and contacts, some with earlier
/// versions. Nobody is named in them, and no place of the city. The first resident of age without a
/// restriction has both, with versions.
class CounterStory final
{
public:
    explicit CounterStory(const CityOrder &order)
        : m_order(order)
    {
    }
    /// Appends to the batch. `restricted`: the household has a restriction.
    void tell(const Told &told, bool restricted, Batch &batch);

private:
    void note(base::PersonId person, int versions, Random &random, Batch &batch);
    void contact(const residents::Snapshot &person, int versions, Random &random, Batch &batch);

    CityOrder m_order;
    qint64 m_lastNote = 0;
    bool m_shown = false;
};

} // namespace democity
