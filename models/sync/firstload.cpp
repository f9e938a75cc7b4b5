#include "sync/firstload.h"

#include "sync/catchup.h"

#include <future>

namespace syncing {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int chunkRows = 4000;
constexpr int tries = 3;
/// Share of the rows in the whole; the rest is the index.
constexpr int rowsPercent = 55;
constexpr int wholePercent = 98;

QList<cache::StoredRow> storedRows(central::Table table, const QList<central::Row> &rows)
{
    QList<cache::StoredRow> stored;
    stored.reserve(rows.size());
    for (const auto &row : rows)
        stored.append({.table = cache::Table(int(table)),
                       .id = row.key.id,
                       .version = row.key.version,
                       .rowVersion = row.rowVersion,
                       .body = row.body});
    return stored;
}

} // namespace

Result<central::Chunk> soundChunk(central::Replica &replica, const central::ChunkRequest &request)
{
    for (int attempt = 0; attempt < tries; ++attempt) {
        auto chunk = replica.chunk(request);
        if (!chunk)
            return chunk;
        if (chunk->digest == central::digestOf(request.table, chunk->rows))
            return chunk;
    }
    return base::fail(ErrorCode::ChunkDamaged);
}

Result<> FirstLoad::report(int percent) const
{
    if (m_progress && !m_progress(percent))
        return base::fail(ErrorCode::SearchOvertaken, QStringLiteral("stopped"));
    return {};
}

Result<> FirstLoad::begin()
{
    const auto start = m_replica.beginLoad();
    if (!start)
        return base::fail(start);
    for (const auto count : start->counts)
        m_total += count;
    for (const auto table : central::allTables) {
        const auto there = m_writer.countOf(cache::Table(int(table)));
        if (!there)
            return base::fail(there);
        m_there += *there;
    }
    auto state = m_writer.state();
    if (!state)
        return base::fail(state);
    if (state->registerId.isEmpty()) {
        state->registerId = start->registerId;
        state->feedNumber = start->position.number;
        state->feedHash = start->position.hash;
        state->tables = storedTables(start->tables);
        return m_writer.setState(*state);
    }
    if (state->registerId != start->registerId)
        return base::fail(ErrorCode::RegisterUnknown, QStringLiteral("another register"));
    if (state->tables != storedTables(start->tables))
        return tl::unexpected(otherTables());
    const auto known = m_replica.feed({.number = state->feedNumber, .hash = state->feedHash}, 1);
    return known ? Result<>() : base::fail(known);
}

Result<> FirstLoad::loadTable(central::Table table)
{
    const auto last = m_writer.lastOf(cache::Table(int(table)));
    if (!last)
        return base::fail(last);
    central::ChunkRequest request{
        .table = table, .after = {last->id, last->version}, .limit = chunkRows};
    const auto fetch = [this](const central::ChunkRequest &what) {
        return std::async(std::launch::async, [this, what] { return soundChunk(m_replica, what); });
    };
    // One chunk is on its way while the one before it is being written.
    auto coming = fetch(request);
    while (true) {
        const auto chunk = coming.get();
        if (!chunk)
            return base::fail(chunk);
        if (!chunk->last) {
            request.after = chunk->rows.last().key;
            coming = fetch(request);
        }
        if (const auto done = m_writer.load(storedRows(table, chunk->rows)); !done)
            return done;
        m_rows += chunk->rows.size();
        m_there += chunk->rows.size();
        const qint64 percent = m_there * rowsPercent / qMax<qint64>(1, m_total);
        if (const auto go = report(int(qMin<qint64>(percent, rowsPercent))); !go)
            return go;
        if (chunk->last)
            return {};
    }
}

Result<qint64> FirstLoad::run()
{
    if (const auto begun = begin(); !begun)
        return base::fail(begun);
    for (const auto table : central::allTables) {
        if (const auto done = loadTable(table); !done)
            return base::fail(done);
    }
    const auto indexed = m_writer.buildIndex([this](int percent) {
        const int whole = rowsPercent + percent * (wholePercent - rowsPercent) / 100;
        return !m_progress || m_progress(whole);
    });
    if (!indexed)
        return base::fail(indexed);
    return m_rows;
}

} // namespace syncing
