#pragma once

#include "base/result.h"

#include <QString>

namespace syncing {

/// Renames a database file and what stands beside it (write-ahead log) to a name with the time in
/// it. The two newest of a path are kept, older ones are removed. The new file name without its
/// folder.
[[nodiscard]] base::Result<QString> setAside(const QString &path);
/// Removes every file of a path that was set aside, and what stands beside it.
[[nodiscard]] base::Result<> removeSetAside(const QString &path);
/// Puts a finished file into its place; on disk when it returns.
[[nodiscard]] base::Result<> putInPlace(const QString &from, const QString &to);

} // namespace syncing
