#include "tables/csv.h"
#include "tables/table.h"

#include <QDir>
#include <QTest>

using base::ErrorCode;
using tables::Table;

/// Effective-dated tables: strict reading, lines by day, versions.
class TestTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsQuotesBomAndCrlf();
    void refusesWhatIsNotCsv_data();
    void refusesWhatIsNotCsv();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void holdsFromDayToDay();
    void saysWhenAYearIsMissing();
    void versionFollowsTheBytes();
    void everyShippedTableLoads_data();
    void everyShippedTableLoads();
    void healthInsuranceCardHasEnded();
};

void TestTables::readsQuotesBomAndCrlf()
{
    const auto lines =
        tables::readCsv("\xEF\xBB\xBF"
                        "a,b\r\n\"x,1\",\"say \"\"no\"\"\nand go\"\r\n\r\n# rem\r\n,z");
    QVERIFY(lines);
    QCOMPARE(lines->size(), 3);
    QCOMPARE(lines->at(0).fields, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(lines->at(1).fields,
             QStringList({QStringLiteral("x,1"), QStringLiteral("say \"no\"\nand go")}));
    QCOMPARE(lines->at(2).fields, QStringList({QString(), QStringLiteral("z")}));
    QCOMPARE(lines->at(2).line, 6);
}

void TestTables::refusesWhatIsNotCsv_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    QTest::newRow("quote in a bare field")
        << QByteArray("a,b\nc\"d,e\n") << QStringLiteral("line 2");
    QTest::newRow("text after a quote")
        << QByteArray("a,b\n\"c\"d,e\n") << QStringLiteral("line 2");
    QTest::newRow("open quote") << QByteArray("a\nb\n\"c\nd\n") << QStringLiteral("line 3");
    QTest::newRow("not UTF-8") << QByteArray("a\nb\n\xC3\x28\n") << QStringLiteral("line 3");
    QTest::newRow("bare CR") << QByteArray("a\rb\n") << QStringLiteral("line 1");
}

void TestTables::refusesWhatIsNotCsv()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);
    const auto lines = tables::readCsv(bytes);
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::TableUnreadable);
    QVERIFY2(lines.error().detail.startsWith(detail), qPrintable(lines.error().detail));
}

void TestTables::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no source column") << QByteArray("valid_from,valid_to,x\n,,1\n");
    QTest::newRow("no source") << QByteArray("valid_from,valid_to,source,x\n,,,1\n");
    QTest::newRow("bad date") << QByteArray("valid_from,valid_to,source,x\n2026-02-30,,law,1\n");
    QTest::newRow("other date form")
        << QByteArray("valid_from,valid_to,source,x\n2026/02/03,,law,1\n");
    QTest::newRow("ends before") << QByteArray(
        "valid_from,valid_to,source,x\n2026-02-03,2026-02-02,law,1\n");
    QTest::newRow("field missing") << QByteArray("valid_from,valid_to,source,x\n,,law\n");
    QTest::newRow("field too many") << QByteArray("valid_from,valid_to,source,x\n,,law,1,2\n");
    QTest::newRow("column twice") << QByteArray("valid_from,valid_to,source,x,x\n,,law,1,2\n");
}

void TestTables::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, bytes);
    const auto table = Table::parse(QStringLiteral("t"), bytes);
    QVERIFY(!table);
    QCOMPARE(table.error().code, ErrorCode::TableUnreadable);
}

void TestTables::holdsFromDayToDay()
{
    const auto table = Table::parse(QStringLiteral("fee"), "valid_from,valid_to,source,kind,yen\n"
                                                           ",2026-03-31,law A,copy,200\n"
                                                           "2026-04-01,,law B,copy,300\n"
                                                           ",,law C,card,100\n");
    QVERIFY(table);
    const tables::Key copy = {{QStringLiteral("kind"), QStringLiteral("copy")}};
    const QString yen = QStringLiteral("yen");
    QCOMPARE(table->rowOn(QDate(2026, 3, 31), copy)->number(yen), 200);
    QCOMPARE(table->rowOn(QDate(2026, 4, 1), copy)->number(yen), 300);
    QCOMPARE(table->rowOn(QDate(2026, 4, 1), copy)->source, QStringLiteral("law B"));
    QCOMPARE(table->rowsOn(QDate(2026, 4, 1)).size(), 2);
    QVERIFY(table->rowsOn(QDate()).isEmpty());
}

void TestTables::saysWhenAYearIsMissing()
{
    const auto table = Table::parse(
        QStringLiteral("fee"), "valid_from,valid_to,source,yen\n2026-01-01,2026-12-31,law,1\n");
    QVERIFY(table);
    const auto row = table->rowOn(QDate(2027, 1, 1), {});
    QVERIFY(!row);
    QCOMPARE(row.error().code, ErrorCode::TableYearMissing);
    QCOMPARE(Table::load(QStringLiteral("nowhere")).error().code, ErrorCode::TableUnreadable);
    QCOMPARE(table->needs({QStringLiteral("dollars")}).error().code, ErrorCode::TableUnreadable);
}

void TestTables::versionFollowsTheBytes()
{
    // echo -n 'valid_from,valid_to,source' | sha256sum
    const auto table = Table::parse(QStringLiteral("t"), "valid_from,valid_to,source");
    QVERIFY(table);
    QCOMPARE(table->version(), QStringLiteral("9bb12bab5eae9e99"));
    const auto other = Table::parse(QStringLiteral("t"), "valid_from,valid_to,source\n");
    QVERIFY(other->version() != table->version());
}

void TestTables::everyShippedTableLoads_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/tables"))
                                  .entryList({QStringLiteral("*.csv")}, QDir::Files);
    QVERIFY(files.size() >= 8);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestTables::everyShippedTableLoads()
{
    QFETCH(QString, name);
    const auto table = Table::load(name);
    QVERIFY2(table.has_value(), qPrintable(table ? QString() : table.error().detail));
    QVERIFY(!table->rows().isEmpty());
}

void TestTables::healthInsuranceCardHasEnded()
{
    // municipal-facts 5.4: last day 2025-12-01.
    const auto table = Table::load(QStringLiteral("identity"));
    QVERIFY(table);
    const tables::Key card = {{QStringLiteral("code"), QStringLiteral("health-insurance")}};
    QVERIFY(table->rowOn(QDate(2025, 12, 1), card));
    QVERIFY(!table->rowOn(QDate(2025, 12, 2), card));
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
