#pragma once

#include "base/errorcode.h"

#include <QString>

namespace base {

/// "PinWrong": what logs, help pages and the command line call a code. Stable, unlike its number.
[[nodiscard]] QString errorName(ErrorCode code);

} // namespace base
