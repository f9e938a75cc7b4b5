#include "sync/catchup.h"

namespace syncing {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int pageRows = 5000;
constexpr int tries = 3;

/// Every change continues the hash of the one before it, and the numbers rise.
bool continues(const central::Position &after, const central::FeedPage &page)
{
    auto at = after;
    for (const auto &change : page.changes) {
        const bool whole = change.withheld.isEmpty();
        const auto hash = whole ? central::nextHash(at.hash, change.table, change.row)
                                : central::nextHash(at.hash, change.withheld);
        if (change.number <= at.number || (whole && change.row.rowVersion != change.number) ||
            hash != change.hash)
            return false;
        at = {.number = change.number, .hash = change.hash};
    }
    // A page that says there is more but brings nothing would be asked for again for ever.
    return !(page.changes.isEmpty() && page.more);
}

} // namespace

Result<central::FeedPage> Catchup::soundPage(const central::Position &after)
{
    for (int attempt = 0; attempt < tries; ++attempt) {
        auto page = m_replica.feed(after, pageRows);
        if (!page || continues(after, *page))
            return page;
    }
    return base::fail(ErrorCode::ChunkDamaged, QStringLiteral("feed"));
}

QList<cache::Table> storedTables(const QList<central::Table> &tables)
{
    QList<cache::Table> stored;
    for (const auto table : tables)
        stored.append(cache::Table(int(table)));
    return stored;
}

base::Error otherTables()
{
    return {ErrorCode::RegisterUnknown, QStringLiteral("other tables")};
}

bool isOtherTables(const base::Error &error)
{
    return error.code == otherTables().code && error.detail == otherTables().detail;
}

Result<qint64> Catchup::run()
{
    auto state = m_writer.state();
    if (!state)
        return base::fail(state);
    qint64 applied = 0;
    while (true) {
        const auto page = soundPage({.number = state->feedNumber, .hash = state->feedHash});
        if (!page)
            return base::fail(page);
        // What is in scope now is not whole here, or what is here is no longer in scope.
        if (storedTables(page->tables) != state->tables)
            return tl::unexpected(otherTables());
        QList<cache::StoredRow> rows;
        rows.reserve(page->changes.size());
        for (const auto &change : page->changes) {
            if (!change.withheld.isEmpty())
                continue;
            rows.append({.table = cache::Table(int(change.table)),
                         .id = change.row.key.id,
                         .version = change.row.key.version,
                         .rowVersion = change.row.rowVersion,
                         .body = change.row.body});
        }
        if (!page->changes.isEmpty()) {
            state->feedNumber = page->changes.last().number;
            state->feedHash = page->changes.last().hash;
        }
        m_backedUpTo = page->backedUpTo;
        if (!page->more) {
            state->dataAsOf = page->asOf;
            state->paymentsUpTo = page->paymentsUpTo;
            state->complete = true;
        }
        if (const auto done = m_writer.apply(rows, *state); !done)
            return base::fail(done);
        applied += rows.size();
        if (!page->more)
            return applied;
    }
}

} // namespace syncing
