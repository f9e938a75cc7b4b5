#include "sync/replicakeeper.h"

#include "cache/searchentry.h"
#include "sync/catchup.h"
#include "sync/firstload.h"
#include "sync/setaside.h"

#include <QFile>

namespace syncing {

using base::ErrorCode;
using base::Result;
using cache::CacheWriter;

namespace {

/// The cache itself is what is wrong, and loading it anew is the remedy.
bool isCacheFault(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CacheDamaged:
    case ErrorCode::CacheWrongKey:
    case ErrorCode::CacheNewer:
    case ErrorCode::RegisterUnknown:
        return true;
    default:
        return false;
    }
}

} // namespace

struct ReplicaKeeper::Work
{
    central::Replica &replica;
    KeeperPlace place;
    std::unique_ptr<CacheWriter> writer;

    [[nodiscard]] QString loadingPath() const
    {
        return place.cachePath + QStringLiteral(".loading");
    }
    /// Opens the cache, whole and of the register's lineage, and catches up.
    [[nodiscard]] Result<qint64> follow();
    [[nodiscard]] Result<qint64> loadInto(const QString &path);
    [[nodiscard]] Result<qint64> load();
};

ReplicaKeeper::ReplicaKeeper(central::Replica &replica, KeeperPlace place)
    : m_work(new Work{.replica = replica, .place = std::move(place), .writer = nullptr})
{
}

ReplicaKeeper::~ReplicaKeeper() = default;

Result<qint64> ReplicaKeeper::Work::follow()
{
    if (!writer) {
        auto opened =
            CacheWriter::open(place.cachePath, place.cacheKey, CacheWriter::Mode::Existing);
        if (!opened)
            return base::fail(opened);
        writer = std::move(*opened);
    }
    const auto state = writer->state();
    if (!state)
        return base::fail(state);
    if (!state->complete)
        return base::fail(ErrorCode::CacheDamaged, QStringLiteral("never completed"));
    // Other folding rules need another index, not another cache.
    if (state->foldVersion != cache::indexVersion()) {
        if (const auto done = writer->buildIndex(place.progress); !done)
            return base::fail(done);
    }
    return Catchup(replica, *writer).run();
}

Result<qint64> ReplicaKeeper::Work::loadInto(const QString &path)
{
    auto opened = CacheWriter::open(path, place.cacheKey, CacheWriter::Mode::Create);
    if (!opened)
        return base::fail(opened);
    const auto loaded = FirstLoad(replica, **opened, place.progress).run();
    if (!loaded)
        return base::fail(loaded);
    // What changed meanwhile is applied before anybody can read the file: a restriction set during
    // the load must not be missing even for a moment.
    const auto applied = Catchup(replica, **opened).run();
    if (!applied)
        return base::fail(applied);
    if (const auto done = (*opened)->checkpoint(); !done)
        return base::fail(done);
    return *loaded + *applied;
}

Result<qint64> ReplicaKeeper::Work::load()
{
    auto loaded = loadInto(loadingPath());
    if (!loaded && isCacheFault(loaded.error().code) && QFile::exists(loadingPath())) {
        // A half-loaded file of another register, or a damaged one: from the beginning, once.
        if (const auto aside = setAside(loadingPath()); !aside)
            return base::fail(aside);
        loaded = loadInto(loadingPath());
    }
    if (!loaded)
        return loaded;
    if (const auto done = putInPlace(loadingPath(), place.cachePath); !done)
        return base::fail(done);
    auto opened = CacheWriter::open(place.cachePath, place.cacheKey, CacheWriter::Mode::Existing);
    if (!opened)
        return base::fail(opened);
    writer = std::move(*opened);
    if (place.progress)
        place.progress(100);
    return loaded;
}

Result<KeepingReport> ReplicaKeeper::bring()
{
    KeepingReport report;
    auto followed = m_work->follow();
    if (followed) {
        report.outcome = *followed > 0 ? Outcome::CaughtUp : Outcome::UpToDate;
    } else {
        const auto code = followed.error().code;
        if (code != ErrorCode::CacheMissing && !isCacheFault(code))
            return base::fail(followed);
        report.reason = code;
        report.outcome = Outcome::Loaded;
        m_work->writer.reset();
        if (code != ErrorCode::CacheMissing) {
            const auto aside = setAside(m_work->place.cachePath);
            if (!aside)
                return base::fail(aside);
            report.setAsideAs = *aside;
            report.outcome = Outcome::SetAside;
        }
        followed = m_work->load();
        if (!followed)
            return base::fail(followed);
    }
    report.rows = *followed;
    const auto state = m_work->writer->state();
    if (!state)
        return base::fail(state);
    report.state = *state;
    return report;
}

Result<KeepingReport> ReplicaKeeper::catchUp()
{
    const auto followed = m_work->follow();
    if (!followed) {
        if (isCacheFault(followed.error().code))
            m_work->writer.reset();
        return base::fail(followed);
    }
    const auto state = m_work->writer->state();
    if (!state)
        return base::fail(state);
    KeepingReport report;
    report.outcome = *followed > 0 ? Outcome::CaughtUp : Outcome::UpToDate;
    report.rows = *followed;
    report.state = *state;
    return report;
}

} // namespace syncing
