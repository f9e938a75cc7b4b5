#pragma once

#include "base/clock.h"
#include "cache/cachereader.h"
#include "central/embeddedlink.h"
#include "central/embeddedregister.h"
#include "sync/replicakeeper.h"

#include <QTemporaryDir>

#include <memory>

namespace bench {

/// A register with a city of the size asked for, and a station beside it.
class Place final
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Place>> make(int residents, quint64 seed);

    [[nodiscard]] QString cachePath() const
    {
        return m_folder.filePath(QStringLiteral("station/cache.db"));
    }
    [[nodiscard]] const base::Secret &cacheKey() const { return m_cacheKey; }
    [[nodiscard]] central::Replica &replica() { return *m_link; }
    [[nodiscard]] syncing::ReplicaKeeper &keeper() { return *m_keeper; }
    [[nodiscard]] const QTemporaryDir &folder() const { return m_folder; }
    [[nodiscard]] base::Result<std::unique_ptr<cache::CacheReader>> reader() const
    {
        return cache::CacheReader::open(cachePath(), m_cacheKey);
    }
    /// A change of each of these people (former and new state): another telephone number.
    [[nodiscard]] base::Result<> change(QList<residents::Snapshot> &people);
    /// A payment and a 更正 of each of these people: two rows of tax and ledger, others each time.
    [[nodiscard]] base::Result<> changeFiles(const QList<residents::Snapshot> &people);

private:
    int m_round = 0; ///< of changeFiles
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    base::Secret m_cacheKey;
    std::unique_ptr<central::EmbeddedRegister> m_register;
    std::unique_ptr<central::EmbeddedLink> m_link;
    std::unique_ptr<syncing::ReplicaKeeper> m_keeper;
};

} // namespace bench
