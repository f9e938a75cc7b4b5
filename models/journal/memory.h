#pragma once

#include "base/result.h"
#include "evidence/chain.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace storage {
class Database;
}

namespace journal {

using base::Result;

/// What the journal remembers beside its rows: whose it is, how far door.log was taken over, and
/// the highest time that was ever trusted (design.md 3). Used in the journal's thread.
class Memory final
{
public:
    explicit Memory(storage::Database &database);

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

private:
    struct Item
    {
        qint64 amount = 0;
        QByteArray content;
    };
    [[nodiscard]] Result<std::optional<Item>> read(const QString &name);
    [[nodiscard]] Result<> write(const QString &name, const Item &item);

    storage::Database &m_database;
};

} // namespace journal
