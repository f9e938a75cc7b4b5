#pragma once

#include "base/result.h"

#include <QByteArray>

namespace app {

/// The error's name and its three sentences, in English: what happened, what it means, what to do;
/// then the place in the program. Words: ui/words.
[[nodiscard]] QByteArray refusalText(const base::Error &error);
/// 2 for a wrong command, 1 for everything else.
[[nodiscard]] int refusalExit(const base::Error &error);
/// Writes the text on standard error and answers the exit code.
int tellRefusal(const base::Error &error);

} // namespace app
