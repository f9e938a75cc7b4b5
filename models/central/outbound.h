#pragma once

#include "base/ids.h"

#include <QString>

// What other organisations have to be told, as the register writes it down itself in the commit of
// the 本登録. No name or address stands here: what the 40 items of a 本人確認情報 (juki.md 3.2) are
// filled from is the person's row of that 履歴番号, its 異動 and the entry.
namespace central {

/// The values are stored.
enum class NoticeKind {
    Identity = 1, ///< 本人確認情報, to the prefecture (住民基本台帳法 第30条の6第1項)
    MoveIn = 2, ///< 転入通知, to the city they come from (第9条第1項)
};
/// Stable name for files and exchange: "IdentityNotice".
[[nodiscard]] inline QString noticeName(NoticeKind kind)
{
    return kind == NoticeKind::Identity ? QStringLiteral("IdentityNotice")
                                        : QStringLiteral("MoveInNotice");
}

/// The values are stored.
enum class NoticeState {
    Waiting = 1, ///< 未送信
};

/// One of them, of one person.
struct OutboundNotice
{
    NoticeKind kind = NoticeKind::Identity;
    qint64 number =
        0; ///< 更新順番号: from 1 without gaps, of each kind, in the order of the commits
    qint64 entry = 0; ///< number of the 仮登録 that was registered
    base::PersonId person;
    int version = 0; ///< 履歴番号 of the row that says it
    NoticeState state = NoticeState::Waiting;
    bool operator==(const OutboundNotice &) const = default;
};

} // namespace central
