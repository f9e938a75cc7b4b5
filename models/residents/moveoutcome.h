#pragma once

#include "residents/household.h"
#include "residents/move.h"

#include <QList>

namespace residents {

/// By whom and when an 異動 is registered.
struct Registration
{
    QDate processedOn; ///< 処理日: the register's day (JS1 4.0.3)
    QString enteredBy; ///< user id of who entered it
    QString enteredAt; ///< station id
};

/// Rows that a 本登録 writes: the next state of each person it touches, each household as it is
/// then.
struct MoveOutcome
{
    QList<Snapshot> states;
    QList<Household> households;
    bool operator==(const MoveOutcome &) const = default;
};

/// What becomes of these members and households (of both sides). For an entry that judgeMove lets
/// pass; members that nothing changes get no state. Full snapshots (JS1 1.2.1); who stays and has
/// another head or 続柄 gets a state of 世帯主変更. The last one left is 世帯主 ex officio, two or
/// more without a new head have none (JS1 4.0.4, 1.1.10).
[[nodiscard]] MoveOutcome outcomeOf(const Move &move, const QList<Snapshot> &members,
                                    const QList<Household> &households,
                                    const Registration &registration);

} // namespace residents
