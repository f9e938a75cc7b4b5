#pragma once

#include "calendar/dateinput.h"

#include <optional>

namespace calendar {

/// Numbers of a date as written: a year in an era (or in the western calendar), month and day where
/// given.
struct DateParts
{
    std::optional<Era> era;
    int year = 0;
    int month = 0; ///< 0: not given
    int day = 0;   ///< 0: not given
};

/// 元 -> 1.
[[nodiscard]] int yearNumber(QStringView text);

/// The day, month or year meant, cut to the days of the era. Faults: NoSuchDay, EraOver (with the
/// suggestion), EraNotBegun, Unreadable for years outside 1868 to 2199.
[[nodiscard]] DateReading resolve(const DateParts &parts, const Eras &eras);

} // namespace calendar
