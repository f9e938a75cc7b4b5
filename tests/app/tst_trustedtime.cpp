// links: madoguchi_app
#include "app/trustedtime.h"
#include "support/fakeclock.h"

#include <QtTest>

/// The register's time goes on by itself, whatever somebody does to the PC's clock (design.md 3).
class TestTrustedTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePcMaySayWhatItLikes();
    void theDayBeginsInJapan();
};

void TestTrustedTime::thePcMaySayWhatItLikes()
{
    support::FakeClock pc(QDate(2026, 11, 2));
    app::TrustedTime time(pc);
    QCOMPARE(time.today(), QDate(2026, 11, 2));
    const QDateTime told(QDate(2026, 11, 20), QTime(3, 0), Qt::UTC);
    time.set(told.toMSecsSinceEpoch());
    pc.goTo(QDate(2026, 1, 1));
    QCOMPARE(time.nowMs(), told.toMSecsSinceEpoch());
    pc.pass(60'000);
    QCOMPARE(time.nowMs(), told.addSecs(60).toMSecsSinceEpoch());
    QCOMPARE(time.today(), QDate(2026, 11, 20));
}

void TestTrustedTime::theDayBeginsInJapan()
{
    const support::FakeClock pc;
    app::TrustedTime time(pc);
    time.set(QDateTime(QDate(2026, 11, 20), QTime(14, 59, 59), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(time.today(), QDate(2026, 11, 20));
    time.set(QDateTime(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(time.today(), QDate(2026, 11, 21));
}

QTEST_GUILESS_MAIN(TestTrustedTime)
#include "tst_trustedtime.moc"
