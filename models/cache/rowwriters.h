#pragma once

#include "base/result.h"
#include "cache/storedrow.h"
#include "residents/move.h"
#include "storage/database.h"

#include <array>
#include <optional>

namespace cache {

/// Writes many rows, with one statement for each table that comes up; the newer of two states of a
/// row stays. Inside the caller's transaction, and gone before it commits.
class RowWriters final
{
public:
    explicit RowWriters(storage::Database &database)
        : m_database(database)
    {
    }

    /// RegisterDamaged for a body that is not that of the row's table and key.
    [[nodiscard]] base::Result<> put(const StoredRow &row);

private:
    [[nodiscard]] base::Result<storage::BulkWriter *> writer(Table table);
    [[nodiscard]] base::Result<> putPerson(const StoredRow &row);
    [[nodiscard]] base::Result<> putVersioned(const StoredRow &row);
    [[nodiscard]] base::Result<> putHousehold(const StoredRow &row);
    [[nodiscard]] base::Result<> putRestriction(const StoredRow &row);
    [[nodiscard]] base::Result<> putPension(const StoredRow &row);
    [[nodiscard]] base::Result<> putNote(const StoredRow &row);
    [[nodiscard]] base::Result<> putEntry(const StoredRow &row);
    [[nodiscard]] base::Result<> putSubjects(qint64 entry, const residents::Move &move);

    static constexpr std::size_t places = std::size_t(Table::Entry) + 1;
    storage::Database &m_database;
    std::array<std::optional<storage::BulkWriter>, places> m_writers;
};

} // namespace cache
