#pragma once

#include "base/errorcode.h"

#include <QString>

#include <optional>

namespace base {

/// "PinWrong": what logs, help pages and the command line call a code. Stable, unlike its number.
[[nodiscard]] QString errorName(ErrorCode code);
/// The code of that name; none for any other text.
[[nodiscard]] std::optional<ErrorCode> errorNamed(const QString &name);

} // namespace base
