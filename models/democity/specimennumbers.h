#pragma once

#include "democity/random.h"
#include "residents/numbers.h"
#include "residents/person.h"

namespace democity {

/// 住民票コード, 個人番号 and card number of a made-up person, always the same ones for one person
/// and seed. Both have a WRONG check digit, so that they can be nobody's (municipal-facts.md 1.1):
/// there is no reserved range. The card number, of foreign residents only, begins with ZZ.
[[nodiscard]] residents::SensitiveNumbers numbersOf(base::PersonId person, residents::Kind kind,
                                                    quint64 seed);

} // namespace democity
