#include "taxes.h"

#include "tax/catalogue.h"
#include "ui/tax/assessmentitems.h"
#include "ui/tax/ledgertab.h"
#include "ui/tax/taxtab.h"
#include "ui/tax/wording.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using tax::RecordItem;

namespace {

/// Every text under `root`, headings of tables too, one a line.
QStringList textsOf(const QWidget *root)
{
    QTest::qWait(1); // labels that were just made show themselves in the event loop
    QStringList all;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(root))
            all.append(label->text());
    }
    const auto tables = root->findChildren<widgets::TableView *>();
    for (const auto *table : tables) {
        for (int column = 0; column < table->model()->columnCount(); ++column)
            all.append(table->model()->headerData(column, Qt::Horizontal).toString());
    }
    return all;
}

/// Under which words the ledger shows an item of 収納管理ファイル; what the 評価書 calls otherwise
/// stands here beside the number.
const QHash<int, QString> &ledgerWords()
{
    static const QHash<int, QString> words{
        {5, QStringLiteral("調定年度")},
        {6, QStringLiteral("年度・税目・期別")},
        {7, QStringLiteral("年度・税目・期別")},
        {8, QStringLiteral("通知書番号")},
        {9, QStringLiteral("調定額")}, // the sum of the year
        {11, QStringLiteral("法定納期限等")},
        {16, QStringLiteral("調定年月日")},
        {26, QStringLiteral("始め")},
        {27, QStringLiteral("終わり")},
        {29, QStringLiteral("減額理由")},
        {44, QStringLiteral("更正日")},
        {45, QStringLiteral("年度・税目・期別")},
        {46, QStringLiteral("現年・過年度区分")},
        {47, QStringLiteral("一般・随時区分")},
        {48, QStringLiteral("期別調定額")},
        {49, QStringLiteral("確定延滞金")},
        {52, QStringLiteral("督促手数料")},
        {53, QStringLiteral("納期限")},
        {54, QStringLiteral("滞納処分：差押（預金）")},
        {55, QStringLiteral("始め")},
        {56, QStringLiteral("終わり")},
        {80, QStringLiteral("口座振替不能事由")},
        {81, QStringLiteral("催告発送日")},
        {82, QStringLiteral("督促発送日")},
        {84, QStringLiteral("督促公示送達日")},
        {92, QStringLiteral("本税（円）")}, // 速報 says the column 会計日
        {93, QStringLiteral("延滞金（円）")},
        {94, QStringLiteral("督促手数料（円）")},
        {96, QStringLiteral("会計日")},
        {139, QStringLiteral("領収日")},
        {140, QStringLiteral("会計日")},
        {144, QStringLiteral("本税（円）")},
        {145, QStringLiteral("延滞金（円）")},
        {146, QStringLiteral("督促手数料（円）")},
        {149, QStringLiteral("還付通知番号")},
        {151, QStringLiteral("過誤納発生日")},
        {154, QStringLiteral("還付確定日")},
        {155, QStringLiteral("還付通知発送日")},
        {156, QStringLiteral("充当確定日")},
        {157, QStringLiteral("還付時効日")},
        {158, QStringLiteral("還付支払日")},
        {164, QStringLiteral("振込先")},
        {167, QStringLiteral("振込先")},
        {174, QStringLiteral("過誤納理由")},
        {181, QStringLiteral("還付本税額")},
        {182, QStringLiteral("還付延滞金")},
        {184, QStringLiteral("還付加算金")},
        {186, QStringLiteral("充当本税額")},
        {187, QStringLiteral("充当延滞金")},
        {190, QStringLiteral("充当先")},
    };
    return words;
}

} // namespace

/// The catalogue of record items against the counts of the 評価書 (requirements/tax.md 3,
/// collections.md 3, pension.md 3), and against what the tabs show.
class TestRecordItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void everyNumberIsThere_data();
    void everyNumberIsThere();
    void eachHasAPlaceOrAReason();
    void theIndividualNumberIsNeverHere();
    void namesAreThoseOfThePaper();
    void theTaxTabShowsEveryItem();
    void theLedgerTabShowsEveryItem();
    void codesHaveWords();
    void everyKindOfTaxHasAName();
};

void TestRecordItems::everyNumberIsThere_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("count");
    const auto add = [](const char *file, const char16_t *group, int count) {
        QTest::addRow("%s %d", file, count)
            << QString::fromLatin1(file) << QString::fromUtf16(group) << count;
    };
    add("tax", u"識別情報", 2);
    add("tax", u"連絡先情報", 8);
    add("tax", u"業務関係情報", 163);
    add("ledger", u"識別情報", 2);
    add("ledger", u"連絡先情報", 8);
    add("ledger", u"業務関係情報", 198);
    for (const char *file : {"collection", "arrears"}) {
        add(file, u"識別情報", 2);
        add(file, u"連絡先情報", 10);
        add(file, u"業務関係情報", 10);
    }
    add("pension", u"業務関係情報", 66);
}

void TestRecordItems::everyNumberIsThere()
{
    QFETCH(QString, file);
    QFETCH(QString, group);
    QFETCH(int, count);
    QList<int> numbers;
    for (const RecordItem &item : tax::recordItems()) {
        if (item.file != file || item.group != group)
            continue;
        QVERIFY(!item.name.trimmed().isEmpty());
        numbers.append(item.number);
    }
    QList<int> wanted;
    for (int number = 1; number <= count; ++number)
        wanted.append(number);
    QCOMPARE(numbers, wanted);
}

void TestRecordItems::eachHasAPlaceOrAReason()
{
    // 173 + 208 + 22 + 22 + 66
    QCOMPARE(tax::recordItems().size(), 491);
    static const QRegularExpression place(QStringLiteral("^(record|tax|ledger|pension)/[a-z-]+$"));
    for (const RecordItem &item : tax::recordItems()) {
        const QString which = item.file + QString::number(item.number);
        QVERIFY2(item.place.isEmpty() != item.reason.isEmpty(), qPrintable(which));
        QVERIFY2(item.place.isEmpty() || place.match(item.place).hasMatch(), qPrintable(which));
        // A reason is a sentence, not a word.
        QVERIFY2(item.reason.isEmpty() || item.reason.size() >= 12, qPrintable(which));
    }
}

void TestRecordItems::theIndividualNumberIsNeverHere()
{
    int found = 0;
    for (const RecordItem &item : tax::recordItems()) {
        if (item.name != QStringLiteral("個人番号"))
            continue;
        ++found;
        QVERIFY(item.place.isEmpty());
        QVERIFY(item.masked);
    }
    QCOMPARE(found, 4);
}

void TestRecordItems::namesAreThoseOfThePaper()
{
    QCOMPARE(tax::itemName(6), QStringLiteral("課税番号・指定番号"));
    QCOMPARE(tax::itemName(54), QStringLiteral("長期譲渡所得・特別控除額"));
    QCOMPARE(tax::itemName(145), QStringLiteral("配当割額控除額・株式等譲渡所得割額控除額（市）"));
    QCOMPARE(tax::itemName(158), QStringLiteral("ひとり親控除額"));
    QCOMPARE(tax::itemName(161), QStringLiteral("市町村民税所得割額【税源移譲前】（定額減税前）"));
    QCOMPARE(tax::itemName(164), QString());
}

void TestRecordItems::theTaxTabShowsEveryItem()
{
    const tax::Assessment full = taxes::everything();
    desk::TaxView view;
    view.assessments = {{full, {}}};
    taxui::TaxTab tab;
    tab.show();
    tab.showTax(view);
    tab.findChild<QPushButton *>(QStringLiteral("unmask"))->click();
    const QStringList texts = textsOf(&tab);
    int shown = 0;
    for (const RecordItem &item : tax::recordItems()) {
        if (item.file != QLatin1StringView("tax") ||
            !item.place.startsWith(QLatin1StringView("tax/")))
            continue;
        const auto at = texts.indexOf(item.name.trimmed());
        QVERIFY2(at >= 0, qPrintable(item.name));
        // The value stands behind the name.
        const QString value = texts.value(at + 1);
        if (item.number <= 16)
            QCOMPARE(value, taxui::headWords(item.number, full));
        else if (item.kind == tax::ItemKind::Yen)
            QCOMPARE(value, QStringLiteral("1,000,%1円").arg(item.number, 3, 10, QChar(u'0')));
        QVERIFY2(!value.isEmpty() && value != QStringLiteral("―"), qPrintable(item.name));
        ++shown;
    }
    QCOMPARE(shown, 160); // 163 without 宛名番号, 生年月日, 性別, which the header band shows
}

void TestRecordItems::theLedgerTabShowsEveryItem()
{
    // One 期 to which everything happened.
    tax::LedgerRow row = taxes::rows().at(1);
    const tax::LedgerRow other = taxes::rows().at(6);
    taxes::addRefunds(row);
    row.payments[0].preliminary = true;
    row.seizure = other.seizure;
    row.seizedFrom = other.seizedFrom;
    row.reliefs = other.reliefs;
    row.fixedLateChargeYen = 100;
    row.correctedOn = other.correctedOn;
    row.correctionReason = other.correctionReason;
    row.demandPublishedOn = {2026, 10, 1};
    desk::LedgerView view = taxes::ledger();
    view.rows = {row};
    taxui::LedgerTab tab;
    tab.show();
    tab.showLedger(view);
    const QStringList texts = textsOf(&tab);
    QSet<int> shown;
    for (const RecordItem &item : tax::recordItems()) {
        if (item.file != QLatin1StringView("ledger") ||
            !item.place.startsWith(QLatin1StringView("ledger/")))
            continue;
        const QString words = ledgerWords().value(item.number);
        QVERIFY2(!words.isEmpty(), qPrintable(item.name));
        QVERIFY2(texts.contains(words), qPrintable(item.name + u' ' + words));
        shown.insert(item.number);
    }
    QCOMPARE(shown.size(), ledgerWords().size());
    // collections.md 3: the ten bundles.
    for (const auto &words :
         {QStringLiteral("収納額"), QStringLiteral("延滞金の計算"), QStringLiteral("振替口座"),
          QStringLiteral("送付先"), QStringLiteral("滞納整理の担当"), QStringLiteral("折衝経過"),
          QStringLiteral("財産")})
        QVERIFY2(texts.contains(words), qPrintable(words));
}

void TestRecordItems::codesHaveWords()
{
    for (int code = 0; code <= 4; ++code)
        QVERIFY(!tax::codeWords(10, code).isEmpty());
    QCOMPARE(tax::codeWords(10, 99), QString());
    // A code that the table does not hold is shown as it is.
    tax::Assessment one = taxes::worker();
    one.exemption = 99;
    QCOMPARE(taxui::headWords(10, one), QStringLiteral("99"));
}

void TestRecordItems::everyKindOfTaxHasAName()
{
    for (int kind = 1; kind <= 4; ++kind) {
        QVERIFY(!tax::kindName(tax::TaxKind(kind)).isEmpty());
        QVERIFY(!tax::kindName(tax::TaxKind(kind), tax::Naming::Full).isEmpty());
    }
}

QTEST_MAIN(TestRecordItems)
#include "tst_recorditems.moc"
