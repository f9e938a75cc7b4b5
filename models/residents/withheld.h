#pragma once

#include "residents/person.h"

#include <QFlags>

#include <functional>

namespace residents {

/// Where a state names a place.
enum class Place {
    Address = 1,
    Former = 2,       ///< 前住所
    BeforeMoveIn = 4, ///< 転入前住所
    Planned = 8,      ///< 転出先（予定）
    Confirmed = 16,   ///< 転出先（確定）
    Remarks = 32,     ///< 備考: words that name one
};
Q_DECLARE_FLAGS(Places, Place)

/// Takes out of the state what names a hidden place and says what was taken: where somebody now
/// lives whose address must not be told, the record of a former housemate does not tell either
/// (municipal-facts.md 4.12).
[[nodiscard]] Places withholdPlaces(Snapshot &state,
                                    const std::function<bool(const Address &)> &isHidden);

/// What stands in a note of other officials in place of words that name a hidden place.
[[nodiscard]] QString withheldWords();

} // namespace residents

Q_DECLARE_OPERATORS_FOR_FLAGS(residents::Places)
