#pragma once

#include "base/result.h"
#include "cache/cachewriter.h"
#include "central/centrallink.h"

#include <functional>

namespace syncing {

/// Applies the feed to a cache, a page and its position in one transaction, in commit order.
class Catchup final
{
public:
    Catchup(central::Replica &replica, cache::CacheWriter &writer)
        : m_replica(replica)
        , m_writer(writer)
    {
    }

    /// Up to the register's end; the number of changes. `complete` is written with the last page.
    /// RegisterUnknown when the register is not the one of the cache, does not know its position,
    /// or sends this station other tables than those of the cache (its scopes changed);
    /// ChunkDamaged when a page does not continue the running hash, three times.
    [[nodiscard]] base::Result<qint64> run();
    /// What the register said with the last page: its newest backup holds everything up to here.
    [[nodiscard]] qint64 backedUpTo() const { return m_backedUpTo; }

private:
    [[nodiscard]] base::Result<central::FeedPage> soundPage(const central::Position &after);

    central::Replica &m_replica;
    cache::CacheWriter &m_writer;
    qint64 m_backedUpTo = 0;
};

/// What is wrong is that the station is sent other tables than those of the cache.
[[nodiscard]] base::Error otherTables();
[[nodiscard]] bool isOtherTables(const base::Error &error);
/// The register's tables as the cache names them.
[[nodiscard]] QList<cache::Table> storedTables(const QList<central::Table> &tables);

} // namespace syncing
