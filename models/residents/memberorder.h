#pragma once

#include "base/ids.h"
#include "calendar/partialdate.h"
#include "residents/person.h"

#include <QList>
#include <QString>

// Order of the members of a household (JS1 5.2). No other rule is offered.
namespace residents {

struct Member
{
    base::PersonId person;
    QString relationship; ///< as registered
    calendar::PartialDate bornOn;
    bool leadsDomicile = false; ///< 筆頭者
    QString domicile;    ///< names the 戸籍 (本籍 and 筆頭者); empty = none or unknown
    int manualOrder = 0; ///< 並び順, from 1; 0 = never set
};
/// 並び順 above this: came into a household that was there, the later the higher.
constexpr int lastManualOrder = 1000;
[[nodiscard]] Member memberOf(const Snapshot &snapshot);

/// The members in their legal order:
/// 1st 世帯主, 配偶者, 子 without a family of their own (birth, 宛名番号); 2nd the families of 子
/// in the order of that 子's birth: 子, 子の配偶者, 子の子; 3rd 父母 (筆頭者 first, else birth),
/// 兄弟姉妹, 祖父母; 4th other 親族, 縁故者, 同居人 (birth, 宛名番号); the spouse's parents and
/// 兄弟姉妹 are of the 4th. A wife or child of a 子 belongs to the 子 of the same 戸籍, else to the
/// only 子, else stands after the families. Members with a 並び順 keep it; those without one
/// follow, and new entrants stand at the end, unless one of them leads the household.
[[nodiscard]] QList<base::PersonId> memberOrder(const QList<Member> &members);

/// Earlier birth first; what is unknown comes last.
[[nodiscard]] bool bornBefore(const calendar::PartialDate &one, const calendar::PartialDate &other);

} // namespace residents
