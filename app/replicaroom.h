#pragma once

#include "base/owner.h"
#include "base/secret.h"
#include "cache/cachereader.h"
#include "sync/replicakeeper.h"

#include <QDateTime>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace app {

/// The threads of cache reading and cache writing, and cache.db between them. A cache that turns
/// out to be damaged while it is open is set aside and loaded anew without anybody's help: it is
/// only a copy.
class ReplicaRoom final
{
public:
    struct Parts
    {
        central::Replica &replica;
        QString path; ///< cache.db
        base::Secret key;
        /// All called in the writing thread.
        std::function<void(int percent)> progress;
        std::function<void()> refreshed; ///< the data's age changed
        std::function<void(const base::Error &)> failed;
        /// After everything the register was asked for: did it answer at all?
        std::function<void(bool)> reached;
        /// What the register said instead of what it was asked for.
        std::function<void(const base::Error &)> refused = {};
        /// Logs that a cache was set aside. Nothing is searched before its row is on disk.
        std::function<base::Result<>(const syncing::KeepingReport &)> setAside;
        /// As KeeperPlace::anew.
        std::function<base::Result<>(base::ErrorCode)> anew = {};
        /// Before the register is asked for anything.
        std::function<void()> first = {};
        /// The cache stands where the register stands.
        std::function<void(const syncing::KeepingReport &)> kept = {};
        /// Sends what is filed. True: the register has something new for the cache.
        std::function<bool()> ship = {};
    };
    explicit ReplicaRoom(Parts parts);
    ~ReplicaRoom();
    Q_DISABLE_COPY_MOVE(ReplicaRoom)

    /// The thread in which reader() may be asked.
    [[nodiscard]] base::Worker &reading() { return m_reading; }
    /// CacheMissing while the cache is being loaded; CacheDamaged and the like when the file is
    /// not usable, which also begins its mending.
    [[nodiscard]] base::Result<cache::CacheReader *> reader();

    /// The first load or catching up, in the writing thread.
    void bring();
    /// Nothing will be searched by this person: the cache stays as it is.
    void leaveAsItIs();
    /// What the feed has now, and what was filed to the register; a load that failed is tried
    /// again. Then `next`, in the same thread. From any thread; asked for again before it began,
    /// it is done once.
    void keepUp(std::function<void()> next);
    /// In the writing thread, when it is free, and waits; a step of keepUp() on behalf of somebody.
    template <typename Job>
    auto inWriting(Job job) -> std::invoke_result_t<Job>
    {
        return m_writing.runAndWait(std::move(job));
    }
    /// In the writing thread only: what the feed has now.
    [[nodiscard]] base::Result<> catchUpNow();
    /// There is a cache that can be searched.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// Waits for the last bring().
    [[nodiscard]] base::Result<> wait();
    /// Nothing is loaded or told any more when it returns.
    void stop();

    /// Reads the whole file (seconds); what was found, empty when it is whole.
    [[nodiscard]] base::Result<QStringList> check();
    /// The register's last "you have everything up to n", UTC; 1970 before.
    [[nodiscard]] QDateTime dataAsOf() const;

private:
    [[nodiscard]] base::Result<> take(const base::Result<syncing::KeepingReport> &report);
    [[nodiscard]] base::Result<> takeAsItIs(const base::Error &notReached);
    void tellReached(const base::Result<syncing::KeepingReport> &report);
    [[nodiscard]] base::Result<> bringNow();
    [[nodiscard]] base::Result<> renewNow(base::ErrorCode why);
    void lookAfterReader();
    void mend(base::ErrorCode why);
    void keepUpNow();

    Parts m_parts;
    std::unique_ptr<cache::CacheReader> m_reader;     ///< in m_reading only
    std::unique_ptr<syncing::ReplicaKeeper> m_keeper; ///< in m_writing only
    std::atomic<qint64> m_dataAsOfMs{0};
    std::atomic<bool> m_ready{false};
    std::atomic<bool> m_closing{false};
    std::atomic<bool> m_leftAsItIs{false};
    std::atomic<bool> m_asked{false};                 ///< keepUp() waits to begin
    std::optional<syncing::KeepingReport> m_unlogged; ///< in m_writing only
    QFuture<base::Result<>> m_brought;
    base::Worker m_reading;
    base::Worker m_writing;
};

} // namespace app
