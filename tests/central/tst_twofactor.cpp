#include "support/testcluster.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// Both factors are asked by the server itself, whatever program calls (shows 1 of the register).
class TestTwoFactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bothFactorsGetIn();

private:
    std::unique_ptr<TestCluster> m_cluster;
    ClientCertificate m_clerk;
};

void TestTwoFactor::initTestCase()
{
    m_cluster = std::make_unique<TestCluster>();
    m_cluster->sql(u"create role clerk1 login password 'one'"_s);
    m_clerk = m_cluster->authority().certifyWithKeyFile(u"clerk1"_s);
}

void TestTwoFactor::bothFactorsGetIn()
{
    const Ran ran = TestCluster::ask(m_cluster->connection(u"clerk1"_s, m_clerk), u"one"_s,
                                     u"select session_user, version from pg_stat_ssl where pid = "
                                     "pg_backend_pid()"_s);
    QCOMPARE(ran.error, QString());
    QCOMPARE(ran.output.trimmed(), u"clerk1|TLSv1.3"_s);
}

QTEST_GUILESS_MAIN(TestTwoFactor)
#include "tst_twofactor.moc"
