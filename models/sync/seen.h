#pragma once

#include "base/result.h"
#include "cache/cachereader.h"
#include "journal/decisions.h"
#include "journal/outbox.h"

namespace syncing {

/// Whether the replica holds what the register acknowledged for this item. False also for what it
/// is not shown whole: offering that again does no harm.
[[nodiscard]] base::Result<bool> isHeld(const journal::Item &item, cache::CacheReader &reader);
[[nodiscard]] base::Result<bool> isHeld(const journal::Decision &decision,
                                        cache::CacheReader &reader);

} // namespace syncing
