#pragma once

#include "base/result.h"
#include "central/replicarow.h"
#include "residents/person.h"
#include "storage/database.h"

namespace central {

/// The rows of the embedded register and its feed, over register.db.
class ReplicaTables final
{
public:
    explicit ReplicaTables(storage::Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] base::Result<std::array<qint64, allTables.size()>> counts();
    [[nodiscard]] base::Result<Chunk> chunk(const ChunkRequest &request);
    /// Inside the caller's transaction, without feed rows.
    [[nodiscard]] base::Result<> put(Table table, const Row &row, int version);
    /// Inside the caller's transaction, without feed rows: many rows of one of the tables whose
    /// version is that of the key, or of Pension.
    [[nodiscard]] base::Result<> put(Table table, const QList<Row> &rows);
    /// Inside the caller's transaction: the next feed row; `row.rowVersion` becomes its number.
    [[nodiscard]] base::Result<> feed(Position &at, Table table, Row &row);
    /// Inside the caller's transaction: the next state of a person, and the one before it as
    /// former. RegisterRefused for another version than the next.
    [[nodiscard]] base::Result<> changePerson(Position &at, const residents::Snapshot &state);
    /// Where the feed stands.
    [[nodiscard]] base::Result<Position> position(const QString &registerId);
    [[nodiscard]] base::Result<bool> knows(const Position &position, const QString &registerId);
    [[nodiscard]] base::Result<QList<Change>> changes(const Position &after, int limit);
    /// Over the rows of these tables.
    [[nodiscard]] base::Result<QByteArray> digest(const QList<Table> &tables);

private:
    storage::Database &m_database;
};

} // namespace central
