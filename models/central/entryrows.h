#pragma once

#include "base/result.h"
#include "central/replicarow.h"
#include "residents/entry.h"
#include "storage/database.h"

#include <optional>

namespace central {

/// What the embedded register holds now of what clerks enter, over register.db. No row is no
/// failure; a body that cannot be read is RegisterDamaged.
class EntryRows final
{
public:
    explicit EntryRows(storage::Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] base::Result<bool> isThere(base::PersonId person);
    [[nodiscard]] base::Result<bool> isThere(base::HouseholdId household);
    /// The newest version.
    [[nodiscard]] base::Result<std::optional<residents::Note>> note(qint64 id);
    [[nodiscard]] base::Result<std::optional<residents::Contact>> contact(base::PersonId person);
    [[nodiscard]] base::Result<std::optional<residents::Restriction>> restriction(qint64 id);
    [[nodiscard]] base::Result<std::optional<residents::Entry>> entry(qint64 number);
    /// The 仮登録 that waits on the same person or household.
    [[nodiscard]] base::Result<std::optional<residents::Entry>>
    waiting(const residents::Restriction &restriction);
    /// The number of the next note, restriction or entry.
    [[nodiscard]] base::Result<qint64> nextNumber(Table table);

private:
    [[nodiscard]] base::Result<bool> isThere(const QString &statement, qint64 id);
    [[nodiscard]] base::Result<QByteArray> body(const QString &statement, qint64 id);
    storage::Database &m_database;
};

} // namespace central
