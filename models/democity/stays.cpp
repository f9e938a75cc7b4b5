#include "democity/stays.h"

#include <algorithm>
#include <array>

namespace democity {

using residents::ForeignClass;

namespace {

/// Who may hold a status and how often one of them does.
struct Status
{
    QStringView name;
    QStringView period;
    int months; ///< of the period; 0 = without end
    int weight; ///< among those whom it fits
    int fromAge;
    int toAge;
    int fromYears; ///< years here
    int toYears;
    bool family;         ///< its holder may bring a family
    QStringView nations; ///< empty = all
};
constexpr QStringView sending = u"ベトナム インドネシア フィリピン ネパール 中国";
constexpr QStringView settling = u"ブラジル フィリピン";
constexpr std::array statuses{
    Status{u"永住者", u"無期限", 0, 12, 28, 200, 10, 200, true, {}},
    Status{u"永住者", u"無期限", 0, 1, 30, 200, 2, 9, true, {}},
    Status{u"定住者", u"５年", 60, 8, 18, 200, 0, 200, true, settling},
    Status{u"技術・人文知識・国際業務", u"５年", 60, 3, 25, 62, 2, 200, true, {}},
    Status{u"技術・人文知識・国際業務", u"３年", 36, 3, 22, 62, 0, 12, true, {}},
    Status{u"経営・管理", u"１年", 12, 1, 30, 75, 0, 200, true, {}},
    Status{u"特定技能２号", u"３年", 36, 1, 27, 50, 5, 12, true, sending},
    Status{u"特定技能１号", u"１年", 12, 4, 20, 45, 0, 4, false, sending},
    Status{u"技能実習２号ロ", u"１年", 12, 4, 19, 38, 0, 2, false, sending},
    Status{u"留学", u"２年３月", 27, 5, 18, 29, 0, 3, false, {}},
};
// For those whom none of them fits: long here or old.
constexpr Status settled{u"定住者", u"３年", 36, 1, 0, 200, 0, 200, true, {}};

int yearsSince(QDate from, QDate today)
{
    const int years = today.year() - from.year();
    return from.addYears(years) > today ? years - 1 : years;
}

bool fits(const Status &status, const MemberPlan &member, QDate today, bool withFamily)
{
    const int age = yearsSince(member.born, today);
    const int years = yearsSince(member.joins, today);
    const bool nation =
        status.nations.isEmpty() || status.nations.contains(member.foreign->nationality);
    return age >= status.fromAge && age <= status.toAge && years >= status.fromYears &&
           years <= status.toYears && nation && (status.family || !withFamily);
}

const Status &ownStatus(const MemberPlan &member, QDate today, bool withFamily, Random &random)
{
    int sum = 0;
    for (const auto &status : statuses)
        sum += fits(status, member, today, withFamily) ? status.weight : 0;
    int drawn = random.below(std::max(1, sum));
    for (const auto &status : statuses) {
        if (!fits(status, member, today, withFamily))
            continue;
        drawn -= status.weight;
        if (drawn < 0)
            return status;
    }
    return settled;
}

struct Grant
{
    QString name;
    QString period;
    int months = 0;
};

/// Of a wife or child: it goes by the head's.
Grant familyGrant(const MemberPlan &member, const MemberPlan &head, QDate today)
{
    const Grant forEver{QStringLiteral("永住者"), QStringLiteral("無期限"), 0};
    const bool wife = member.relationship == u"妻";
    if (!head.foreign) {
        return yearsSince(member.joins, today) >= 6
                   ? forEver
                   : Grant{QStringLiteral("日本人の配偶者等"), QStringLiteral("３年"), 36};
    }
    const QString &his = head.foreign->statusOfResidence;
    if (his == u"永住者" || his == u"特別永住者") {
        return wife && yearsSince(member.joins, today) >= 10
                   ? forEver
                   : Grant{QStringLiteral("永住者の配偶者等"), QStringLiteral("３年"), 36};
    }
    if (his == u"定住者")
        return {QStringLiteral("定住者"), QStringLiteral("３年"), 36};
    return {QStringLiteral("家族滞在"), QStringLiteral("３年"), 36};
}

void grant(MemberPlan &member, const Grant &given, QDate today, Random &random)
{
    residents::ForeignItems &items = *member.foreign;
    items.statusOfResidence = given.name;
    items.periodOfStay = given.period;
    items.expiresOn =
        given.months == 0 ? QDate() : random.day(today.addDays(15), today.addMonths(given.months));
}

} // namespace

void setStays(HouseholdPlan &plan, QDate today, Random &random)
{
    MemberPlan &head = plan.members[plan.head];
    const bool withFamily = plan.members.size() > 1;
    const auto grantOwn = [&](MemberPlan &member, bool family) {
        const Status &own = ownStatus(member, today, family, random);
        grant(member, {own.name.toString(), own.period.toString(), own.months}, today, random);
    };
    const auto isOpen = [](const MemberPlan &member) {
        return member.foreign && member.foreign->foreignClass == ForeignClass::MidToLongTerm;
    };
    for (MemberPlan &member : plan.members) {
        if (member.foreign && member.foreign->foreignClass == ForeignClass::SpecialPermanent)
            member.foreign->statusOfResidence = QStringLiteral("特別永住者");
    }
    if (isOpen(head))
        grantOwn(head, withFamily);
    for (MemberPlan &member : plan.members) {
        if (!isOpen(member) || &member == &head)
            continue;
        if (member.relationship == u"妻" || member.relationship == u"子")
            grant(member, familyGrant(member, head, today), today, random);
        else
            grantOwn(member, false);
    }
}

} // namespace democity
