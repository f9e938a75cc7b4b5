#include "democity/entitlement.h"

#include <algorithm>

namespace democity {

residents::Entitlements entitlementsOf(const MemberPlan &member, QDate day)
{
    residents::Entitlements found;
    const auto reached = [&](int age) { return member.born.addYears(age) <= day; };
    const auto since = [&](int age) { return std::max(member.born.addYears(age), member.joins); };
    // 高齢者の医療の確保に関する法律 第50条: 75 and older.
    if (reached(75))
        found.lateElderly = {QStringLiteral("被保険者"), since(75)};
    else if (member.nationalInsurance)
        found.healthInsurance = {QStringLiteral("一般"), member.joins};
    // 介護保険法 第9条第1号: 65 and older.
    if (reached(65))
        found.longTermCare = {QStringLiteral("第１号"), since(65)};
    // 国民年金法 第7条第1項第1号: 20 to 59.
    if (member.nationalInsurance && reached(20) && !reached(60))
        found.pension = {QStringLiteral("第１号"), since(20)};
    if (member.allowanceSince.isValid() && member.allowanceSince <= day)
        found.childAllowance = {QStringLiteral("受給者"), member.allowanceSince};
    return found;
}

} // namespace democity
