#include "pension/exemptionrule.h"

#include "calendar/deadlines.h"

#include <algorithm>

namespace pension {
namespace {

// 国民年金法 第90条第1項ほか・municipal-facts.md 7.3: 保険料の納期限（翌月末日）から二年。
constexpr int monthsBack = 25;
constexpr int monthsAYear = 12;
// 国民年金法 第7条第1項第1号: 二十歳以上六十歳未満。
constexpr int dutyFrom = 20;
constexpr int dutyTo = 60;
// 国民年金法等の一部を改正する法律（平成28年法律第114号）: 平成31年4月1日施行。
constexpr Month maternityBegan{2019, 4};
// Beyond these a number is a slip of the pen, and sums stay far inside 64 bits.
constexpr qint64 mostYen = 1'000'000'000'000;
constexpr int mostDependants = 99;

QString kindName(ExemptionKind kind)
{
    switch (kind) {
    case ExemptionKind::Full:
        return QStringLiteral("full");
    case ExemptionKind::ThreeQuarters:
        return QStringLiteral("three_quarters");
    case ExemptionKind::Half:
        return QStringLiteral("half");
    case ExemptionKind::Quarter:
        return QStringLiteral("quarter");
    case ExemptionKind::Deferral:
        return QStringLiteral("deferral");
    case ExemptionKind::Student:
        return QStringLiteral("student");
    case ExemptionKind::Childcare: // asks for no income: nothing to look at
        break;
    }
    return {};
}

/// One line of pension_thresholds.csv.
struct Threshold
{
    qint64 base = 0;
    qint64 own = 0;
    qint64 dependant = 0;
    qint64 elderly = 0;
    qint64 specific = 0;
    qint64 disabled = 0;
    bool deductions = false;
    bool spouse = false;
    bool head = false;
    int belowAge = dutyTo;
    int cycleMonth = 0;
};

bool readYen(const tables::Row &row, const QString &column, qint64 &into)
{
    bool ok = false;
    into = row.text(column).toLongLong(&ok);
    return ok && into >= 0 && into <= mostYen;
}

bool readFlag(const tables::Row &row, const QString &column, bool &into)
{
    const QString text = row.text(column);
    into = text == QStringLiteral("yes");
    return into || text == QStringLiteral("no");
}

base::Result<Threshold> thresholdOf(const tables::Table &table, ExemptionKind kind, Month month)
{
    const auto row =
        table.rowOn(QDate(month.year, month.month, 1), {{QStringLiteral("kind"), kindName(kind)}});
    if (!row)
        return base::fail(row);
    Threshold read;
    bool ok = readYen(*row, QStringLiteral("base_yen"), read.base) &&
              readYen(*row, QStringLiteral("own_yen"), read.own) &&
              readYen(*row, QStringLiteral("dependant_yen"), read.dependant) &&
              readYen(*row, QStringLiteral("elderly_yen"), read.elderly) &&
              readYen(*row, QStringLiteral("specific_yen"), read.specific) &&
              readYen(*row, QStringLiteral("disabled_yen"), read.disabled) &&
              readFlag(*row, QStringLiteral("deductions"), read.deductions) &&
              readFlag(*row, QStringLiteral("spouse"), read.spouse) &&
              readFlag(*row, QStringLiteral("head"), read.head);
    read.cycleMonth = row->number(QStringLiteral("cycle_month"));
    ok = ok && read.cycleMonth >= 1 && read.cycleMonth <= monthsAYear;
    if (!row->text(QStringLiteral("below_age")).isEmpty())
        read.belowAge = row->number(QStringLiteral("below_age"));
    ok = ok && read.belowAge > dutyFrom && read.belowAge <= dutyTo;
    if (!ok)
        return base::fail(base::ErrorCode::TableUnreadable,
                          QStringLiteral("%1 line %2").arg(table.name()).arg(row->line));
    return read;
}

bool inRange(const Tested &person)
{
    // 純損失 can make an income negative.
    const bool money = person.incomeYen >= -mostYen && person.incomeYen <= mostYen &&
                       person.deductionsYen >= 0 && person.deductionsYen <= mostYen;
    const bool heads = person.dependants >= 0 && person.dependants <= mostDependants &&
                       person.dependantsElderly >= 0 && person.dependantsSpecific >= 0 &&
                       person.dependantsElderly <= person.dependants &&
                       person.dependantsSpecific <= person.dependants - person.dependantsElderly;
    return money && heads;
}

bool isSound(const ExemptionCase &input)
{
    if (!input.month.isValid() || !input.appliedOn.isValid() || !input.bornOn.isValid() ||
        input.bornOn > input.appliedOn || kindName(input.kind).isEmpty())
        return false;
    const auto count = [&input](Tested::Who who) {
        return std::count_if(input.persons.begin(), input.persons.end(),
                             [who](const Tested &person) { return person.who == who; });
    };
    return count(Tested::Who::Self) == 1 && count(Tested::Who::Spouse) <= 1 &&
           count(Tested::Who::Head) <= 1 &&
           std::all_of(input.persons.begin(), input.persons.end(), inRange);
}

MonthSpan cycleOf(Month month, int firstMonth)
{
    const int year = month.month >= firstMonth ? month.year : month.year - 1;
    const Month from{year, firstMonth};
    return {.from = from, .to = from.plus(monthsAYear - 1)};
}

/// Why the month cannot be asked for; empty when it can.
QString outside(const ExemptionCase &input, const Threshold &threshold, Month earliest)
{
    const auto monthOfAge = [&input](int age) {
        return Month::of(calendar::reachesAgeOn(input.bornOn, age));
    };
    if (input.month < monthOfAge(dutyFrom))
        return QStringLiteral("too-young");
    // 第11条第1項: the month in which the age is reached counts no more.
    if (input.month >= monthOfAge(threshold.belowAge))
        return QStringLiteral("too-old");
    if (input.month < earliest)
        return QStringLiteral("too-long-ago");
    if (input.month > cycleOf(Month::of(input.appliedOn), threshold.cycleMonth).to)
        return QStringLiteral("too-early");
    return {};
}

TestedLine test(const Tested &person, const Threshold &threshold, bool leftOut)
{
    const int ordinary = person.dependants - person.dependantsElderly - person.dependantsSpecific;
    TestedLine line;
    line.who = person.who;
    line.limitYen = threshold.base + threshold.own + threshold.dependant * ordinary +
                    threshold.elderly * person.dependantsElderly +
                    threshold.specific * person.dependantsSpecific;
    if (leftOut) {
        line.within = true;
        return line;
    }
    const qint64 taken = threshold.deductions ? person.deductionsYen : 0;
    line.countedYen = std::max<qint64>(person.incomeYen - taken, 0);
    line.within = line.countedYen <= line.limitYen;
    // 第90条第1項第3号: the income before deductions against a threshold of its own.
    if (!line.within && person.disabledOrWidowed && person.incomeYen <= threshold.disabled) {
        line.limitYen = threshold.disabled;
        line.countedYen = person.incomeYen;
        line.within = true;
    }
    return line;
}

} // namespace

base::Result<ExemptionOpinion> exemptionOutlook(const ExemptionCase &input,
                                                const tables::Table &thresholds)
{
    if (!isSound(input))
        return base::fail(base::ErrorCode::ArgumentWrong,
                          QStringLiteral("a case of exemption that cannot be"));
    const auto threshold = thresholdOf(thresholds, input.kind, input.month);
    if (!threshold)
        return base::fail(threshold);
    ExemptionOpinion opinion;
    opinion.tableVersion = thresholds.version();
    opinion.cycle = cycleOf(input.month, threshold->cycleMonth);
    opinion.earliest = Month::of(input.appliedOn).plus(-monthsBack);
    // 第90条第1項: 前年の所得, 1月から6月まで (学生: 3月まで) の月分は前々年の所得。
    opinion.incomeYear = opinion.cycle.from.year - 1;
    opinion.why = outside(input, *threshold, opinion.earliest);
    if (!opinion.why.isEmpty()) {
        opinion.outlook = ExemptionOpinion::Outlook::Outside;
        return opinion;
    }
    bool over = false;
    bool unknown = false;
    for (const Tested &person : input.persons) {
        if ((person.who == Tested::Who::Spouse && !threshold->spouse) ||
            (person.who == Tested::Who::Head && !threshold->head))
            continue;
        const bool leftOut = person.lostWork || (input.lostWork && person.who == Tested::Who::Self);
        TestedLine line = test(person, *threshold, leftOut);
        if (leftOut) {
            opinion.why = QStringLiteral("lost-work");
        } else if (person.undeclared) {
            unknown = true;
            line.within = false;
        } else {
            over = over || !line.within;
        }
        opinion.lines.append(line);
    }
    if (over || unknown)
        opinion.why = over ? QString() : QStringLiteral("income-unknown");
    using Outlook = ExemptionOpinion::Outlook;
    opinion.outlook = over ? Outlook::Over : unknown ? Outlook::Unknown : Outlook::Within;
    return opinion;
}

MonthSpan maternityMonths(QDate birthOn, bool multiple)
{
    if (!birthOn.isValid())
        return {};
    // 第88条の2: 出産の予定日の属する月の前月（多胎妊娠の場合においては、三月前）から
    // 出産予定月の翌々月まで。
    const Month birth = Month::of(birthOn);
    const MonthSpan months{.from = std::max(birth.plus(multiple ? -3 : -1), maternityBegan),
                           .to = birth.plus(2)};
    // 平成31年2月1日 or later: an earlier birth has no months (pension.md PEN-P09).
    if (birth < maternityBegan.plus(-2))
        return {};
    return months;
}

} // namespace pension
