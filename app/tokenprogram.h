#pragma once

#include <QString>

namespace app {

/// Where madoguchi-token stands: beside this program, or (a test in a build tree) in the folder
/// bin. Empty when it is not there.
[[nodiscard]] QString tokenProgram();

} // namespace app
