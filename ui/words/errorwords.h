#pragma once

#include "base/result.h"

#include <QString>

namespace words {

/// What the clerk reads when something could not be done.
struct ErrorWords
{
    QString happened; ///< what happened
    QString means;    ///< what it means for the person at the counter
    QString todo;     ///< what to do next
};

[[nodiscard]] ErrorWords errorWords(base::ErrorCode code);
/// Also which rule of the 異動 it is, and what to do about that (MoveRefused).
[[nodiscard]] ErrorWords errorWords(const base::Error &error);
/// "PinWrong": the heading in resources/help/ja/errors.md and what support asks for.
[[nodiscard]] QString errorName(base::ErrorCode code);

} // namespace words
