#pragma once

#include "base/ids.h"

namespace democity {

/// 宛名番号 and 世帯番号 of a serial number: check digit last, M11W2～7, remainder 0 and 1 -> 0
/// (municipal-facts.md 1.5). Persons begin at 1,000,001, households at 50,000,001.
[[nodiscard]] base::PersonId personNumber(qint64 serial);
[[nodiscard]] base::HouseholdId householdNumber(qint64 serial);
/// The serial with its check digit behind it.
[[nodiscard]] qint64 withCheckDigit(qint64 body);

} // namespace democity
