#pragma once

#include "app/casebook/bookcase.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>

namespace casebook {

/// The cases of a book (CSV with the names of its columns in the first line; tests/data/README.md).
/// TableUnreadable, with line and column in the detail, for whatever cannot be meant.
[[nodiscard]] base::Result<QList<BookCase>> readBook(const QByteArray &csv);

} // namespace casebook
