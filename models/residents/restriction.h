#pragma once

#include "base/ids.h"

#include <QDate>
#include <QFlags>
#include <QList>
#include <QString>

namespace residents {

/// 抑止の種別 (municipal-facts.md 12).
enum class RestrictionKind {
    Support,            ///< 支援措置 (DV・ストーカー・児童虐待等)
    ProvisionalSupport, ///< 仮支援措置
    Litigation,         ///< 訴訟・本人申出
    Investigation,      ///< 職権調査中
    CardLost,           ///< カード紛失
    DeathPending,       ///< 死亡届受理前
    Other,
};
enum class RestrictionLevel { None, Alert, Stop }; ///< なし, アラート, エラー

/// 抑止 on one person or on a whole household. It does not end by itself on `until`
/// (municipal-facts.md 4.12): only a new decision ends it.
struct Restriction
{
    qint64 id = 0;
    int version = 1;
    base::PersonId person;       ///< 0 when it covers the household
    base::HouseholdId household; ///< 0 when it covers one person
    RestrictionKind kind = RestrictionKind::Support;
    RestrictionLevel inquiry = RestrictionLevel::Stop;     ///< 照会
    RestrictionLevel certificate = RestrictionLevel::Stop; ///< 証明
    RestrictionLevel movement = RestrictionLevel::Stop;    ///< 異動
    bool hidesAddress = true; ///< the address never stands in a list and is not searched
    QDate from;
    QDate until;        ///< when the decision is due for renewal, not when it ends
    bool ended = false; ///< ended by a decision
    /// 仮登録: set, and waits for its 照合. It protects from the moment it was filed: an address
    /// told meanwhile cannot be taken back.
    bool provisional = false;
    bool operator==(const Restriction &) const = default;
};

/// In force on a day: begun and not ended by a decision. `until` plays no part.
[[nodiscard]] inline bool isInForce(const Restriction &restriction, QDate day)
{
    return !restriction.ended && restriction.from <= day;
}

} // namespace residents
