#include "democity/ledgerstory.h"

#include "democity/duedates.h"
#include "democity/ledgertelling.h"

#include <array>

namespace democity {

LedgerStory::LedgerStory(QDate today, int lastFiscalYear, tables::Table lateChargeRates)
    : m_today(today)
    , m_lastYear(lastFiscalYear)
    , m_rates(std::move(lateChargeRates))
{
}

bool LedgerStory::fits(Trouble trouble, const Taxpayer &who) const
{
    // Years of 普通徴収 whose first 期 has long been due.
    int years = 0;
    int lastCounted = 0;
    for (const tax::Assessment &assessment : who.assessments) {
        const bool billed =
            !assessment.instalments.isEmpty() &&
            assessment.instalments.first().collection == tax::Collection::Ordinary &&
            assessment.instalments.first().yen > 2000 &&
            dueOn(tax::TaxKind::Resident, assessment.fiscalYear, 1).addDays(45) < m_today;
        if (billed && assessment.history == 1 && assessment.fiscalYear != lastCounted) {
            lastCounted = assessment.fiscalYear;
            ++years;
        }
    }
    switch (trouble) {
    case Trouble::Arrears:
    case Trouble::Pledged:
    case Trouble::Seized:
    case Trouble::Stopped:
        return years >= 2 && lastCounted == m_lastYear;
    case Trouble::WrittenOff: // of age and here when the old debt arose
        return years >= 1 && who.came < QDate(m_lastYear - 8, 1, 1) &&
               who.born.addYears(30) < m_today;
    case Trouble::None:
    case Trouble::Count:
        return true;
    default:
        return years >= 1;
    }
}

LedgerTold LedgerStory::tell(const Taxpayer &who, Trouble trouble, Random &random) const
{
    return LedgerTelling(who, m_today, m_rates, random).tell(trouble, m_lastYear);
}

Trouble LedgerStory::draw(Random &random)
{
    struct Frequency
    {
        Trouble trouble;
        int perMille;
    };
    static constexpr std::array frequencies{
        Frequency{Trouble::LateOnce, 60},    Frequency{Trouble::JustMissed, 22},
        Frequency{Trouble::Arrears, 20},     Frequency{Trouble::Pledged, 11},
        Frequency{Trouble::Seized, 6},       Frequency{Trouble::Stopped, 5},
        Frequency{Trouble::WrittenOff, 4},   Frequency{Trouble::PaidTwice, 8},
        Frequency{Trouble::DebitFailed, 12}, Frequency{Trouble::Postponed, 3}};
    int drawn = random.below(1000);
    for (const Frequency &one : frequencies) {
        drawn -= one.perMille;
        if (drawn < 0)
            return one.trouble;
    }
    return Trouble::None;
}

} // namespace democity
