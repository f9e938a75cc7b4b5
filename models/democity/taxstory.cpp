#include "democity/taxstory.h"

#include "democity/citymaker.h"
#include "democity/duedates.h"
#include "democity/taxcollection.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace democity {

using tax::Assessment;
using tax::Collection;
using tax::TaxCase;
using tax::TaxComputation;

namespace {

constexpr quint64 taxStoryId = 0x7461786573ULL;

qint64 lineYen(const TaxComputation &worked, QLatin1StringView code)
{
    for (const tax::TaxLine &line : worked.lines) {
        if (line.code == code)
            return line.yen;
    }
    return 0;
}

void put(Assessment &assessment, int item, qint64 yen)
{
    if (yen != 0)
        assessment.amounts.insert(item, yen);
}

/// A name that no company has.
QString employerName(int index)
{
    static constexpr std::array<QStringView, 16> names{u"株式会社みどり野製作所",
                                                       u"あさぎり運輸株式会社",
                                                       u"株式会社緑が丘ストア",
                                                       u"医療法人あさぎり会",
                                                       u"社会福祉法人みどり野福祉会",
                                                       u"北沢建設株式会社",
                                                       u"株式会社あさぎりシステム",
                                                       u"みどり野信用金庫",
                                                       u"学校法人みどり野学園",
                                                       u"株式会社鶴ヶ峰フーズ",
                                                       u"あさぎり電機株式会社",
                                                       u"みどり野市",
                                                       u"あさぎり県",
                                                       u"株式会社栄町サービス",
                                                       u"みどり野農業協同組合",
                                                       u"株式会社さかえ物流"};
    return names[static_cast<std::size_t>(index)].toString();
}

/// 確定申告書区分 (item 121).
int returnKind(const TaxYear &year)
{
    const TaxCase &input = year.input;
    if (year.earned.business > 0 || year.earned.rent > 0 || input.medicalYen > 0)
        return 2;
    if (year.earned.salary > 0)
        return 3;
    return year.earned.pension > 0 ? 4 : 1;
}

/// 未申告: nothing is known.
void forget(Assessment &assessment)
{
    assessment.undeclared = true;
    assessment.amounts.clear();
    assessment.instalments.clear();
    assessment.exemption = 0;
    assessment.collectFrom = 0;
    assessment.collectTo = 0;
}

/// 非課税区分 (item 10).
int exemptionOf(const TaxCase &input, const TaxComputation &worked)
{
    if (worked.yearYen > 0) {
        const bool incomeTax = worked.cityIncomeYen + worked.prefectureIncomeYen > 0;
        const bool nothingLeft = worked.totalIncomeYen - worked.deductionsYen < 1000;
        const bool cut = input.taxCreditsCityYen + input.flatCutCityYen > 0;
        return incomeTax || nothingLeft || cut ? 0 : 4;
    }
    if (input.publicAssistance)
        return 1;
    const bool personal = input.self != tax::Disability::None || input.widow || input.singleParent;
    // 地方税法 第295条第1項第2号.
    return personal && worked.totalIncomeYen <= 1'350'000 ? 2 : 3;
}

} // namespace

/// What is drawn once for a person.
struct TaxStory::Traits
{
    int row = 0;        ///< of 1,000: whether papers about small incomes came in
    int collection = 0; ///< of 1,000
    int employer = 0;
    int correctedYear = 0; ///< 年度; 0 = none
    int correction = 0;
    int correctionDays = 0;
    int contradictedYear = 0;
    int contradiction = 0;
    int number = 0;
};

base::Result<TaxStory> TaxStory::load(QDate today)
{
    auto tables = tax::CalculatorTables::load();
    if (!tables)
        return base::fail(tables);
    TaxStory story;
    story.m_tables = std::move(*tables);
    story.m_tables.prepare();
    story.m_today = today;
    story.m_lastYear = lastAssessedYear(today);
    for (int back = 0; back < fiscalYearsHeld; ++back) {
        const int year = story.m_lastYear - back;
        TaxCase trial;
        trial.fiscalYear = year;
        trial.bornOn = QDate(1980, 1, 1);
        trial.salaryYen = 4'000'000;
        if (tax::computeTax(trial, story.m_tables))
            story.m_deductions.insert(year, TaxDeductions(story.m_tables.deductions, year));
    }
    return story;
}

TaxStory::Traits TaxStory::traitsOf(const Life &life, quint64 seed) const
{
    Random random(seedFor(seed, life.person, taxStoryId));
    Traits traits;
    traits.row = random.below(1000);
    traits.collection = random.below(1000);
    traits.employer = random.below(16);
    const int year = m_lastYear - random.below(fiscalYearsHeld);
    traits.correctedYear = random.chance(130) ? year : 0;
    traits.correction = random.below(100);
    traits.correctionDays = random.between(25, 190);
    traits.contradictedYear = random.chance(2) ? m_lastYear - random.below(2) : 0;
    traits.contradiction = random.below(3);
    traits.number = random.below(1'000'000);
    return traits;
}

TaxCase TaxStory::caseOf(const Life &life, const Earnings &earned) const
{
    const Habits &habits = life.habits;
    TaxCase input;
    input.fiscalYear = earned.fiscalYear;
    input.bornOn = life.born;
    input.salaryYen = earned.salary;
    input.pensionYen = earned.pension;
    input.otherIncomeYen = earned.business + earned.rent;
    input.publicAssistance = life.assisted;
    const qint64 gross = earned.gross();
    if (gross == 0)
        return input;
    input.socialInsuranceYen = earned.socialInsurance;
    if (gross > 1'200'000) { // below that nobody hands them in
        input.lifeInsuranceYen = habits.lifeInsurance;
        input.earthquakeYen = habits.earthquake;
        input.smallBusinessYen = habits.smallBusiness;
        input.medicalYen = habits.medicalYear == earned.fiscalYear ? habits.medical : 0;
    }
    if (earned.salary > 4'600'000) {
        const qint64 donations = std::min(habits.donations, earned.salary / 110);
        const qint64 housing = habits.housing * 8 / 10;
        input.taxCreditsCityYen = donations * 6 / 10 + housing * 6 / 10;
        input.taxCreditsPrefectureYen = donations * 4 / 10 + housing * 4 / 10;
    }
    if (habits.disability == 2)
        input.self = tax::Disability::Special;
    else if (habits.disability == 1)
        input.self = tax::Disability::Ordinary;
    input.workingStudent = life.work == Work::Student && earned.gross() == earned.salary &&
                           earned.salary > 550'000 && earned.salary <= 1'300'000;
    return input;
}

bool TaxStory::workOut(TaxYear &year, TaxComputation &worked) const
{
    auto first = tax::computeTax(year.input, m_tables, tax::Working::FiguresOnly);
    if (!first)
        return false;
    worked = std::move(*first);
    // 地方税法 附則第5条の8: 令和6年度 10,000 yen for himself and each he supports, 6 to 4.
    constexpr int flatCutYear = 2024;
    constexpr qint64 flatCutIncome = 18'050'000;
    const bool cut = year.input.fiscalYear == flatCutYear &&
                     worked.totalIncomeYen <= flatCutIncome && worked.cityIncomeYen > 0;
    if (!cut)
        return true;
    const qint64 heads = 1 + year.supported;
    year.input.flatCutCityYen = std::min<qint64>(6000 * heads, worked.cityIncomeYen);
    year.input.flatCutPrefectureYen = std::min<qint64>(4000 * heads, worked.prefectureIncomeYen);
    const auto second = tax::computeTax(year.input, m_tables, tax::Working::FiguresOnly);
    if (!second)
        return false;
    worked = *second;
    return true;
}

Assessment TaxStory::assess(const Life &life, const TaxYear &year, const TaxComputation &worked,
                            const Traits &traits) const
{
    const TaxCase &input = year.input;
    Assessment assessment;
    assessment.person = life.person;
    assessment.fiscalYear = input.fiscalYear;
    assessment.municipality = municipalityCode();
    assessment.collection = collectionOf(life, year.earned, traits.collection);
    assessment.exemption = exemptionOf(input, worked);
    assessment.changeKind = QStringLiteral("当初");
    const bool salaried = assessment.collection == Collection::SalaryWithheld;
    const QDate processed(input.fiscalYear, salaried ? 5 : 6, 10);
    assessment.processedOn = officeDayFrom(processed);
    const int number = traits.number;
    assessment.taxNumber = salaried ? QStringLiteral("%1").arg(9100 + traits.employer * 37)
                                    : QStringLiteral("%1").arg(number, 7, 10, QLatin1Char('0'));
    if (salaried) {
        assessment.employer = employerName(traits.employer);
        assessment.recipientNumber = QString::number(1000 + number % 9000);
    }
    put(assessment, 17, year.earned.business);
    put(assessment, 20, year.earned.rent);
    put(assessment, 26, input.salaryYen);
    put(assessment, 28, lineYen(worked, QLatin1StringView("salary-income")));
    put(assessment, 29, input.pensionYen);
    put(assessment, 30, lineYen(worked, QLatin1StringView("pension-income")));
    put(assessment, 37, worked.totalIncomeYen);
    put(assessment, 61, worked.totalIncomeYen);
    put(assessment, 157, std::abs(lineYen(worked, QLatin1StringView("income-adjustment"))));
    m_deductions.value(input.fiscalYear).fill(assessment, input, worked.totalIncomeYen);
    put(assessment, 113, worked.deductionsYen);
    put(assessment, 119, input.publicAssistance ? 1 : 0);
    put(assessment, 121, returnKind(year));
    put(assessment, 122, worked.cityFlatYen > 0 ? 1 : 2);
    put(assessment, 131, lineYen(worked, QLatin1StringView("city-adjustment")));
    put(assessment, 132, lineYen(worked, QLatin1StringView("prefecture-adjustment")));
    put(assessment, 141, lineYen(worked, QLatin1StringView("city-limit-adjustment")));
    put(assessment, 142, lineYen(worked, QLatin1StringView("prefecture-limit-adjustment")));
    put(assessment, 137, input.taxCreditsCityYen);
    put(assessment, 138, input.taxCreditsPrefectureYen);
    put(assessment, 148, worked.cityIncomeYen);
    put(assessment, 149, worked.cityFlatYen);
    put(assessment, 150, worked.prefectureIncomeYen);
    put(assessment, 151, worked.prefectureFlatYen);
    put(assessment, 152, worked.yearYen);
    if (input.flatCutCityYen > 0) {
        put(assessment, 159, input.flatCutCityYen);
        put(assessment, 160, worked.cityIncomeYen + input.flatCutCityYen);
        put(assessment, 162, input.flatCutPrefectureYen);
        put(assessment, 163, worked.prefectureIncomeYen + input.flatCutPrefectureYen);
    }
    spread(assessment, life, worked, year.lastYearYen);
    return assessment;
}

/// 更正: a second row, with the reason. False when nothing would change.
bool TaxStory::correct(const Life &life, TaxYear year, const Traits &traits,
                       QList<Assessment> &rows) const
{
    const Assessment first = rows.last();
    QString reason;
    TaxCase &input = year.input;
    input.flatCutCityYen = 0;
    input.flatCutPrefectureYen = 0;
    const bool late = first.undeclared;
    if (late) {
        reason = QStringLiteral("期限後申告");
    } else if (traits.correction < 30) {
        reason = QStringLiteral("医療費控除の追加（確定申告）");
        input.medicalYen += 30'000 + traits.number % 90 * 1000;
    } else if (traits.correction < 55 && input.dependants16To18And23To69 > 0) {
        reason = QStringLiteral("扶養控除の是正");
        --input.dependants16To18And23To69;
    } else if (traits.correction < 75) {
        reason = QStringLiteral("社会保険料控除の追加");
        input.socialInsuranceYen += 24'000 + traits.number % 120 * 1000;
    } else if (input.salaryYen > 0 && input.salaryYen < 9'000'000 && !input.workingStudent &&
               !input.singleParent && !input.widow) { // no limit is passed unawares
        reason = QStringLiteral("給与支払報告書の追加提出");
        const qint64 more = 180'000 + traits.number % 400 * 1000;
        input.salaryYen += more;
        year.earned.salary += more;
    } else {
        return false;
    }
    const QDate on = officeDayFrom(QDate(input.fiscalYear, 6, 10).addDays(traits.correctionDays));
    TaxComputation worked;
    if (on > m_today.addDays(-3) || !workOut(year, worked))
        return false;
    Assessment second = assess(life, year, worked, traits);
    second.history = first.history + 1;
    second.changeKind = QStringLiteral("更正");
    second.changeReason = reason;
    second.processedOn = on;
    if (late ? !chargeLate(second, on) : !respread(second, first, on))
        return false;
    rows.append(second);
    return true;
}

void TaxStory::contradict(Assessment &assessment, int kind)
{
    if (kind == 0 && !assessment.instalments.isEmpty())
        assessment.instalments.last().yen += 1000;
    else if (kind == 1)
        assessment.amounts[113] += 10'000;
    else
        assessment.amounts[152] += 500;
}

/// What one year of one person is told with.
struct TaxStory::Telling
{
    Told &told;
    const Traits &traits;
    TaxCaseWanted &wanted;
};

/// Appends the rows of a year and returns the 合計所得金額; nothing when it cannot be worked out.
std::optional<qint64> TaxStory::tellYear(const Life &life, TaxYear year, Telling telling) const
{
    const Traits &traits = telling.traits;
    TaxCaseWanted &wanted = telling.wanted;
    TaxComputation worked;
    if (!workOut(year, worked))
        return std::nullopt;
    const int fiscalYear = year.input.fiscalYear;
    const bool nothing = year.earned.gross() == 0;
    QList<Assessment> &rows = telling.told.assessments;
    rows.append(assess(life, year, worked, traits));
    const bool correcting =
        traits.correctedYear == fiscalYear || wanted == TaxCaseWanted::Corrected;
    const bool late = correcting && life.work == Work::SelfEmployed && traits.correction < 40 &&
                      worked.yearYen > 0;
    if (late || (nothing && traits.row < 300))
        forget(rows.last());
    if (!nothing && correcting && correct(life, year, traits, rows) &&
        wanted == TaxCaseWanted::Corrected)
        wanted = TaxCaseWanted::Any;
    constexpr qint64 worthALook = 20'000;
    if (rows.last().amount(152) <= worthALook)
        return worked.totalIncomeYen;
    const bool shown =
        wanted == TaxCaseWanted::Contradiction && fiscalYear == m_lastYear && !life.left.isValid();
    if (shown || traits.contradictedYear == fiscalYear) {
        contradict(rows.last(), shown ? 0 : traits.contradiction);
        telling.told.contradictory = true;
        wanted = shown ? TaxCaseWanted::Any : wanted;
    }
    return worked.totalIncomeYen;
}

QList<TaxStory::Told> TaxStory::tell(const QList<Life> &lives, quint64 seed,
                                     TaxCaseWanted &wanted) const
{
    QList<Told> told(lives.size());
    QList<Traits> traits;
    traits.reserve(lives.size());
    for (const Life &life : lives)
        traits.append(traitsOf(life, seed));
    QList<int> order(lives.size());
    for (int at = 0; at < fiscalYearsHeld; ++at) {
        const int fiscalYear = m_lastYear - (fiscalYearsHeld - 1 - at);
        if (!m_deductions.contains(fiscalYear))
            continue;
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](int one, int other) {
            return lives[one].years[at].gross() < lives[other].years[at].gross();
        });
        Family family(lives, fiscalYear, order);
        for (const int i : order) {
            const Life &life = lives[i];
            const Earnings &earned = life.years[at];
            const bool silent = earned.gross() == 0 && !family.mustDeclare(i);
            if (!earned.taxedHere || !life.born.isValid() || silent ||
                !hasPapers(life, earned, traits[i].row))
                continue;
            TaxYear year{
                .input = caseOf(life, earned), .earned = earned, .supported = 0, .lastYearYen = {}};
            if (!told[i].assessments.isEmpty()) {
                const Assessment &before = told[i].assessments.last();
                const bool withheld = before.collection == Collection::PensionWithheld;
                year.lastYearYen = withheld ? before.amount(152) : 0;
            }
            family.support(i, *m_deductions.constFind(fiscalYear), year);
            const auto total =
                tellYear(life, year, {.told = told[i], .traits = traits[i], .wanted = wanted});
            if (total)
                family.setTotal(i, *total);
        }
    }
    return told;
}

} // namespace democity
