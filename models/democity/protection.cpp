#include "democity/protection.h"

#include "calendar/officecalendar.h"

namespace democity {

using residents::Restriction;
using residents::RestrictionKind;
using residents::RestrictionLevel;

Restriction Protection::made(Case which, const Told &told, QDate today, Random &random)
{
    Restriction restriction;
    restriction.id = ++m_lastId;
    restriction.person = told.household.head;
    // One year, renewed from a month before its end (municipal-facts.md 4.12).
    restriction.from = random.day(today.addMonths(-11), today.addDays(-7));
    switch (which) {
    case Case::Household:
        restriction.person = {};
        restriction.household = told.household.id;
        break;
    case Case::Provisional:
        restriction.kind = RestrictionKind::ProvisionalSupport;
        restriction.from = random.day(today.addDays(-35), today.addDays(-10));
        break;
    case Case::NotRenewed:
        restriction.from = random.day(today.addMonths(-20), today.addMonths(-13));
        break;
    case Case::Ended:
        restriction.from = random.day(today.addYears(-4), today.addYears(-2));
        restriction.ended = true;
        break;
    case Case::CardLost:
        restriction.kind = RestrictionKind::CardLost;
        restriction.inquiry = RestrictionLevel::Alert;
        restriction.certificate = RestrictionLevel::Alert;
        restriction.movement = RestrictionLevel::None;
        restriction.hidesAddress = false;
        break;
    case Case::Other:
        restriction.kind =
            random.chance(500) ? RestrictionKind::Investigation : RestrictionKind::Litigation;
        restriction.inquiry = RestrictionLevel::Alert;
        restriction.certificate = RestrictionLevel::Stop;
        restriction.hidesAddress = false;
        break;
    case Case::Person:
    case Case::Count:
        break;
    }
    // A loss is told at any hour; everything else is decided in the office.
    if (which != Case::CardLost)
        restriction.from = calendar::OfficeCalendar::shipped().openOnOrAfter(restriction.from);
    restriction.until = restriction.from.addYears(1).addDays(-1);
    return restriction;
}

void Protection::consider(const Told &told, QDate today, Random &random,
                          QList<Restriction> &restrictions)
{
    const bool drawn = random.chance(6);
    const int which = random.below(20);
    if (told.household.head.value == 0)
        return;
    // Of a small city too each case occurs: the first households of more than one present member.
    constexpr int first = static_cast<int>(Case::Count);
    const bool several = told.histories.size() > 1;
    if (several && m_considered < first) {
        restrictions.append(made(Case(m_considered++), told, today, random));
        return;
    }
    if (!drawn)
        return;
    const Case chosen = which < 7    ? Case::Household
                        : which < 12 ? Case::Person
                        : which < 14 ? Case::Provisional
                        : which < 16 ? Case::NotRenewed
                        : which < 17 ? Case::Ended
                        : which < 18 ? Case::CardLost
                                     : Case::Other;
    restrictions.append(made(chosen, told, today, random));
}

} // namespace democity
