#pragma once

#include "app/sim/clocks.h"
#include "app/sim/disk.h"
#include "app/sim/faults.h"
#include "app/sim/plants.h"
#include "app/sim/truth.h"
#include "central/embeddedlink.h"
#include "central/registerowner.h"

#include <QList>

#include <memory>

namespace sim {

class RegisterHost;

/// One connection to the register, with a session of its own. Closed from outside when the register
/// is started anew.
class Connection final
{
public:
    Connection(std::unique_ptr<central::EmbeddedLink> link, RegisterHost &host, int session);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// None when the register has closed it.
    [[nodiscard]] central::CentralLink *link() { return m_watched.get(); }
    void close();

private:
    RegisterHost &m_host;
    int m_session;
    std::unique_ptr<central::EmbeddedLink> m_link;
    std::unique_ptr<PlantedLink> m_planted;
    std::unique_ptr<ThroughLink> m_watched;
};

/// The machine of the register: its files, its connections, its backups, and what happens to them.
/// Keeps what the files were after each commit, so that commits can be lost.
class RegisterHost final
{
public:
    struct Parts
    {
        QString folder;
        const TrueClock &clock;
        Truth &truth;
        FaultCounts &counts;
        PlantState &plant;
    };
    explicit RegisterHost(const Parts &parts);
    ~RegisterHost();
    Q_DISABLE_COPY_MOVE(RegisterHost)

    [[nodiscard]] std::shared_ptr<Connection> connect();
    /// A connection of the simulation's own, signed in, that no fault touches.
    [[nodiscard]] central::CentralLink &observer();
    /// The side of its owner; on the machine itself.
    [[nodiscard]] central::RegisterOwner &owner();
    [[nodiscard]] Disk &disk() { return m_disk; }
    [[nodiscard]] Truth &truth() { return m_parts.truth; }
    [[nodiscard]] PlantState &plant() { return m_parts.plant; }
    [[nodiscard]] QDateTime now() const { return m_parts.clock.now(); }

    /// Every session ends; the files stay.
    void restart();
    /// After something that may have ended the program.
    void lookAfter();
    void noteCommit();
    void backUp(bool noted);
    /// False when there is no backup, or nothing behind it.
    [[nodiscard]] bool restore(int which);
    /// Loses the last commits; false when there are not so many.
    [[nodiscard]] bool failOver(int commits);

private:
    /// The files as they stand between two commits.
    struct Image
    {
        QByteArray database;
        QByteArray log; ///< write-ahead log
        quint64 writes = 0;
    };
    [[nodiscard]] Image image() const;
    void putBack(const Image &image);
    void closeAll();

    Parts m_parts;
    Disk m_disk;
    QList<std::weak_ptr<Connection>> m_connections;
    std::unique_ptr<central::EmbeddedLink> m_observer;
    std::unique_ptr<central::EmbeddedRegister> m_owner;
    QList<Image> m_recent; ///< the last is how the files stand now
    QList<Image> m_backups;
    int m_sessions = 0;
};

} // namespace sim
