#include "calendar/unknowndate.h"

#include "calendar/dateparts.h"

#include <QRegularExpression>

#include <algorithm>

namespace calendar {

namespace {

DateReading fault(DateFault why)
{
    return {.fault = why, .date = {}, .suggestion = {}};
}

DateReading found(QDate from, QDate to, Precision precision)
{
    return {.fault = DateFault::None,
            .date = {.text = {}, .earliest = from, .latest = to, .precision = precision},
            .suggestion = {}};
}

/// The words for a whole or partial day that stand in every form.
QString yearWords()
{
    return QStringLiteral("(明治|大正|昭和|平成|令和|西暦)?(元|[0-9]{1,4})年");
}

DateParts partsOf(const QRegularExpressionMatch &match, const Eras &eras)
{
    const QString era = match.captured(1);
    return {.era = era == QStringLiteral("西暦") ? std::nullopt : eras.byName(era),
            .year = yearNumber(match.capturedView(2)),
            .month = match.capturedView(3).toInt(),
            .day = match.capturedView(4).toInt()};
}

/// The part of a year or month that the era has: 昭和64年1月上旬 ends with 昭和.
DateReading within(const DateReading &known, QDate from, QDate to, Precision precision)
{
    if (to < known.date.earliest)
        return fault(DateFault::EraNotBegun);
    if (from > known.date.latest)
        return fault(DateFault::EraOver);
    return found(std::max(from, known.date.earliest), std::min(to, known.date.latest), precision);
}

DateReading narrowToSeason(const DateReading &year, QStringView season)
{
    const int western = year.date.earliest.year();
    int first = 1; // 冬 lies at both ends of the year
    int last = 12;
    if (season == u"春" || season == u"夏" || season == u"秋") {
        first = season == u"春" ? 3 : season == u"夏" ? 6 : 9;
        last = first + 2;
    }
    return within(year, QDate(western, first, 1), QDate(western, last, 1).addMonths(1).addDays(-1),
                  Precision::Season);
}

DateReading narrowToTenDays(const DateReading &month, QStringView part)
{
    const QDate first(month.date.earliest.year(), month.date.earliest.month(), 1);
    if (part == u"上旬")
        return within(month, first, first.addDays(9), Precision::TenDays);
    if (part == u"中旬")
        return within(month, first.addDays(10), first.addDays(19), Precision::TenDays);
    return within(month, first.addDays(20), first.addMonths(1).addDays(-1), Precision::TenDays);
}

/// 昭和20年3月10日から12日頃までの間: what is left out at the end stands at the beginning.
DateReading readPeriod(const QString &plain, const Eras &eras)
{
    static const QRegularExpression period(
        QStringLiteral("^(?:推定)?") + yearWords() +
        QStringLiteral("([0-9]{1,2})月([0-9]{1,2})日頃?から"
                       "(?:(?:(明治|大正|昭和|平成|令和|西暦)?(元|[0-9]{1,4})年)?"
                       "([0-9]{1,2})月)?([0-9]{1,2})日頃?まで(?:の間)?$"));
    const QRegularExpressionMatch match = period.match(plain);
    if (!match.hasMatch())
        return fault(DateFault::Unreadable);
    const DateParts begin = partsOf(match, eras);
    DateParts end = begin;
    if (match.hasCaptured(6)) {
        end.year = yearNumber(match.capturedView(6));
        if (match.hasCaptured(5)) {
            const QString era = match.captured(5);
            end.era = era == QStringLiteral("西暦") ? std::nullopt : eras.byName(era);
        }
    }
    if (match.hasCaptured(7))
        end.month = match.capturedView(7).toInt();
    end.day = match.capturedView(8).toInt();
    const DateReading from = resolve(begin, eras);
    const DateReading to = resolve(end, eras);
    if (!from.ok() || !to.ok())
        return from.ok() ? to : from;
    if (to.date.earliest < from.date.earliest)
        return fault(DateFault::NoSuchDay);
    return found(from.date.earliest, to.date.latest, Precision::Day);
}

} // namespace

bool saysUnknown(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("不詳|不明|頃|ごろ|推定|[春夏秋冬]|[上中下]旬|の間|から"));
    return words.match(text).hasMatch();
}

DateReading readUnknown(const QString &plain, const Eras &eras)
{
    static const QRegularExpression nothing(QStringLiteral("^(?:生?年月日)?(?:不詳|不明)$"));
    if (nothing.match(plain).hasMatch())
        return found({}, {}, Precision::Nothing);
    if (plain.contains(QStringLiteral("から")))
        return readPeriod(plain, eras);
    static const QRegularExpression form(
        QStringLiteral("^(?:推定)?") + yearWords() +
        QStringLiteral("(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?"
                       "([春夏秋冬])?([上中下]旬)?(月日不詳|日不詳)?(?:頃|ごろ)?$"));
    const QRegularExpressionMatch match = form.match(plain);
    if (!match.hasMatch())
        return fault(DateFault::Unreadable);
    const DateParts parts = partsOf(match, eras);
    const DateReading known = resolve(parts, eras);
    const bool season = !match.capturedView(5).isEmpty();
    const bool tenDays = !match.capturedView(6).isEmpty();
    const QStringView lacking = match.capturedView(7);
    const bool misplaced =
        (season && parts.month != 0) || (season && tenDays) ||
        (tenDays && (parts.month == 0 || parts.day != 0)) ||
        (lacking == u"月日不詳" && (parts.month != 0 || season)) ||
        (lacking == u"日不詳" && (parts.month == 0 || parts.day != 0 || tenDays));
    if (misplaced)
        return fault(DateFault::Unreadable);
    if (!known.ok())
        return known;
    if (season)
        return narrowToSeason(known, match.capturedView(5));
    return tenDays ? narrowToTenDays(known, match.capturedView(6)) : known;
}

} // namespace calendar
