#pragma once

#include "base/result.h"

namespace app {

/// Says on standard error what happened, what it means and what to do, as the screen would, with
/// the name of the code. Answers 1, the exit code of a command that failed.
int tellRefusal(const base::Error &error);

} // namespace app
