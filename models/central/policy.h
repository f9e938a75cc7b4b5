#pragma once

#include "base/result.h"
#include "central/account.h"

#include <QDate>

namespace central {

/// The policy in force on a day: resources/tables/policy.csv, the first version of what the
/// register holds (design.md 5). TableUnreadable, TableYearMissing.
[[nodiscard]] base::Result<Policy> policyOn(QDate day);

} // namespace central
