#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

class QIODevice;

namespace cache {
class CacheReader;
}

namespace app {

class AdminSignIn;

/// `madoguchi-admin station check`: reads cache and journal whole, the slots file, and compares the
/// cache's position with the register's; a JSON line each, 1 when something is not as it should be.
/// `madoguchi-admin station digest`: SHA-256 over all rows of the cache in key order, and the
/// register's own when the user may ask it; 1 when they differ. Both are logged.
[[nodiscard]] int runStation(AdminSignIn &signIn, const QStringList &arguments, QIODevice &output);
/// The same on standard output.
[[nodiscard]] int runStation(AdminSignIn &signIn, const QStringList &arguments);

/// SHA-256 over all rows of the cache, as central::ReplicaDigest counts them.
[[nodiscard]] base::Result<QByteArray> stationDigest(cache::CacheReader &reader);

} // namespace app
