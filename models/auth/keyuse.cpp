#include "auth/keyuse.h"

#include "base/crypto.h"

namespace auth {

namespace {

// Stored data hangs on these: never changed, only added to.
const char *labelOf(KeyUse use)
{
    switch (use) {
    case KeyUse::Cache:
        return "madoguchi/cache/v1";
    case KeyUse::Journal:
        return "madoguchi/journal/v1";
    case KeyUse::LogSigning:
        return "madoguchi/log-signing/v1";
    case KeyUse::Register:
        return "madoguchi/register/v1";
    case KeyUse::Numbers:
        return "madoguchi/numbers/v1";
    case KeyUse::DoorBox:
        return "madoguchi/door-box/v1";
    case KeyUse::RegisterLogBox:
        return "madoguchi/register-log-box/v1";
    }
    Q_UNREACHABLE();
}

} // namespace

base::Secret keyFor(const base::Secret &stationKey, KeyUse use)
{
    return base::crypto::hkdf(stationKey, {}, QByteArrayView(labelOf(use)));
}

} // namespace auth
