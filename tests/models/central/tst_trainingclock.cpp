#include "central/trainingclock.h"
#include "support/postgresregister.h"

#include <QTest>

using base::ErrorCode;
using support::TestPostgresRegister;
using namespace Qt::Literals::StringLiterals;

/// The clock of a register on PostgreSQL that stands, for a case book.
class TestTrainingClock final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_connection.reset(); }
    void itStandsWhereItWasSet();
    void accountsGoByIt();
    void noOtherRegisterHasOne();

private:
    [[nodiscard]] QString now() const
    {
        return TestPostgresRegister::cluster().sql(
            u"select to_char(office.moment() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')"_s,
            m_register->database());
    }
    std::unique_ptr<TestPostgresRegister> m_register;
    std::unique_ptr<central::PgConnection> m_connection;
};

void TestTrainingClock::init()
{
    m_register = std::make_unique<TestPostgresRegister>(central::CityPart{});
    central::PgTarget owner;
    owner.connect = TestPostgresRegister::cluster().administrator(m_register->database());
    m_connection = TestPostgresRegister::must(central::PgConnection::open(owner));
}

void TestTrainingClock::itStandsWhereItWasSet()
{
    for (const QDateTime &moment : {QDateTime(QDate(2027, 1, 4), QTime(1, 2, 3), Qt::UTC),
                                    QDateTime(QDate(2026, 4, 15), QTime(1, 0), Qt::UTC)}) {
        QVERIFY(central::standStill(*m_connection, moment));
        QCOMPARE(now(), moment.toString(u"yyyy-MM-dd hh:mm:ss"_s));
        QCOMPARE(now(), moment.toString(u"yyyy-MM-dd hh:mm:ss"_s));
    }
}

void TestTrainingClock::accountsGoByIt()
{
    // The clerk's account begins on 2026-04-01.
    QVERIFY(
        central::standStill(*m_connection, QDateTime(QDate(2026, 3, 31), QTime(1, 0), Qt::UTC)));
    const auto early = m_register->signIn(u"clerk"_s);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::UserExpired);
    QVERIFY(
        central::standStill(*m_connection, QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC)));
    QVERIFY(m_register->signIn(u"clerk"_s));
}

void TestTrainingClock::noOtherRegisterHasOne()
{
    // A second city on the same server, which is no training.
    TestPostgresRegister::must(central::PostgresRegister::makeCity(
        *m_connection,
        {.registerId = u"22222222-2222-4333-8444-555555555555"_s,
         .municipality = u"あさぎり県あおば市"_s,
         .code = u"982024"_s,
         .training = false},
        TestPostgresRegister::cluster().keyFile()));
    const QString before = now();
    const auto set =
        central::standStill(*m_connection, QDateTime(QDate(2027, 1, 4), QTime(1, 0), Qt::UTC));
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::StatementFailed);
    QCOMPARE(now(), before);
}

QTEST_GUILESS_MAIN(TestTrainingClock)
#include "tst_trainingclock.moc"
