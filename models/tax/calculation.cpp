#include "tax/calculation.h"

#include "calendar/deadlines.h"

#include <algorithm>

// Income and deductions; the levies are in levies.cpp.
namespace tax {

namespace {

constexpr qint64 taxableStep = 1000; // 地方税法 第20条の4の2第1項
constexpr int pensionAge = 65;       // 租税特別措置法 第41条の15の3

/// A literal without a copy of it: a line of the working has two, and a city has millions of lines.
QString literal(const char16_t *text)
{
    return QString::fromRawData(reinterpret_cast<const QChar *>(text), QStringView(text).size());
}

QString plus(qint64 yen)
{
    return yen < 0 ? QStringLiteral(" − ") + grouped(-yen) : QStringLiteral(" + ") + grouped(yen);
}

/// 280 -> "2.8", 90 -> "0.9", 75 -> "0.75"
QString factor(qint64 percent)
{
    return QString::number(static_cast<double>(percent) / 100.0);
}

} // namespace

void Calculation::add(const char16_t *code, qint64 yen, const char16_t *article, const QString &how)
{
    m_done.lines.append({literal(code), yen, literal(article), how});
}

void Calculation::doubt(const QString &code)
{
    if (!code.isEmpty() && !m_done.outside.contains(code))
        m_done.outside.append(code);
}

qint64 Calculation::income(Kind kind, qint64 receiptsYen) const
{
    const IncomeStep *step = m_rules.incomeStep(kind, receiptsYen);
    return step ? std::max<qint64>(0, incomeBy(*step, receiptsYen)) : 0;
}

QString Calculation::incomeHow(Kind kind, qint64 receiptsYen) const
{
    const IncomeStep *step = m_rules.incomeStep(kind, receiptsYen);
    if (!step || !written())
        return {};
    const QString receipts = grouped(receiptsYen);
    switch (step->form) {
    case IncomeStep::Form::Fixed:
        return receipts + QStringLiteral(" → ") + grouped(step->plusYen);
    case IncomeStep::Form::Whole:
    case IncomeStep::Form::WholeUp:
        return step->percent == 100
                   ? receipts + plus(step->plusYen)
                   : receipts + QStringLiteral(" × ") + factor(step->percent) + plus(step->plusYen);
    case IncomeStep::Form::Quarter: {
        const qint64 quarter = receiptsYen / 4;
        return receipts + QStringLiteral(" ÷ 4 → ") + grouped(quarter - quarter % 1000) +
               QStringLiteral(" × ") + factor(step->percent) + plus(step->plusYen);
    }
    }
    return {};
}

/// 所得金額調整控除 of a high salary (租税特別措置法 第41条の3の11第1項).
qint64 Calculation::salaryAdjustment()
{
    const qint64 yen = income(Kind::AdjustmentSalary, m_input.salaryYen);
    if (yen == 0)
        return 0;
    const bool special = m_input.self == Disability::Special ||
                         m_input.self == Disability::SpecialTogether ||
                         m_input.dependantsSpecial > 0 || m_input.dependantsSpecialTogether > 0;
    const bool young = m_input.dependantsUnder16 > 0 || m_input.dependants19To22 > 0 ||
                       m_input.dependantBelow23.value_or(false);
    if (special || young)
        return yen;
    if (m_input.dependants16To18And23To69 > 0 && !m_input.dependantBelow23.has_value())
        doubt(QStringLiteral("income-adjustment-relative"));
    return 0;
}

/// 公的年金等に係る雑所得; `otherYen` is the total income without it.
qint64 Calculation::pensionIncome(qint64 otherYen)
{
    if (m_input.pensionYen == 0)
        return 0;
    const QDate lastOfYear(m_input.fiscalYear - 1, 12, 31);
    const bool old = calendar::legalAgeOn(m_input.bornOn, lastOfYear) >= pensionAge;
    const Kind kind = old ? Kind::PensionFrom65 : Kind::Pension;
    const IncomeStep *step = m_rules.incomeStep(kind, m_input.pensionYen);
    const qint64 rise = income(Kind::PensionOtherIncome, otherYen);
    const qint64 yen =
        step ? std::max<qint64>(0, incomeBy(*step, m_input.pensionYen) + rise) : qint64(0);
    QString how = incomeHow(kind, m_input.pensionYen);
    if (rise > 0 && written())
        how += plus(rise);
    add(u"pension-income", yen, u"所得税法第35条第4項・地方税法第313条第2項", how);
    return yen;
}

/// 所得金額調整控除 of salary and pension together (租税特別措置法 第41条の3の11第2項).
qint64 Calculation::bothAdjustment(qint64 salaryYen, qint64 pensionYen)
{
    if (salaryYen <= 0 || pensionYen <= 0)
        return 0;
    const qint64 limit = income(Kind::AdjustmentBothLimit, 0);
    return std::max<qint64>(0, std::min(salaryYen, limit) + std::min(pensionYen, limit) - limit);
}

void Calculation::workOutIncome()
{
    constexpr qsizetype usualLines = 24;
    m_done.lines.reserve(usualLines);
    for (const QString &code : m_rules.doubts())
        doubt(code);
    const qint64 gross = income(Kind::Salary, m_input.salaryYen);
    if (m_input.salaryYen > 0) {
        add(u"salary-income", gross, u"所得税法第28条・地方税法第313条第2項",
            incomeHow(Kind::Salary, m_input.salaryYen));
    }
    const qint64 high = salaryAdjustment();
    const qint64 salary = gross - high;
    const qint64 pension = pensionIncome(salary + m_input.otherIncomeYen);
    const qint64 both = bothAdjustment(salary, pension);
    if (high + both > 0) {
        QString how;
        if (high > 0)
            how = incomeHow(Kind::AdjustmentSalary, m_input.salaryYen);
        if (both > 0 && written()) {
            const qint64 limit = income(Kind::AdjustmentBothLimit, 0);
            how += QStringLiteral("%1%2 + %3 − %4")
                       .arg(how.isEmpty() ? QString() : QStringLiteral("、"),
                            grouped(std::min(salary, limit)), grouped(std::min(pension, limit)),
                            grouped(limit));
        }
        add(u"income-adjustment", high + both, u"租税特別措置法第41条の3の11", how);
    }
    if (m_input.otherIncomeYen > 0)
        add(u"other-income", m_input.otherIncomeYen, u"地方税法第313条第2項");
    m_done.totalIncomeYen = salary - both + pension + m_input.otherIncomeYen;
    QString how;
    if (written()) {
        how = grouped(gross) + plus(pension) + plus(m_input.otherIncomeYen);
        if (high + both > 0)
            how += plus(-(high + both));
    }
    add(u"total-income", m_done.totalIncomeYen, u"地方税法第292条第1項第13号", how);
}

void Calculation::deduct(const char16_t *code, qint64 yen, const char16_t *article,
                         const QString &how)
{
    if (yen == 0)
        return;
    m_done.deductionsYen += yen;
    add(code, yen, article, how);
}

/// One personal deduction so many times; notes the difference for the 調整控除.
qint64 Calculation::personal(Deduct name, int count, qint64 incomeYen)
{
    if (count == 0)
        return 0;
    const DeductionStep *step = m_rules.deduction(name, m_done.totalIncomeYen, incomeYen);
    if (!step)
        return 0;
    doubt(step->doubt);
    m_differenceYen += count * step->differenceYen;
    return count * step->yen;
}

QString Calculation::counted(Deduct name, int count) const
{
    const DeductionStep *step = m_rules.deduction(name, m_done.totalIncomeYen);
    if (count == 0 || !step || !written())
        return {};
    return QStringLiteral("%1 × %2").arg(grouped(step->yen)).arg(count);
}

void Calculation::deductPayments()
{
    deduct(u"casualty-deduction", m_input.casualtyYen, u"地方税法第314条の2第1項第1号");
    deduct(u"medical-deduction", m_input.medicalYen, u"地方税法第314条の2第1項第2号");
    deduct(u"social-insurance-deduction", m_input.socialInsuranceYen,
           u"地方税法第314条の2第1項第3号");
    deduct(u"small-business-deduction", m_input.smallBusinessYen, u"地方税法第314条の2第1項第4号");
    deduct(u"life-insurance-deduction", m_input.lifeInsuranceYen, u"地方税法第314条の2第1項第5号");
    deduct(u"earthquake-deduction", m_input.earthquakeYen, u"地方税法第314条の2第1項第5号の3");
}

void Calculation::deductPerson()
{
    const bool special =
        m_input.self == Disability::Special || m_input.self == Disability::SpecialTogether;
    const int ordinary = m_input.dependantsDisabled + (m_input.self == Disability::Ordinary);
    const int specials = m_input.dependantsSpecial + special;
    const int together = m_input.dependantsSpecialTogether;
    QStringList how{counted(Deduct::Disabled, ordinary), counted(Deduct::SpecialDisabled, specials),
                    counted(Deduct::SpecialDisabledTogether, together)};
    how.removeAll(QString());
    const qint64 disabled = personal(Deduct::Disabled, ordinary) +
                            personal(Deduct::SpecialDisabled, specials) +
                            personal(Deduct::SpecialDisabledTogether, together);
    deduct(u"disability-deduction", disabled, u"地方税法第314条の2第1項第6号",
           how.join(QStringLiteral(" + ")));
    const bool single = m_done.totalIncomeYen <= m_rules.limit(Deduct::LimitSingle);
    if (m_input.singleParent && single) {
        deduct(u"single-parent-deduction",
               personal(m_input.singleFather ? Deduct::SingleFather : Deduct::SingleMother, 1),
               u"地方税法第314条の2第1項第8号の2");
    } else if (m_input.widow && single) {
        deduct(u"widow-deduction", personal(Deduct::Widow, 1), u"地方税法第314条の2第1項第8号");
    }
    if (m_input.workingStudent &&
        m_done.totalIncomeYen <= m_rules.limit(Deduct::LimitWorkingStudent)) {
        deduct(u"working-student-deduction", personal(Deduct::WorkingStudent, 1),
               u"地方税法第314条の2第1項第9号");
    }
}

void Calculation::deductSpouse()
{
    if (m_input.spouse == SpouseKind::None)
        return;
    const qint64 income = m_input.spouseIncomeYen;
    const QString how =
        written() ? QStringLiteral("配偶者の合計所得 ") + grouped(income) : QString();
    if (income <= m_rules.limit(Deduct::LimitDependant)) {
        const Deduct kind =
            m_input.spouse == SpouseKind::Elderly ? Deduct::SpouseElderly : Deduct::Spouse;
        deduct(u"spouse-deduction", personal(kind, 1, income), u"地方税法第314条の2第1項第10号",
               how);
    } else {
        deduct(u"spouse-special-deduction", personal(Deduct::SpouseSpecial, 1, income),
               u"地方税法第314条の2第1項第10号の2", how);
    }
}

void Calculation::deductFamily()
{
    QStringList how{counted(Deduct::Dependant, m_input.dependants16To18And23To69),
                    counted(Deduct::Dependant19, m_input.dependants19To22),
                    counted(Deduct::Dependant70, m_input.dependants70),
                    counted(Deduct::Dependant70Together, m_input.dependants70Together)};
    how.removeAll(QString());
    const qint64 family = personal(Deduct::Dependant, m_input.dependants16To18And23To69) +
                          personal(Deduct::Dependant19, m_input.dependants19To22) +
                          personal(Deduct::Dependant70, m_input.dependants70) +
                          personal(Deduct::Dependant70Together, m_input.dependants70Together);
    deduct(u"dependants-deduction", family, u"地方税法第314条の2第1項第11号",
           how.join(QStringLiteral(" + ")));
    qint64 relatives = 0;
    for (const qint64 income : m_input.specialRelativeIncomesYen)
        relatives += personal(Deduct::SpecialRelative, 1, income);
    deduct(u"special-relative-deduction", relatives, u"地方税法第314条の2第1項第12号");
}

void Calculation::workOutDeductions()
{
    deductPayments();
    deductPerson();
    deductSpouse();
    deductFamily();
    deduct(u"basic-deduction", personal(Deduct::Basic, 1), u"地方税法第314条の2第2項");
    add(u"deductions", m_done.deductionsYen, u"地方税法第314条の2");
    const qint64 rest = std::max<qint64>(0, m_done.totalIncomeYen - m_done.deductionsYen);
    m_done.taxableYen = rest - rest % taxableStep;
    add(u"taxable", m_done.taxableYen, u"地方税法第20条の4の2第1項",
        written()
            ? grouped(m_done.totalIncomeYen) + QStringLiteral(" − ") + grouped(m_done.deductionsYen)
            : QString());
}

} // namespace tax
