#pragma once

#include "pension/record.h"

#include <QDate>
#include <QString>

// Days, months and years of a pension record as they are written on the screen: 和暦.
namespace pensionui {

enum class YearForm { Long, Short };

/// "平成18年", "H18": the era of 1 January.
[[nodiscard]] QString yearWords(int year, YearForm form);
/// "令和6年7月"; empty when invalid.
[[nodiscard]] QString monthWords(const pension::Month &month);
/// "令和6年7月～令和7年6月"; of one month "令和6年7月"; without an end "令和6年7月～"; empty when
/// it does not begin.
[[nodiscard]] QString spanWords(const pension::MonthSpan &span);
/// "令和6年7月1日"; empty when invalid.
[[nodiscard]] QString dayWords(QDate day);
/// "令和6年度"; empty for 0.
[[nodiscard]] QString fiscalYearWords(int year);
/// Months of a span, both ends included; 0 when it has no end.
[[nodiscard]] int monthCount(const pension::MonthSpan &span);

} // namespace pensionui
