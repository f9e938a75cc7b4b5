#pragma once

#include "central/registerowner.h"
#include "democity/citymaker.h"
#include "democity/specimens.h"

#include <functional>

namespace democity {

/// How much of the city stands.
struct Built
{
    int residents = 0; ///< present ones
    int persons = 0;   ///< with the former ones
    int households = 0;
    int states = 0; ///< of all persons, current ones included
    int restrictions = 0;
    int assessments = 0; ///< history rows included
    int ledgerRows = 0;  ///< 期別
    int pensions = 0;
    Specimens specimens;
};
using Progress = std::function<void(const Built &)>;

/// Streams a city into a fresh register, batch by batch, numbers with wrong check digits beside it,
/// and finishes the register. `progress` is called after each batch. Fails with what the maker or
/// the register fails with.
[[nodiscard]] base::Result<Built> buildRegister(central::RegisterOwner &target,
                                                const CityOrder &order, const Progress &progress);

} // namespace democity
