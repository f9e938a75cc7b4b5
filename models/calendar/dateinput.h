#pragma once

#include "base/result.h"
#include "calendar/eras.h"
#include "calendar/partialdate.h"

#include <QString>
#include <QStringView>

namespace calendar {

/// Which digit stands for which era on the keypad (municipal-facts.md 3.2: the two kinds of form
/// disagree).
enum class EraDigits {
    Resident, ///< 1明 2大 3昭 4平 5令
    Pension,  ///< 1明 3大 5昭 7平 9令
};

struct DateRules
{
    EraDigits digits = EraDigits::Resident;
    QString defaultEra;       ///< for bare 430203: name or letter; empty: such input is refused
    bool wholeDayOnly = true; ///< false for search and registers: year, year and month give a range
    bool unknownAllowed =
        false; ///< 不詳, 頃, 推定, 春, 上旬 ... (住民記録システム標準仕様書 1.1.8)
};

enum class DateFault {
    None,
    Empty,
    TooLong,
    Unreadable, ///< no known way to write a date
    NoSuchDay,  ///< 31 April, 29 February of a common year, month 13
    EraOver, ///< 平成31年5月1日: the day exists, the era had ended; `suggestion` has it rightly
    EraNotBegun,    ///< 昭和元年1月1日: before the era
    EraMissing,     ///< bare digits where the field has no default era
    NotWhole,       ///< year or month only where a whole day is needed
    UnknownRefused, ///< an unknown date where the item does not allow one
};

/// What was understood.
struct DateReading
{
    DateFault fault = DateFault::None;
    PartialDate date;
    QDate suggestion; ///< for EraOver: the day meant
    [[nodiscard]] bool ok() const { return fault == DateFault::None; }
};

/// Reads what was typed into a date field: R8.11.21, R081121, 5081121, S43/2/3, 430203,
/// 令和元年5月1日, 20261121, 2026/11/21, 2026-11-21, full-width, 元, separators . / - space. Any
/// input is safe.
[[nodiscard]] DateReading readDate(QStringView typed, const DateRules &rules = {},
                                   const Eras &eras = Eras::shipped());
/// The same as a Result: ConditionUnreadable or ConditionTooLong, the fault's name in the detail.
[[nodiscard]] base::Result<PartialDate> parseDate(QStringView typed, const DateRules &rules = {});
/// For logs and the command line: "NoSuchDay".
[[nodiscard]] QString faultName(DateFault fault);

} // namespace calendar
