#pragma once

#include "journal/journal.h"

namespace journal {

/// Whether this log still holds what the register witnessed, for sign-in: LogCut when it ends
/// before that head, LogBroken when another row stands there (an old file put back, design.md 4).
[[nodiscard]] Result<> agreesWith(Journal &journal, const evidence::Head &witnessed);

} // namespace journal
