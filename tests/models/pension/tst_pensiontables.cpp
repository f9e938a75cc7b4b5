#include "pension/codes.h"
#include "pension/record.h"

#include <QSet>
#include <QTest>

using namespace pension;
using namespace Qt::Literals::StringLiterals;

namespace {

tables::Table shipped(const QString &name)
{
    const auto table = tables::Table::load(name);
    return table ? *table : tables::Table();
}

} // namespace

/// pension_codes, pension_amounts and pension_thresholds.
class TestPensionTables final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCodesThatRulesLookAt();
    void everyStoredValueHasWords();
    void codesAreThereOnce();
    void amountsOfTheYear_data();
    void amountsOfTheYear();
    void partsAreOfTheContribution();
    void everyMonthHasOneThreshold();
};

void TestPensionTables::theCodesThatRulesLookAt()
{
    const auto codes = shipped(u"pension_codes"_s);
    const auto words = [&codes](int item, QLatin1StringView code) {
        return codeWords(item, code, codes);
    };
    QCOMPARE(words(9, acquired::age20), u"２０歳到達"_s);
    QCOMPARE(words(9, acquired::lostSecond), u"第２号喪失（退職等）"_s);
    QCOMPARE(words(9, acquired::lostThird), u"第３号喪失（扶養から外れた等）"_s);
    QCOMPARE(words(9, acquired::fromAbroad), u"国外から転入"_s);
    QCOMPARE(words(9, acquired::voluntary), u"任意加入の申出"_s);
    QCOMPARE(words(9, acquired::becameSecond), u"第２号取得（就職等）"_s);
    QCOMPARE(words(9, acquired::becameThird), u"第３号取得（扶養に入った等）"_s);
    QCOMPARE(words(13, lost::death), u"死亡"_s);
    QCOMPARE(words(13, lost::abroad), u"国外へ転出"_s);
    QCOMPARE(words(13, lost::age60), u"６０歳到達"_s);
    QCOMPARE(words(13, lost::becameSecond), u"第２号取得（就職等）"_s);
    QCOMPARE(words(13, lost::becameThird), u"第３号取得（扶養に入った等）"_s);
    QCOMPARE(words(13, lost::leftVoluntary), u"任意加入の脱退申出"_s);
    QCOMPARE(words(13, lost::full), u"満額（480月）到達"_s);
    QCOMPARE(words(13, lost::age65), u"６５歳到達"_s);
    QCOMPARE(words(13, lost::age70), u"７０歳到達"_s);
    QCOMPARE(words(13, lost::excluded), u"適用除外に該当"_s);
    // What is no code stands as it is.
    QCOMPARE(codeWords(9, u"99"_s, codes), u"99"_s);
    QCOMPARE(codeWords(9, u"手書きの事由"_s, codes), u"手書きの事由"_s);
    QCOMPARE(codeWords(9, QString(), codes), QString());
}

void TestPensionTables::everyStoredValueHasWords()
{
    const auto codes = shipped(u"pension_codes"_s);
    const auto known = [&codes](int item, int value) {
        return codeWords(item, QString::number(value), codes) != QString::number(value);
    };
    for (int value = 1; value <= static_cast<int>(Category::VoluntarySpecial); ++value)
        QVERIFY(known(6, value));
    for (int value = 0; value <= static_cast<int>(ResultState::Cancelled); ++value)
        QVERIFY(known(17, value));
    for (int value = 1; value <= static_cast<int>(ExemptionKind::Student); ++value)
        QVERIFY(known(18, value));
    QCOMPARE(codeWords(18, QString::number(static_cast<int>(ExemptionKind::Deferral)), codes),
             u"納付猶予"_s);
    QCOMPARE(codeWords(6, QString::number(static_cast<int>(Category::Third)), codes), u"第３号"_s);
}

void TestPensionTables::codesAreThereOnce()
{
    QSet<QString> seen;
    const auto codes = shipped(u"pension_codes"_s);
    for (const tables::Row &row : codes.rows()) {
        const QString key = row.text(u"item"_s) + u'/' + row.text(u"code"_s);
        QVERIFY2(!seen.contains(key), qPrintable(key));
        seen.insert(key);
        const int item = row.number(u"item"_s);
        QVERIFY(item >= 1 && item <= 66);
        QVERIFY(!row.text(u"words"_s).isEmpty());
        QVERIFY(!row.source.isEmpty());
    }
    QVERIFY(seen.size() > 60);
}

void TestPensionTables::amountsOfTheYear_data()
{
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("yen");
    // municipal-facts.md 7.2
    QTest::newRow("R5") << QDate(2024, 3, 31) << u"contribution"_s << 16520;
    QTest::newRow("R6") << QDate(2024, 4, 1) << u"contribution"_s << 16980;
    QTest::newRow("R7") << QDate(2026, 3, 31) << u"contribution"_s << 17510;
    QTest::newRow("R8") << QDate(2026, 4, 1) << u"contribution"_s << 17920;
    QTest::newRow("付加") << QDate(2026, 11, 21) << u"additional"_s << 400;
    QTest::newRow("満額 R8") << QDate(2026, 11, 21) << u"old_age_full"_s << 70608;
    QTest::newRow("給付金 R8") << QDate(2026, 11, 21) << u"support_standard"_s << 5620;
    // 61.86.12.43 (a town's page): 4,130, 8,260 and 12,390 in R5
    QTest::newRow("1/4 R5") << QDate(2023, 4, 1) << u"quarter"_s << 4130;
    QTest::newRow("1/2 R5") << QDate(2023, 4, 1) << u"half"_s << 8260;
    QTest::newRow("3/4 R5") << QDate(2023, 4, 1) << u"three_quarters"_s << 12390;
}

void TestPensionTables::amountsOfTheYear()
{
    QFETCH(QDate, on);
    QFETCH(QString, name);
    QFETCH(int, yen);
    const auto row = shipped(u"pension_amounts"_s).rowOn(on, {{u"name"_s, name}});
    QVERIFY(row.has_value());
    QCOMPARE(row->number(u"yen"_s), yen);
}

void TestPensionTables::partsAreOfTheContribution()
{
    const auto amounts = shipped(u"pension_amounts"_s);
    const auto yen = [&amounts](QDate on, const QString &name) {
        const auto row = amounts.rowOn(on, {{u"name"_s, name}});
        return row ? row->number(u"yen"_s) : 0;
    };
    for (int year = 2023; year <= 2026; ++year) {
        const QDate on(year, 4, 1);
        const int whole = yen(on, u"contribution"_s);
        QVERIFY(whole > 0);
        // 第90条の2第6項: 五円未満切捨て、五円以上十円未満切上げ。
        QCOMPARE(yen(on, u"quarter"_s), (whole + 20) / 40 * 10);
        QCOMPARE(yen(on, u"half"_s), (2 * whole + 20) / 40 * 10);
        QCOMPARE(yen(on, u"three_quarters"_s), (3 * whole + 20) / 40 * 10);
    }
    QVERIFY(!amounts.rowOn(QDate(2027, 4, 1), {{u"name"_s, u"contribution"_s}}).has_value());
}

void TestPensionTables::everyMonthHasOneThreshold()
{
    const auto thresholds = shipped(u"pension_thresholds"_s);
    for (QDate month(2016, 7, 1); month < QDate(2030, 7, 1); month = month.addMonths(1)) {
        QSet<QString> kinds;
        for (const tables::Row &row : thresholds.rowsOn(month)) {
            QVERIFY(!kinds.contains(row.text(u"kind"_s)));
            kinds.insert(row.text(u"kind"_s));
        }
        QCOMPARE(kinds.size(), 6);
    }
}

QTEST_GUILESS_MAIN(TestPensionTables)
#include "tst_pensiontables.moc"
