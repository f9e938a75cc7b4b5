#include "democity/duedates.h"

#include "calendar/officecalendar.h"

#include <QHash>

#include <array>

namespace democity {

QDate officeDayFrom(QDate day)
{
    thread_local QHash<QDate, QDate> known;
    const auto found = known.constFind(day);
    if (found != known.cend())
        return *found;
    return *known.insert(day, calendar::OfficeCalendar::shipped().openOnOrAfter(day));
}

QDate dueOn(tax::TaxKind kind, int fiscalYear, int period)
{
    struct Due
    {
        int month;
        int day;
    };
    static constexpr std::array resident{Due{6, 30}, Due{8, 31}, Due{10, 31}, Due{1, 31}};
    static constexpr std::array fixedAsset{Due{4, 30}, Due{7, 31}, Due{9, 30}, Due{12, 25}};
    const auto index = static_cast<std::size_t>((period - 1) % 4);
    Due due{5, 31};
    if (kind == tax::TaxKind::Resident)
        due = resident[index];
    else if (kind == tax::TaxKind::FixedAsset)
        due = fixedAsset[index];
    const int year = due.month < 4 ? fiscalYear + 1 : fiscalYear;
    return officeDayFrom(QDate(year, due.month, due.day));
}

int fiscalYearOf(QDate day)
{
    return day.month() < 4 ? day.year() - 1 : day.year();
}

int lastAssessedYear(QDate today)
{
    const int year = fiscalYearOf(today);
    const bool fixed = today >= QDate(year, 6, 10);
    return fixed ? year : year - 1;
}

} // namespace democity
