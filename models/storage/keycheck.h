#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace storage {

using base::Result;

/// A key check value in `<path>.check`: salt and HKDF of the key. SQLCipher answers the same for a
/// wrong key and a damaged first page; this tells them apart. It tells nothing about the key, which
/// is 32 random bytes.
enum class KeyCheck { SameKey, OtherKey, Unknown };

[[nodiscard]] QString keyCheckPath(const QString &path);
/// Unknown when there is no readable side file.
[[nodiscard]] KeyCheck checkKey(const QString &path, const base::Secret &key);
[[nodiscard]] Result<> writeKeyCheck(const QString &path, const base::Secret &key);
void removeKeyCheck(const QString &path);

} // namespace storage
