#pragma once

#include "certificates/request.h"
#include "desk/clerk.h"
#include "desk/search.h"
#include "desk/visit.h"
#include "residents/household.h"

#include <QString>

// enum -> words. Every screen takes its words from here, so that one thing has one name.
namespace words {

[[nodiscard]] QString of(residents::State state);
[[nodiscard]] QString of(residents::Kind kind);
[[nodiscard]] QString of(residents::Sex sex);
[[nodiscard]] QString of(residents::MovementReason reason);
[[nodiscard]] QString of(residents::ReadingState state);
[[nodiscard]] QString of(residents::ForeignClass foreignClass);
[[nodiscard]] QString of(residents::RestrictionKind kind);
[[nodiscard]] QString of(residents::RestrictionLevel level);
[[nodiscard]] QString of(certificates::RequesterKind kind);
[[nodiscard]] QString of(certificates::Item item);
[[nodiscard]] QString of(certificates::FormKind form);
[[nodiscard]] QString of(desk::Caller caller);
[[nodiscard]] QString of(desk::LockReason reason);
[[nodiscard]] QString of(desk::TokenState state);
[[nodiscard]] QString of(desk::PinState state);
[[nodiscard]] QString of(desk::MatchedName matched);
[[nodiscard]] QString of(desk::Role role);

} // namespace words
