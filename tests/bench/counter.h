#pragma once

#include "support/trainingplace.h"

namespace bench {

/// Which figures of the counter are wanted.
struct CounterOrder
{
    bool desk = true;         ///< search and record through the desk, log rows on disk
    bool log = true;          ///< one row with fsync; verifying an exported log
    bool certificates = true; ///< a certificate of a household of four, ready to print
};
/// Signs a clerk in at a training place and works through the desk.
[[nodiscard]] base::Result<> counter(const support::TrainingPlace &place,
                                     const CounterOrder &order);

} // namespace bench
