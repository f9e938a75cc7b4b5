#pragma once

#include "app/outboxroom.h"
#include "app/sim/registerview.h"
#include "app/sim/wire.h"
#include "app/trustedtime.h"
#include "base/owner.h"
#include "cache/cachereader.h"
#include "journal/journal.h"
#include "sync/replicakeeper.h"

#include <memory>

namespace sim {

/// What stands on the table: it outlives the program that runs on it.
struct Machine
{
    QString id;
    QString folder;
    Disk disk;
    PcClock pc;
    Wire wire;
    Machine(const QString &name, const QString &place, const TrueClock &clock, RegisterHost &host,
            FaultCounts &counts, QList<std::function<void()>> &delayed)
        : id(name)
        , folder(place)
        , disk(place)
        , pc(clock)
        , wire({.host = host, .disk = disk, .counts = counts, .delayed = delayed})
    {
    }
};

/// The program of a workstation without its screen: a real journal with its outbox, a real replica,
/// the real way between them and the register.
class Station final
{
public:
    Station(Machine &machine, Truth &truth);
    ~Station();
    Q_DISABLE_COPY_MOVE(Station)

    [[nodiscard]] Machine &machine() { return m_machine; }
    [[nodiscard]] bool isRunning() const { return m_journal != nullptr; }
    /// Does `job` on the journal of a running program, in the thread it lives in.
    template <typename Job>
    auto withJournal(Job job)
    {
        return m_worker.runAndWait([this, &job] { return job(*m_journal); });
    }
    [[nodiscard]] const QString &user() const { return m_user; }

    /// Opens the journal. A failure that no fault explains is a failure of the simulation's truth.
    [[nodiscard]] base::Result<> start();
    /// The program is gone, whatever it was at; its files stay.
    void end();
    [[nodiscard]] base::Result<> signIn(const QString &user);
    void signOut();
    /// What the program does by itself while somebody is signed in: the feed, the outbox, what
    /// became of the entries; offers after a restore.
    [[nodiscard]] base::Result<> sync();
    /// Puts a proposal of the user into the outbox, with its log row.
    [[nodiscard]] base::Result<> enter(const residents::Proposal &proposal,
                                       const QByteArray &before, journal::ItemState as);
    /// Another state of an item that is there, with a log row when it is filed.
    [[nodiscard]] base::Result<> become(journal::Item item, journal::ItemState state);
    /// What somebody who reads the replica sees now; nothing of it may go backward or be half.
    [[nodiscard]] base::Result<RegisterView> look();

private:
    [[nodiscard]] base::Result<> openSession(const QString &user);
    [[nodiscard]] base::Result<> keepUp();
    [[nodiscard]] base::Result<cache::CacheReader *> reader();
    [[nodiscard]] base::Result<> witness();
    [[nodiscard]] base::Result<> log(const QString &procedure);
    [[nodiscard]] base::Result<> file(const journal::Item &item);
    [[nodiscard]] evidence::Row row(const QString &procedure) const;
    [[nodiscard]] QString cachePath() const;
    [[nodiscard]] base::Secret key(const char *label) const;
    void check(const RegisterView &view);

    Machine &m_machine;
    Truth &m_truth;
    QString m_user;
    base::Worker m_worker{QStringLiteral("journal")};
    std::unique_ptr<journal::Journal> m_journal; ///< in m_worker only
    std::unique_ptr<app::TrustedTime> m_time;
    std::unique_ptr<syncing::ReplicaKeeper> m_keeper; ///< of the session, as the room
    std::unique_ptr<app::OutboxRoom> m_room;
    std::unique_ptr<cache::CacheReader> m_reader;
    QMap<QString, int> m_seen;
    int m_seenLineage = 0; ///< of the register when m_seen was surely of it
    int m_keptLineage = 1; ///< when the replica last came to where the register stood
};

} // namespace sim
