#include "central/pgconnection.h"
#include "support/testcluster.h"

#include <QtTest>

using base::ErrorCode;
using central::PgConnection;
using central::PgTarget;
using central::PgValue;

namespace {

using Opened = base::Result<std::unique_ptr<PgConnection>>;

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

/// Takes connections and never says a word, as a server does that hangs.
class SilentServer final
{
public:
    SilentServer()
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
            ::listen(m_socket, 16) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("no silent server");
        m_port = ntohs(address.sin_port);
    }
    ~SilentServer() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(SilentServer)
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_socket = -1;
    quint16 m_port = 0;
};

} // namespace

// Against a real server with TLS.
class TestPgConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void valuesComeBackAsTheyWere();
    void fieldsOfOtherTypesReadAsNothing();
    void sessionSettingsHold();
    void rowsAreCopied();
    void aCopyThatFailsLeavesNothing();
    void aTransactionIsGivenUp();
    void aFailedTransactionDoesNotCommit();
    void theDetailNamesNobody();
    void whatIsCalledOftenIsPreparedAndSurvivesAnUpgrade();
    void aStatementIsEndedInTime();
    void aServerThatStopsIsNoticed();
    void aLostConnectionIsNoticed();
    void aSilentHostDoesNotKeepTheNextWaiting();
    void nobodyThereIsSaidInTime();
    void whoIsRefused_data();
    void whoIsRefused();
    void aWrongConnectionStringIsSaid();

private:
    void statement(const char *name, const char *text) const;
    [[nodiscard]] PgTarget administrator() const;
    [[nodiscard]] std::unique_ptr<PgConnection> connected() const;

    std::unique_ptr<support::TestCluster> m_server;
    support::ClientCertificate m_card;
    QTemporaryDir m_sql;
};

void TestPgConnection::statement(const char *name, const char *text) const
{
    QFile file(m_sql.filePath(QLatin1StringView(name) + QStringLiteral(".sql")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        qFatal("no statement");
}

PgTarget TestPgConnection::administrator() const
{
    PgTarget target;
    target.connect = m_server->administrator();
    target.sqlRoot = m_sql.path();
    return target;
}

std::unique_ptr<PgConnection> TestPgConnection::connected() const
{
    auto opened = PgConnection::open(administrator());
    if (!opened)
        qFatal("no connection: %s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

void TestPgConnection::initTestCase()
{
    m_server = std::make_unique<support::TestCluster>();
    m_server->sql(
        QStringLiteral("create table copied (n bigint primary key, name text, body bytea);"
                       "create role clerk1 login password '窓口 ;''\\ =pw';"
                       "create role clerk2 login password 'other'"));
    m_card = m_server->authority().certifyWithKeyFile(QStringLiteral("clerk1"));
    QDir().mkpath(m_sql.filePath(QStringLiteral("register/link")));
    for (const char *name : {"begin", "commit", "rollback", "statement_limit"}) {
        const QString path = QStringLiteral("register/link/%1.sql").arg(QLatin1StringView(name));
        QVERIFY(QFile::copy(QStringLiteral(":/sql/") + path, m_sql.filePath(path)));
    }
    statement("echo", "select $1 a, $2 b, $3 c, $4 d, $5 e, $6 f, $7 g");
    statement("settings", "select current_setting($1)");
    statement("copy", "copy copied (n, name, body) from stdin (format binary)");
    statement("copied",
              "select count(*), min(name), (array_agg(body))[1] from copied where n <= $1");
    statement("add", "insert into copied values ($1, $2, $3)");
    statement("sleep", "select pg_sleep(30)");
    statement("pid", "select pg_backend_pid()");
    statement("mixed", "select '{\"a\": 1}'::jsonb, '窓'::varchar, "
                       "'11111111-2222-4333-8444-555555555555'::uuid, 7::smallint, 'n'::name");
    statement("one", "select 1");
    statement("register/link/often", "select * from often($1)");
    statement("prepared", "select count(*) from pg_prepared_statements");
    statement("forget", "deallocate all");
    statement("running",
              "select count(*) from pg_stat_activity where pid = $1 and state = 'active'");
}

void TestPgConnection::valuesComeBackAsTheyWere()
{
    const auto link = connected();
    const QDateTime moment(QDate(2026, 11, 2), QTime(1, 2, 3, 456), Qt::UTC);
    const QByteArray bytes("\0\1\xff bytes", 9);
    const auto answer =
        link->run(QStringLiteral("echo"), {true, 41, qint64(-4'000'000'000), QStringLiteral("髙橋"),
                                           bytes, QDate(1868, 9, 8), moment});
    QVERIFY2(answer, link->lastState().constData());
    QCOMPARE(answer->rows(), 1);
    QCOMPARE(answer->boolean(0, 0), true);
    QCOMPARE(answer->integer(0, 1), 41);
    QCOMPARE(answer->integer(0, 2), qint64(-4'000'000'000));
    QCOMPARE(answer->text(0, 3), QStringLiteral("髙橋"));
    QCOMPARE(answer->bytes(0, 4), bytes);
    QCOMPARE(answer->date(0, 5), QDate(1868, 9, 8));
    QCOMPARE(answer->at(0, 6), moment);
    const auto none = link->run(QStringLiteral("echo"), {false, 0, qint64(0), QString(),
                                                         QByteArray(), QDate(), QDateTime()});
    QVERIFY(none);
    QVERIFY(!none->isNull(0, 0));
    for (int column = 3; column < 7; ++column)
        QVERIFY(none->isNull(0, column));
    const auto empty = link->run(QStringLiteral("echo"), {false, 0, qint64(0), QStringLiteral(""),
                                                          QByteArray(""), QDate(), QDateTime()});
    QVERIFY(empty);
    QVERIFY(!empty->isNull(0, 3));
    QVERIFY(!empty->isNull(0, 4));
}

void TestPgConnection::fieldsOfOtherTypesReadAsNothing()
{
    const auto link = connected();
    const auto answer = link->run(QStringLiteral("mixed"));
    QVERIFY(answer);
    QCOMPARE(answer->text(0, 0), QStringLiteral("{\"a\": 1}"));
    QCOMPARE(answer->text(0, 1), QStringLiteral("窓"));
    QCOMPARE(answer->text(0, 2), QStringLiteral("11111111-2222-4333-8444-555555555555"));
    QCOMPARE(answer->integer(0, 3), 7);
    QCOMPARE(answer->text(0, 4), QStringLiteral("n"));
    QCOMPARE(answer->integer(0, 1), 0);
    QCOMPARE(answer->bytes(0, 1), QByteArray());
    QVERIFY(!answer->date(0, 3).isValid());
    QVERIFY(!answer->at(0, 3).isValid());
    QVERIFY(!answer->boolean(0, 3));
    QVERIFY(answer->isNull(0, 5));
    QVERIFY(answer->isNull(1, 0));
    QVERIFY(answer->isNull(-1, 0));
}

void TestPgConnection::sessionSettingsHold()
{
    const auto link = connected();
    const QList<std::pair<QString, QString>> expected{
        {QStringLiteral("statement_timeout"), QStringLiteral("15s")},
        {QStringLiteral("lock_timeout"), QStringLiteral("3s")},
        {QStringLiteral("idle_in_transaction_session_timeout"), QStringLiteral("1min")},
        {QStringLiteral("client_encoding"), QStringLiteral("UTF8")},
        {QStringLiteral("application_name"), QStringLiteral("madoguchi")}};
    for (const auto &[name, value] : expected)
        QCOMPARE(link->run(QStringLiteral("settings"), {name})->text(0, 0), value);
    QVERIFY(link->setStatementLimit(2000));
    QCOMPARE(
        link->run(QStringLiteral("settings"), {QStringLiteral("statement_timeout")})->text(0, 0),
        QStringLiteral("2s"));
}

void TestPgConnection::rowsAreCopied()
{
    const auto link = connected();
    qint64 made = 0;
    const QByteArray body(1000, 'b');
    const auto copied =
        link->copyIn(QStringLiteral("copy"), [&]() -> std::optional<QList<PgValue>> {
            if (made == 20'000)
                return std::nullopt;
            ++made;
            return QList<PgValue>{made, made % 2 ? QStringLiteral("窓口") : QString(), body};
        });
    QVERIFY2(copied, link->lastState().constData());
    QCOMPARE(*copied, 20'000);
    const auto there = link->run(QStringLiteral("copied"), {qint64(20'000)});
    QVERIFY(there);
    QCOMPARE(there->integer(0, 0), 20'000);
    QCOMPARE(there->text(0, 1), QStringLiteral("窓口"));
    QCOMPARE(there->bytes(0, 2), body);
}

void TestPgConnection::aCopyThatFailsLeavesNothing()
{
    const auto link = connected();
    int made = 0;
    const auto twice = link->copyIn(QStringLiteral("copy"), [&]() -> std::optional<QList<PgValue>> {
        if (++made > 2)
            return std::nullopt;
        return QList<PgValue>{qint64(50'000), QString(), QByteArray()};
    });
    QCOMPARE(codeOf(twice), ErrorCode::StatementFailed);
    QCOMPARE(link->lastState(), QByteArray("23505"));
    QVERIFY(link->isOpen());
    const auto nothing = [] { return std::optional<QList<PgValue>>(); };
    QCOMPARE(codeOf(link->copyIn(QStringLiteral("one"), nothing)), ErrorCode::StatementFailed);
    QVERIFY(link->run(QStringLiteral("one")));
    QCOMPARE(m_server->sql(QStringLiteral("select count(*) from copied where n = 50000")),
             QStringLiteral("0"));
}

void TestPgConnection::aTransactionIsGivenUp()
{
    const auto link = connected();
    link->rollback(); // without one: nothing
    QVERIFY(link->begin());
    QVERIFY(link->run(QStringLiteral("add"), {qint64(60'000), QString(), QByteArray()}));
    link->rollback();
    QVERIFY(link->begin());
    QVERIFY(link->run(QStringLiteral("add"), {qint64(60'001), QString(), QByteArray()}));
    QVERIFY(link->commit());
    QCOMPARE(m_server->sql(QStringLiteral("select n from copied where n in (60000, 60001)")),
             QStringLiteral("60001"));
}

void TestPgConnection::aFailedTransactionDoesNotCommit()
{
    const auto link = connected();
    QVERIFY(link->begin());
    QVERIFY(link->run(QStringLiteral("add"), {qint64(70'000), QString(), QByteArray()}));
    QCOMPARE(codeOf(link->run(QStringLiteral("add"), {qint64(70'000), QString(), QByteArray()})),
             ErrorCode::StatementFailed);
    QCOMPARE(codeOf(link->commit()), ErrorCode::StatementFailed);
    QVERIFY(link->isOpen());
    QCOMPARE(m_server->sql(QStringLiteral("select count(*) from copied where n = 70000")),
             QStringLiteral("0"));
    QCOMPARE(codeOf(link->script("create table whole (n int); select 1/0")),
             ErrorCode::StatementFailed);
    QCOMPARE(link->lastState(), QByteArray("22012"));
    QVERIFY(link->script("create table whole (n int); select 1"));
}

void TestPgConnection::theDetailNamesNobody()
{
    const auto link = connected();
    const QString name = QStringLiteral("山田花子");
    QVERIFY(link->run(QStringLiteral("add"), {qint64(80'000), name, QByteArray()}));
    const auto again = link->run(QStringLiteral("add"), {qint64(80'000), name, QByteArray()});
    QCOMPARE(again.error().detail, QStringLiteral("server: 23505"));
    QCOMPARE(codeOf(link->run(QStringLiteral("settings"), {name})), ErrorCode::StatementFailed);
}

// A function that answers more than before, and a server that has forgotten what it kept.
void TestPgConnection::whatIsCalledOftenIsPreparedAndSurvivesAnUpgrade()
{
    m_server->sql(QStringLiteral("create function often(n integer, out twice integer) "
                                 "language sql as 'select n * 2'"));
    const auto connection = connected();
    const auto ask = [&connection](int number) {
        return connection->run(QStringLiteral("register/link/often"), {number});
    };
    const auto kept = [&connection] {
        return connection->run(QStringLiteral("prepared"))->integer(0, 0);
    };
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(ask(i)->integer(0, 0), 2 * i);
    QCOMPARE(kept(), 1);
    m_server->sql(QStringLiteral("drop function often(integer); create function often(n integer, "
                                 "out twice integer, out thrice integer) language sql as "
                                 "'select n * 2, n * 3'"));
    const auto more = ask(7);
    QVERIFY2(more, qPrintable(more.error().detail));
    QCOMPARE(more->integer(0, 1), 21);
    QCOMPARE(ask(8)->integer(0, 1), 24);
    QVERIFY(connection->run(QStringLiteral("forget")));
    QCOMPARE(ask(9)->integer(0, 0), 18);
    QCOMPARE(ask(10)->integer(0, 0), 20);
    QCOMPARE(kept(), 1);
}

void TestPgConnection::aStatementIsEndedInTime()
{
    const auto link = connected();
    QVERIFY(link->setStatementLimit(300));
    QElapsedTimer waiting;
    waiting.start();
    const auto slept = link->run(QStringLiteral("sleep"));
    QCOMPARE(codeOf(slept), ErrorCode::RegisterUnreachable);
    QCOMPARE(slept.error().detail, QStringLiteral("server: 57014"));
    QVERIFY(waiting.elapsed() < 5000); // of 30 s
    QVERIFY(link->isOpen());
    QVERIFY(link->run(QStringLiteral("one")));
}

// The server's own limit is taken away: ours ends the statement, and the server is told.
void TestPgConnection::aServerThatStopsIsNoticed()
{
    const auto link = connected();
    QVERIFY(link->setStatementLimit(300));
    QVERIFY(link->script("set statement_timeout = 0; set client_connection_check_interval = 0"));
    const qint64 pid = link->run(QStringLiteral("pid"))->integer(0, 0);
    QElapsedTimer waiting;
    waiting.start();
    const auto slept = link->run(QStringLiteral("sleep"));
    QCOMPARE(codeOf(slept), ErrorCode::RegisterUnreachable);
    QCOMPARE(slept.error().detail, QStringLiteral("no answer in time"));
    QVERIFY(waiting.elapsed() < 10'000); // of 30 s
    QVERIFY(!link->isOpen());
    QCOMPARE(codeOf(link->run(QStringLiteral("one"))), ErrorCode::RegisterUnreachable);
    QCOMPARE(codeOf(link->script("select 1")), ErrorCode::RegisterUnreachable);
    const auto other = connected();
    QTRY_COMPARE(other->run(QStringLiteral("running"), {int(pid)})->integer(0, 0), 0);
}

void TestPgConnection::aLostConnectionIsNoticed()
{
    const auto link = connected();
    const qint64 pid = link->run(QStringLiteral("pid"))->integer(0, 0);
    m_server->sql(QStringLiteral("select pg_terminate_backend(%1, 10000)").arg(pid));
    QCOMPARE(codeOf(link->run(QStringLiteral("one"))), ErrorCode::RegisterUnreachable);
    QVERIFY(!link->isOpen());
}

void TestPgConnection::aSilentHostDoesNotKeepTheNextWaiting()
{
    const SilentServer silent;
    PgTarget target = administrator();
    target.connect = m_server->connection(QStringLiteral("clerk1"), m_card);
    target.connect.replace(QStringLiteral("host=localhost port="),
                           QStringLiteral("host=127.0.0.1,localhost port=%1,").arg(silent.port()));
    const QByteArray password = QStringLiteral("窓口 ;'\\ =pw").toUtf8();
    target.password.assign(password.cbegin(), password.cend());
    QElapsedTimer waiting;
    waiting.start();
    const Opened opened = PgConnection::open(target);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    QVERIFY(waiting.elapsed() < 3000);
    QVERIFY((*opened)->run(QStringLiteral("one")));
}

void TestPgConnection::nobodyThereIsSaidInTime()
{
    const SilentServer silent;
    PgTarget target = administrator();
    target.connectLimitMs = 500;
    QElapsedTimer waiting;
    waiting.start();
    for (const QString &connect :
         {QStringLiteral("host=127.0.0.1 port=%1").arg(silent.port()),
          QStringLiteral("host=127.0.0.1,127.0.0.1 port=%1,%1").arg(silent.port()),
          QStringLiteral("host=127.0.0.1 port=%1").arg(support::freePort()),
          QStringLiteral("host=register.invalid port=5432")}) {
        target.connect = connect;
        QCOMPARE(codeOf(PgConnection::open(target)), ErrorCode::RegisterUnreachable);
    }
    QVERIFY(waiting.elapsed() < 3000);
}

void TestPgConnection::whoIsRefused_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("without");
    const QString right = QStringLiteral("窓口 ;'\\ =pw");
    QTest::newRow("wrong password")
        << QStringLiteral("clerk1") << QStringLiteral("wrong") << QString();
    QTest::newRow("no password") << QStringLiteral("clerk1") << QString() << QString();
    QTest::newRow("no certificate")
        << QStringLiteral("clerk1") << right << QStringLiteral("sslcert");
    QTest::newRow("another's certificate")
        << QStringLiteral("clerk2") << QStringLiteral("other") << QString();
    QTest::newRow("another authority")
        << QStringLiteral("clerk1") << right << QStringLiteral("sslrootcert");
}

void TestPgConnection::whoIsRefused()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, without);
    PgTarget target;
    target.connect = m_server->connection(
        user, without == QStringLiteral("sslcert") ? support::ClientCertificate{} : m_card);
    const support::TestAuthority stranger;
    if (without == QStringLiteral("sslrootcert"))
        target.connect.replace(m_server->authority().certificateFile(), stranger.certificateFile());
    const QByteArray bytes = password.toUtf8();
    target.password.assign(bytes.cbegin(), bytes.cend());
    const auto opened = PgConnection::open(target);
    QCOMPARE(codeOf(opened), ErrorCode::RegisterRefused);
    QVERIFY(!opened.error().detail.contains(user));
    QVERIFY(password.isEmpty() || !opened.error().detail.contains(password));
}

void TestPgConnection::aWrongConnectionStringIsSaid()
{
    PgTarget target;
    target.connect = QStringLiteral("host=localhost password='secret nonsense");
    const auto opened = PgConnection::open(target);
    QCOMPARE(codeOf(opened), ErrorCode::ArgumentWrong);
    QVERIFY(!opened.error().detail.contains(QStringLiteral("secret")));
}

QTEST_GUILESS_MAIN(TestPgConnection)
#include "tst_pgconnection.moc"
