#pragma once

#include "cache/cachereader.h"
#include "central/replicadigest.h"
#include "support/testregister.h"
#include "sync/replicakeeper.h"

#include <QDir>
#include <QTemporaryDir>

#include <optional>

namespace support {

/// Damages, counts or stops what a link sends, as a bad line would.
class BadLine final : public central::Replica
{
public:
    explicit BadLine(central::Replica &behind)
        : m_behind(behind)
    {
    }
    int damagedChunks = 0;                        ///< this many answers are damaged
    std::optional<central::Table> damagedTable{}; ///< only of this table
    int damagedPages = 0;
    int chunksLeft = -1; ///< afterwards the register is not reached

    base::Result<central::LoadStart> beginLoad() override { return m_behind.beginLoad(); }
    base::Result<central::Position> position() override { return m_behind.position(); }
    base::Result<QByteArray> registerDigest() override { return m_behind.registerDigest(); }
    base::Result<central::Chunk> chunk(const central::ChunkRequest &request) override
    {
        if (chunksLeft == 0)
            return base::fail(base::ErrorCode::RegisterUnreachable);
        if (chunksLeft > 0)
            --chunksLeft;
        auto chunk = m_behind.chunk(request);
        const bool chosen = !damagedTable || *damagedTable == request.table;
        if (chunk && chosen && !chunk->rows.isEmpty() && damagedChunks > 0) {
            --damagedChunks;
            chunk->rows.last().body[3] = char(chunk->rows.last().body.at(3) ^ 1);
        }
        return chunk;
    }
    base::Result<central::FeedPage> feed(const central::Position &after, int limit) override
    {
        auto page = m_behind.feed(after, limit);
        if (page && !page->changes.isEmpty() && damagedPages > 0) {
            --damagedPages;
            page->changes.first().row.body += 'x';
        }
        return page;
    }

private:
    central::Replica &m_behind;
};

/// SHA-256 over all rows of a cache, as the register makes it over its own.
inline base::Result<QByteArray> cacheDigest(const QString &path, const base::Secret &key)
{
    auto reader = cache::CacheReader::open(path, key);
    if (!reader)
        return base::fail(reader);
    central::ReplicaDigest digest;
    for (const auto table : central::allTables) {
        cache::StoredRow after{.table = cache::Table(int(table))};
        while (true) {
            const auto rows = (*reader)->rows(after, 1000);
            if (!rows)
                return base::fail(rows);
            for (const auto &row : *rows)
                digest.add(
                    table,
                    {.key = {row.id, row.version}, .rowVersion = row.rowVersion, .body = row.body});
            if (rows->isEmpty())
                break;
            after = rows->last();
        }
    }
    return digest.finish();
}

/// A station beside a test register.
struct StationBeside
{
    explicit StationBeside(TestRegister &office)
        : line(office.link())
        , keeper(line, {.cachePath = path(), .cacheKey = key, .progress = {}})
    {
        if (!office.signIn(QStringLiteral("clerk")))
            qFatal("no sign-in");
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("cache.db")); }
    [[nodiscard]] QStringList aside() const
    {
        return QDir(folder.path()).entryList({QStringLiteral("cache.db*.aside-*-1")}, QDir::Files);
    }
    QTemporaryDir folder;
    base::Secret key = keyOf('c');
    BadLine line;
    syncing::ReplicaKeeper keeper;
};

/// How many people a search for a name finds, at most 1,000; below 0 when it cannot.
inline qsizetype foundBy(const StationBeside &station, const QString &name)
{
    auto reader = cache::CacheReader::open(station.path(), station.key);
    if (!reader)
        return -1;
    cache::Query query;
    query.name = name;
    query.today = QDate(2026, 11, 2);
    query.limit = 1000;
    const auto found = (*reader)->find(query);
    return found ? found->rows.size() : -2;
}

} // namespace support
