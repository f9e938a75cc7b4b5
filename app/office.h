#pragma once

#include "app/settings.h"
#include "audit/doorlog.h"
#include "audit/recorder.h"
#include "auth/keyslots.h"
#include "base/clock.h"
#include "base/owner.h"
#include "cache/cachereader.h"
#include "central/embeddedlink.h"
#include "desk/counter.h"
#include "desk/desk.h"
#include "desk/door.h"
#include "print/press.h"
#include "sync/replicakeeper.h"

#include <QTimer>

#include <atomic>
#include <memory>

namespace app {

/// What an office is made with and does not own.
struct OfficePlace
{
    const Settings &settings;
    const base::Clock &clock;
    audit::DoorLog &doorLog;
    const print::Press &press;
    desk::Door *door = nullptr;  ///< set before anybody can sign in
    bool answeredByFile = false; ///< --credentials: only ever against a training register
};

/// The second stage: everything a successful sign-in makes and sign-out destroys. Holds the threads
/// of journal, cache reading and cache writing (the register's is the link's own), the files they
/// own and the desk that stands before them.
class Office final
{
public:
    /// In order: register, session, journal, door.log, the row of the sign-in, then the desk; the
    /// cache follows in its own thread (Desk::loadProgress). Whatever fails leaves everything
    /// closed.
    [[nodiscard]] static base::Result<std::shared_ptr<desk::Desk>>
    open(const desk::Admission &admission, const OfficePlace &place);
    ~Office();
    Q_DISABLE_COPY_MOVE(Office)

    [[nodiscard]] const central::Session &session() const { return m_session; }
    [[nodiscard]] central::CentralLink &link() { return *m_link; }
    /// Runs a job on the journal in its thread; for the commands of madoguchi-admin.
    template <typename Job>
    auto withJournal(Job job)
    {
        return m_journalWorker.runAndWait([this, &job] { return job(*m_journal); });
    }
    template <typename Job>
    auto withCache(Job job) -> std::invoke_result_t<Job, cache::CacheReader &>
    {
        return m_reading.runAndWait(
            [this, &job]() -> std::invoke_result_t<Job, cache::CacheReader &> {
                const auto reader = this->reader();
                if (!reader)
                    return base::fail(reader);
                return job(**reader);
            });
    }
    /// The office behind a desk that open() made.
    [[nodiscard]] static Office &of(const desk::Desk &desk);
    /// Writes a row outside a visit; for the commands of madoguchi-admin.
    [[nodiscard]] base::Result<quint64> log(const audit::Entry &entry)
    {
        return m_recorder->record(m_actor, entry);
    }
    /// Reads cache.db whole, with Search or without; what was found, empty when it is whole.
    [[nodiscard]] base::Result<QStringList> checkCache();
    /// Waits for the first load or catching up that began with open(); for the command line.
    [[nodiscard]] base::Result<> waitForCache();

private:
    Office(const desk::Admission &admission, const OfficePlace &place);
    [[nodiscard]] base::Result<> openRegister();
    [[nodiscard]] base::Result<> openJournal();
    [[nodiscard]] base::Result<> recordSignIn();
    [[nodiscard]] base::Result<std::shared_ptr<desk::Desk>> makeDesk(std::shared_ptr<Office> self);
    [[nodiscard]] base::Result<desk::DeskTables> loadTables() const;
    [[nodiscard]] base::Result<cache::CacheReader *> reader();
    [[nodiscard]] base::Result<> bringCache();
    void startKeeping(desk::Desk &desk);
    void keepUp();
    [[nodiscard]] base::Result<> witness(audit::Recorder::When when);
    [[nodiscard]] base::Result<desk::LogHead> close();
    [[nodiscard]] desk::Status status() const;
    [[nodiscard]] base::Result<> prove(const base::Secret &password, const base::Secret &pin);

    OfficePlace m_place;
    desk::Admission m_admission;
    audit::Actor m_actor;
    central::Session m_session;
    std::unique_ptr<central::EmbeddedLink> m_link;
    std::unique_ptr<journal::Journal> m_journal; ///< in m_journalWorker only
    std::unique_ptr<audit::Recorder> m_recorder;
    std::unique_ptr<cache::CacheReader> m_reader;     ///< in m_reading only
    std::unique_ptr<syncing::ReplicaKeeper> m_keeper; ///< in m_writing only
    std::atomic<qint64> m_dataAsOfMs{0};
    std::atomic<bool> m_cacheReady{false};
    std::atomic<bool> m_closing{false};
    QFuture<base::Result<>> m_firstLoad;
    std::unique_ptr<QTimer> m_timer;
    desk::Desk *m_desk = nullptr;
    base::Worker m_journalWorker;
    base::Worker m_reading;
    base::Worker m_writing;
};

} // namespace app
