#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace auth {

/// Puts a whole file in place of the old one: written beside it, to the disk, then renamed. Whoever
/// loses power has the old file or the new one. Only the program's account may read it (0600).
/// DiskFull or FileUnreadable; the old file is then untouched.
[[nodiscard]] base::Result<> writeDurably(const QString &path, const QByteArray &bytes);

/// Like writeDurably, but never over a file that is there already (PlaceNotEmpty).
[[nodiscard]] base::Result<> createDurably(const QString &path, const QByteArray &bytes);

} // namespace auth
