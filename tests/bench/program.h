#pragma once

#include "support/trainingplace.h"

namespace bench {

/// program: the real madoguchi under the offscreen platform at a training place without a cache:
/// memory after first load and searches; then start to sign-in page and sign-in to search page.
[[nodiscard]] base::Result<> program(const support::TrainingPlace &place, int residents);

} // namespace bench
