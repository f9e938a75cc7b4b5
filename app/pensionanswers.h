#pragma once

#include "ruleanswers.h"

namespace app {

/// `rule pension-exemption`, `rule pension-maternity` and `rule pension-months`: 国民年金.
[[nodiscard]] QList<Rule> pensionRules();

} // namespace app
