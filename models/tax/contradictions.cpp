#include "tax/calculator.h"
#include "tax/yearrules.h"

#include <algorithm>
#include <initializer_list>

// What an assessment says of itself, held against itself and against the calculator. Numbers are
// the items of 個人住民税賦課情報ファイル (requirements/tax.md 3.1).
namespace tax {

namespace {

using Items = std::initializer_list<int>;

/// 営業, 農業, その他事業, 不動産.
constexpr Items businessIncomes = {17, 18, 19, 20};
/// 利子, 配当 in its kinds.
constexpr Items capitalIncomes = {21, 22, 23, 24, 25};
/// 総合譲渡 short and long, 一時, 総合退職.
constexpr Items otherIncomes = {31, 32, 33, 35};
constexpr Items variableIncomes = {38, 39, 40, 41};
/// 分離課税: 退職, 肉用牛, 土地, 譲渡, 株式, 配当, 先物, 山林.
constexpr Items separateIncomes = {42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
                                   52, 53, 54, 55, 56, 57, 58, 59, 60};
constexpr Items losses = {62, 63, 64, 65, 66, 67};
constexpr Items familyWorkers = {27, 124, 125, 126, 127};
/// All that item 113 adds up.
constexpr Items deductionAmounts = {83,  86,  87,  88,  89,  91,  94,  95,  97,  98,  99,  100, 101,
                                    102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 158};
constexpr Items cityCredits = {133, 135, 137, 139, 143, 145};
constexpr Items prefectureCredits = {134, 136, 138, 140, 144, 146};

constexpr int livesOnAssistance = 1; // 非課税区分

qint64 sum(const Assessment &assessment, const Items &items)
{
    qint64 yen = 0;
    for (const int item : items)
        yen += assessment.amount(item);
    return yen;
}

bool any(const Assessment &assessment, const Items &items)
{
    return std::any_of(items.begin(), items.end(),
                       [&assessment](int item) { return assessment.amount(item) != 0; });
}

int count(const Assessment &assessment, int item)
{
    return static_cast<int>(std::clamp<qint64>(assessment.amount(item), 0, 99));
}

/// What of item 113 no item explains: 特定親族特別控除 has none in the file of that time.
qint64 unexplainedDeductions(const Assessment &assessment)
{
    return assessment.amount(113) - sum(assessment, deductionAmounts);
}

void readPerson(const Assessment &assessment, TaxCase &input)
{
    if (assessment.amount(105) > 0)
        input.self = Disability::Special;
    else if (assessment.amount(106) > 0)
        input.self = Disability::Ordinary;
    input.widow = assessment.amount(69) > 0 || assessment.amount(108) > 0;
    input.singleParent = assessment.amount(158) > 0;
    input.singleFather = assessment.amount(71) > 0 || assessment.amount(110) > 0;
    input.workingStudent = assessment.amount(72) > 0 || assessment.amount(111) > 0;
    input.publicAssistance =
        assessment.amount(119) > 0 || assessment.exemption == livesOnAssistance;
}

void readFamily(const Assessment &assessment, TaxCase &input)
{
    if (assessment.amount(74) > 0)
        input.spouse = SpouseKind::Elderly;
    else if (assessment.amount(73) > 0 || assessment.amount(95) > 0 || assessment.amount(97) > 0)
        input.spouse = SpouseKind::Ordinary;
    input.spouseIncomeYen = assessment.amount(96);
    input.dependants70Together = count(assessment, 75);
    input.dependants70 = count(assessment, 76);
    input.dependants19To22 = count(assessment, 77);
    input.dependants16To18And23To69 = count(assessment, 78);
    input.dependantsUnder16 = count(assessment, 79);
    input.dependantsSpecialTogether = count(assessment, 80);
    input.dependantsSpecial = count(assessment, 81);
    input.dependantsDisabled = count(assessment, 82);
    // What the city has granted tells whether there is somebody below 23.
    input.dependantBelow23 = assessment.amount(157) > 0;
}

/// Income of other kinds, a loss of a business or estate among them: then it may be below 0.
qint64 otherIncome(const Assessment &assessment)
{
    // 雑所得 (30) is the pension's where there is a pension; 業務雑所得 (156) has its own item.
    const qint64 miscellaneous = assessment.amount(assessment.amount(29) > 0 ? 156 : 30);
    return sum(assessment, businessIncomes) + sum(assessment, capitalIncomes) +
           sum(assessment, otherIncomes) + miscellaneous;
}

QList<QString> outsideOf(const Assessment &assessment, QDate bornOn)
{
    QList<QString> outside;
    const auto note = [&outside](bool holds, const char16_t *code) {
        if (holds)
            outside.append(QString::fromUtf16(code));
    };
    note(assessment.undeclared, u"undeclared");
    note(any(assessment, separateIncomes), u"separate-income");
    note(any(assessment, businessIncomes), u"business-income");
    note(any(assessment, variableIncomes), u"variable-income");
    note(any(assessment, losses), u"losses");
    note(otherIncome(assessment) < 0, u"loss-of-the-year");
    note(any(assessment, familyWorkers), u"family-workers");
    note(assessment.amount(36) != 0, u"specific-expenses");
    note(assessment.amount(89) != 0, u"donation-deduction");
    note(assessment.amount(114) != 0, u"disaster-credit");
    note(assessment.amount(120) != 0, u"tax-treaty");
    note(assessment.amount(123) != 0, u"house-only");
    note(unexplainedDeductions(assessment) > 0, u"deduction-without-item");
    note(!bornOn.isValid(), u"age-unknown");
    return outside;
}

/// Whether a sum of deductions without an item can be 特定親族特別控除 of one or two relatives.
bool isSpecialRelative(const YearRules &rules, qint64 yen)
{
    const QList<DeductionStep> &steps = rules.steps(Deduct::SpecialRelative);
    for (const DeductionStep &one : steps) {
        if (one.yen == yen)
            return true;
        for (const DeductionStep &other : steps) {
            if (one.yen + other.yen == yen)
                return true;
        }
    }
    return false;
}

class Checks final
{
public:
    Checks(const Assessment &assessment, QDate bornOn, const CalculatorTables &tables)
        : m_assessment(assessment)
        , m_case(caseOf(assessment, bornOn))
        , m_tables(tables)
    {
        m_rules = tables.years.value(assessment.fiscalYear);
        if (m_rules)
            return;
        if (auto read = YearRules::read(tables, assessment.fiscalYear))
            m_rules = std::make_shared<const YearRules>(std::move(*read));
    }

    QList<Contradiction> all()
    {
        instalments();
        deductions();
        incomes();
        if (m_rules) {
            yearTax();
            calculator();
        }
        return m_found;
    }

private:
    void expect(const char16_t *code, qint64 stored, qint64 expected)
    {
        if (stored != expected)
            m_found.append({QString::fromUtf16(code), stored, expected});
    }

    /// The parts make up the year; after a reduction they may hold what goes back (153, 154).
    void instalments()
    {
        qint64 parts = 0;
        for (const Instalment &one : m_assessment.instalments)
            parts += one.yen;
        const qint64 back = m_assessment.amount(153) + m_assessment.amount(154);
        const qint64 year = m_assessment.amount(152);
        if (parts != year + back)
            expect(u"instalments-sum", parts, year);
    }

    void deductions()
    {
        const qint64 rest = unexplainedDeductions(m_assessment);
        if (m_rules && rest > 0 && isSpecialRelative(*m_rules, rest))
            return;
        expect(u"deductions-sum", m_assessment.amount(113), m_assessment.amount(113) - rest);
    }

    /// 給与所得 (28) is stored before or after the 所得金額調整控除 (157): the catalogue does not
    /// say.
    void incomes()
    {
        if (any(m_assessment, separateIncomes) || any(m_assessment, variableIncomes) ||
            any(m_assessment, losses))
            return;
        const qint64 total = m_assessment.amount(61);
        const qint64 parts = m_assessment.amount(28) + m_assessment.amount(30) +
                             sum(m_assessment, businessIncomes) +
                             sum(m_assessment, capitalIncomes) + sum(m_assessment, otherIncomes);
        if (total != parts)
            expect(u"income-sum", total, parts - m_assessment.amount(157));
    }

    /// 年税額 (152) holds the 森林環境税, which has no item of its own.
    void yearTax()
    {
        const qint64 flat = m_assessment.amount(149) + m_assessment.amount(151);
        const qint64 forest = flat > 0 ? m_rules->rates().forest : 0;
        expect(u"year-tax", m_assessment.amount(152),
               m_assessment.amount(148) + m_assessment.amount(150) + flat + forest);
    }

    void calculator()
    {
        if (!m_case.outside.isEmpty())
            return;
        TaxCase input = m_case.input;
        const auto worked = computeTax(input, m_tables, Working::FiguresOnly);
        if (!worked || !worked->outside.isEmpty())
            return;
        const qint64 stored = m_assessment.amount(152);
        // The file does not tell a father from a mother: either may be right.
        if (worked->yearYen != stored && input.singleParent) {
            input.singleFather = !input.singleFather;
            const auto other = computeTax(input, m_tables, Working::FiguresOnly);
            if (other && other->yearYen == stored)
                return;
        }
        expect(u"calculator", stored, worked->yearYen);
    }

    const Assessment &m_assessment;
    CaseOfAssessment m_case;
    const CalculatorTables &m_tables;
    std::shared_ptr<const YearRules> m_rules;
    QList<Contradiction> m_found;
};

} // namespace

CaseOfAssessment caseOf(const Assessment &assessment, QDate bornOn)
{
    CaseOfAssessment made;
    TaxCase &input = made.input;
    input.fiscalYear = assessment.fiscalYear;
    // Without a birthday the rules of age cannot be told: worked out as between 18 and 65.
    constexpr int betweenTheAges = 40;
    input.bornOn = bornOn.isValid() ? bornOn : QDate(assessment.fiscalYear - betweenTheAges, 1, 1);
    input.salaryYen = assessment.amount(26);
    input.pensionYen = assessment.amount(29);
    input.otherIncomeYen = std::max<qint64>(0, otherIncome(assessment));
    input.casualtyYen = assessment.amount(83);
    input.medicalYen = assessment.amount(86);
    input.socialInsuranceYen = assessment.amount(87);
    input.smallBusinessYen = assessment.amount(88);
    input.lifeInsuranceYen = assessment.amount(91);
    input.earthquakeYen = assessment.amount(94);
    readPerson(assessment, input);
    readFamily(assessment, input);
    input.taxCreditsCityYen = sum(assessment, cityCredits);
    input.taxCreditsPrefectureYen = sum(assessment, prefectureCredits);
    input.flatCutCityYen = assessment.amount(159);
    input.flatCutPrefectureYen = assessment.amount(162);
    made.outside = outsideOf(assessment, bornOn);
    return made;
}

QList<Contradiction> contradictionsIn(const Assessment &assessment, QDate bornOn,
                                      const CalculatorTables &tables)
{
    return Checks(assessment, bornOn, tables).all();
}

} // namespace tax
