#pragma once

#include "tax/assessment.h"
#include "tax/catalogue.h"
#include "ui/tax/amountlist.h"

namespace taxui {

enum class Masking { On, Off };

/// The items of one section that have a value, in the order they are read; totals and the pairs of
/// 市 and 県 in their places. `place` as in record_items.csv.
[[nodiscard]] QList<Amount> amountsAt(const QString &place, const tax::Assessment &assessment,
                                      Masking masking);
/// Whether something of the assessment is hidden unless it is asked for.
[[nodiscard]] bool hasMasked(const tax::Assessment &assessment);
/// One of the items that are not figures (1 to 16); empty when it has no value.
[[nodiscard]] QString headWords(int item, const tax::Assessment &assessment);

} // namespace taxui
