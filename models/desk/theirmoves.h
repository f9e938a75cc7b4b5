#pragma once

#include "desk/entryviews.h"
#include "desk/recordgate.h"

namespace desk {

/// What the register accepted of the persons and households of an 異動 since it was made, as far as
/// the replica has it. In the reader's thread; logs nothing but a refusal.
[[nodiscard]] base::Result<TheirMoves> theirMovesOf(RecordGate &gate, const residents::Move &mine);

/// Names of those whom an 異動 names and who may be opened; the others have none.
[[nodiscard]] base::Result<QList<residents::Snapshot>> namedIn(RecordGate &gate,
                                                               const residents::Move &move);

} // namespace desk
