#pragma once

namespace app {

/// For this process and all it starts: no core dumps (they would hold keys and names in clear), and
/// files that only the program's account can read. Called first in main().
void keepToOneself();

} // namespace app
