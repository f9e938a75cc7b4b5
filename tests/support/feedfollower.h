#pragma once

#include "central/centrallink.h"
#include "central/replicadigest.h"

#include <atomic>
#include <map>

namespace support {

/// A station that follows the feed and notices whatever comes twice, not at all or out of order.
struct FeedFollower
{
    std::map<std::pair<central::Table, central::RowKey>, central::Row> rows;
    qint64 applied = 0;
    QString wrong;

    /// Everything the station is sent, by chunks, and where the feed stood before it was read.
    [[nodiscard]] central::Position load(central::Replica &link)
    {
        const auto start = link.beginLoad();
        if (!start) {
            wrong = start.error().detail;
            return {};
        }
        for (const auto table : start->tables)
            loadTable(link, table);
        return start->position;
    }
    void apply(const central::Change &made, central::Position &at)
    {
        if (made.number != at.number + 1)
            wrong = QStringLiteral("change %1 after %2").arg(made.number).arg(at.number);
        at = {made.number, central::nextHash(at.hash, made.table, made.row)};
        if (at.hash != made.hash)
            wrong = QStringLiteral("the hash at %1").arg(made.number);
        auto &held = rows[{made.table, made.row.key}];
        if (made.row.rowVersion <= held.rowVersion)
            wrong = QStringLiteral("%1 goes back").arg(made.row.key.id);
        held = made.row;
        ++applied;
    }
    /// Until it stands at `until` (below 0: not known yet).
    void follow(central::Replica &link, central::Position at, const std::atomic<qint64> &until)
    {
        while (wrong.isEmpty() && (until < 0 || at.number < until)) {
            const auto page = link.feed(at, 100);
            if (!page) {
                wrong = page.error().detail;
                return;
            }
            for (const auto &made : page->changes)
                apply(made, at);
        }
    }
    /// As the register's, over the tables in their order.
    [[nodiscard]] QByteArray digest() const
    {
        central::ReplicaDigest all;
        for (const auto &entry : rows)
            all.add(entry.first.first, entry.second);
        return all.finish();
    }

private:
    void loadTable(central::Replica &link, central::Table table)
    {
        central::ChunkRequest request{.table = table, .after = {}, .limit = 1000};
        for (bool last = false; !last;) {
            const auto chunk = link.chunk(request);
            if (!chunk) {
                wrong = chunk.error().detail;
                return;
            }
            for (const auto &row : chunk->rows)
                rows[{table, row.key}] = row;
            last = chunk->last;
            if (!last)
                request.after = chunk->rows.last().key;
        }
    }
};

} // namespace support
