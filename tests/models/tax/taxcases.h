#pragma once

#include "support/cases.h"
#include "tax/calculator.h"

// Lines of tests/data/tax_cases.csv as cases of the calculator.
namespace taxcases {

using namespace tax;

inline qint64 number(const support::Case &one, const char *column)
{
    return one.text(column).toLongLong();
}

inline int count(const support::Case &one, const char *column)
{
    return one.text(column).toInt();
}

inline void readFamily(const support::Case &one, TaxCase &input)
{
    if (one.text("spouse") == QStringLiteral("ordinary"))
        input.spouse = SpouseKind::Ordinary;
    else if (one.text("spouse") == QStringLiteral("elderly"))
        input.spouse = SpouseKind::Elderly;
    input.spouseIncomeYen = number(one, "spouse_income");
    input.dependants16To18And23To69 = count(one, "dependants");
    input.dependants19To22 = count(one, "dependants19");
    input.dependants70 = count(one, "dependants70");
    input.dependants70Together = count(one, "dependants70_together");
    input.dependantsUnder16 = count(one, "dependants_under16");
    for (const QString &income : one.text("special_relatives").split(u';', Qt::SkipEmptyParts))
        input.specialRelativeIncomesYen.append(income.toLongLong());
    input.dependantsDisabled = count(one, "family_disabled");
    input.dependantsSpecial = count(one, "family_special");
    input.dependantsSpecialTogether = count(one, "family_special_together");
    if (!one.text("below23").isEmpty())
        input.dependantBelow23 = one.text("below23") == QStringLiteral("yes");
}

inline TaxCase caseFrom(const support::Case &one)
{
    TaxCase input;
    input.fiscalYear = count(one, "year");
    input.bornOn = QDate::fromString(one.text("born"), Qt::ISODate);
    input.salaryYen = number(one, "salary");
    input.pensionYen = number(one, "pension");
    input.otherIncomeYen = number(one, "other");
    input.socialInsuranceYen = number(one, "social");
    input.smallBusinessYen = number(one, "small_business");
    input.lifeInsuranceYen = number(one, "life");
    input.earthquakeYen = number(one, "earthquake");
    input.medicalYen = number(one, "medical");
    input.casualtyYen = number(one, "casualty");
    readFamily(one, input);
    if (one.text("disability") == QStringLiteral("ordinary"))
        input.self = Disability::Ordinary;
    else if (one.text("disability") == QStringLiteral("special"))
        input.self = Disability::Special;
    const QStringList flags = one.text("flags").split(u' ');
    input.widow = flags.contains(QStringLiteral("widow"));
    input.singleFather = flags.contains(QStringLiteral("single-father"));
    input.singleParent = input.singleFather || flags.contains(QStringLiteral("single-parent"));
    input.workingStudent = flags.contains(QStringLiteral("working-student"));
    input.publicAssistance = flags.contains(QStringLiteral("public-assistance"));
    input.taxCreditsCityYen = number(one, "credits_city");
    input.taxCreditsPrefectureYen = number(one, "credits_prefecture");
    input.flatCutCityYen = number(one, "cut_city");
    input.flatCutPrefectureYen = number(one, "cut_prefecture");
    return input;
}

inline CalculatorTables shipped()
{
    auto tables = CalculatorTables::load();
    return tables ? *tables : CalculatorTables();
}

} // namespace taxcases
