// links: pq
#include "support/testcluster.h"

#include <QTest>

#include <postgresql/libpq-fe.h>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// Both factors are asked by the server itself, whatever program calls: each line of the table is
// tried with psql and with libpq against a server with the shipped configuration.
class TestTwoFactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bothFactorsGetIn();
    void oneFactorDoesNot_data();
    void oneFactorDoesNot();
    void aRevokedCertificateIsRefusedAndTheOtherOneNot();
    void anExpiredListRefusesEverybody();
    void anOpenConnectionOutlivesTheRevocation();
    void theAdministratorComesBySocketOnly();

private:
    [[nodiscard]] QString asked(const QString &connection, const QString &password) const;
    [[nodiscard]] QString newLines();

    std::unique_ptr<TestCluster> m_cluster;
    TestAuthority m_stranger; ///< another one of the same name
    ClientCertificate m_clerk;
    ClientCertificate m_other;
    qsizetype m_read = 0;
};

namespace {

const QString who = u"select session_user, version from pg_stat_ssl where pid = pg_backend_pid()"_s;

/// What libpq says; empty = connected.
QString throughLibrary(const QString &connection, const QString &password)
{
    const QString all = connection + u" password="_s + (password.isEmpty() ? u"''"_s : password);
    PGconn *open = PQconnectdb(all.toUtf8().constData());
    const QString said =
        PQstatus(open) == CONNECTION_OK ? QString() : QString::fromUtf8(PQerrorMessage(open));
    PQfinish(open);
    return said;
}

} // namespace

/// Empty when both psql and libpq got in, what psql said when both were refused.
QString TestTwoFactor::asked(const QString &connection, const QString &password) const
{
    const Ran ran = TestCluster::ask(connection + u" application_name=psql"_s, password, who);
    const QString said = throughLibrary(connection, password);
    if ((ran.exitCode == 0) != said.isEmpty())
        qFatal("psql and libpq differ: %s / %s", qPrintable(ran.error), qPrintable(said));
    if (ran.exitCode == 0 && !ran.error.isEmpty())
        qFatal("in, but: %s", qPrintable(ran.error));
    return ran.error;
}

/// What the server has logged since the last call.
QString TestTwoFactor::newLines()
{
    const QString all = m_cluster->log();
    const QString fresh = all.mid(m_read);
    m_read = all.size();
    return fresh;
}

void TestTwoFactor::initTestCase()
{
    m_cluster = std::make_unique<TestCluster>();
    m_cluster->sql(u"create role clerk1 login password 'one';"
                   "create role clerk2 login password 'two'"_s);
    m_clerk = m_cluster->authority().certifyWithKeyFile(u"clerk1"_s);
    m_other = m_cluster->authority().certifyWithKeyFile(u"clerk2"_s);
}

void TestTwoFactor::bothFactorsGetIn()
{
    const QString connection = m_cluster->connection(u"clerk1"_s, m_clerk);
    const Ran ran = TestCluster::ask(connection, u"one"_s, who);
    QCOMPARE(ran.error, QString());
    QCOMPARE(ran.output.trimmed(), u"clerk1|TLSv1.3"_s);
    QCOMPARE(throughLibrary(connection, u"one"_s), QString());
    QCOMPARE(asked(m_cluster->connection(u"clerk2"_s, m_other), u"two"_s), QString());
}

void TestTwoFactor::oneFactorDoesNot_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("said");   // at the client
    QTest::addColumn<QString>("logged"); // at the server

    const QString mine = m_cluster->connection(u"clerk1"_s, m_clerk);
    const QString wrong = u"password authentication failed for user"_s;
    QTest::newRow("password without certificate")
        << m_cluster->connection(u"clerk1"_s, {}) << u"one"_s
        << u"connection requires a valid client certificate"_s
        << u"connection requires a valid client certificate"_s;
    QTest::newRow("certificate without password")
        << mine << u""_s << u"no password supplied"_s << u"connection authorized"_s;
    QTest::newRow("certificate with a wrong password") << mine << u"two"_s << wrong << wrong;
    // The password is right here; PostgreSQL compares the name after it and tells the client less.
    QTest::newRow("another clerk's certificate")
        << m_cluster->connection(u"clerk1"_s, m_other) << u"one"_s << wrong << u"CN mismatch"_s;
    QTest::newRow("own certificate and password for another clerk")
        << m_cluster->connection(u"clerk2"_s, m_clerk) << u"one"_s << wrong << wrong;
    QTest::newRow("own certificate, another clerk's password")
        << m_cluster->connection(u"clerk2"_s, m_clerk) << u"two"_s << wrong << u"CN mismatch"_s;
    QTest::newRow("a copied certificate with another key")
        << m_cluster->connection(u"clerk1"_s, {m_clerk.file, m_other.keyFile}) << u"one"_s
        << u"key values mismatch"_s << u""_s;
    QTest::newRow("a certificate of another authority")
        << m_cluster->connection(u"clerk1"_s, m_stranger.certifyWithKeyFile(u"clerk1"_s))
        << u"one"_s << u"SSL error"_s << u"certificate verify failed"_s;
    QTest::newRow("the server's own certificate shown as a clerk's")
        << m_cluster->connection(
               u"clerk1"_s,
               {m_cluster->authority().folder() + u"/server-%1.crt"_s.arg(m_cluster->port()),
                m_cluster->authority().folder() + u"/server-%1.key"_s.arg(m_cluster->port())})
        << u"one"_s << u"SSL error"_s << u"certificate verify failed"_s;
    QString plain = mine;
    plain.replace(u"sslmode=verify-full channel_binding=require"_s, u"sslmode=disable"_s);
    QTest::newRow("no TLS") << plain << u"one"_s << u"pg_hba.conf rejects connection for host"_s
                            << u"no encryption"_s;
    QTest::newRow("TLS 1.2") << mine + u" ssl_max_protocol_version=TLSv1.2"_s << u"one"_s
                             << u"protocol version"_s << u"unsupported protocol"_s;
    QTest::newRow("the socket, by which no certificate is asked")
        << m_cluster->administrator().replace(u"user=postgres"_s, u"user=clerk1"_s) << u"one"_s
        << u"pg_hba.conf rejects connection for host"_s << u"rejects connection"_s;
    QTest::newRow("a standby's way in")
        << mine + u" replication=true"_s << u"one"_s << u"pg_hba.conf rejects replication"_s
        << u"rejects replication"_s;
}

void TestTwoFactor::oneFactorDoesNot()
{
    QFETCH(const QString, connection);
    QFETCH(const QString, password);
    QFETCH(const QString, said);
    QFETCH(const QString, logged);

    (void)newLines();
    const QString answer = asked(connection, password);
    QVERIFY2(answer.contains(said), qPrintable(answer));
    if (said == u"no password supplied") {
        // libpq gives up when the server asks for the password: the server only sees it go.
        QVERIFY(!newLines().contains(logged));
        return;
    }
    QString lines;
    QTRY_VERIFY2((lines += newLines()).contains(logged), qPrintable(lines));
    QVERIFY2(!lines.contains(u"connection authorized"), qPrintable(lines));
}

void TestTwoFactor::aRevokedCertificateIsRefusedAndTheOtherOneNot()
{
    const ClientCertificate lost = m_cluster->authority().certifyWithKeyFile(u"clerk1"_s);
    const QString connection = m_cluster->connection(u"clerk1"_s, lost);
    QCOMPARE(asked(connection, u"one"_s), QString());
    m_cluster->authority().revoke(lost);
    m_cluster->takeList(); // by reload: nobody else is thrown out
    const QString answer = asked(connection, u"one"_s);
    QVERIFY2(answer.contains(u"certificate revoked"), qPrintable(answer));
    QCOMPARE(asked(m_cluster->connection(u"clerk1"_s, m_clerk), u"one"_s), QString());
}

void TestTwoFactor::anExpiredListRefusesEverybody()
{
    (void)newLines();
    m_cluster->authority().expireList();
    m_cluster->takeList();
    for (const auto &[user, password, certificate] :
         {std::tuple{u"clerk1"_s, u"one"_s, m_clerk}, std::tuple{u"clerk2"_s, u"two"_s, m_other}}) {
        const QString answer = asked(m_cluster->connection(user, certificate), password);
        // Not true of the certificate; the help page for this answer names the list first.
        QVERIFY2(answer.contains(u"certificate expired"), qPrintable(answer));
    }
    QString lines;
    QTRY_VERIFY2((lines += newLines()).contains(u"certificate verify failed"), qPrintable(lines));
    // The way out stays open: the administrator at the server itself.
    QCOMPARE(m_cluster->sql(u"select 1"_s), u"1"_s);
    m_cluster->authority().renewList();
    m_cluster->takeList();
    QCOMPARE(asked(m_cluster->connection(u"clerk1"_s, m_clerk), u"one"_s), QString());
}

void TestTwoFactor::anOpenConnectionOutlivesTheRevocation()
{
    // So whoever revokes a certificate also ends what is open (README of packaging/central).
    const ClientCertificate lost = m_cluster->authority().certifyWithKeyFile(u"clerk2"_s);
    PGconn *open = PQconnectdb(
        (m_cluster->connection(u"clerk2"_s, lost) + u" password=two"_s).toUtf8().constData());
    QCOMPARE(PQstatus(open), CONNECTION_OK);
    m_cluster->authority().revoke(lost);
    m_cluster->takeList();
    PGresult *still = PQexec(open, "select 1");
    QCOMPARE(PQresultStatus(still), PGRES_TUPLES_OK);
    PQclear(still);
    m_cluster->sql(u"select pg_terminate_backend(pid) from pg_stat_activity "
                   "where usename = 'clerk2'"_s);
    PGresult *gone = PQexec(open, "select 1");
    QVERIFY(PQresultStatus(gone) != PGRES_TUPLES_OK);
    PQclear(gone);
    PQreset(open);
    QVERIFY(PQstatus(open) != CONNECTION_OK);
    PQfinish(open);
}

void TestTwoFactor::theAdministratorComesBySocketOnly()
{
    m_cluster->sql(u"alter role postgres password 'all'"_s);
    const auto certificate = m_cluster->authority().certifyWithKeyFile(u"postgres"_s);
    const QString answer = asked(m_cluster->connection(u"postgres"_s, certificate), u"all"_s);
    QVERIFY2(answer.contains(u"pg_hba.conf rejects connection for host"), qPrintable(answer));
}

QTEST_GUILESS_MAIN(TestTwoFactor)
#include "tst_twofactor.moc"
