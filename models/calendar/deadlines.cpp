#include "calendar/deadlines.h"

#include "calendar/eras.h"

#include <algorithm>

namespace calendar {

namespace {

// 住民基本台帳法 第22条第1項ほか: 十四日以内に届け出る。
constexpr int noticeDays = 14;
// 住民基本台帳法施行令 第24条の3 (特例転入): 転出予定年月日から三十日。
constexpr int plannedDays = 30;

} // namespace

QDate noticeDeadline(QDate happenedOn, const OfficeCalendar &office)
{
    // 民法 第140条: 期間の初日は、算入しない。地方自治法 第4条の2第4項: 休日なら翌日。
    return office.openOnOrAfter(happenedOn.addDays(noticeDays));
}

QDate specialMoveInDeadline(QDate plannedOn, QDate movedOn, const OfficeCalendar &office)
{
    if (!plannedOn.isValid() || !movedOn.isValid())
        return {};
    return std::min(office.openOnOrAfter(plannedOn.addDays(plannedDays)),
                    noticeDeadline(movedOn, office));
}

QDate taxDue(QDate due, const OfficeCalendar &office)
{
    return office.openOnOrAfter(due);
}

QDate reachesAgeOn(QDate bornOn, int age)
{
    if (!bornOn.isValid() || age < 1)
        return {};
    // 民法 第143条第2項: the period ends with the day before the corresponding day of the last
    // year. Born on 29 February there is none in common years: it ends with the last day of the
    // month.
    const QDate birthday(bornOn.year() + age, bornOn.month(), bornOn.day());
    if (birthday.isValid())
        return birthday.addDays(-1);
    return QDate(bornOn.year() + age, bornOn.month(), 1).addMonths(1).addDays(-1);
}

int legalAgeOn(QDate bornOn, QDate day)
{
    if (!bornOn.isValid() || !day.isValid() || day < bornOn)
        return -1;
    const int years = day.year() - bornOn.year() + 1;
    for (int age = years; age > 0; --age) {
        if (reachesAgeOn(bornOn, age) <= day)
            return age;
    }
    return 0;
}

int ageOn(QDate bornOn, QDate day)
{
    if (!bornOn.isValid() || !day.isValid() || day < bornOn)
        return -1;
    return day == bornOn ? 0 : legalAgeOn(bornOn, day.addDays(-1));
}

AgeRange ageRangeOn(const PartialDate &bornOn, QDate day)
{
    return {.youngest = ageOn(bornOn.latest, day), .oldest = ageOn(bornOn.earliest, day)};
}

int fiscalYear(QDate day)
{
    return day.month() >= 4 ? day.year() : day.year() - 1;
}

QString fiscalYearName(int year)
{
    // Named after the era of its first day; 令和元年度 because nearly all of it is 令和.
    const QDate last(year + 1, 3, 31);
    const auto begin = Eras::shipped().eraOf(QDate(year, 4, 1));
    const auto end = Eras::shipped().eraOf(last);
    if (!begin || !end)
        return QStringLiteral("%1年度").arg(year);
    const bool renamed = begin->name != end->name && Eras::yearIn(*end, last.year()) == 2;
    const Era &era = renamed ? *end : *begin;
    const int number = Eras::yearIn(era, year);
    return era.name + (number == 1 ? QStringLiteral("元") : QString::number(number)) +
           QStringLiteral("年度");
}

} // namespace calendar
