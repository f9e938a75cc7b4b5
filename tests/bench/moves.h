#pragma once

#include "base/result.h"

namespace bench {

/// moves: a family of four comes, through the desk and each of both registers; from F12 to the
/// answer, and from the checker's F12 to the 本登録.
[[nodiscard]] base::Result<> moves(int residents, quint64 seed);

} // namespace bench
