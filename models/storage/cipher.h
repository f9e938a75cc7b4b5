#pragma once

#include "base/result.h"

namespace storage {

using base::Result;

/// The version of SQLCipher inside the program, such as "4.14.0 community"; empty when the program
/// carries a plain SQLite, in which case it must refuse to start.
[[nodiscard]] QString cipherVersion();

/// Fails with CipherMissing when there is no encryption: `version` is what cipherVersion() says.
[[nodiscard]] Result<> requireCipher(const QString &version);
[[nodiscard]] Result<> requireCipher();

} // namespace storage
