#pragma once

#include "democity/plan.h"

namespace democity {

/// What the other sections would show for a member on a day (items 23 to 27).
[[nodiscard]] residents::Entitlements entitlementsOf(const MemberPlan &member, QDate day);

} // namespace democity
