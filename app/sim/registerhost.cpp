#include "app/sim/registerhost.h"

#include "app/sim/city.h"
#include "app/sim/watchedlink.h"

#include <QFile>

namespace sim {

namespace {

constexpr qsizetype recentImages = 8;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeContent(const QString &path, const QByteArray &content)
{
    QFile::remove(path);
    QFile file(path);
    if (!content.isEmpty() &&
        (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()))
        qFatal("the register's files cannot be put back");
}

} // namespace

Connection::Connection(std::unique_ptr<central::EmbeddedLink> link, RegisterHost &host, int session)
    : m_host(host)
    , m_session(session)
    , m_link(std::move(link))
    , m_planted(std::make_unique<PlantedLink>(*m_link, host.plant()))
    , m_watched(std::make_unique<WatchedLink>(*m_planted, host, session))
{
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    m_host.truth().unlocked(m_session);
    m_watched.reset();
    m_planted.reset();
    m_link.reset();
}

RegisterHost::RegisterHost(const Parts &parts)
    : m_parts(parts)
    , m_disk(parts.folder)
{
    m_recent.append(image());
}

RegisterHost::~RegisterHost()
{
    closeAll();
}

std::shared_ptr<Connection> RegisterHost::connect()
{
    auto link = central::EmbeddedLink::open(m_parts.folder, City::registerKeys(), m_parts.clock);
    if (!link)
        return nullptr;
    auto made = std::make_shared<Connection>(std::move(*link), *this, ++m_sessions);
    m_connections.append(made);
    return made;
}

central::CentralLink &RegisterHost::observer()
{
    if (!m_observer) {
        auto link =
            central::EmbeddedLink::open(m_parts.folder, City::registerKeys(), m_parts.clock);
        if (!link || !(*link)->openSession(City::signIn(City::watcher(), City::watcherStation())))
            qFatal("the register cannot be observed");
        m_observer = std::move(*link);
    }
    return *m_observer;
}

central::RegisterOwner &RegisterHost::owner()
{
    if (!m_owner) {
        auto opened = central::EmbeddedRegister::open(m_parts.folder, City::registerKeys());
        if (!opened)
            qFatal("the register cannot be opened");
        m_owner = std::move(*opened);
    }
    return *m_owner;
}

void RegisterHost::closeAll()
{
    m_parts.plant.uncommitted.clear();
    for (const auto &connection : std::as_const(m_connections)) {
        if (const auto open = connection.lock())
            open->close();
    }
    m_connections.clear();
    m_observer.reset();
    m_owner.reset();
    m_parts.truth.noLocks();
}

void RegisterHost::restart()
{
    closeAll();
    m_disk.revive();
    noteCommit();
}

void RegisterHost::lookAfter()
{
    if (m_disk.isDead()) {
        m_parts.counts.add(Fault::RegisterRestart);
        restart();
    }
    for (int refused = m_disk.takeRefusals(); refused > 0; --refused)
        m_parts.counts.add(Fault::DiskFull);
    noteCommit();
}

RegisterHost::Image RegisterHost::image() const
{
    const QString path = m_parts.folder + QStringLiteral("/register.db");
    return {.database = contentOf(path),
            .log = contentOf(path + QStringLiteral("-wal")),
            .writes = m_disk.writes()};
}

void RegisterHost::putBack(const Image &image)
{
    closeAll();
    const QString path = m_parts.folder + QStringLiteral("/register.db");
    writeContent(path, image.database);
    writeContent(path + QStringLiteral("-wal"), image.log);
    QFile::remove(path + QStringLiteral("-shm"));
    m_disk.revive();
    m_parts.truth.newLineage();
}

void RegisterHost::noteCommit()
{
    if (m_recent.last().writes == m_disk.writes() || m_disk.isDead())
        return;
    m_recent.append(image());
    if (m_recent.size() > recentImages)
        m_recent.removeFirst();
}

void RegisterHost::backUp(bool noted)
{
    noteCommit();
    const auto copy = image();
    const auto at = observer().position();
    if (!at)
        return;
    if (noted) {
        // From now on stations may forget what the copy holds: no older one is ever put back.
        if (!owner().noteBackup(at->number))
            return;
        m_backups.clear();
        m_recent = {image()};
    }
    m_backups.append(copy);
}

bool RegisterHost::restore(int which)
{
    if (m_backups.isEmpty())
        return false;
    const auto at = qsizetype(which) % m_backups.size();
    const auto copy = m_backups.at(at);
    if (copy.writes == m_disk.writes())
        return false;
    putBack(copy);
    m_backups = m_backups.mid(0, at + 1);
    m_recent = {image()};
    m_parts.counts.add(Fault::Restore);
    return true;
}

bool RegisterHost::failOver(int commits)
{
    noteCommit();
    const auto at = m_recent.size() - 1 - commits;
    if (at < 0)
        return false;
    const auto copy = m_recent.at(at);
    putBack(copy);
    m_recent = m_recent.mid(0, at);
    m_recent.append(image());
    // A backup holds more than the register now: it is of the line that ended.
    QList<Image> older;
    for (const auto &backup : std::as_const(m_backups)) {
        if (backup.writes <= copy.writes)
            older.append(backup);
    }
    m_backups = older;
    m_parts.counts.add(Fault::Failover);
    return true;
}

} // namespace sim
