#include "app/casebook/privateserver.h"

#include "central/pgconnection.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <csignal>

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

constexpr int makingMs = 180'000;  ///< initdb and a certificate on a busy machine
constexpr int startingMs = 60'000; ///< until the server answers
constexpr int endingMs = 30'000;
constexpr int lookMs = 50;
constexpr int tries = 5; ///< the port it drew may be somebody's by then
const auto database = u"postgres"_s;

/// The last line of what a script had to say.
QString lastLine(const QByteArray &said)
{
    const QStringList lines = QString::fromUtf8(said).split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? u"it said nothing"_s : lines.last();
}

} // namespace

PrivateServer::PrivateServer(QString folder)
    : m_folder(std::move(folder))
{
}

PrivateServer::~PrivateServer()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    // At once: its folder goes with it, nothing needs to be written back.
    ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
    if (!m_server.waitForFinished(endingMs))
        m_server.kill();
}

Result<std::unique_ptr<PrivateServer>> PrivateServer::start(const QString &folder)
{
    std::unique_ptr<PrivateServer> server(new PrivateServer(folder));
    if (const auto unpacked = server->unpack(); !unpacked)
        return base::fail(unpacked);
    Result<> launched;
    for (int i = 0; i < tries; ++i) {
        launched = server->launch();
        if (launched)
            return server;
        // Not even made: another port will not help.
        if (!QFile::exists(QDir(folder).filePath(u"server/postgresql.conf"_s)))
            break;
    }
    return base::fail(launched);
}

/// The scripts call one another by their names.
Result<> PrivateServer::unpack() const
{
    const QDir from(u":/cluster"_s);
    const QDir to(m_folder);
    for (const QString &name : from.entryList(QDir::Files)) {
        const QString path = to.filePath(name);
        const bool done =
            QFile::copy(from.filePath(name), path) &&
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (!done)
            return base::fail(ErrorCode::FileNotWritten, name);
    }
    return {};
}

Result<QString> PrivateServer::ask(const QString &script, const QStringList &arguments) const
{
    QProcess process;
    process.start(QDir(m_folder).filePath(script), arguments);
    if (!process.waitForFinished(makingMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return base::fail(ErrorCode::RegisterUnreachable, lastLine(process.readAllStandardError()));
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

Result<> PrivateServer::launch()
{
    const auto script = u"private-cluster.sh"_s;
    m_server.start(QDir(m_folder).filePath(script), {u"run"_s, m_folder});
    QElapsedTimer waiting;
    waiting.start();
    while (waiting.elapsed() < makingMs + startingMs) {
        if (m_server.waitForFinished(lookMs) || m_server.state() == QProcess::NotRunning)
            return base::fail(ErrorCode::RegisterUnreachable,
                              lastLine(m_server.readAllStandardError()));
        if (m_administrator.isEmpty()) {
            const auto port = ask(script, {u"reached"_s, m_folder, database});
            const auto owner = ask(script, {u"administrator"_s, m_folder, database});
            const auto key = ask(script, {u"key"_s, m_folder});
            if (!port || !owner || !key)
                continue; // it is still being made
            m_reached = *port;
            m_administrator = *owner;
            m_keyFile = *key;
        }
        if (central::PgConnection::open({.connect = m_administrator}))
            return {};
        m_administrator.clear();
    }
    m_server.kill();
    m_server.waitForFinished(endingMs);
    return base::fail(ErrorCode::RegisterUnreachable, u"the server does not answer"_s);
}

Result<QString> PrivateServer::connectionOf(const QString &user) const
{
    const QDir folder(m_folder);
    const QString key = folder.filePath(user + u".key"_s);
    const QString authority = folder.filePath(u"authority"_s);
    const auto certificate =
        ask(u"certificates.sh"_s, {u"client"_s, authority, user, u"--new-key"_s, key});
    if (!certificate)
        return base::fail(certificate);
    return m_reached + u" user=%1 sslmode=verify-full channel_binding=require gssencmode=disable "
                       "sslrootcert='%2' sslcert='%3' sslkey='%4'"_s.arg(
                           user, QDir(authority).filePath(u"ca.crt"_s), *certificate, key);
}

} // namespace casebook
