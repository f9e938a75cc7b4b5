#include "calendar/dateparts.h"

#include <algorithm>

namespace calendar {

namespace {

// Years that can stand in a register or its papers.
constexpr int firstYear = 1868;
constexpr int lastYear = 2199;

DateReading fault(DateFault why, QDate suggestion = {})
{
    return {.fault = why, .date = {}, .suggestion = suggestion};
}

} // namespace

int yearNumber(QStringView text)
{
    return text == u"元" ? 1 : text.toInt();
}

DateReading resolve(const DateParts &parts, const Eras &eras)
{
    if (parts.era && parts.year < 1)
        return fault(DateFault::NoSuchDay);
    const int year = parts.era ? Eras::westernYear(*parts.era, parts.year) : parts.year;
    if (year < firstYear || year > lastYear)
        return fault(DateFault::Unreadable);
    const bool byYear = parts.month == 0;
    const bool byMonth = !byYear && parts.day == 0;
    QDate from(year, byYear ? 1 : parts.month, byYear || byMonth ? 1 : parts.day);
    if (!from.isValid())
        return fault(DateFault::NoSuchDay);
    QDate to = byYear ? QDate(year, 12, 31) : byMonth ? from.addMonths(1).addDays(-1) : from;
    if (parts.era) {
        if (to < parts.era->first)
            return fault(DateFault::EraNotBegun);
        if (parts.era->last.isValid() && from > parts.era->last)
            return fault(DateFault::EraOver, byYear || byMonth ? QDate() : from);
        from = std::max(from, parts.era->first);
        if (parts.era->last.isValid())
            to = std::min(to, parts.era->last);
    } else if (!byYear && !byMonth && from < eras.all().first().first) {
        return fault(DateFault::EraNotBegun);
    }
    const Precision precision = byYear    ? Precision::Year
                                : byMonth ? Precision::Month
                                          : Precision::Day;
    return {.fault = DateFault::None,
            .date = {.text = {}, .earliest = from, .latest = to, .precision = precision},
            .suggestion = {}};
}

} // namespace calendar
