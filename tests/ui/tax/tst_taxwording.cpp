#include "taxes.h"

#include "ui/tax/assessmentitems.h"
#include "ui/tax/ledgermodel.h"
#include "ui/tax/marks.h"
#include "ui/tax/wording.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

/// Words for every code that the rules of tax answer with.
class TestTaxWording : public QObject
{
    Q_OBJECT

private:
    /// The codes that stand in the sources of models/tax behind the named calls.
    static QStringList codes(const QString &call)
    {
        const QRegularExpression code(call + QStringLiteral("\"([a-z0-9-]+)\""));
        QStringList all;
        const QDir folder(QStringLiteral(MADOGUCHI_SOURCE_DIR "/models/tax"));
        for (const QString &name : folder.entryList({QStringLiteral("*.cpp")})) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (auto found = code.globalMatch(text); found.hasNext();)
                all.append(found.next().captured(1));
        }
        return all;
    }
    static void allHave(const QStringList &all, QString (*words)(const QString &))
    {
        const QString unknown = words(QStringLiteral("no such code"));
        QVERIFY(!unknown.isEmpty());
        for (const QString &code : all)
            QVERIFY2(words(code) != unknown, qPrintable(code));
    }

private Q_SLOTS:
    void initTestCase() { words::speak(*qApp, QStringLiteral("ja")); }
    void everyStepHasWords();
    void everyReasonToDoubtHasWords();
    void everyContradictionHasWords();
    void everyTimeOfALateChargeHasWords();
    void amountsAreWrittenInGroups();
    void periodsAndMonths();
    void ratesKeepTheirPlaces();
    void theTaxableAmountIsCut();
    void stoppedIsNotPostponed();
    void bothWaysBeginWithABillAndEndWithAMonth();
};

void TestTaxWording::everyStepHasWords()
{
    const QStringList all = codes(QStringLiteral("(?:add|deduct)\\(u"));
    QVERIFY(all.size() > 30);
    allHave(all, taxui::stepWords);
}

void TestTaxWording::everyReasonToDoubtHasWords()
{
    const QStringList all = codes(QStringLiteral("note\\([^;]*?u")) +
                            codes(QStringLiteral("doubt\\(QStringLiteral\\("));
    QVERIFY(all.size() > 10);
    allHave(all, taxui::outsideWords);
    // The tables name reasons of their own in their last column.
    for (const QString &name : {QStringLiteral("tax_rates"), QStringLiteral("tax_deductions")}) {
        QFile file(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/tables/%1.csv").arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        QVERIFY(lines.first().endsWith(QStringLiteral(",doubt")));
        QStringList doubts;
        for (const QString &line : lines.mid(1)) {
            const QString doubt = line.section(u',', -1).trimmed();
            if (!line.startsWith(u'#') && line.contains(u',') && !doubt.isEmpty())
                doubts.append(doubt);
        }
        allHave(doubts, taxui::outsideWords);
    }
}

void TestTaxWording::everyContradictionHasWords()
{
    const QStringList all = codes(QStringLiteral("expect\\(u"));
    QVERIFY(all.size() >= 5);
    const QString unknown = taxui::contradictionWords(QStringLiteral("no such code")).what;
    for (const QString &code : all) {
        QVERIFY2(taxui::contradictionWords(code).what != unknown, qPrintable(code));
        QVERIFY(!taxui::contradictionWords(code).todo.isEmpty());
    }
}

void TestTaxWording::everyTimeOfALateChargeHasWords()
{
    // tax/latecharge.h
    allHave({QStringLiteral("first-month"), QStringLiteral("later"), QStringLiteral("relief"),
             QStringLiteral("none"), QStringLiteral("not-late"), QStringLiteral("nothing-owed"),
             QStringLiteral("base-below-2000"), QStringLiteral("charge-below-1000")},
            taxui::lateChargeWords);
}

void TestTaxWording::amountsAreWrittenInGroups()
{
    QCOMPARE(taxui::amountWords(0), QStringLiteral("0"));
    QCOMPARE(taxui::amountWords(1234567), QStringLiteral("1,234,567"));
    QCOMPARE(taxui::amountWords(-1000), QStringLiteral("−1,000"));
    QCOMPARE(taxui::yenWords(12345), QStringLiteral("12,345円"));
    QCOMPARE(taxui::arithmeticWords(QStringLiteral("max(150,000 − 100, 50,000) × 5%")),
             QStringLiteral("大きい方(150,000 − 100, 50,000) × 5%"));
}

void TestTaxWording::periodsAndMonths()
{
    QCOMPARE(taxui::periodWords(4), QStringLiteral("第4期"));
    QCOMPARE(taxui::periodWords(10), QStringLiteral("第10期"));
    QCOMPARE(taxui::periodWords(21), QStringLiteral("随時1"));
    tax::Instalment month;
    month.collection = tax::Collection::SalaryWithheld;
    month.number = 1;
    month.month = 6;
    QCOMPARE(taxui::instalmentWords(month), QStringLiteral("6月"));
    QCOMPARE(taxui::dayWords({2019, 5, 1}), QStringLiteral("令和元年5月1日"));
    QCOMPARE(taxui::dayWords({}), QString());
}

void TestTaxWording::ratesKeepTheirPlaces()
{
    QCOMPARE(taxui::rateWords(870), QStringLiteral("8.7％"));
    QCOMPARE(taxui::rateWords(1460), QStringLiteral("14.6％"));
    QCOMPARE(taxui::rateWords(730), QStringLiteral("7.3％"));
    QCOMPARE(taxui::rateWords(900), QStringLiteral("9.0％"));
    QCOMPARE(taxui::rateWords(45), QStringLiteral("0.45％"));
}

void TestTaxWording::theTaxableAmountIsCut()
{
    // 3,560,000 - 2,498,000 = 1,062,000; 地方税法第20条の4の2第1項: below 1,000 is dropped.
    tax::Assessment one = taxes::worker();
    QCOMPARE(taxui::taxableYen(one), 1062000);
    one.amounts[113] += 1;
    QCOMPARE(taxui::taxableYen(one), 1061000);
    one.amounts[113] = 9000000;
    QCOMPARE(taxui::taxableYen(one), 0);
    // Where the sum of what is taxed together is not recorded, the total income stands for it.
    one.amounts[37] = 0;
    one.amounts[113] = 2498000;
    QCOMPARE(taxui::taxableYen(one), 1062000);
}

/// 執行停止 (地方税法 第15条の7) bears no late charge, but it is no 徴収猶予 (第15条).
void TestTaxWording::stoppedIsNotPostponed()
{
    tax::LedgerRow row = taxes::row(tax::TaxKind::Resident, 2025, 2, 23000, {2025, 9, 1});
    row.suspension = tax::Suspension{1, {2026, 5, 1}, {2026, 5, 1}, {2026, 5, 1}, {2029, 5, 1}, {}};
    row.reliefs = {{tax::Relief::Stopped, {2026, 5, 1}, {}, QStringLiteral("地方税法第15条の7")}};
    const QDate today(2026, 11, 20);
    QCOMPARE(taxui::textOf(taxui::marksOf(row, today)), QStringLiteral("執行停止"));
    row.reliefs.append({tax::Relief::SaleDeferred, {2025, 10, 1}, {2026, 3, 31}, QString()});
    QCOMPARE(taxui::textOf(taxui::marksOf(row, today)), QStringLiteral("執行停止　猶予"));
}

/// 65 this year: 第1期 and 第2期 by bill, October to February from the pension (第321条の7の2).
void TestTaxWording::bothWaysBeginWithABillAndEndWithAMonth()
{
    tax::Assessment one = taxes::worker();
    one.collection = tax::Collection::PensionWithheld;
    one.combined = true;
    one.collectFrom = 1;
    one.collectTo = 2;
    one.instalments.clear();
    for (const int period : {1, 2})
        one.instalments.append({tax::Collection::Ordinary, period, 4 + 2 * period, {}, 1000});
    for (const int month : {10, 12, 2})
        one.instalments.append({tax::Collection::PensionWithheld, 4, month, {}, 800});
    QCOMPARE(taxui::headWords(11, one), QStringLiteral("第1期～2月"));
    one.combined = false;
    one.collectFrom = 4;
    QCOMPARE(taxui::headWords(11, one), QStringLiteral("4月～2月"));
}

QTEST_MAIN(TestTaxWording)
#include "tst_taxwording.moc"
