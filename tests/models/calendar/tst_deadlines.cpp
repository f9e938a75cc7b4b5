#include "calendar/deadlines.h"
#include "support/cases.h"

#include <QTest>

using namespace calendar;

namespace {

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

} // namespace

/// Holidays, office days, deadlines, ages, 年度: the vectors of municipal-facts.md 3.4 to 3.7.
class TestDeadlines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holidaysOfWholeYears_data();
    void holidaysOfWholeYears();
    void singleHolidays_data();
    void singleHolidays();
    void officeDays();
    void deadlines_data();
    void deadlines();
    void ages_data();
    void ages();
    void ageInEverydayLife();
    void ageOfUnknownBirth();
    void fiscalYears();
    void invalidDaysStayInvalid();
};

void TestDeadlines::holidaysOfWholeYears_data()
{
    QTest::addColumn<int>("year");
    for (const int year : {2020, 2026, 2027})
        QTest::addRow("%d", year) << year;
}

void TestDeadlines::holidaysOfWholeYears()
{
    QFETCH(int, year);
    QStringList expected;
    for (const auto &one : support::cases("holidays")) {
        if (day(one.text("day")).year() == year)
            expected.append(one.text("day") + u' ' + one.text("name"));
    }
    QVERIFY(!expected.isEmpty());
    QStringList found;
    for (QDate each(year, 1, 1); each.year() == year; each = each.addDays(1)) {
        const QString name = OfficeCalendar::shipped().holidayName(each);
        if (!name.isEmpty())
            found.append(each.toString(Qt::ISODate) + u' ' + name);
    }
    QCOMPARE(found, expected);
}

void TestDeadlines::singleHolidays_data()
{
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("name");
    const auto all = support::cases("singleholidays");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all)
        QTest::newRow(one.name().constData()) << one.text("day") << one.text("name");
}

void TestDeadlines::singleHolidays()
{
    QFETCH(QString, on);
    QFETCH(QString, name);
    QCOMPARE(OfficeCalendar::shipped().holidayName(day(on)), name);
}

void TestDeadlines::officeDays()
{
    const OfficeCalendar &office = OfficeCalendar::shipped();
    QVERIFY(office.isOpen(QDate(2026, 11, 20)));
    QVERIFY(!office.isOpen(QDate(2026, 11, 21))); // Saturday
    QVERIFY(!office.isOpen(QDate(2026, 11, 23)));
    QVERIFY(office.isOpen(QDate(2026, 12, 28)));
    QVERIFY(!office.isOpen(QDate(2026, 12, 29)));
    QVERIFY(!office.isOpen(QDate(2027, 1, 3)));
    QVERIFY(office.isOpen(QDate(2027, 1, 4)));
    QCOMPARE(office.openOnOrAfter(QDate(2026, 11, 21)), QDate(2026, 11, 24));
}

void TestDeadlines::deadlines_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("expect");
    const auto all = support::cases("deadlines");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all) {
        QTest::newRow(one.name().constData())
            << one.text("rule") << one.text("day") << one.text("second") << one.text("expect");
    }
}

void TestDeadlines::deadlines()
{
    QFETCH(QString, rule);
    QFETCH(QString, from);
    QFETCH(QString, second);
    QFETCH(QString, expect);
    const QDate got = rule == QStringLiteral("notice") ? noticeDeadline(day(from))
                      : rule == QStringLiteral("tax")
                          ? taxDue(day(from))
                          : specialMoveInDeadline(day(from), day(second));
    QCOMPARE(got, day(expect));
}

void TestDeadlines::ages_data()
{
    QTest::addColumn<QString>("born");
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("reached");
    const auto all = support::cases("ages");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all) {
        QTest::newRow(one.name().constData())
            << one.text("born") << one.text("age").toInt() << one.text("reached");
    }
}

void TestDeadlines::ages()
{
    QFETCH(QString, born);
    QFETCH(int, age);
    QFETCH(QString, reached);
    const QDate on = day(reached);
    QCOMPARE(reachesAgeOn(day(born), age), on);
    QCOMPARE(legalAgeOn(day(born), on), age);
    QCOMPARE(legalAgeOn(day(born), on.addDays(-1)), age - 1);
}

void TestDeadlines::ageInEverydayLife()
{
    QCOMPARE(ageOn(QDate(2006, 4, 1), QDate(2026, 3, 31)), 19);
    QCOMPARE(ageOn(QDate(2006, 4, 1), QDate(2026, 4, 1)), 20);
    QCOMPARE(ageOn(QDate(2026, 4, 1), QDate(2026, 4, 1)), 0);
    QCOMPARE(ageOn(QDate(2026, 4, 2), QDate(2026, 4, 1)), -1);
    QCOMPARE(ageOn(QDate(2004, 2, 29), QDate(2025, 2, 28)), 20);
    QCOMPARE(ageOn(QDate(2004, 2, 29), QDate(2025, 3, 1)), 21);
}

void TestDeadlines::ageOfUnknownBirth()
{
    const PartialDate born{.text = QStringLiteral("昭和20年月日不詳"),
                           .earliest = QDate(1945, 1, 1),
                           .latest = QDate(1945, 12, 31),
                           .precision = Precision::Year};
    QCOMPARE(ageRangeOn(born, QDate(2026, 11, 21)), (AgeRange{.youngest = 80, .oldest = 81}));
    QCOMPARE(ageRangeOn({}, QDate(2026, 11, 21)), AgeRange());
}

void TestDeadlines::fiscalYears()
{
    QCOMPARE(fiscalYear(QDate(2027, 3, 31)), 2026);
    QCOMPARE(fiscalYear(QDate(2026, 4, 1)), 2026);
    QCOMPARE(fiscalYearName(2026), QStringLiteral("令和8年度"));
    QCOMPARE(fiscalYearName(2019), QStringLiteral("令和元年度"));
    QCOMPARE(fiscalYearName(2018), QStringLiteral("平成30年度"));
    QCOMPARE(fiscalYearName(1989), QStringLiteral("平成元年度"));
    QCOMPARE(fiscalYearName(1988), QStringLiteral("昭和63年度"));
}

void TestDeadlines::invalidDaysStayInvalid()
{
    QVERIFY(!noticeDeadline(QDate()).isValid());
    QVERIFY(!taxDue(QDate()).isValid());
    QVERIFY(!specialMoveInDeadline(QDate(), QDate(2026, 4, 1)).isValid());
    QVERIFY(!reachesAgeOn(QDate(), 20).isValid());
    QCOMPARE(ageOn(QDate(), QDate(2026, 4, 1)), -1);
    QVERIFY(!OfficeCalendar::shipped().isOpen(QDate()));
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
