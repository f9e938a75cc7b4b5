#pragma once

#include "base/result.h"
#include "evidence/chain.h"
#include "evidence/row.h"

#include <QList>

namespace storage {
class Database;
}

namespace journal {

using base::Result;

/// What the journal remembers beside its rows: how far door.log was taken over, and the highest
/// time that was ever trusted (design.md 3).
class DoorAndTime final
{
public:
    explicit DoorAndTime(storage::Database &database);

    /// Count and head of door.log when it was last taken over; count 0 and no hash at first.
    [[nodiscard]] Result<evidence::Head> door();
    [[nodiscard]] Result<> setDoor(const evidence::Head &head);
    /// ms UTC; 0 = none yet.
    [[nodiscard]] Result<qint64> trustedTime();
    /// Only ever forward: a smaller time changes nothing.
    [[nodiscard]] Result<> trustTime(qint64 ms);

private:
    storage::Database &m_database;
};

} // namespace journal
