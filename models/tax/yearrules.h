#pragma once

#include "tax/calculator.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>

namespace tax {

/// One line of tax_income: receipts of a band to income.
struct IncomeStep
{
    enum class Form { Fixed, Whole, WholeUp, Quarter };
    qint64 fromYen = 0;
    qint64 toYen = 0; ///< included
    Form form = Form::Fixed;
    qint64 percent = 0;
    qint64 plusYen = 0;
};

/// One line of tax_deductions.
struct DeductionStep
{
    qint64 ownFrom = 0;
    qint64 ownTo = 0;
    qint64 incomeFrom = 0;
    qint64 incomeTo = 0;
    qint64 yen = 0;
    qint64 differenceYen = 0; ///< 人的控除差
    QString doubt;
};

/// What tax_rates says of one 年度.
struct YearRates
{
    qint64 city = 0; ///< hundredths of a percent
    qint64 prefecture = 0;
    qint64 cityFlat = 0;
    qint64 prefectureFlat = 0;
    qint64 forest = 0;
    qint64 flatHead = 0; ///< of the city's 級地
    qint64 flatAddition = 0;
    qint64 flatBase = 0;
    qint64 incomeHead = 0;
    qint64 incomeBase = 0;
    qint64 incomeAddition = 0;
    qint64 personLimit = 0;
    qint64 adultAge = 0;
    qint64 adjustmentBorder = 0;
    qint64 adjustmentLeast = 0;
    qint64 adjustmentIncomeLimit = 0;
    qint64 adjustmentCityPercent = 0;
    qint64 adjustmentPrefecturePercent = 0;
    qint64 ordinaryParts = 0;
    qint64 salaryParts = 0;
    qint64 flatOnlyAtOnce = 0;
    qint64 flatCutSalaryParts = 0; ///< 0: the 定額減税 of the year changes no schedule
};

enum class Kind {
    Salary,
    PensionFrom65,
    Pension,
    PensionOtherIncome,
    AdjustmentSalary,
    AdjustmentBothLimit,
    Count
};

enum class Deduct {
    Basic,
    Disabled,
    SpecialDisabled,
    SpecialDisabledTogether,
    Widow,
    SingleMother,
    SingleFather,
    WorkingStudent,
    Dependant,
    Dependant19,
    Dependant70,
    Dependant70Together,
    Spouse,
    SpouseElderly,
    SpouseSpecial,
    SpecialRelative,
    LimitDependant,
    LimitWorkingStudent,
    LimitSingle,
    Count
};

/// The three tables read for one 年度: numbers instead of texts.
class YearRules final
{
public:
    /// TableYearMissing when something of the year is not there, TableUnreadable when it is no
    /// number.
    [[nodiscard]] static base::Result<YearRules> read(const CalculatorTables &tables,
                                                      int fiscalYear);

    [[nodiscard]] const YearRates &rates() const { return m_rates; }
    /// The step for receipts; nullptr: none holds.
    [[nodiscard]] const IncomeStep *incomeStep(Kind kind, qint64 receiptsYen) const;
    /// The step for the taxpayer's and the other's income; nullptr: no deduction.
    [[nodiscard]] const DeductionStep *deduction(Deduct name, qint64 ownYen,
                                                 qint64 incomeYen = 0) const;
    [[nodiscard]] const QList<DeductionStep> &steps(Deduct name) const
    {
        return m_deductions[static_cast<std::size_t>(name)];
    }
    /// The amount of a limit_* line.
    [[nodiscard]] qint64 limit(Deduct name) const { return steps(name).first().yen; }
    /// Codes of the lines of tax_rates whose figures are not sure.
    [[nodiscard]] const QList<QString> &doubts() const { return m_doubts; }

private:
    base::Result<> readRates(const tables::Table &table, QDate day);
    base::Result<> readIncome(const tables::Table &table, QDate day);
    base::Result<> readDeductions(const tables::Table &table, QDate day);

    YearRates m_rates;
    std::array<QList<IncomeStep>, static_cast<std::size_t>(Kind::Count)> m_income;
    std::array<QList<DeductionStep>, static_cast<std::size_t>(Deduct::Count)> m_deductions;
    QList<QString> m_doubts;
};

/// receipts by one step, before "never below 0".
[[nodiscard]] qint64 incomeBy(const IncomeStep &step, qint64 receiptsYen);
/// 1234567 -> "1,234,567"
[[nodiscard]] QString grouped(qint64 yen);

} // namespace tax
