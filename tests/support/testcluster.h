#pragma once

#include "support/testauthority.h"

#include <memory>

namespace support {

struct ClusterSettings
{
    bool durable = false;                     ///< fsync on: only where a test cuts the power
    QByteArray configuration;                 ///< lines added to postgresql.conf
    std::shared_ptr<TestAuthority> authority; ///< none: one of its own
};

/// A PostgreSQL server of this test alone: own folder, own port on loopback, TLS 1.3 with an own
/// authority and list of revoked certificates, and the pg_hba.conf and postgresql.conf that are
/// shipped (packaging/central). The administrator comes by peer over the socket; everybody else by
/// TLS with password and certificate. What fails while it is made ends the test. Make and use it in
/// one thread: the server ends with the thread that started it, however that ends.
class TestCluster final
{
public:
    explicit TestCluster(const ClusterSettings &settings = {})
        : m_authority(settings.authority ? settings.authority : std::make_shared<TestAuthority>())
        , m_port(freePort())
    {
        mustRun(asServer({serverProgram(QStringLiteral("initdb")), QStringLiteral("-D"), data(),
                          QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-A"),
                          QStringLiteral("reject"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                          QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-k"),
                          QStringLiteral("-N")}));
        configure(settings);
        start();
    }
    /// A standby of a running primary, streaming from it over TLS with a certificate of its own.
    /// `name` is its application_name, for synchronous_standby_names, and the name of its slot.
    [[nodiscard]] static std::unique_ptr<TestCluster> standbyOf(TestCluster &primary,
                                                                const QString &name);
    ~TestCluster() { end(SIGQUIT); } // its folder goes with it: nothing needs to be written back
    TestCluster(const TestCluster &) = delete;
    TestCluster &operator=(const TestCluster &) = delete;

    [[nodiscard]] TestAuthority &authority() const { return *m_authority; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// libpq's connection string of the administrator (role postgres, over the socket).
    [[nodiscard]] QString administrator(const QString &database = QStringLiteral("postgres")) const
    {
        return QStringLiteral("host=%1 port=%2 user=postgres dbname=%3")
            .arg(m_folder.at({}))
            .arg(m_port)
            .arg(database);
    }
    /// libpq's connection string of a user over TLS: host localhost, verify-full, no password (give
    /// it by PGPASSWORD or add it). An empty certificate: none is shown.
    [[nodiscard]] QString connection(const QString &user, const ClientCertificate &certificate,
                                     const QString &database = QStringLiteral("postgres")) const
    {
        // A name that does not exist keeps libpq from taking one out of the home folder.
        const QString none = m_folder.at(QStringLiteral("none"));
        return QStringLiteral("host=localhost port=%1 user=%2 dbname=%3 sslmode=verify-full "
                              "channel_binding=require connect_timeout=5 sslrootcert=%4 sslcert=%5 "
                              "sslkey=%6")
            .arg(m_port)
            .arg(user, database, m_authority->certificateFile(),
                 certificate.file.isEmpty() ? none : certificate.file,
                 certificate.keyFile.isEmpty() ? none : certificate.keyFile);
    }
    /// The server's key (central::ServerKey): 32 bytes outside the folder of the data.
    [[nodiscard]] QString keyFile() const { return m_folder.at(QStringLiteral("register.key")); }
    /// Statements of the administrator through psql; a failure ends the test. Cells by |.
    QString sql(const QString &statements,
                const QString &database = QStringLiteral("postgres")) const
    {
        return mustRun(psql(administrator(database)),
                       {.environment = {}, .input = statements.toUtf8()})
            .trimmed();
    }
    /// Statements of anybody through psql; a refusal is an outcome.
    [[nodiscard]] static Ran ask(const QString &connection, const QString &password,
                                 const QString &statements)
    {
        return run(psql(connection), {.environment = {QStringLiteral("PGPASSWORD=") + password},
                                      .input = statements.toUtf8()});
    }
    /// The authority's present list of revoked certificates, by reload.
    void takeList()
    {
        writeServerFile(m_folder.at(QStringLiteral("root.crl")),
                        readWhole(m_authority->listFile()));
        reload();
    }
    /// Runs again with the same folder and port.
    void start();
    /// Orderly: open connections are cut, nothing is lost.
    void stop() { end(SIGINT); }
    /// As when the power goes: the server and all its processes at once.
    void kill();
    /// The standby becomes a primary; returns when it takes writes.
    void promote();
    /// The folder of its data; another one may be put there while it does not run.
    [[nodiscard]] QString data() const { return m_folder.at(QStringLiteral("data")); }
    [[nodiscard]] QString logFolder() const { return data() + QStringLiteral("/log"); }
    /// Everything the server has logged since it was made (JSON lines).
    [[nodiscard]] QString log() const;

private:
    TestCluster(std::shared_ptr<TestAuthority> authority, quint16 port)
        : m_authority(std::move(authority))
        , m_port(port)
    {
    }
    [[nodiscard]] static QStringList psql(const QString &connection)
    {
        return {serverProgram(QStringLiteral("psql")),
                QStringLiteral("-X"),
                QStringLiteral("-A"),
                QStringLiteral("-t"),
                QStringLiteral("-q"),
                QStringLiteral("-w"),
                QStringLiteral("-v"),
                QStringLiteral("ON_ERROR_STOP=1"),
                QStringLiteral("-d"),
                connection};
    }
    void configure(const ClusterSettings &settings);
    void layCertificates();
    void reload();
    void end(int signal);
    [[nodiscard]] bool answers() const;

    std::shared_ptr<TestAuthority> m_authority;
    ServerFolder m_folder;
    quint16 m_port = 0;
    QProcess m_server;
};

inline void TestCluster::layCertificates()
{
    const QString name = QStringLiteral("server-%1").arg(m_port);
    m_authority->certifyServer(name);
    const QString made = m_authority->folder() + u'/' + name;
    writeServerFile(m_folder.at(QStringLiteral("server.crt")),
                    readWhole(made + QStringLiteral(".crt")));
    writeServerFile(m_folder.at(QStringLiteral("server.key")),
                    readWhole(made + QStringLiteral(".key")));
    writeServerFile(m_folder.at(QStringLiteral("root.crt")),
                    readWhole(m_authority->certificateFile()));
    writeServerFile(m_folder.at(QStringLiteral("root.crl")), readWhole(m_authority->listFile()));
}

inline void TestCluster::configure(const ClusterSettings &settings)
{
    const QString shipped = QStringLiteral(MADOGUCHI_SOURCE_DIR "/packaging/central/");
    layCertificates();
    writeServerFile(keyFile(), QByteArray(32, 'K'));
    QByteArray text = readWhole(shipped + QStringLiteral("postgresql.conf"));
    text += "\nlisten_addresses = '127.0.0.1'\nport = " + QByteArray::number(m_port) +
            "\nunix_socket_directories = '" + QFile::encodeName(m_folder.at({})) + "'\n";
    for (const char *name : {"ssl_cert_file = 'server.crt'", "ssl_key_file = 'server.key'",
                             "ssl_ca_file = 'root.crt'", "ssl_crl_file = 'root.crl'"})
        text +=
            QByteArray(name).replace(" '", " '" + QFile::encodeName(m_folder.at({})) + '/') + '\n';
    text += "shared_buffers = 48MB\nmaintenance_work_mem = 32MB\nmax_wal_size = 256MB\n"
            "wal_keep_size = 64MB\nauth_delay.milliseconds = 0\ntimezone = 'UTC'\n";
    if (!settings.durable)
        text += "fsync = off\nfull_page_writes = off\n";
    text += settings.configuration + '\n';
    writeServerFile(data() + QStringLiteral("/postgresql.conf"), text);
    writeServerFile(data() + QStringLiteral("/pg_hba.conf"),
                    readWhole(shipped + QStringLiteral("pg_hba.conf")));
    const QByteArray account = getpwuid(geteuid())->pw_name;
    QByteArray idents = readWhole(shipped + QStringLiteral("pg_ident.conf"));
    if (account != "postgres")
        idents += "administrator " + account + " postgres\n";
    writeServerFile(data() + QStringLiteral("/pg_ident.conf"), idents);
}

inline bool TestCluster::answers() const
{
    return run({serverProgram(QStringLiteral("pg_isready")), QStringLiteral("-q"),
                QStringLiteral("-h"), m_folder.at({}), QStringLiteral("-p"),
                QString::number(m_port)})
               .exitCode == 0;
}

inline void TestCluster::start()
{
    QStringList command =
        asServer({serverProgram(QStringLiteral("postgres")), QStringLiteral("-D"), data()});
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(m_folder.at(QStringLiteral("said")), QIODevice::Append);
    m_server.setProgram(command.takeFirst());
    m_server.setArguments(command);
    m_server.start();
    QElapsedTimer waiting;
    waiting.start();
    while (!answers()) {
        if (m_server.state() == QProcess::NotRunning || waiting.elapsed() > 180'000 ||
            m_server.waitForFinished(20))
            qFatal("the server did not start\n%s%s",
                   readWhole(m_folder.at(QStringLiteral("said"))).constData(), qPrintable(log()));
    }
}

inline void TestCluster::end(int signal)
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), signal);
    if (!m_server.waitForFinished(60'000)) {
        kill();
        qWarning("the server had to be killed");
    }
}

inline void TestCluster::kill()
{
    const qint64 server = m_server.processId();
    if (server == 0)
        return;
    QList<qint64> all{server};
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(entry));
        if (entry.toLongLong() == 0 || !file.open(QIODevice::ReadOnly))
            continue;
        // pid (name) state parent ...; the name may hold anything.
        const QByteArray line = file.readAll();
        if (line.mid(line.lastIndexOf(')') + 4).split(' ').value(0).toLongLong() == server)
            all.append(entry.toLongLong());
    }
    for (const qint64 one : all)
        ::kill(static_cast<pid_t>(one), SIGKILL);
    m_server.waitForFinished(60'000);
}

inline void TestCluster::reload()
{
    // The new settings count once every process has looked; a new connection looks when it begins,
    // so it is enough that the server itself has loaded them.
    const QString before = sql(QStringLiteral("select pg_conf_load_time()"));
    sql(QStringLiteral("select pg_reload_conf()"));
    QElapsedTimer waiting;
    waiting.start();
    while (sql(QStringLiteral("select pg_conf_load_time()")) == before) {
        if (waiting.elapsed() > 60'000)
            qFatal("the server did not load its settings");
    }
}

inline void TestCluster::promote()
{
    sql(QStringLiteral("select pg_promote(true, 30)"));
}

inline QString TestCluster::log() const
{
    QString all;
    const QDir folder(data() + QStringLiteral("/log"));
    for (const QString &name :
         folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        all += QString::fromUtf8(readWhole(folder.filePath(name)));
    return all;
}

inline std::unique_ptr<TestCluster> TestCluster::standbyOf(TestCluster &primary,
                                                           const QString &name)
{
    std::unique_ptr<TestCluster> made(new TestCluster(primary.m_authority, freePort()));
    const QString role = QStringLiteral("madoguchi_standby");
    primary.sql(QStringLiteral("do $$ begin if not exists (select from pg_roles where rolname = "
                               "'madoguchi_standby') then create role madoguchi_standby login "
                               "replication password 'standby'; end if; end $$"));
    ClientCertificate own = made->authority().certifyWithKeyFile(role);
    for (QString *file : {&own.file, &own.keyFile}) {
        const QString there = made->m_folder.at(file == &own.file ? QStringLiteral("standby.crt")
                                                                  : QStringLiteral("standby.key"));
        writeServerFile(there, readWhole(*file));
        *file = there;
    }
    made->layCertificates();
    QString connection = primary.connection(role, own, QStringLiteral("replication"));
    connection.replace(made->m_authority->certificateFile(),
                       made->m_folder.at(QStringLiteral("root.crt")));
    connection += QStringLiteral(" password=standby application_name=") + name;
    mustRun(asServer({serverProgram(QStringLiteral("pg_basebackup")), QStringLiteral("-D"),
                      made->data(), QStringLiteral("-d"), connection, QStringLiteral("-R"),
                      QStringLiteral("-C"), QStringLiteral("-S"), name, QStringLiteral("-X"),
                      QStringLiteral("stream"), QStringLiteral("-c"), QStringLiteral("fast"),
                      QStringLiteral("--no-sync")}));
    QByteArray text = readWhole(made->data() + QStringLiteral("/postgresql.conf"));
    const auto moved = [&](const QString &from, const QString &to) {
        text.replace(from.toUtf8(), to.toUtf8());
    };
    moved(primary.m_folder.at({}), made->m_folder.at({}));
    moved(QStringLiteral("\nport = %1\n").arg(primary.m_port),
          QStringLiteral("\nport = %1\n").arg(made->m_port));
    text += "synchronous_standby_names = ''\n";
    writeServerFile(made->data() + QStringLiteral("/postgresql.conf"), text);
    made->start();
    return made;
}

} // namespace support
