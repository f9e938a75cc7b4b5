#pragma once

#include "desk/counter.h"

// Within this folder only.
namespace desk {

/// The reader of a procedure. What was filed at this station and is not in the replica yet already
/// protects: a new 抑止 that waits to be sent, or that the register has and the feed has not
/// brought. CacheMissing while the first load runs; what the outbox answers when it cannot be read.
/// In the reader's thread.
[[nodiscard]] base::Result<cache::CacheReader *> readerOf(const Counter &counter);

} // namespace desk
