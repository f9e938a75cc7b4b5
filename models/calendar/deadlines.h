#pragma once

#include "calendar/officecalendar.h"
#include "calendar/partialdate.h"

#include <QDate>
#include <QString>

namespace calendar {

/// Last day for a 届出 of 住民基本台帳法 第22条ほか: fourteen days, the first not counted
/// (民法 第140条); if it falls on a day the office is closed, the next open day
/// (地方自治法 第4条の2第4項).
[[nodiscard]] QDate noticeDeadline(QDate happenedOn,
                                   const OfficeCalendar &office = OfficeCalendar::shipped());
/// 特例転入 (住民基本台帳法施行令 第24条の3): within 30 days of the planned day and 14 days of
/// moving in, whichever comes first; the same rule for closed days.
[[nodiscard]] QDate specialMoveInDeadline(QDate plannedOn, QDate movedOn,
                                          const OfficeCalendar &office = OfficeCalendar::shipped());
/// A due day of local tax falls on the next open day (地方税法 第20条の5第2項).
[[nodiscard]] QDate taxDue(QDate due, const OfficeCalendar &office = OfficeCalendar::shipped());

/// The day on which an age is reached: the end of the day before the birthday (年齢計算ニ関スル法律
/// 第1項・第2項, 民法 第143条). Born 29 February: 28 February in common years.
[[nodiscard]] QDate reachesAgeOn(QDate bornOn, int age);
/// Age in the sense of everyday life and of forms (full years since the birthday); -1 before birth.
[[nodiscard]] int ageOn(QDate bornOn, QDate day);
/// Full years in the sense of the law: already counted on the day before the birthday.
[[nodiscard]] int legalAgeOn(QDate bornOn, QDate day);

/// Youngest and oldest possible age of somebody whose birth date is unknown in part.
struct AgeRange
{
    int youngest = -1;
    int oldest = -1;
    bool operator==(const AgeRange &) const = default;
};
[[nodiscard]] AgeRange ageRangeOn(const PartialDate &bornOn, QDate day);

/// 年度: April to March (地方自治法 第208条第1項). 2027-03-31 -> 2026.
[[nodiscard]] int fiscalYear(QDate day);
/// "令和8年度"
[[nodiscard]] QString fiscalYearName(int year);

} // namespace calendar
