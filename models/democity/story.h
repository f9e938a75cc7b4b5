#pragma once

#include "democity/citymaker.h"
#include "democity/plan.h"

namespace democity {

struct Told
{
    residents::Household household;
    QList<QList<residents::Snapshot>> histories; ///< in the order of the plan's members
};

/// Tells a plan as the states the register would hold: what came before the first day of the system
/// is its `Initial` state. `people` are the numbers of the plan's members.
[[nodiscard]] Told tell(const HouseholdPlan &plan, base::HouseholdId id,
                        const QList<base::PersonId> &people, QDate today);

} // namespace democity
