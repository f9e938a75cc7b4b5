// links: pq
#include "support/testcluster.h"

#include <QTest>

#include <postgresql/libpq-fe.h>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// A primary with a synchronous standby: what was acknowledged survives the primary, and a client
// with a list of hosts goes on by itself.
class TestStandby : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingAcknowledgedIsLostWithThePrimary();
    void withoutTheStandbyACommitWaits();
    void aFormerPrimaryComesBackAsStandby();

private:
    [[nodiscard]] QString hosts() const;
    void makeSynchronous();

    std::unique_ptr<TestCluster> m_primary;
    std::unique_ptr<TestCluster> m_standby;
    ClientCertificate m_clerk;
};

namespace {

/// Writes 1, 2, 3, ... each until it is acknowledged, as a workstation would: after a lost
/// connection it connects anew and offers the same number again.
class Writer final
{
public:
    explicit Writer(QByteArray connection)
        : m_connection(std::move(connection))
        , m_thread([this] { work(); })
    {
    }
    ~Writer() { finish(); }
    void finish()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] int acknowledged() const { return m_acknowledged; }
    [[nodiscard]] qint64 longestGapMs() const { return m_longestGapMs; }

private:
    void work()
    {
        PGconn *open = nullptr;
        QElapsedTimer since;
        since.start();
        while (!m_stop) {
            if (!open)
                open = PQconnectdb(m_connection.constData());
            const QByteArray statement = "insert into entry values (" +
                                         QByteArray::number(m_acknowledged + 1) +
                                         ") on conflict do nothing";
            PGresult *result =
                PQstatus(open) == CONNECTION_OK ? PQexec(open, statement.constData()) : nullptr;
            if (PQresultStatus(result) == PGRES_COMMAND_OK) {
                ++m_acknowledged;
                m_longestGapMs = std::max<qint64>(m_longestGapMs, since.restart());
            } else {
                PQfinish(open);
                open = nullptr;
                QThread::msleep(20);
            }
            PQclear(result);
        }
        PQfinish(open);
    }

    QByteArray m_connection;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_acknowledged = 0;
    std::atomic<qint64> m_longestGapMs = 0;
    std::thread m_thread; // last: it uses the others
};

} // namespace

void TestStandby::init()
{
    m_primary = std::make_unique<TestCluster>();
    m_primary->sql(u"create role clerk1 login password 'one';"
                   "create table entry (number int primary key);"
                   "grant insert, select on entry to clerk1"_s);
    m_clerk = m_primary->authority().certifyWithKeyFile(u"clerk1"_s);
    m_standby = TestCluster::standbyOf(*m_primary, u"standby1"_s);
    makeSynchronous();
}

void TestStandby::cleanup()
{
    m_standby.reset();
    m_primary.reset();
}

/// As README.md of packaging/central says it.
void TestStandby::makeSynchronous()
{
    m_primary->sql(u"alter system set synchronous_standby_names = 'ANY 1 (standby1)'"_s);
    m_primary->sql(u"select pg_reload_conf()"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_primary->sql(u"select application_name, sync_state from pg_stat_replication"_s),
        u"standby1|quorum"_s, 90'000);
}

/// Both servers in one connection string.
QString TestStandby::hosts() const
{
    return m_primary->connection(u"clerk1"_s, m_clerk)
               .replace(u"host=localhost port=%1"_s.arg(m_primary->port()),
                        u"host=localhost,localhost port=%1,%2"_s.arg(m_primary->port())
                            .arg(m_standby->port())) +
           u" target_session_attrs=read-write password=one"_s;
}

void TestStandby::nothingAcknowledgedIsLostWithThePrimary()
{
    Writer writer(hosts().toUtf8());
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() >= 200, 90'000);
    const int before = writer.acknowledged();
    m_primary->kill();
    QElapsedTimer sinceKill;
    sinceKill.start();
    m_standby->promote();
    const qint64 promotedMs = sinceKill.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() >= before + 200, 90'000);
    writer.finish();
    qInfo("{\"what\":\"primary killed, standby promoted at once\",\"promoteMs\":%lld,"
          "\"longestWaitOfAWriterMs\":%lld,\"acknowledged\":%d}",
          promotedMs, writer.longestGapMs(), writer.acknowledged());
    // Every number acknowledged is there, once, and at most one more: written, its answer lost.
    const int there = m_standby->sql(u"select count(*) from entry"_s).toInt();
    QVERIFY2(there == writer.acknowledged() || there == writer.acknowledged() + 1,
             qPrintable(QString::number(there)));
    QCOMPARE(m_standby->sql(u"select count(distinct number), max(number) from entry"_s),
             u"%1|%1"_s.arg(there));
}

void TestStandby::withoutTheStandbyACommitWaits()
{
    m_standby->stop();
    Writer writer(hosts().toUtf8());
    // It is written at the primary, and not acknowledged.
    QTRY_COMPARE_WITH_TIMEOUT(
        m_primary->sql(u"select count(*) from pg_stat_activity where wait_event = 'SyncRep'"_s),
        u"1"_s, 90'000);
    QCOMPARE(writer.acknowledged(), 0);
    // Whoever is responsible decides to go on with one server.
    m_primary->sql(u"alter system reset synchronous_standby_names"_s);
    m_primary->sql(u"select pg_reload_conf()"_s);
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 0, 90'000);
}

void TestStandby::aFormerPrimaryComesBackAsStandby()
{
    m_primary->sql(u"insert into entry select generate_series(1, 1000)"_s);
    m_primary->kill();
    m_standby->promote();
    m_standby->sql(u"insert into entry select generate_series(1001, 2000)"_s);
    // Anew from the new primary: what rewinding saves in copying, it costs in care.
    const auto back = TestCluster::standbyOf(*m_standby, u"standby2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(back->sql(u"select count(*), pg_is_in_recovery() from entry"_s),
                              u"2000|t"_s, 90'000);
    m_standby->sql(u"insert into entry values (2001)"_s);
    QTRY_COMPARE_WITH_TIMEOUT(back->sql(u"select count(*) from entry"_s), u"2001"_s, 90'000);
}

QTEST_GUILESS_MAIN(TestStandby)
#include "tst_standby.moc"
