#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "cache/cachewriter.h"
#include "central/centrallink.h"

#include <QString>

#include <functional>
#include <memory>

// Not "sync": that is a function of the C library.
namespace syncing {

/// Where the cache is and how it is told about progress. `progress` gets 0 to 100 and answers false
/// to stop; it is called in the thread that works.
struct KeeperPlace
{
    QString cachePath; ///< ".../cache.db"
    base::Secret cacheKey;
    std::function<bool(int)> progress;
    /// Called before a cache is loaded anew, with the reason: what this station has from the
    /// register's past and the register may have lost is looked after first. A failure ends bring()
    /// or renew() with it.
    std::function<base::Result<>(base::ErrorCode)> anew = {};
};

enum class Outcome {
    UpToDate, ///< nothing had changed
    CaughtUp, ///< changes were applied
    Loaded,   ///< a first load
    SetAside, ///< the cache was not usable or belonged elsewhere: set aside and loaded anew
};
struct KeepingReport
{
    Outcome outcome = Outcome::UpToDate;
    qint64 rows = 0;                                        ///< loaded or applied
    QString setAsideAs;                                     ///< file name of the cache set aside
    base::ErrorCode reason = base::ErrorCode::CacheMissing; ///< why it was set aside
    cache::CacheState state;
    qint64 backedUpTo = 0; ///< the register's newest backup holds everything up to this number
};

/// The cache itself is what is wrong, and loading it anew is the remedy.
[[nodiscard]] bool isCacheFault(base::ErrorCode code);

/// Keeps cache.db like the register. Used in one thread ("cache writing"). A first load works on
/// cache.db.loading and takes its place when it is whole. No CacheReader may be open while bring()
/// or renew() runs: they may set the file aside. journal.db is never touched.
class ReplicaKeeper final
{
public:
    ReplicaKeeper(central::Replica &replica, KeeperPlace place);
    ~ReplicaKeeper();
    Q_DISABLE_COPY_MOVE(ReplicaKeeper)

    /// First load when there is no usable cache, else the feed up to the register's end.
    /// SearchOvertaken when `progress` said stop (go on by calling again), ChunkDamaged when a
    /// chunk arrived damaged three times, RegisterUnreachable and the like from the link, DiskFull.
    [[nodiscard]] base::Result<KeepingReport> bring();
    /// Applies what the feed has now; RegisterUnknown when the cache must be loaded anew (bring()).
    [[nodiscard]] base::Result<KeepingReport> catchUp();
    /// Sets aside the cache that is there, found unusable while it was open (`why`), and loads
    /// anew: not every page is read at opening. Errors as bring().
    [[nodiscard]] base::Result<KeepingReport> renew(base::ErrorCode why);
    /// The cache as it is, without the register; CacheMissing and the like when it is not usable,
    /// which sets nothing aside.
    [[nodiscard]] base::Result<KeepingReport> asItIs();

private:
    struct Work;
    std::unique_ptr<Work> m_work;
};

} // namespace syncing
