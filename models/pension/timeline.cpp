#include "pension/timeline.h"

#include "calendar/deadlines.h"
#include "pension/codes.h"
#include "pension/exemptionrule.h"
#include "pension/heldperiods.h"

#include <algorithm>

namespace pension {
namespace {

/// Months granted as something else than a contribution that is due.
struct Granted
{
    MonthSpan months;
    MonthSpan cancelled;
    MonthState state = MonthState::FullExempt;
    bool written = true; ///< the record names the months; else they follow from a day
};

struct Life
{
    Duty duty;
    Month today;
    QList<Held> held;
    QList<Granted> granted;
};

Month atIndex(int index)
{
    return Month{}.plus(index + 1);
}

bool contains(const MonthSpan &span, Month month)
{
    return span.from.isValid() && span.from <= month && (!span.to.isValid() || month <= span.to);
}

void report(Timeline &timeline, Irregularity::Kind kind, MonthSpan months, int days = 0)
{
    timeline.irregularities.append({.kind = kind, .months = months, .days = days});
}

void findOverlaps(const Life &life, Timeline &timeline)
{
    const Held *longest = nullptr;
    for (const Held &one : life.held) {
        const bool isDay = one.end.isValid() && one.end == one.begin;
        if (longest && !isDay && (!longest->end.isValid() || one.begin < longest->end)) {
            QDate end = longest->end;
            if (!end.isValid() || (one.end.isValid() && one.end < end))
                end = one.end;
            report(timeline, Irregularity::Kind::Overlap,
                   {.from = Month::of(one.begin),
                    .to = end.isValid() ? Month::of(end.addDays(-1)) : Month{}});
        }
        if (!longest || (longest->end.isValid() && (!one.end.isValid() || one.end > longest->end)))
            longest = &one;
    }
}

/// Days over the fourteen (民法 第140条; 地方自治法 第4条の2第4項: the next open day); 0 = in time.
int daysLate(QDate happenedOn, QDate notifiedOn)
{
    if (!happenedOn.isValid() || !notifiedOn.isValid())
        return 0;
    const qint64 days = calendar::noticeDeadline(happenedOn).daysTo(notifiedOn);
    return days > 0 ? static_cast<int>(days) : 0;
}

void findLateNotices(const PensionRecord &record, Timeline &timeline)
{
    for (const InsuredPeriod &period : record.periods) {
        if (period.category != Category::First)
            continue;
        const QDate begin = beginOf(period);
        // 国民年金法施行規則 第1条の4ほか: nobody need notify that he has become 20 or 60.
        const int begun =
            period.acquiredFor == acquired::age20 ? 0 : daysLate(begin, period.acquiredNotifiedOn);
        if (begun > 0)
            report(timeline, Irregularity::Kind::LateNotice,
                   {.from = Month::of(begin), .to = Month::of(begin)}, begun);
        // 第9条: after death or moving abroad the loss is of the day after the fact.
        const bool dayAfter = period.lostFor == lost::death || period.lostFor == lost::abroad;
        const QDate fact = dayAfter ? period.lostOn.addDays(-1) : period.lostOn;
        const int ended = period.lostFor == lost::age60 ? 0 : daysLate(fact, period.lostNotifiedOn);
        if (ended > 0)
            report(timeline, Irregularity::Kind::LateNotice,
                   {.from = Month::of(fact), .to = Month::of(fact)}, ended);
    }
}

MonthState stateOf(ExemptionKind kind)
{
    switch (kind) {
    case ExemptionKind::Full:
        return MonthState::FullExempt;
    case ExemptionKind::ThreeQuarters:
    case ExemptionKind::Half:
    case ExemptionKind::Quarter:
        return MonthState::PartExempt;
    case ExemptionKind::Deferral:
        return MonthState::Deferred;
    case ExemptionKind::Student:
        return MonthState::Student;
    case ExemptionKind::Childcare:
        return MonthState::Maternity;
    }
    return MonthState::First;
}

MonthSpan legalMonths(const LegalExemption &legal)
{
    if (legal.months.from.isValid() || !legal.from.isValid())
        return legal.months;
    // 第89条第1項: 該当するに至つた日の属する月の前月から該当しなくなる日の属する月まで。
    return {.from = Month::of(legal.from).plus(-1),
            .to = legal.endedOn.isValid() ? Month::of(legal.endedOn) : Month{}};
}

/// In the order in which they go before each other: 産前産後 (第88条の2) before 法定免除 (第89条)
/// before what was applied for.
void layGrants(const PensionRecord &record, Life &life)
{
    const auto add = [&life](const Granted &one) {
        if (one.months.from.isValid())
            life.granted.append(one);
    };
    for (const Maternity &maternity : record.maternities) {
        const bool written = maternity.months.from.isValid();
        add({.months = written ? maternity.months
                               : maternityMonths(maternity.birthOn, maternity.multiple),
             .cancelled = {},
             .state = MonthState::Maternity,
             .written = written});
    }
    for (const LegalExemption &legal : record.legal) {
        // 取消: it never was.
        if (!legal.cancelledOn.isValid())
            add({.months = legalMonths(legal),
                 .cancelled = {},
                 .state = MonthState::FullExempt,
                 .written = legal.months.from.isValid()});
    }
    QList<Exemption> exemptions = record.exemptions;
    std::stable_sort(exemptions.begin(), exemptions.end(),
                     [](const Exemption &a, const Exemption &b) { return a.kind < b.kind; });
    for (const Exemption &one : exemptions) {
        const bool inPart = one.result == ResultState::Cancelled && one.cancelled.from.isValid();
        if (one.result == ResultState::Approved || inPart)
            add({.months = one.approved.from.isValid() ? one.approved : one.exempt,
                 .cancelled = one.cancelled,
                 .state = stateOf(one.kind)});
    }
}

MonthState stateIn(const Life &life, Month month)
{
    const Held *held = heldIn(life.held, month);
    if (!held) {
        const bool duty = month >= life.duty.first && month < life.duty.after;
        return duty && !isExplained(life.held, month) ? MonthState::Gap : MonthState::NotInsured;
    }
    switch (held->period.category) {
    case Category::Second:
        return MonthState::Second;
    case Category::Third:
        return MonthState::Third;
    case Category::Voluntary:
    case Category::VoluntarySpecial:
        return MonthState::Voluntary;
    case Category::First:
        break;
    }
    for (const Granted &one : life.granted) {
        if (contains(one.months, month) && !contains(one.cancelled, month))
            return one.state;
    }
    return MonthState::First;
}

/// 第87条の2: beside a contribution that is due or 産前産後; not for 特例 after 65.
bool paysAdditional(const PensionRecord &record, const Held *held, Month month)
{
    if (!held || held->period.category == Category::VoluntarySpecial)
        return false;
    return std::any_of(
        record.additional.begin(), record.additional.end(), [month](const Additional &one) {
            if (one.result != ResultState::Approved || !one.from.isValid() ||
                Month::of(one.from) > month)
                return false;
            if (one.endedOn.isValid())
                return month < Month::of(one.endedOn);
            // 第87条の2第3項: 申出をした日の属する月の前月以後。
            return !one.declinedOn.isValid() || month < Month::of(one.declinedOn).plus(-1);
        });
}

/// The last month of the line: today's, before that the end of the duty or of what was held later.
Month lastMonth(const Life &life)
{
    Month last = life.duty.after.plus(-1);
    for (const Held &one : life.held) {
        if (!one.end.isValid())
            return life.today;
        const Month end = Month::of(one.end);
        last = std::max(last, end == Month::of(one.begin) ? end : end.plus(-1));
    }
    return std::min(last, life.today);
}

void findExemptOutside(const Life &life, Timeline &timeline)
{
    QList<int> wrong;
    for (const Granted &one : life.granted) {
        // 第88条の2 and 第89条 free the months of 第1号 alone: what follows from a day names no
        // other.
        if (!one.written)
            continue;
        // What goes on without an end ends with the duty by itself.
        Month to = one.months.to.isValid() ? one.months.to : life.duty.after.plus(-1);
        to = std::min(to, life.today);
        constexpr int yearsBefore = 12 * dutyFrom;
        Month month = std::max(one.months.from, life.duty.first.plus(-yearsBefore));
        for (; month <= to; month = month.plus(1)) {
            const Held *held = heldIn(life.held, month);
            if ((!held || held->period.category != Category::First) &&
                !contains(one.cancelled, month))
                wrong.append(month.index());
        }
    }
    std::sort(wrong.begin(), wrong.end());
    wrong.erase(std::unique(wrong.begin(), wrong.end()), wrong.end());
    for (qsizetype from = 0; from < wrong.size();) {
        qsizetype to = from;
        while (to + 1 < wrong.size() && wrong.at(to + 1) == wrong.at(to) + 1)
            ++to;
        report(timeline, Irregularity::Kind::ExemptOutsideFirst,
               {.from = atIndex(wrong.at(from)), .to = atIndex(wrong.at(to))});
        from = to + 1;
    }
}

void count(Timeline &timeline, MonthState state)
{
    switch (state) {
    case MonthState::FullExempt:
    case MonthState::PartExempt:
        ++timeline.monthsExempt;
        ++timeline.monthsFirst;
        return;
    case MonthState::Deferred:
    case MonthState::Student:
        ++timeline.monthsDeferred;
        ++timeline.monthsFirst;
        return;
    case MonthState::First:
    case MonthState::Voluntary:
    case MonthState::Maternity:
        ++timeline.monthsFirst;
        return;
    case MonthState::Gap:
        ++timeline.monthsMissing;
        return;
    case MonthState::NotInsured:
    case MonthState::Second:
    case MonthState::Third:
        return;
    }
}

void drawMonths(const PensionRecord &record, const Life &life, Timeline &timeline)
{
    const Month last = lastMonth(life);
    for (Month month = life.duty.first; month <= last; month = month.plus(1)) {
        const MonthState state = stateIn(life, month);
        count(timeline, state);
        const bool due = state == MonthState::First || state == MonthState::Voluntary ||
                         state == MonthState::Maternity;
        const bool additional = due && paysAdditional(record, heldIn(life.held, month), month);
        if (!timeline.spans.isEmpty() && timeline.spans.last().state == state &&
            timeline.spans.last().additional == additional)
            timeline.spans.last().months.to = month;
        else
            timeline.spans.append(
                {.months = {.from = month, .to = month}, .state = state, .additional = additional});
    }
}

} // namespace

Timeline timelineOf(const PensionRecord &record, QDate bornOn, QDate today)
{
    Timeline timeline;
    if (!bornOn.isValid() || !today.isValid() || bornOn.year() < 1)
        return timeline;
    Life life;
    life.duty.reaches20 = calendar::reachesAgeOn(bornOn, dutyFrom);
    life.duty.reaches60 = calendar::reachesAgeOn(bornOn, dutyTo);
    life.duty.reaches65 = calendar::reachesAgeOn(bornOn, voluntaryTo);
    life.duty.reaches70 = calendar::reachesAgeOn(bornOn, specialTo);
    if (!life.duty.reaches60.isValid() || life.duty.reaches20 > today)
        return timeline;
    life.duty.first = Month::of(life.duty.reaches20);
    life.duty.after = Month::of(life.duty.reaches60);
    life.today = Month::of(today);
    QList<MonthSpan> wrong;
    life.held = heldPeriods(record, life.duty, wrong);
    for (const MonthSpan &months : wrong)
        report(timeline,
               months.from.isValid() ? Irregularity::Kind::EndsBeforeBegin
                                     : Irregularity::Kind::BeginUnknown,
               months);
    layGrants(record, life);
    drawMonths(record, life, timeline);
    for (const TimelineSpan &span : timeline.spans) {
        if (span.state == MonthState::Gap)
            report(timeline, Irregularity::Kind::Gap, span.months);
    }
    findOverlaps(life, timeline);
    findExemptOutside(life, timeline);
    findLateNotices(record, timeline);
    std::stable_sort(
        timeline.irregularities.begin(), timeline.irregularities.end(),
        [](const Irregularity &a, const Irregularity &b) { return a.months.from < b.months.from; });
    return timeline;
}

} // namespace pension
