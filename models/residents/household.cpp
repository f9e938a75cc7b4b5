#include "residents/household.h"

#include <algorithm>

namespace residents {
namespace {

RestrictionLevel strictest(const QList<Restriction> &restrictions,
                           RestrictionLevel Restriction::*level)
{
    auto found = RestrictionLevel::None;
    for (const auto &restriction : restrictions)
        found = std::max(found, restriction.*level);
    return found;
}

} // namespace

RestrictionLevel inquiryLevel(const QList<Restriction> &restrictions)
{
    return strictest(restrictions, &Restriction::inquiry);
}

RestrictionLevel certificateLevel(const QList<Restriction> &restrictions)
{
    return strictest(restrictions, &Restriction::certificate);
}

bool hidesAddress(const QList<Restriction> &restrictions)
{
    return std::any_of(restrictions.begin(), restrictions.end(),
                       [](const Restriction &restriction) { return restriction.hidesAddress; });
}

} // namespace residents
