#include "auth/stationkeys.h"

#include "base/crypto.h"

namespace auth {

// The labels are for ever: stored data hangs on them.

base::Secret stationKeyFrom(const base::Secret &share, const base::Secret &secret,
                            const QString &stationId)
{
    base::Secret both = share;
    both.insert(both.end(), secret.begin(), secret.end());
    return base::crypto::hkdf(both, stationId.toUtf8(), QByteArrayView("madoguchi/station-key/v1"));
}

base::Secret proofKeyFrom(const base::Secret &secret, const QString &stationId)
{
    return base::crypto::hkdf(secret, stationId.toUtf8(),
                              QByteArrayView("madoguchi/station-proof/v1"));
}

} // namespace auth
