#include "ui/tax/wording.h"

#include <QCoreApplication>
#include <QHash>

namespace taxui {

namespace {

/// A source text and the code it stands for.
struct Said
{
    const char *code;
    const char *words;
};

constexpr Said steps[] = {
    {"salary-income", QT_TRANSLATE_NOOP("taxui::Steps", "Income from salary")},
    {"pension-income", QT_TRANSLATE_NOOP("taxui::Steps", "Income from public pensions")},
    {"income-adjustment",
     QT_TRANSLATE_NOOP("taxui::Steps", "Adjustment of income (salary and pension)")},
    {"other-income", QT_TRANSLATE_NOOP("taxui::Steps", "Other income")},
    {"total-income", QT_TRANSLATE_NOOP("taxui::Steps", "Total income")},
    {"casualty-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for casualty losses")},
    {"social-insurance-deduction",
     QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for social insurance")},
    {"small-business-deduction",
     QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for mutual aid of small businesses")},
    {"life-insurance-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for life insurance")},
    {"earthquake-deduction",
     QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for earthquake insurance")},
    {"medical-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for medical expenses")},
    {"spouse-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for the spouse")},
    {"spouse-special-deduction",
     QT_TRANSLATE_NOOP("taxui::Steps", "Special deduction for the spouse")},
    {"dependants-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for dependants")},
    {"special-relative-deduction",
     QT_TRANSLATE_NOOP("taxui::Steps", "Special deduction for certain relatives")},
    {"disability-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for disabilities")},
    {"widow-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for widows")},
    {"single-parent-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for single parents")},
    {"working-student-deduction",
     QT_TRANSLATE_NOOP("taxui::Steps", "Deduction for working students")},
    {"basic-deduction", QT_TRANSLATE_NOOP("taxui::Steps", "Basic deduction")},
    {"deductions", QT_TRANSLATE_NOOP("taxui::Steps", "Sum of the deductions")},
    {"taxable", QT_TRANSLATE_NOOP("taxui::Steps", "Taxable amount (cut to 1,000 yen)")},
    {"exempt", QT_TRANSLATE_NOOP("taxui::Steps", "Not taxable (income within the limit)")},
    {"city-rate", QT_TRANSLATE_NOOP("taxui::Steps", "Income-based tax, city: rate")},
    {"prefecture-rate", QT_TRANSLATE_NOOP("taxui::Steps", "Income-based tax, prefecture: rate")},
    {"adjustment-credit", QT_TRANSLATE_NOOP("taxui::Steps", "Adjustment credit")},
    {"city-adjustment", QT_TRANSLATE_NOOP("taxui::Steps", "Adjustment credit, city")},
    {"prefecture-adjustment", QT_TRANSLATE_NOOP("taxui::Steps", "Adjustment credit, prefecture")},
    {"city-limit-adjustment",
     QT_TRANSLATE_NOOP("taxui::Steps", "Adjustment at the limit of exemption, city")},
    {"prefecture-limit-adjustment",
     QT_TRANSLATE_NOOP("taxui::Steps", "Adjustment at the limit of exemption, prefecture")},
    {"city-credits", QT_TRANSLATE_NOOP("taxui::Steps", "Other credits, city")},
    {"prefecture-credits", QT_TRANSLATE_NOOP("taxui::Steps", "Other credits, prefecture")},
    {"city-flat-cut", QT_TRANSLATE_NOOP("taxui::Steps", "Flat-amount tax cut, city")},
    {"prefecture-flat-cut", QT_TRANSLATE_NOOP("taxui::Steps", "Flat-amount tax cut, prefecture")},
    {"city-income", QT_TRANSLATE_NOOP("taxui::Steps", "Income-based tax, city")},
    {"prefecture-income", QT_TRANSLATE_NOOP("taxui::Steps", "Income-based tax, prefecture")},
    {"city-flat", QT_TRANSLATE_NOOP("taxui::Steps", "Per-capita tax, city")},
    {"prefecture-flat", QT_TRANSLATE_NOOP("taxui::Steps", "Per-capita tax, prefecture")},
    {"forest", QT_TRANSLATE_NOOP("taxui::Steps", "Forest environment tax")},
    {"year", QT_TRANSLATE_NOOP("taxui::Steps", "Tax of the year")},
};

constexpr Said outsides[] = {
    {"separate-income",
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "There is income taxed separately (land, shares, retirement).")},
    {"business-income",
     QT_TRANSLATE_NOOP("taxui::Steps", "There is income from business, farming or real estate.")},
    {"spouse-band-unknown",
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "It is not recorded in which band the spouse's income lies.")},
    {"relative-band-unknown",
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "The income of a relative between 19 and 22 is not recorded.")},
    {"losses", QT_TRANSLATE_NOOP("taxui::Steps", "Losses are carried forward.")},
    {"loss-of-the-year",
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "A loss of the year stands against other income; it is left out here.")},
    {"variable-income",
     QT_TRANSLATE_NOOP("taxui::Steps", "There is fluctuating or extraordinary income.")},
    {"family-workers",
     QT_TRANSLATE_NOOP("taxui::Steps", "There is a deduction for family workers.")},
    {"undeclared", QT_TRANSLATE_NOOP("taxui::Steps", "The income of the year was not declared.")},
    {"income-adjustment-relative",
     QT_TRANSLATE_NOOP("taxui::Steps", "It is not recorded whether a dependant is below 23, which "
                                       "decides on the adjustment of income.")},
    {"specific-expenses",
     QT_TRANSLATE_NOOP("taxui::Steps", "There is a deduction for specific expenses.")},
    {"donation-deduction",
     QT_TRANSLATE_NOOP("taxui::Steps", "There is a deduction for donations (before 2009).")},
    {"disaster-credit", QT_TRANSLATE_NOOP("taxui::Steps", "The tax is reduced for a disaster.")},
    {"tax-treaty", QT_TRANSLATE_NOOP("taxui::Steps", "A tax treaty applies.")},
    {"house-only", QT_TRANSLATE_NOOP("taxui::Steps", "Taxed for a house or office only.")},
    {"age-unknown",
     QT_TRANSLATE_NOOP("taxui::Steps", "The day of birth is not known; the rules of age were "
                                       "applied as between 18 and 65.")},
    {"deduction-without-item",
     QT_TRANSLATE_NOOP("taxui::Steps", "The recorded deductions hold something no item explains.")},
};

constexpr Said lateCharges[] = {
    {"first-month", QT_TRANSLATE_NOOP("taxui::Steps", "Until one month after the due date")},
    {"later", QT_TRANSLATE_NOOP("taxui::Steps", "After that")},
    {"relief", QT_TRANSLATE_NOOP("taxui::Steps", "While postponed or deferred (lower rate)")},
    {"none", QT_TRANSLATE_NOOP("taxui::Steps", "Not charged in this time")},
    {"not-late", QT_TRANSLATE_NOOP("taxui::Steps", "Paid in time: there is no late charge.")},
    {"nothing-owed",
     QT_TRANSLATE_NOOP("taxui::Steps", "Nothing was owed: there is no late charge.")},
    {"base-below-2000",
     QT_TRANSLATE_NOOP("taxui::Steps", "The tax is below 2,000 yen: no late charge is added.")},
    {"charge-below-1000",
     QT_TRANSLATE_NOOP("taxui::Steps", "The late charge is below 1,000 yen: it is not collected.")},
};

constexpr Said unknown[] = {
    {"step", QT_TRANSLATE_NOOP("taxui::Steps", "A further step")},
    {"outside", QT_TRANSLATE_NOOP("taxui::Steps",
                                  "The record holds something that the rules here do not reach.")},
    {"late", QT_TRANSLATE_NOOP("taxui::Steps", "By a further rule")},
};

template <size_t count>
QString said(const Said (&table)[count], const QString &code, const char *otherwise)
{
    for (const Said &one : table) {
        if (code == QLatin1StringView(one.code))
            return QCoreApplication::translate("taxui::Steps", one.words);
    }
    return QCoreApplication::translate("taxui::Steps", otherwise);
}

struct Disagreement
{
    const char *code;
    const char *what;
    const char *todo;
};

constexpr Disagreement disagreements[] = {
    {"instalments-sum",
     QT_TRANSLATE_NOOP("taxui::Steps", "The instalments do not add up to the tax of the year"),
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "Ask the tax section to check the division into instalments.")},
    {"deductions-sum",
     QT_TRANSLATE_NOOP("taxui::Steps", "The deductions do not add up to their recorded sum"),
     QT_TRANSLATE_NOOP("taxui::Steps", "Ask the tax section to check the deductions.")},
    {"income-sum",
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "The kinds of income do not add up to the recorded total income"),
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "Ask the tax section to check the income against the documents.")},
    {"year-tax",
     QT_TRANSLATE_NOOP("taxui::Steps", "The parts of the tax do not add up to the tax of the year"),
     QT_TRANSLATE_NOOP("taxui::Steps",
                       "Ask the tax section to check the city's and the prefecture's part.")},
    {"calculator",
     QT_TRANSLATE_NOOP("taxui::Steps", "The tax of the year differs from the calculation here"),
     QT_TRANSLATE_NOOP("taxui::Steps", "Open the explanation with F4, then ask the tax section.")},
};

constexpr Disagreement otherDisagreement = {
    "", QT_TRANSLATE_NOOP("taxui::Steps", "Two figures of this assessment differ"),
    QT_TRANSLATE_NOOP("taxui::Steps", "Ask the tax section to check the assessment.")};

} // namespace

QString stepWords(const QString &code)
{
    return said(steps, code, unknown[0].words);
}

QString outsideWords(const QString &code)
{
    return said(outsides, code, unknown[1].words);
}

QString lateChargeWords(const QString &code)
{
    return said(lateCharges, code, unknown[2].words);
}

ContradictionWords contradictionWords(const QString &code)
{
    const Disagreement *found = &otherDisagreement;
    for (const Disagreement &one : disagreements) {
        if (code == QLatin1StringView(one.code))
            found = &one;
    }
    return {QCoreApplication::translate("taxui::Steps", found->what),
            QCoreApplication::translate("taxui::Steps", found->todo)};
}

} // namespace taxui
