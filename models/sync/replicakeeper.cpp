#include "sync/replicakeeper.h"

#include "cache/searchentry.h"
#include "sync/catchup.h"
#include "sync/firstload.h"
#include "sync/setaside.h"

#include <QFile>

#include <utility>

namespace syncing {

using base::ErrorCode;
using base::Result;
using cache::CacheWriter;

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

struct ReplicaKeeper::Work
{
    central::Replica &replica;
    KeeperPlace place;
    std::unique_ptr<CacheWriter> writer;
    /// What was set aside while no new cache has taken its place yet: a load may fail and be
    /// tried again, and the report of the one that succeeds tells it.
    QString setAsideAs{};
    ErrorCode setAsideFor = ErrorCode::CacheMissing;
    /// The last answer was that the station is sent other tables: no copy of the former may stay.
    bool otherScopes = false;
    qint64 backedUpTo = 0;

    [[nodiscard]] QString loadingPath() const
    {
        return place.cachePath + QStringLiteral(".loading");
    }
    [[nodiscard]] Result<qint64> catchUp(CacheWriter &into);
    /// A file that is not usable, under another name; what it may not hold any more is removed.
    [[nodiscard]] Result<QString> putAside(const QString &path) const;
    /// Opens the cache, if it is whole.
    [[nodiscard]] Result<> openWhole();
    /// Opens the cache, whole and of the register's lineage, and catches up.
    [[nodiscard]] Result<qint64> follow();
    [[nodiscard]] Result<qint64> loadInto(const QString &path);
    [[nodiscard]] Result<qint64> load();
    /// The report with where the cache stands now.
    [[nodiscard]] Result<KeepingReport> standing(KeepingReport report);
};

ReplicaKeeper::ReplicaKeeper(central::Replica &replica, KeeperPlace place)
    : m_work(new Work{.replica = replica, .place = std::move(place), .writer = nullptr})
{
}

ReplicaKeeper::~ReplicaKeeper() = default;

Result<> ReplicaKeeper::Work::openWhole()
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
    return {};
}

Result<qint64> ReplicaKeeper::Work::follow()
{
    if (const auto opened = openWhole(); !opened)
        return base::fail(opened);
    return catchUp(*writer);
}

Result<qint64> ReplicaKeeper::Work::catchUp(CacheWriter &into)
{
    Catchup catching(replica, into);
    auto applied = catching.run();
    if (applied)
        backedUpTo = catching.backedUpTo();
    otherScopes = !applied && isOtherTables(applied.error());
    return applied;
}

Result<QString> ReplicaKeeper::Work::putAside(const QString &path) const
{
    auto name = setAside(path);
    if (!name || !otherScopes)
        return name;
    for (const auto &one : {place.cachePath, loadingPath()}) {
        if (const auto done = removeSetAside(one); !done)
            return base::fail(done);
    }
    return name;
}

Result<qint64> ReplicaKeeper::Work::loadInto(const QString &path)
{
    auto opened = CacheWriter::open(path, place.cacheKey, CacheWriter::Mode::Create);
    if (!opened)
        return base::fail(opened);
    const auto loaded = FirstLoad(replica, **opened, place.progress).run();
    if (!loaded) {
        otherScopes = isOtherTables(loaded.error());
        return base::fail(loaded);
    }
    // What changed meanwhile is applied before anybody can read the file: a restriction set during
    // the load must not be missing even for a moment.
    const auto applied = catchUp(**opened);
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
        if (const auto aside = putAside(loadingPath()); !aside)
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

Result<KeepingReport> ReplicaKeeper::Work::standing(KeepingReport report)
{
    const auto state = writer->state();
    if (!state)
        return base::fail(state);
    report.state = *state;
    report.backedUpTo = backedUpTo;
    return report;
}

Result<KeepingReport> ReplicaKeeper::bring()
{
    const auto followed = m_work->follow();
    if (!followed) {
        const auto code = followed.error().code;
        if (code != ErrorCode::CacheMissing && !isCacheFault(code))
            return base::fail(followed);
        return renew(code);
    }
    KeepingReport report;
    report.outcome = *followed > 0 ? Outcome::CaughtUp : Outcome::UpToDate;
    report.rows = *followed;
    return m_work->standing(std::move(report));
}

Result<KeepingReport> ReplicaKeeper::renew(ErrorCode why)
{
    Work &work = *m_work;
    work.writer.reset();
    if (work.place.anew) {
        if (const auto done = work.place.anew(why); !done)
            return base::fail(done);
    }
    if (QFile::exists(work.place.cachePath)) {
        const auto aside = work.putAside(work.place.cachePath);
        if (!aside)
            return base::fail(aside);
        work.setAsideAs = *aside;
        work.setAsideFor = why;
    }
    const auto loaded = work.load();
    if (!loaded)
        return base::fail(loaded);
    KeepingReport report;
    report.rows = *loaded;
    report.setAsideAs = std::exchange(work.setAsideAs, QString());
    report.outcome = report.setAsideAs.isEmpty() ? Outcome::Loaded : Outcome::SetAside;
    report.reason = report.setAsideAs.isEmpty() ? why : work.setAsideFor;
    return work.standing(std::move(report));
}

Result<KeepingReport> ReplicaKeeper::asItIs()
{
    if (const auto opened = m_work->openWhole(); !opened) {
        m_work->writer.reset();
        return base::fail(opened);
    }
    return m_work->standing({});
}

Result<KeepingReport> ReplicaKeeper::catchUp()
{
    const auto followed = m_work->follow();
    if (!followed) {
        if (isCacheFault(followed.error().code))
            m_work->writer.reset();
        return base::fail(followed);
    }
    if (*followed == 0) {
        if (const auto done = m_work->writer->tidy(); !done)
            return base::fail(done);
    }
    KeepingReport report;
    report.outcome = *followed > 0 ? Outcome::CaughtUp : Outcome::UpToDate;
    report.rows = *followed;
    return m_work->standing(std::move(report));
}

} // namespace syncing
