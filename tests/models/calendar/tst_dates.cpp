#include "calendar/dateinput.h"
#include "support/cases.h"

#include <QRandomGenerator>
#include <QTest>

using namespace calendar;

/// 和暦 both ways, shorthand, unknown dates: the vectors of municipal-facts.md 3.1 to 3.3.
class TestDates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void readsUnknown_data();
    void readsUnknown();
    void seasonsOutsideTheEra();
    void writes_data();
    void writes();
    void everyDayComesBack();
    void foreignersHaveWesternDates();
    void beforeTheGregorianCalendar();
    void resultCarriesTheFault();
    void newEraIsOneLine();
    void anyInputIsSafe();
};

void TestDates::reads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("era");
    QTest::addColumn<bool>("wholeDay");
    QTest::addColumn<QString>("expect");
    const auto all = support::cases("dates");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all) {
        QTest::newRow(one.name().constData())
            << one.text("typed") << one.text("digits") << one.text("default_era")
            << (one.text("whole_day") == QStringLiteral("yes")) << one.text("expect");
    }
}

void TestDates::reads()
{
    QFETCH(QString, typed);
    QFETCH(QString, digits);
    QFETCH(QString, era);
    QFETCH(bool, wholeDay);
    QFETCH(QString, expect);
    const DateRules rules{.digits = digits == QStringLiteral("pension") ? EraDigits::Pension
                                                                        : EraDigits::Resident,
                          .defaultEra = era,
                          .wholeDayOnly = wholeDay};
    const DateReading reading = readDate(typed, rules);
    QString got = faultName(reading.fault);
    if (reading.fault == DateFault::EraOver)
        got += u' ' + reading.suggestion.toString(Qt::ISODate);
    if (reading.ok()) {
        got = reading.date.earliest.toString(Qt::ISODate);
        if (!reading.date.isDay())
            got += u'/' + reading.date.latest.toString(Qt::ISODate);
    }
    QCOMPARE(got, expect);
}

void TestDates::readsUnknown_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("earliest");
    QTest::addColumn<QString>("latest");
    QTest::addColumn<QString>("precision");
    const auto all = support::cases("unknowndates");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all) {
        QTest::newRow(one.name().constData()) << one.text("typed") << one.text("earliest")
                                              << one.text("latest") << one.text("precision");
    }
}

void TestDates::readsUnknown()
{
    QFETCH(QString, typed);
    QFETCH(QString, earliest);
    QFETCH(QString, latest);
    QFETCH(QString, precision);
    static const QHash<QString, Precision> precisions = {
        {QStringLiteral("Nothing"), Precision::Nothing},
        {QStringLiteral("Year"), Precision::Year},
        {QStringLiteral("Season"), Precision::Season},
        {QStringLiteral("Month"), Precision::Month},
        {QStringLiteral("TenDays"), Precision::TenDays},
        {QStringLiteral("Day"), Precision::Day},
    };
    QVERIFY(precisions.contains(precision));
    const DateReading reading = readDate(typed, {.defaultEra = {}, .unknownAllowed = true});
    QCOMPARE(faultName(reading.fault), QStringLiteral("None"));
    QCOMPARE(reading.date.earliest.toString(Qt::ISODate), earliest);
    QCOMPARE(reading.date.latest.toString(Qt::ISODate), latest);
    QCOMPARE(reading.date.precision, precisions.value(precision));
    QVERIFY(!reading.date.isDay());
    // Shown and passed on unchanged (住民記録システム標準仕様書 1.1.8).
    QCOMPARE(display(reading.date), typed);
    QCOMPARE(display(reading.date, Reckoning::Western, Style::Certificate), typed);
}

// municipal-facts 3.1: an era has only its own months; a spring before 昭和 is not one of 昭和.
void TestDates::seasonsOutsideTheEra()
{
    const auto why = [](const QString &typed) {
        return faultName(readDate(typed, {.defaultEra = {}, .unknownAllowed = true}).fault);
    };
    QCOMPARE(why(QStringLiteral("昭和元年春")), QStringLiteral("EraNotBegun"));
    QCOMPARE(why(QStringLiteral("昭和64年夏")), QStringLiteral("EraOver"));
    QCOMPARE(why(QStringLiteral("昭和64年1月中旬")), QStringLiteral("EraOver"));
    QCOMPARE(why(QStringLiteral("昭和元年12月上旬頃")), QStringLiteral("EraNotBegun"));
    QCOMPARE(why(QStringLiteral("平成31年秋")), QStringLiteral("EraOver"));
}

void TestDates::writes_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QStringList>("styles");
    const auto all = support::cases("wareki");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all) {
        QTest::newRow(one.name().constData())
            << QDate::fromString(one.text("day"), Qt::ISODate)
            << QStringList({one.text("certificate"), one.text("screen"), one.text("weekday"),
                            one.text("short")});
    }
}

void TestDates::writes()
{
    QFETCH(QDate, day);
    QFETCH(QStringList, styles);
    QCOMPARE(wareki(day, Style::Certificate), styles.at(0));
    QCOMPARE(wareki(day, Style::Screen), styles.at(1));
    QCOMPARE(wareki(day, Style::ScreenWeekday), styles.at(2));
    QCOMPARE(wareki(day, Style::Short), styles.at(3));
}

void TestDates::everyDayComesBack()
{
    for (QDate day(1873, 1, 1); day < QDate(2040, 1, 1); day = day.addDays(1)) {
        for (const Style style :
             {Style::Certificate, Style::Screen, Style::ScreenWeekday, Style::Short}) {
            const DateReading reading = readDate(wareki(day, style));
            QVERIFY2(reading.ok() && reading.date == PartialDate::on(day),
                     qPrintable(day.toString(Qt::ISODate)));
        }
        if (day.day() > 2 && day.month() % 3 != 0)
            day = day.addDays(day.day() % 7);
    }
}

void TestDates::foreignersHaveWesternDates()
{
    const PartialDate born = PartialDate::on(QDate(1990, 3, 5));
    QCOMPARE(display(born, Reckoning::Western), QStringLiteral("1990年3月5日"));
    QCOMPARE(display(born, Reckoning::Western, Style::Certificate),
             QStringLiteral("１９９０年３月５日"));
    QCOMPARE(display(born, Reckoning::Wareki), QStringLiteral("平成2年3月5日"));
    QCOMPARE(display(PartialDate()), QString());
}

void TestDates::beforeTheGregorianCalendar()
{
    QCOMPARE(wareki(QDate(1872, 12, 31)), QStringLiteral("1872年12月31日"));
    QCOMPARE(wareki(QDate()), QString());
    QVERIFY(!Eras::shipped().eraOf(QDate(1872, 12, 31)));
}

void TestDates::resultCarriesTheFault()
{
    const auto good = parseDate(u"R8.11.21");
    QVERIFY(good);
    QCOMPARE(good->earliest, QDate(2026, 11, 21));
    const auto bad = parseDate(u"R8.2.30");
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, base::ErrorCode::ConditionUnreadable);
    QCOMPARE(bad.error().detail, QStringLiteral("NoSuchDay"));
    const auto longOne = parseDate(QString(10000, u'1'));
    QVERIFY(!longOne);
    QCOMPARE(longOne.error().code, base::ErrorCode::ConditionTooLong);
}

void TestDates::newEraIsOneLine()
{
    // 住民記録システム標準仕様書 1.3.6: a new 元号 is a change of a parameter.
    QFile file(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/tables/eras.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    bytes.replace("2019-05-01,,1", "2019-05-01,2099-03-31,1");
    bytes += QStringLiteral(",,架空,試験,X,6,11,2099-04-01,,1\n").toUtf8();
    const auto table = tables::Table::parse(QStringLiteral("eras"), bytes);
    QVERIFY(table);
    const auto eras = Eras::load(*table);
    QVERIFY(eras);
    QCOMPARE(eras->write(QDate(2099, 4, 1), Style::Screen), QStringLiteral("試験元年4月1日"));
    QCOMPARE(eras->write(QDate(2099, 3, 31), Style::Short), QStringLiteral("R81.3.31"));
    QVERIFY(eras->version() != Eras::shipped().version());
}

void TestDates::anyInputIsSafe()
{
    QRandomGenerator random(20261121);
    const QString pieces =
        QStringLiteral("RHS令和昭元年月日0123456789./- 不詳頃推定春上旬から間　😀");
    for (int round = 0; round < 3000; ++round) {
        QString any;
        const int size = round == 0 ? 10000 : random.bounded(30);
        for (int i = 0; i < size; ++i) {
            any.append(random.bounded(5) == 0
                           ? QChar(static_cast<char16_t>(random.bounded(0x10000)))
                           : pieces.at(random.bounded(int(pieces.size()))));
        }
        const DateReading reading = readDate(
            any,
            {.defaultEra = QStringLiteral("S"), .wholeDayOnly = false, .unknownAllowed = true});
        if (reading.ok() && reading.date.precision != Precision::Nothing)
            QVERIFY(reading.date.earliest.isValid() &&
                    reading.date.earliest <= reading.date.latest);
    }
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
