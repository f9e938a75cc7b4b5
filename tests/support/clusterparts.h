#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

// What a private PostgreSQL server for tests is made of (testcluster.h).
namespace support {

/// PostgreSQL refuses to run as root: its programs then run as this account.
inline const passwd *serverAccount()
{
    static const passwd *const account =
        geteuid() == 0 ? getpwnam("postgres") : getpwuid(geteuid());
    if (!account)
        qFatal("no account named postgres: packaging/deps.sh installs it");
    return account;
}

inline QString serverProgram(const QString &name)
{
    return QStringLiteral("/usr/lib/postgresql/15/bin/") + name;
}

/// A program, with its arguments, that runs as the server's account and dies with this thread.
inline QStringList asServer(const QStringList &command)
{
    QStringList all{QStringLiteral("setpriv"), QStringLiteral("--pdeathsig"),
                    QStringLiteral("QUIT")};
    if (geteuid() == 0) {
        const passwd *account = serverAccount();
        all << QStringLiteral("--reuid=%1").arg(account->pw_uid)
            << QStringLiteral("--regid=%1").arg(account->pw_gid)
            << QStringLiteral("--clear-groups");
    }
    return all << QStringLiteral("--") << command;
}

struct Ran
{
    int exitCode = -1;
    QString output;
    QString error;
};

struct RunSettings
{
    QStringList environment; ///< NAME=VALUE, added to what the test has
    QByteArray input;
    int limitMs = 300'000;
};

/// Runs a program to its end; its outcome is the caller's to judge.
inline Ran run(QStringList command, const RunSettings &settings = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &one : settings.environment)
        environment.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setProgram(command.takeFirst());
    process.setArguments(command);
    process.start();
    process.write(settings.input);
    process.closeWriteChannel();
    if (!process.waitForFinished(settings.limitMs))
        qFatal("%s: not ended within %d ms", qPrintable(process.program()), settings.limitMs);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// As run(); anything but success ends the test.
inline QString mustRun(const QStringList &command, const RunSettings &settings = {})
{
    const Ran ran = run(command, settings);
    if (ran.exitCode != 0)
        qFatal("%s\nexit code %d\n%s%s", qPrintable(command.join(u' ')), ran.exitCode,
               qPrintable(ran.output), qPrintable(ran.error));
    return ran.output;
}

inline void writeServerFile(const QString &path, const QByteArray &content, mode_t mode = 0600)
{
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        qFatal("not written: %s", qPrintable(path));
    file.close();
    const QByteArray name = QFile::encodeName(path);
    if (chmod(name, mode) != 0 ||
        (geteuid() == 0 && chown(name, serverAccount()->pw_uid, serverAccount()->pw_gid) != 0))
        qFatal("rights not set: %s", qPrintable(path));
}

inline QByteArray readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("not read: %s", qPrintable(path));
    return file.readAll();
}

/// A folder that the server's account owns and can reach; nobody else can.
class ServerFolder final
{
public:
    ServerFolder()
        : m_folder(reachablePlace() + QStringLiteral("/register.XXXXXX"))
    {
        if (!m_folder.isValid() ||
            (geteuid() == 0 && chown(QFile::encodeName(m_folder.path()), serverAccount()->pw_uid,
                                     serverAccount()->pw_gid) != 0))
            qFatal("no folder for the server: %s", qPrintable(m_folder.errorString()));
    }
    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }

private:
    /// The temporary folder of this test, or /tmp where some folder above it keeps others out.
    [[nodiscard]] static QString reachablePlace()
    {
        // A socket's path has 107 bytes; the rest of ours takes about 40.
        const QString wanted = QDir::tempPath();
        bool reachable = wanted.toUtf8().size() <= 65;
        for (QDir above(wanted); reachable; above.setPath(QFileInfo(above.path()).path())) {
            struct stat found
            {
            };
            reachable = stat(QFile::encodeName(above.path()), &found) == 0 &&
                        ((found.st_mode & S_IXOTH) != 0 || geteuid() != 0);
            if (above.isRoot())
                break;
        }
        return reachable ? wanted : QStringLiteral("/tmp");
    }

    QTemporaryDir m_folder;
};

/// A port of loopback nobody listens on, below those the system gives to outgoing connections.
inline quint16 freePort()
{
    for (int attempt = 0; attempt < 200; ++attempt) {
        const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(15'000, 32'000));
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool free =
            ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        ::close(socket);
        if (free)
            return port;
    }
    qFatal("no free port");
}

} // namespace support
