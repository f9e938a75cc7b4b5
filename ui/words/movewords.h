#pragma once

#include "residents/moverules.h"

#include <QString>

namespace words {

/// What a rule of the 異動 says at the counter: the item it is about, what is the matter, and what
/// to do about it.
struct RuleWords
{
    QString item;
    QString matter;
    QString remedy;
};
[[nodiscard]] RuleWords of(residents::MoveRule rule, residents::MoveKind kind);
/// What 異動日 is called with this 異動処理.
[[nodiscard]] QString dayOf(residents::MoveKind kind);
/// Why somebody is removed by moving out: a 転入通知 came, or the planned day.
[[nodiscard]] QString causeOf(bool noticed);
[[nodiscard]] QString of(residents::NotifierKind kind);
/// 異動処理名称.
[[nodiscard]] QString of(residents::MoveKind kind);

} // namespace words
