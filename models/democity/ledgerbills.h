#pragma once

#include "democity/ledgerstory.h"

namespace democity {

/// The rows a taxpayer is billed with, unpaid, in order of 納期限.
[[nodiscard]] QList<tax::LedgerRow> billsOf(const Taxpayer &who, int lastFiscalYear,
                                            Random &random);

/// 通知書番号: year, 科目 and a serial number with its check digit.
[[nodiscard]] QString noticeNumber(tax::TaxKind kind, int fiscalYear, base::PersonId person);

} // namespace democity
