#include "pension/heldperiods.h"

#include "pension/codes.h"

#include <algorithm>

namespace pension {
namespace {

QDate lastDay(Month month)
{
    return QDate(month.year, month.month, 1).addMonths(1).addDays(-1);
}

/// The day of the age at which a category ends by itself; invalid: none does.
QDate lastAge(Category category, const Duty &duty)
{
    switch (category) {
    case Category::First:
    case Category::Third:
        return duty.reaches60;
    case Category::Voluntary:
        return duty.reaches65;
    case Category::VoluntarySpecial:
        return duty.reaches70;
    case Category::Second:
        break;
    }
    return {};
}

/// 第8条, 第9条第3号: as 第1号 and 第3号 nobody is insured before 20 or from the day of 60 on, by
/// choice not from that of 65 or 70 on. False when nothing is left.
bool cutToAge(Held &one, const Duty &duty)
{
    const QDate last = lastAge(one.period.category, duty);
    if (!last.isValid())
        return true;
    one.begin = std::max(one.begin, duty.reaches20);
    if (!one.end.isValid() || one.end > last)
        one.end = last;
    return one.begin < one.end || (one.begin == one.end && one.begin == beginOf(one.period));
}

} // namespace

QDate beginOf(const InsuredPeriod &period)
{
    return period.changedOn.isValid() && period.changedOn > period.acquiredOn ? period.changedOn
                                                                              : period.acquiredOn;
}

QList<Held> heldPeriods(const PensionRecord &record, const Duty &duty, QList<MonthSpan> &wrong)
{
    QList<Held> all;
    for (const InsuredPeriod &period : record.periods) {
        const QDate begin = beginOf(period);
        if (!begin.isValid()) {
            const QDate lost = period.lostOn;
            wrong.append({.from = {}, .to = lost.isValid() ? Month::of(lost) : Month{}});
            continue;
        }
        if (period.lostOn.isValid() && period.lostOn < begin) {
            wrong.append({.from = Month::of(period.lostOn), .to = Month::of(begin)});
            continue;
        }
        all.append({.period = period, .begin = begin, .end = period.lostOn});
    }
    const auto earlier = [](const Held &a, const Held &b) { return a.begin < b.begin; };
    std::stable_sort(all.begin(), all.end(), earlier);
    QList<Held> held;
    for (qsizetype i = 0; i < all.size(); ++i) {
        Held one = all.at(i);
        // 種別変更: no loss stands between the two; the one before ends where the next begins.
        if (!one.end.isValid() && i + 1 < all.size() && all.at(i + 1).period.changedOn.isValid())
            one.end = all.at(i + 1).begin;
        if (cutToAge(one, duty))
            held.append(one);
    }
    std::stable_sort(held.begin(), held.end(), earlier);
    return held;
}

const Held *heldIn(const QList<Held> &all, Month month)
{
    const QDate first(month.year, month.month, 1);
    const QDate last = lastDay(month);
    const Held *atEnd = nullptr;
    const Held *within = nullptr;
    for (const Held &one : all) {
        if (one.begin > last)
            break;
        if (!one.end.isValid() || one.end > last)
            atEnd = &one;
        else if (one.begin >= first && one.end >= first)
            within = &one;
    }
    return atEnd ? atEnd : within;
}

bool isExplained(const QList<Held> &all, Month month)
{
    const Held *before = nullptr;
    const Held *next = nullptr;
    const QDate last = lastDay(month);
    for (const Held &one : all) {
        if (one.begin > last) {
            next = &one;
            break;
        }
        before = &one;
    }
    if (before) {
        const QString &why = before->period.lostFor;
        return why == lost::death || why == lost::abroad || why == lost::excluded;
    }
    return next && next->period.acquiredFor == acquired::fromAbroad;
}

} // namespace pension
