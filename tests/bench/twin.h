#pragma once

#include "bench/place.h"

namespace bench {

/// twin: the first load (rows of the register, then the index made from them, two threads as in
/// sync) and the search statement, once into an encrypted file and once into a plain one. Speeds
/// as shares of the plain file's.
[[nodiscard]] base::Result<> twins(Place &place);

} // namespace bench
