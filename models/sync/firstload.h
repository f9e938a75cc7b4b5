#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "cache/cachewriter.h"
#include "central/centrallink.h"

#include <QString>

#include <functional>
#include <memory>

namespace syncing {

/// Fills a fresh file with every row of the register, in key order, chunk by chunk with a digest
/// each. Killed at any point it goes on from the last chunk that was committed. The feed position
/// is taken before the first row is read and kept in the file.
class FirstLoad final
{
public:
    /// `progress` as in KeeperPlace.
    FirstLoad(central::Replica &replica, cache::CacheWriter &writer,
              std::function<bool(int)> progress)
        : m_replica(replica)
        , m_writer(writer)
        , m_progress(std::move(progress))
    {
    }

    /// Rows that were loaded in this run. RegisterUnknown when the half-loaded file cannot be gone
    /// on with: another register, or one that no longer knows the position.
    [[nodiscard]] base::Result<qint64> run();

private:
    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<> loadTable(central::Table table);
    [[nodiscard]] base::Result<> report(int percent) const;

    central::Replica &m_replica;
    cache::CacheWriter &m_writer;
    std::function<bool(int)> m_progress;
    qint64 m_rows = 0;  ///< of this run
    qint64 m_there = 0; ///< with those of earlier runs
    qint64 m_total = 0;
};

/// A chunk with the digest it must have; asked three times, then ChunkDamaged.
[[nodiscard]] base::Result<central::Chunk> soundChunk(central::Replica &replica,
                                                      const central::ChunkRequest &request);

} // namespace syncing
