#pragma once

#include "base/result.h"

#include <QString>

namespace storage {

using base::Result;

/// Puts a finished, closed database file in the place of another, which may be missing and must be
/// closed. After a power cut there is the old file or the new one. Takes the key check value along
/// and removes what the old file left (-wal, -shm). Fails when `fresh` has unmerged log.
[[nodiscard]] Result<> replaceDatabase(const QString &fresh, const QString &target);

/// Removes a closed database and all that belongs to it.
void removeDatabase(const QString &path);

/// Makes the names in a folder safe against a power cut.
[[nodiscard]] Result<> syncFolder(const QString &folder);
/// Gives a file another name in the same folder, replacing what has it.
[[nodiscard]] Result<> renameOver(const QString &from, const QString &to);

} // namespace storage
