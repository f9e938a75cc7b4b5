#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>
#include <QStringList>

namespace bench {

struct Copying
{
    double encryptedMs = 0; ///< all tables into another encrypted file
    double plainMs = 0;     ///< all tables into a plain file
};
/// Copies the cache twice, for comparison only: nothing in the program can make a plain file.
[[nodiscard]] base::Result<Copying> copyTwice(const QString &cachePath, const base::Secret &key,
                                              const QString &folder);

/// Runs the search statement through SQLite's own interface on a file (plain without a key); the
/// time of each expression in milliseconds.
[[nodiscard]] base::Result<QList<double>> searchTimes(const QString &path, const base::Secret *key,
                                                      const QStringList &expressions);

} // namespace bench
