#pragma once

#include "calendar/partialdate.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace residents {

/// 異動事由 (municipal-facts.md 4.5). Own mnemonics: official codes are not published. The names
/// travel as text (movementReasonName), so new ones may be added anywhere.
enum class MovementReason {
    MoveIn,               ///< 国内転入
    MoveInFromAbroad,     ///< 国外転入等
    Birth,                ///< 出生
    EntryExOfficio,       ///< 職権記載
    Naturalised,          ///< 職権記載（帰化等）
    MoveWithin,           ///< 転居
    MoveOut,              ///< 国内転出
    MoveOutAbroad,        ///< 国外転出
    Death,                ///< 死亡
    RemovalExOfficio,     ///< 職権消除
    NationalityLost,      ///< 職権消除（国籍喪失）, of a Japanese
    RemovalNaturalised,   ///< 職権消除（帰化等）, of a foreign resident
    CorrectionExOfficio,  ///< 職権修正 (婚姻等の戸籍届出による氏の変更を含む)
    MinorCorrection,      ///< 軽微な修正
    ErrorCorrection,      ///< 誤記修正
    HouseholdSplit,       ///< 世帯分離
    HouseholdMerge,       ///< 世帯合併
    HouseholdChange,      ///< 世帯変更
    HeadChange,           ///< 世帯主変更
    FormerFamilyEntry,    ///< 旧氏の記載
    AliasEntry,           ///< 通称の記載
    Remade,               ///< 改製
    CancellationIncrease, ///< 異動の取消し（増）
    CancellationDecrease, ///< 異動の取消し（減）
    CancellationCorrection, ///< 異動の取消し（修正）
    Initial,                ///< データ移行: the first state that the system knows
    Count
};
/// Stable name for files and exchange: "MoveIn".
[[nodiscard]] QString movementReasonName(MovementReason reason);
/// Count when there is no such name.
[[nodiscard]] MovementReason movementReasonFromName(const QString &name);

/// What made a state: three dates and who entered it (municipal-facts.md 4.6).
struct Movement
{
    MovementReason reason = MovementReason::Initial;
    calendar::PartialDate happenedOn; ///< 異動日
    QDate notifiedOn;                 ///< 届出日
    QDate processedOn;                ///< 処理日: the register's day
    QString enteredBy;                ///< user id
    QString enteredAt;                ///< station id
    bool operator==(const Movement &) const = default;
};

} // namespace residents
