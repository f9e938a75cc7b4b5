#pragma once

#include "base/result.h"

#include <QString>

namespace storage {

using base::Result;

/// Where the statement files are compiled in.
[[nodiscard]] QString sqlRoot();

/// The text of `root`/`name`.sql, such as "cache/person_by_id".
[[nodiscard]] Result<QString> sqlText(const QString &root, const QString &name);

/// The text of a statement of storage itself, which is always compiled in.
[[nodiscard]] QString ownSql(const QString &name);

[[nodiscard]] QString beginSql();
[[nodiscard]] QString commitSql();
[[nodiscard]] QString rollbackSql();

} // namespace storage
