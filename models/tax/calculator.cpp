#include "tax/calculator.h"

#include "tax/calculation.h"

#include <algorithm>

namespace tax {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qint64 yenLimit = 1'000'000'000'000;
constexpr int countLimit = 100;

bool possible(const TaxCase &input)
{
    const auto yen = {
        input.salaryYen,          input.pensionYen,          input.otherIncomeYen,
        input.socialInsuranceYen, input.smallBusinessYen,    input.lifeInsuranceYen,
        input.earthquakeYen,      input.medicalYen,          input.casualtyYen,
        input.spouseIncomeYen,    input.taxCreditsCityYen,   input.taxCreditsPrefectureYen,
        input.flatCutCityYen,     input.flatCutPrefectureYen};
    const auto counts = {
        input.dependants16To18And23To69, input.dependants19To22,         input.dependants70,
        input.dependants70Together,      input.dependantsUnder16,        input.dependantsDisabled,
        input.dependantsSpecial,         input.dependantsSpecialTogether};
    const auto fits = [](qint64 value) { return value >= 0 && value < yenLimit; };
    const QDate lastOfYear(input.fiscalYear - 1, 12, 31);
    return std::all_of(yen.begin(), yen.end(), fits) &&
           std::all_of(counts.begin(), counts.end(),
                       [](int count) { return count >= 0 && count < countLimit; }) &&
           input.specialRelativeIncomesYen.size() < countLimit &&
           std::all_of(input.specialRelativeIncomesYen.begin(),
                       input.specialRelativeIncomesYen.end(), fits) &&
           input.bornOn.isValid() && lastOfYear.isValid() && input.bornOn <= lastOfYear;
}

} // namespace

Result<TaxComputation> computeTax(const TaxCase &input, const CalculatorTables &tables,
                                  Working working)
{
    if (!possible(input))
        return fail(ErrorCode::ArgumentWrong, QStringLiteral("a figure or day of the case"));
    std::shared_ptr<const YearRules> rules = tables.years.value(input.fiscalYear);
    if (!rules) {
        auto read = YearRules::read(tables, input.fiscalYear);
        if (!read)
            return fail(read);
        rules = std::make_shared<const YearRules>(std::move(*read));
    }
    Calculation calculation(input, *rules, working);
    calculation.workOutIncome();
    calculation.workOutDeductions();
    calculation.workOutLevies();
    calculation.workOutInstalments();
    TaxComputation done = calculation.take();
    done.tableVersion = tables.version();
    return done;
}

} // namespace tax
