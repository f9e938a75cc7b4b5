#pragma once

#include "base/result.h"

#include <QStringList>

namespace bench {

/// central-load: the first load over TLS from a real server beside the embedded one, 5,000 changes
/// after a break, and signing in while eight stations load.
[[nodiscard]] base::Result<> centralLoad(int residents, quint64 seed);
/// central-feed: 50 writers and 100 connected stations; from commit to applied row.
[[nodiscard]] base::Result<> centralFeed();
/// A station of its own that loads (CONNECT, STATION and the file of its cache) and says what it
/// took: what centralLoad starts. Exit code.
[[nodiscard]] int loadingStation(const QStringList &arguments);

} // namespace bench
