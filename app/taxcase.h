#pragma once

#include "tax/calculator.h"

#include <QStringList>

namespace app {

/// The columns of `rule tax`, in order.
[[nodiscard]] QStringList taxCaseColumns();
/// One row of them as a case; `error` names the first column that cannot be read.
[[nodiscard]] tax::TaxCase taxCaseFrom(const QStringList &row, QString *error);

} // namespace app
