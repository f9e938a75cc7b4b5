#pragma once

#include "app/outboxroom.h"
#include "app/replicaroom.h"
#include "app/settings.h"
#include "audit/doorlog.h"
#include "audit/recorder.h"
#include "auth/keyslots.h"
#include "base/clock.h"
#include "base/owner.h"
#include "central/centrallink.h"
#include "desk/counter.h"
#include "desk/desk.h"
#include "desk/door.h"
#include "print/press.h"
#include "sync/latelink.h"

#include <QHash>
#include <QMutex>
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
/// of journal and cache (the register's is the link's own), the files they own and the desk that
/// stands before them. Locks the desk when the card goes, whoever looks at it.
class Office final
{
public:
    /// In order: register, session, journal (LogCut, LogBroken when the register witnessed another
    /// log), door.log, the row of the sign-in, then the desk; the
    /// cache follows in its own thread (Desk::loadProgress). Whatever fails leaves everything
    /// closed. When the register was not reached, the session is the one of the lease in the
    /// journal (LeaseMissing, LeaseEnded, ClockBehind), and the register is asked for by itself
    /// until it answers.
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
        return m_replica->reading().runAndWait(
            [this, &job]() -> std::invoke_result_t<Job, cache::CacheReader &> {
                const auto reader = m_replica->reader();
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
    [[nodiscard]] base::Result<QStringList> checkCache() { return m_replica->check(); }
    /// Waits for the first load or catching up that began with open(); for the command line.
    [[nodiscard]] base::Result<> waitForCache() { return m_replica->wait(); }

private:
    Office(const desk::Admission &admission, const OfficePlace &place);
    [[nodiscard]] static QHash<const desk::Desk *, Office *> &offices();
    [[nodiscard]] base::Result<> openRegister();
    [[nodiscard]] base::Result<> openEmbedded();
    [[nodiscard]] base::Result<> openJournal();
    [[nodiscard]] base::Result<> beginSession();
    [[nodiscard]] base::Result<> checkWitness();
    [[nodiscard]] base::Result<> agreesWith(central::LogWitness &heads);
    [[nodiscard]] base::Result<> keepTime();
    [[nodiscard]] base::Result<> keepLease(const central::Session &session);
    [[nodiscard]] base::Result<central::Session> leasedSession();
    [[nodiscard]] bool isOnServer() const { return m_admission.accepted || m_late; }
    [[nodiscard]] base::Result<> recordSignIn();
    [[nodiscard]] base::Result<> settleForgotten();
    [[nodiscard]] base::Result<std::shared_ptr<desk::Desk>>
    makeDesk(const std::shared_ptr<Office> &self);
    [[nodiscard]] base::Result<> askForTables();
    [[nodiscard]] base::Result<desk::DeskTables> loadTables();
    void makeReplica();
    void makeOutbox();
    [[nodiscard]] desk::Counter::Parts counterParts(desk::DeskTables tables,
                                                    const desk::Policy &shown);
    [[nodiscard]] desk::Writing writing();
    [[nodiscard]] desk::PasswordDoors passwordDoors();
    [[nodiscard]] base::Result<> changePassword(const base::Secret &wanted);
    [[nodiscard]] base::Result<syncing::ShippingReport> shipNow();
    void keepUp();
    void hearTheFeed();
    void askAgain();
    [[nodiscard]] base::Result<> connectLate(const desk::Accepted &accepted);
    [[nodiscard]] base::Result<> hear(const desk::Accepted &accepted);
    [[nodiscard]] base::Result<> keepsRights(const central::Session &session);
    void lookAfterLease();
    void endIfRefused(const base::Error &said);
    [[nodiscard]] bool mayWait(base::ErrorCode why) const;
    void shut(base::ErrorCode why);
    template <typename Tell>
    void tellDesk(Tell tell)
    {
        QMetaObject::invokeMethod(
            m_desk, [desk = m_desk, tell] { tell(*desk); }, Qt::QueuedConnection);
    }
    void tellReached(bool answered);
    [[nodiscard]] base::Result<> recordSetAside(const syncing::KeepingReport &report);
    void startKeeping(desk::Desk &desk);
    void lockWithoutCard(desk::Desk &desk);
    [[nodiscard]] base::Result<> witness(audit::Recorder::When when);
    [[nodiscard]] base::Result<desk::LogHead> close();
    [[nodiscard]] desk::Status status() const;
    [[nodiscard]] base::Result<> prove(const base::Secret &password, const base::Secret &pin);

    /// What the register rings, from any thread; silent once the office goes.
    struct Bell
    {
        QMutex mutex;
        std::function<void()> ring;
    };

    OfficePlace m_place;
    desk::Admission m_admission;
    audit::Actor m_actor;
    central::Session m_session;
    std::shared_ptr<central::CentralLink> m_link;
    std::unique_ptr<journal::Journal> m_journal; ///< in m_journalWorker only
    std::unique_ptr<audit::Recorder> m_recorder;
    std::unique_ptr<ReplicaRoom> m_replica;
    std::unique_ptr<OutboxRoom> m_outbox;
    std::shared_ptr<syncing::LateLink> m_late; ///< m_link, when the register was not reached
    std::shared_ptr<Bell> m_bell;
    TrustedTime m_time;
    qint64 m_trustedAtStartMs = 0; ///< the highest time trusted before this sign-in
    qint64 m_startedAtBootMs = 0;
    std::atomic<qint64> m_leaseUntilMs{0};
    std::atomic<qint64> m_passwordUntil{0}; ///< julian day
    /// What the register said to somebody who works under a lease: he must sign in again.
    std::atomic<base::ErrorCode> m_shutFor{base::ErrorCode::Count};
    std::atomic<bool> m_closed{false}; ///< signed out: the session ended by our own will
    QMutex m_connecting;
    std::unique_ptr<QTimer> m_timer;
    std::atomic<bool> m_registerReached{true}; ///< the last time it was asked
    desk::Desk *m_desk = nullptr;
    base::Worker m_journalWorker;
};

} // namespace app
