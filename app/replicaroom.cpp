#include "app/replicaroom.h"

#include "cache/cachewriter.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;

namespace app {

ReplicaRoom::ReplicaRoom(Parts parts)
    : m_parts(std::move(parts))
    , m_reading(QStringLiteral("cache reading"))
    , m_writing(QStringLiteral("cache writing"))
{
    m_writing.runAndWait([this] {
        m_keeper = std::make_unique<syncing::ReplicaKeeper>(
            m_parts.replica,
            syncing::KeeperPlace{.cachePath = m_parts.path,
                                 .cacheKey = m_parts.key,
                                 .progress =
                                     [this](int percent) {
                                         if (!m_closing)
                                             m_parts.progress(std::min(percent, 99));
                                         return !m_closing;
                                     },
                                 .anew = m_parts.anew});
    });
}

ReplicaRoom::~ReplicaRoom()
{
    stop();
    // The writer last: it alone can write back and remove the file beside the cache.
    m_reading.runAndWait([this] { m_reader.reset(); });
    m_writing.runAndWait([this] { m_keeper.reset(); });
}

void ReplicaRoom::stop()
{
    m_closing = true;
    m_writing.runAndWait([] {});
}

Result<cache::CacheReader *> ReplicaRoom::reader()
{
    if (!m_ready)
        return base::fail(ErrorCode::CacheMissing, QStringLiteral("it is being loaded"));
    if (!m_reader) {
        auto opened = cache::CacheReader::open(m_parts.path, m_parts.key);
        if (!opened) {
            mend(opened.error().code);
            return base::fail(opened);
        }
        m_reader = std::move(*opened);
    }
    // Behind the procedure that asked now: it may be the one that meets a damaged page.
    m_reading.run([this] { lookAfterReader(); });
    return m_reader.get();
}

void ReplicaRoom::lookAfterReader()
{
    if (!m_reader)
        return;
    if (const auto state = m_reader->state(); !state)
        mend(state.error().code);
}

/// In the reading thread: the file is let go and made anew.
void ReplicaRoom::mend(ErrorCode why)
{
    if (m_closing || m_leftAsItIs || !m_ready ||
        !(syncing::isCacheFault(why) || why == ErrorCode::CacheMissing))
        return;
    m_reader.reset();
    m_ready = false;
    m_writing.run([this, why] { return renewNow(why); });
}

void ReplicaRoom::tellReached(const Result<syncing::KeepingReport> &report)
{
    if (m_closing)
        return;
    m_parts.reached(report || report.error().code != ErrorCode::RegisterUnreachable);
    if (!report && m_parts.refused)
        m_parts.refused(report.error());
}

Result<> ReplicaRoom::take(const Result<syncing::KeepingReport> &report)
{
    tellReached(report);
    if (!report) {
        if (!m_closing)
            m_parts.failed(report.error());
        return base::fail(report);
    }
    if (report->outcome == syncing::Outcome::SetAside)
        m_unlogged = *report;
    if (m_unlogged) {
        if (const auto logged = m_parts.setAside(*m_unlogged); !logged) {
            if (!m_closing)
                m_parts.failed(logged.error());
            return logged;
        }
        m_unlogged.reset();
    }
    m_dataAsOfMs = report->state.dataAsOf.toMSecsSinceEpoch();
    m_ready = true;
    if (!m_closing)
        m_parts.progress(100);
    return {};
}

/// Without the register the cache serves as it is, with the age of its data.
Result<> ReplicaRoom::takeAsItIs(const base::Error &notReached)
{
    m_parts.reached(false);
    const auto standing = m_keeper->asItIs();
    if (!standing) {
        if (!m_closing)
            m_parts.failed(notReached);
        return tl::unexpected(notReached);
    }
    m_dataAsOfMs = standing->state.dataAsOf.toMSecsSinceEpoch();
    m_ready = true;
    if (!m_closing)
        m_parts.progress(100);
    return {};
}

Result<> ReplicaRoom::bringNow()
{
    if (m_closing)
        return base::fail(ErrorCode::SearchOvertaken);
    const auto brought = m_keeper->bring();
    if (!brought && brought.error().code == ErrorCode::RegisterUnreachable && !m_closing)
        return takeAsItIs(brought.error());
    const auto taken = take(brought);
    if (taken && m_parts.kept)
        m_parts.kept(*brought);
    return taken;
}

Result<> ReplicaRoom::renewNow(ErrorCode why)
{
    if (m_closing)
        return base::fail(ErrorCode::SearchOvertaken);
    m_parts.progress(0);
    const auto renewed = m_keeper->renew(why);
    const auto taken = take(renewed);
    if (taken && m_parts.kept)
        m_parts.kept(*renewed);
    return taken;
}

void ReplicaRoom::bring()
{
    m_brought = m_writing.run([this] { return bringNow(); });
}

void ReplicaRoom::leaveAsItIs()
{
    m_leftAsItIs = true;
    m_ready = true;
    m_brought = m_writing.run([this]() -> Result<> {
        m_parts.progress(100);
        return {};
    });
}

void ReplicaRoom::keepUp(std::function<void()> next)
{
    if (m_asked.exchange(true))
        return;
    m_writing.run([this, next = std::move(next)] {
        m_asked = false;
        if (m_closing)
            return;
        if (m_parts.first)
            m_parts.first();
        if (!m_leftAsItIs)
            keepUpNow();
        next();
    });
}

void ReplicaRoom::keepUpNow()
{
    if (!m_ready) {
        // What kept it from being loaded has told itself; perhaps it is gone by now.
        (void)bringNow();
        return;
    }
    if (catchUpNow() && m_parts.ship && m_parts.ship())
        (void)catchUpNow();
}

Result<> ReplicaRoom::catchUpNow()
{
    const auto caught = m_keeper->catchUp();
    tellReached(caught);
    if (caught) {
        m_dataAsOfMs = caught->state.dataAsOf.toMSecsSinceEpoch();
        if (m_parts.kept)
            m_parts.kept(*caught);
        if (!m_closing)
            m_parts.refreshed();
        return {};
    }
    if (syncing::isCacheFault(caught.error().code)) {
        // The reader is let go in its own thread, which may be waiting for this one.
        m_ready = false;
        m_reading.run([this, why = caught.error().code] {
            m_reader.reset();
            m_writing.run([this, why] { return renewNow(why); });
        });
    }
    return base::fail(caught);
}

Result<> ReplicaRoom::wait()
{
    m_brought.waitForFinished();
    return m_brought.result();
}

Result<QStringList> ReplicaRoom::check()
{
    return m_writing.runAndWait([this]() -> Result<QStringList> {
        const auto writer =
            cache::CacheWriter::open(m_parts.path, m_parts.key, cache::CacheWriter::Mode::Existing);
        if (!writer)
            return base::fail(writer);
        return (*writer)->checkIntegrity();
    });
}

QDateTime ReplicaRoom::dataAsOf() const
{
    return QDateTime::fromMSecsSinceEpoch(m_dataAsOfMs, Qt::UTC);
}

} // namespace app
