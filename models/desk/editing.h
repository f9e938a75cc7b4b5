#pragma once

#include "desk/counter.h"
#include "desk/entryviews.h"
#include "desk/recordgate.h"

// What every form does with its draft and with the edit lock; within this folder only.
namespace desk {

/// The item of a draft that is kept or filed; a new one when there is none yet. EntryUnknown;
/// EntryDecided when it is no draft any more; RightMissing (a refused row) when it is somebody
/// else's. In the reader's thread.
[[nodiscard]] base::Result<journal::Item> draftFor(Counter &counter, const RecordGate &gate,
                                                   const QString &uuid);

/// Takes or renews the edit locks. Without the register nobody is kept from anything: versions
/// decide. In Writing::sending.
[[nodiscard]] base::Result<EditStart> takeLocks(const Counter &counter,
                                                const QList<central::LockKey> &keys);

} // namespace desk
