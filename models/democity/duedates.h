#pragma once

#include "tax/ledger.h"

#include <QDate>

namespace democity {

/// The day itself when the office is open, else the next open one (地方税法 第20条の5). Remembered:
/// asked hundreds of thousands of times about a few days.
[[nodiscard]] QDate officeDayFrom(QDate day);

/// 納期限 of a 期別 by the made-up city's ordinance: 市県民税 end of June, August, October and
/// January; 固定資産税 end of April, July and September and 25 December; 軽自動車税 end of May.
[[nodiscard]] QDate dueOn(tax::TaxKind kind, int fiscalYear, int period);

/// 年度 a day lies in, and the one whose resident tax has been fixed by then (from June on).
[[nodiscard]] int fiscalYearOf(QDate day);
[[nodiscard]] int lastAssessedYear(QDate today);

} // namespace democity
