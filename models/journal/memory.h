#pragma once

#include "evidence/chain.h"
#include "journal/registermemory.h"

#include <QStringList>

namespace journal {

/// What the journal remembers beside its rows: whose it is, how far door.log was taken over, and
/// the highest time that was ever trusted (design.md 3). Used in the journal's thread.
class Memory final : public RegisterMemory
{
public:
    using RegisterMemory::RegisterMemory;

    /// Null while nobody has said.
    [[nodiscard]] Result<QString> station();
    [[nodiscard]] Result<> setStation(const QString &station);
    /// Count and head of door.log when it was last taken over; count 0 and no hash at first.
    [[nodiscard]] Result<evidence::Head> door();
    [[nodiscard]] Result<> setDoor(const evidence::Head &head);
    /// ms UTC; 0 = none yet.
    [[nodiscard]] Result<qint64> trustedTime();
    /// Only ever forward: a smaller time changes nothing.
    [[nodiscard]] Result<> trustTime(qint64 ms);
    /// Issue numbers of which nobody has said what became of the paper, oldest first.
    [[nodiscard]] Result<QStringList> unsettledNumbers();
};

} // namespace journal
