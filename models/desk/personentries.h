#pragma once

#include "desk/entryviews.h"
#include "desk/recordgate.h"

namespace desk {

/// Notes, contact, restrictions and what waits of the person for whom the gate was passed, as this
/// clerk may see them in this visit; without the log row. In the reader's thread.
[[nodiscard]] base::Result<PersonEntries>
readEntries(const Counter &counter, const RecordGate &gate, const residents::Snapshot &person);

} // namespace desk
