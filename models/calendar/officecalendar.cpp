#include "calendar/officecalendar.h"

#include "base/ensure.h"

namespace calendar {

using base::ErrorCode;
using base::fail;

namespace {

const QString dayKind = QStringLiteral("day");
const QString mondayKind = QStringLiteral("monday");
const QString springKind = QStringLiteral("spring");
const QString autumnKind = QStringLiteral("autumn");

/// Day of 春分 or 秋分 by the formula of the National Astronomical Observatory's practice, 1970 to
/// 2099 (municipal-facts 3.6). The 官報 fixes it each February; holidays_exceptions.csv overrides.
int equinoxDay(int year, bool spring)
{
    const double drift = 0.242194 * (year - 1980);
    const int leap = year < 1980 ? (year - 1983) / 4 : (year - 1980) / 4;
    const double start = year < 1980 ? (spring ? 20.8357 : 23.2588) : (spring ? 20.8431 : 23.2488);
    return static_cast<int>(start + drift - leap);
}

bool isRuleDay(const tables::Row &rule, QDate day)
{
    if (rule.number(QStringLiteral("month")) != day.month())
        return false;
    const QString kind = rule.text(QStringLiteral("kind"));
    const int number = rule.number(QStringLiteral("number"));
    if (kind == dayKind)
        return day.day() == number;
    if (kind == mondayKind)
        return day.dayOfWeek() == Qt::Monday && (day.day() - 1) / 7 + 1 == number;
    return day.day() == equinoxDay(day.year(), kind == springKind);
}

} // namespace

const OfficeCalendar &OfficeCalendar::shipped()
{
    static const OfficeCalendar calendar = [] {
        const auto rules = tables::Table::load(QStringLiteral("holidays"));
        const auto exceptions = tables::Table::load(QStringLiteral("holidays_exceptions"));
        base::ensure(rules.has_value() && exceptions.has_value(),
                     "the holiday tables are compiled in and readable");
        auto loaded = load(*rules, *exceptions);
        base::ensure(loaded.has_value(), "the holiday tables hold holidays");
        return *loaded;
    }();
    return calendar;
}

base::Result<OfficeCalendar> OfficeCalendar::load(const tables::Table &rules,
                                                  const tables::Table &exceptions)
{
    const auto wrong = [](const tables::Table &table, const tables::Row &row) {
        return fail(ErrorCode::TableUnreadable,
                    QStringLiteral("%1 line %2: not a holiday").arg(table.name()).arg(row.line));
    };
    if (const auto complete = rules.needs({QStringLiteral("name"), QStringLiteral("kind"),
                                           QStringLiteral("month"), QStringLiteral("number")});
        !complete)
        return fail(complete);
    if (const auto complete = exceptions.needs(
            {QStringLiteral("day"), QStringLiteral("name"), QStringLiteral("act")});
        !complete)
        return fail(complete);

    OfficeCalendar calendar;
    calendar.m_version = rules.version() + u'-' + exceptions.version();
    calendar.m_rules = rules.rows();
    const QStringList kinds = {dayKind, mondayKind, springKind, autumnKind};
    for (const tables::Row &row : rules.rows()) {
        const int month = row.number(QStringLiteral("month"));
        if (!kinds.contains(row.text(QStringLiteral("kind"))) || month < 1 || month > 12 ||
            row.text(QStringLiteral("name")).isEmpty())
            return wrong(rules, row);
    }
    for (const tables::Row &row : exceptions.rows()) {
        const QDate day = row.date(QStringLiteral("day"));
        const QString name = row.text(QStringLiteral("name"));
        const QString act = row.text(QStringLiteral("act"));
        if (!day.isValid() || name.isEmpty() ||
            (act != QStringLiteral("add") && act != QStringLiteral("strike")))
            return wrong(exceptions, row);
        (act == QStringLiteral("add") ? calendar.m_added : calendar.m_struck).insert(day, name);
    }
    return calendar;
}

QString OfficeCalendar::lawfulName(QDate day) const
{
    if (const auto added = m_added.constFind(day); added != m_added.cend())
        return *added;
    const QString struck = m_struck.value(day);
    for (const tables::Row &rule : m_rules) {
        const QString name = rule.text(QStringLiteral("name"));
        if (rule.holdsOn(day) && isRuleDay(rule, day) && name != struck)
            return name;
    }
    return {};
}

QString OfficeCalendar::holidayName(QDate day) const
{
    if (!day.isValid())
        return {};
    const QString name = lawfulName(day);
    if (!name.isEmpty())
        return name;
    // 国民の祝日に関する法律 第3条第2項 (from 1973-04-12): after a holiday on a Sunday the next day
    // that is none; until 2006 that was always the Monday.
    if (day >= QDate(1973, 4, 12)) {
        QDate before = day.addDays(-1);
        while (before.dayOfWeek() != Qt::Sunday && !lawfulName(before).isEmpty())
            before = before.addDays(-1);
        const bool reached = before.dayOfWeek() == Qt::Sunday && before >= QDate(1973, 4, 12);
        const bool lawful = day >= QDate(2007, 1, 1) || day.dayOfWeek() == Qt::Monday;
        if (reached && lawful && !lawfulName(before).isEmpty())
            return QStringLiteral("振替休日");
    }
    // 同条第3項 (from 1985-12-27): a day between two holidays.
    if (day >= QDate(1985, 12, 27) && day.dayOfWeek() != Qt::Sunday &&
        !lawfulName(day.addDays(-1)).isEmpty() && !lawfulName(day.addDays(1)).isEmpty())
        return QStringLiteral("国民の休日");
    return {};
}

bool OfficeCalendar::isOpen(QDate day) const
{
    if (!day.isValid() || day.dayOfWeek() >= Qt::Saturday)
        return false;
    // 地方自治法 第4条の2第2項第3号 and the ordinance: 12月29日から翌年の1月3日まで.
    const bool newYear =
        (day.month() == 12 && day.day() >= 29) || (day.month() == 1 && day.day() <= 3);
    return !newYear && !isHoliday(day);
}

QDate OfficeCalendar::openOnOrAfter(QDate day) const
{
    while (day.isValid() && !isOpen(day))
        day = day.addDays(1);
    return day;
}

} // namespace calendar
