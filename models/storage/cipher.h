#pragma once

#include "base/result.h"

namespace storage {

using base::Result;

/// The version of SQLCipher inside the program, such as "4.14.0 community"; empty when the program
/// carries a plain SQLite, in which case it must refuse to start.
[[nodiscard]] QString cipherVersion();

/// Fails with CipherMissing when there is no encryption.
[[nodiscard]] Result<> requireCipher();

} // namespace storage
