#pragma once

#include "base/secret.h"

#include <QString>

// What the station secret is good for at a register on a server (design.md 4). Neither says
// anything of the other, nor of the secret.
namespace auth {

/// The station key W from the register's share and the station's secret: neither a stolen disk nor
/// a stolen dump of the register gives it.
[[nodiscard]] base::Secret stationKeyFrom(const base::Secret &share, const base::Secret &secret,
                                          const QString &stationId);

/// What the station proves itself with (HMAC over the register's nonce); the register keeps it too.
[[nodiscard]] base::Secret proofKeyFrom(const base::Secret &secret, const QString &stationId);

} // namespace auth
