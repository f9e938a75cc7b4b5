#include "democity/taxcollection.h"

#include "democity/duedates.h"

#include <algorithm>
#include <array>

namespace democity {

using tax::Assessment;
using tax::Collection;
using tax::Instalment;

namespace {

constexpr std::array ordinaryMonths{6, 8, 10, 1};
constexpr std::array pensionMonths{4, 6, 8, 10, 12, 2};
/// 地方税法 第321条の7の2: pensions of at least this a year.
constexpr qint64 leastPension = 180'000;

qint64 cut(qint64 yen, qint64 step)
{
    return yen - yen % step;
}

Instalment ordinary(int fiscalYear, int number, qint64 yen)
{
    return {.collection = Collection::Ordinary,
            .number = number,
            .month = ordinaryMonths[static_cast<std::size_t>(number - 1)],
            .dueOn = dueOn(tax::TaxKind::Resident, fiscalYear, number),
            .yen = yen};
}

Instalment fromPension(int number, qint64 yen)
{
    return {.collection = Collection::PensionWithheld,
            .number = number,
            .month = pensionMonths[static_cast<std::size_t>(number - 1)],
            .dueOn = {},
            .yen = yen};
}

/// 仮徴収 in April, June and August, the rest in October, December and February.
void spreadOverPensions(Assessment &assessment, qint64 yen, qint64 lastYearYen)
{
    const qint64 early = std::min(cut(lastYearYen / 6, 100), cut(yen / 3, 100));
    qint64 rest = yen - 3 * early;
    const qint64 late = cut(rest / 3, 100);
    for (int number = 1; number <= 3; ++number)
        assessment.instalments.append(fromPension(number, early));
    assessment.instalments.append(fromPension(4, rest - 2 * late));
    assessment.instalments.append(fromPension(5, late));
    assessment.instalments.append(fromPension(6, late));
}

/// The first year on a pension: half by himself in June and August.
void spreadOverBoth(Assessment &assessment, qint64 yen)
{
    const qint64 half = cut(yen / 2, 100);
    const qint64 second = cut(half / 2, 1000);
    assessment.instalments.append(ordinary(assessment.fiscalYear, 1, half - second));
    if (second > 0)
        assessment.instalments.append(ordinary(assessment.fiscalYear, 2, second));
    const qint64 rest = yen - half;
    const qint64 late = cut(rest / 3, 100);
    assessment.instalments.append(fromPension(4, rest - 2 * late));
    assessment.instalments.append(fromPension(5, late));
    assessment.instalments.append(fromPension(6, late));
}

/// 徴収開始期・月 and the last one (item 11): where something is collected. 令和6年度 with 定額減税
/// begins with July, or with a later 期.
void setSpan(Assessment &assessment)
{
    assessment.collectFrom = 0;
    for (const Instalment &part : assessment.instalments) {
        if (part.yen == 0)
            continue;
        const int at = part.collection == Collection::Ordinary ? part.number : part.month;
        if (assessment.collectFrom == 0)
            assessment.collectFrom = at;
        assessment.collectTo = at;
    }
}

/// The day from which an instalment can no longer be changed.
QDate settledOn(const Instalment &part, int fiscalYear)
{
    if (part.collection == Collection::Ordinary)
        return part.dueOn;
    const bool next =
        part.month < 6 && !(part.collection == Collection::PensionWithheld && part.number == 1);
    // Employers and pension bodies need the month before.
    return QDate(next ? fiscalYear + 1 : fiscalYear, part.month, 1).addDays(-20);
}

} // namespace

Collection collectionOf(const Life &life, const Earnings &earned, int drawn)
{
    const QDate april(earned.fiscalYear, 4, 1);
    switch (life.work) {
    case Work::Employee:
        return drawn < 972 ? Collection::SalaryWithheld : Collection::Ordinary;
    case Work::PartTime:
    case Work::Student:
        return drawn < 880 ? Collection::SalaryWithheld : Collection::Ordinary;
    case Work::Retired:
        if (earned.salary > 1'900'000 || earned.pension == 0)
            return Collection::SalaryWithheld;
        if (earned.rent == 0 && earned.pension >= leastPension && life.ageOn(april) >= 65 &&
            drawn < 930)
            return Collection::PensionWithheld;
        return Collection::Ordinary;
    case Work::SelfEmployed:
    case Work::None:
        break;
    }
    return Collection::Ordinary;
}

void spread(Assessment &assessment, const Life &life, const tax::TaxComputation &worked,
            std::optional<qint64> lastYearYen)
{
    if (worked.yearYen == 0)
        return;
    const int year = assessment.fiscalYear;
    if (assessment.collection == Collection::SalaryWithheld) {
        for (int i = 0; i < worked.salary.size(); ++i) {
            const int month = i < 7 ? 6 + i : i - 6;
            assessment.instalments.append({.collection = Collection::SalaryWithheld,
                                           .number = i + 1,
                                           .month = month,
                                           .dueOn = {},
                                           .yen = worked.salary[i]});
        }
    } else if (assessment.collection == Collection::PensionWithheld) {
        // Nothing was withheld in the year before: no 仮徴収 (地方税法 第321条の7の2,
        // 第321条の7の8).
        const bool firstYear = life.ageOn(QDate(year, 4, 1)) == 65 || lastYearYen == 0;
        assessment.combined = firstYear;
        if (firstYear)
            spreadOverBoth(assessment, worked.yearYen);
        else
            spreadOverPensions(assessment, worked.yearYen, lastYearYen.value_or(worked.yearYen));
    } else {
        for (int i = 0; i < worked.ordinary.size(); ++i) {
            if (worked.ordinary[i] > 0)
                assessment.instalments.append(ordinary(year, i + 1, worked.ordinary[i]));
        }
    }
    setSpan(assessment);
}

bool chargeLate(Assessment &assessment, QDate on)
{
    constexpr int parts = 4;
    int first = 1;
    while (first <= parts &&
           dueOn(tax::TaxKind::Resident, assessment.fiscalYear, first) <= on.addDays(10))
        ++first;
    const qint64 yen = assessment.amount(152);
    if (first > parts || yen == 0)
        return false;
    assessment.instalments.clear();
    const int open = parts - first + 1;
    const qint64 each = cut(yen / open, 1000);
    for (int number = first; number <= parts; ++number)
        assessment.instalments.append(ordinary(assessment.fiscalYear, number,
                                               number == first ? yen - each * (open - 1) : each));
    setSpan(assessment);
    assessment.changedFrom = first;
    return true;
}

bool respread(Assessment &assessment, const Assessment &before, QDate on)
{
    const qint64 year = assessment.amount(152);
    const qint64 yearBefore = before.amount(152);
    if (before.instalments.isEmpty() || year == yearBefore || year == 0)
        return false;
    QList<Instalment> parts = before.instalments;
    qsizetype first = 0;
    qint64 kept = 0;
    while (first < parts.size() && settledOn(parts[first], assessment.fiscalYear) <= on)
        kept += parts[first++].yen;
    const qsizetype open = parts.size() - first;
    if (open == 0)
        return false;
    const qint64 step = parts.last().collection == Collection::Ordinary ? 1000 : 100;
    const qint64 rest = std::max<qint64>(0, year - kept);
    const qint64 each = cut(rest / open, step);
    for (qsizetype i = first; i < parts.size(); ++i)
        parts[i].yen = i == first ? rest - each * (open - 1) : each;
    qint64 tooMuch = kept - year;
    for (qsizetype i = first - 1; i >= 0 && tooMuch > 0; --i) {
        const qint64 less = std::min(tooMuch, parts[i].yen);
        parts[i].yen -= less;
        tooMuch -= less;
    }
    assessment.combined = before.combined;
    assessment.changedFrom =
        parts[first].collection == Collection::Ordinary ? parts[first].number : parts[first].month;
    assessment.instalments = parts;
    setSpan(assessment);
    return true;
}

} // namespace democity
