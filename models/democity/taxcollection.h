#pragma once

#include "democity/lives.h"
#include "tax/assessment.h"
#include "tax/calculator.h"

#include <optional>

namespace democity {

/// How the tax of a year is collected; `drawn` of 1,000, once for a person.
[[nodiscard]] tax::Collection collectionOf(const Life &life, const Earnings &earned, int drawn);
/// The instalments of a first row: 4 期, 12 months or 6 pension payments; somebody in the year he
/// becomes 65, or from whose pension nothing was withheld last year, pays the first half himself
/// (併徴). `lastYearYen`: half of it is 仮徴収; not known: that of this year stands for it.
void spread(tax::Assessment &assessment, const Life &life, const tax::TaxComputation &worked,
            std::optional<qint64> lastYearYen);
/// A first charge on a day within the year: over the 期 still open. False when there is none.
[[nodiscard]] bool chargeLate(tax::Assessment &assessment, QDate on);
/// After a 更正 on a day: what was due before stays, the rest is spread anew, and what would be
/// below nothing is taken from the last instalments. False when nothing is left to change.
[[nodiscard]] bool respread(tax::Assessment &assessment, const tax::Assessment &before, QDate on);

} // namespace democity
