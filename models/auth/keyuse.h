#pragma once

#include "base/secret.h"

namespace auth {

/// What a key made from the station key W is for. Each has a label of its own.
enum class KeyUse {
    Cache,          ///< cache.db, raw key
    Journal,        ///< journal.db, raw key
    LogSigning,     ///< Ed25519 seed of the checkpoints
    Register,       ///< register.db of the embedded register
    Numbers,        ///< the embedded register's second file with the numbers
    DoorBox,        ///< X25519 seed; door.log is sealed to its open part
    RegisterLogBox, ///< X25519 seed of the embedded register's log key
};

/// 32 bytes: HKDF-SHA-256 of W with the label of the use. Whoever has one learns no other.
[[nodiscard]] base::Secret keyFor(const base::Secret &stationKey, KeyUse use);

} // namespace auth
