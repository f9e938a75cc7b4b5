#pragma once

#include "ruleanswers.h"

namespace app {

/// `rule late-charge` and `rule tax`: 延滞金 and 個人住民税.
[[nodiscard]] QList<Rule> taxRules();

/// Reading of columns that the rules of tax share.
namespace column {

/// A whole day in any form the fields take; empty text gives an invalid day and no error.
[[nodiscard]] QDate day(const QString &text, QString *error);
/// Whole yen or a count, digits with or without separators; empty text is 0.
[[nodiscard]] qint64 number(const QString &text, QString *error);

} // namespace column

} // namespace app
