#pragma once

#include "base/result.h"
#include "central/centrallink.h"
#include "journal/memory.h"

namespace syncing {

/// The greatest feed number that both this station and the register know, by content: a register
/// that was restored, or lost its last commits, goes another way from there (design.md 3). 0 when
/// none of the marks is known. `marks`: newest first. RegisterUnreachable and the like.
[[nodiscard]] base::Result<qint64> lastKnown(central::Replica &replica,
                                             const QList<journal::FeedMark> &marks);

} // namespace syncing
