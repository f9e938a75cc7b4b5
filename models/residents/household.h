#pragma once

#include "base/ids.h"
#include "residents/person.h"
#include "residents/restriction.h"

#include <QList>

namespace residents {

/// 世帯. Members are the persons whose snapshot names it.
struct Household
{
    base::HouseholdId id;
    int version = 1;
    base::PersonId head; ///< 世帯主; 0 = not set (allowed: JS1 1.1.10)
    Address address;
    bool operator==(const Household &) const = default;
};

/// A person as the office holds him now: his state and the restrictions that touch him.
struct PersonRecord
{
    Snapshot snapshot;
    QList<Restriction> restrictions; ///< in force, of the person or of his household
};

/// A household with its present members in legal order and, apart, those removed from it.
struct HouseholdRecord
{
    Household household;
    QList<PersonRecord> members;
    QList<PersonRecord> formerMembers;
};

/// The strictest level over all restrictions in force.
[[nodiscard]] RestrictionLevel inquiryLevel(const QList<Restriction> &restrictions);
[[nodiscard]] RestrictionLevel certificateLevel(const QList<Restriction> &restrictions);
[[nodiscard]] bool hidesAddress(const QList<Restriction> &restrictions);

} // namespace residents
