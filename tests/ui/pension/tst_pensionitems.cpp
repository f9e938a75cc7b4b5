#include "records.h"

#include "ui/pension/pensionitems.h"
#include "ui/pension/pensiontab.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>

namespace {

/// The list as printed in 別添1 (国民年金資格情報ファイル), by number.
QStringList officialNames()
{
    const QString printed = pensions::text(
        u"1.基礎年金番号、2.市区町村コード、3.最新フラグ、4.資格有無区分、5.操作者ID、6."
        u"被保険者種別、"
        u"7.資格取得届出年月日、8.資格取得年月日、9.資格取得事由、10.資格取得理由、"
        u"11.資格喪失届出年月日、12.資格喪失年月日、13.資格喪失事由、14.資格喪失理由、"
        u"15.被保険者の種別の変更があった年月日、16.申請期間（免除・学特）、"
        u"17.処理結果（免除・学特）、18.免除区分、19.申請年月日（免除・学特）、"
        u"20.免除結果種別区分コード、21.免除始期、22.免除終期、23.承認期間（開始）、"
        u"24.承認期間（終了）、25.却下期間（開始）、26.却下期間（終了）、27.免除取消期間（開始）、"
        u"28.免除取消期間（終了）、29.免除理由（法定免除）、30.免除消滅理由、"
        u"31.該当年月日（法定免除）、32.消滅_不該当年月日、33.取消_不該当年月日、"
        u"34.免除始期（法定免除）、35.免除終期（法定免除）、36.出産の予定日（出産日）、"
        u"37.単胎妊娠又は多胎妊娠の別、38.免除始期（産前産後免除）、39.免除終期（産前産後免除）、"
        u"40.付加納付申出年月日、41.付加加入理由、42.付加該当年月日、43.付加納付辞退申出年月日、"
        u"44.付加辞退（非該当）理由、45.付加非該当年月日、46.処理結果（付加）、"
        u"47.請求者_氏名（給付）、48.年金コード、49.裁定結果、50.記号番号、51.給付金種別、"
        u"52.支給開始年月（年金生活者支援給付金）、53.支給終了年月（年金生活者支援給付金）、"
        u"54.認定結果（年金生活者支援給付金）、55.請求年度（年金生活者支援給付金）、"
        u"56.電子媒体収録有無、57.報告対象有無区分、58.日本年金機構への報告年月日、59.届書種類、"
        u"60.連絡欄、61.登録年月日（メモ情報）、62.特記事項、63.相談内容、64.備考、"
        u"65.基礎年金番号通知書再交付申請年月日、66.基礎年金番号通知書再交付申請理由");
    QStringList names;
    const QStringList parts = printed.split(u'、');
    for (const QString &part : parts)
        names.append(part.section(u'.', 1));
    return names;
}

struct Shown
{
    QString name;
    QString value;
};

/// What stands under the name of an item; several periods show an item several times.
QList<Shown> shownFor(const QWidget &tab, int number)
{
    QList<Shown> shown;
    const auto names = tab.findChildren<QLabel *>(QStringLiteral("item-%1").arg(number));
    for (const QLabel *name : names) {
        if (!name->isVisibleTo(&tab))
            continue;
        const auto labels = name->parentWidget()->findChildren<QLabel *>();
        const auto at = labels.indexOf(name);
        shown.append({name->text(), labels.value(at + 1) ? labels.at(at + 1)->text() : QString()});
    }
    return shown;
}

} // namespace

/// Every item of requirements/pension.md 3 that is held is shown, under its exact name.
class TestPensionItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void allAreShown_data();
    void allAreShown();
    void whatIsNotHeldIsNotShown();
    void theNumberIsMasked();
    void theCycleBeginsInJulyAndForStudentsInApril();
};

void TestPensionItems::allAreShown_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    // What pensions::everything() holds, as a person would write it.
    const QStringList values =
        pensions::text(
            u"＊＊＊＊-＊＊9018|109991|最新|資格有|nenkin1|第１号|令和元年10月8日|令和元年10月1日|"
            u"第２号喪失（退職等）|自営業|平成2年4月9日|平成2年4月1日|第２号取得（就職等）|就職|"
            u"平成2年4月1日|令和2年7月～令和3年6月|承認|半額免除|令和2年8月3日|31|令和2年7月|"
            u"令和3年3月|"
            u"令和2年7月|令和3年3月|令和3年4月|令和3年4月|令和3年5月|令和3年6月|生活扶助|"
            u"生活扶助の廃止・停止|令和3年9月1日|令和4年3月31日|令和4年4月15日|令和3年8月|"
            u"令和4年3月|"
            u"令和5年5月20日（出産日）|多胎|令和5年2月|令和5年7月|令和6年1月15日|申出|"
            u"令和6年1月15日|"
            u"令和7年2月3日|辞退の申出|令和7年1月1日|承認|渡辺　和子|1350|承認|0123-456|障害|"
            u"令和6年10月|令和7年9月|承認|令和6年度|有|報告対象|令和6年1月22日|"
            u"付加保険料の申出・辞退|"
            u"申出書の原本は１月２２日の便で送付。|令和6年1月15日|連絡は午前中を希望。|"
            u"付加保険料を納めた場合の年金額について相談。年金事務所での見込額の確認を案内した。|"
            u"口座振替は利用しない。|令和7年6月2日|紛失")
            .split(u'|');
    const QStringList names = officialNames();
    QCOMPARE(names.size(), 66);
    QCOMPARE(values.size(), 66);
    for (int number = 1; number <= 66; ++number)
        QTest::addRow("%d", number) << number << names.at(number - 1) << values.at(number - 1);
}

void TestPensionItems::allAreShown()
{
    QFETCH(int, number);
    QFETCH(QString, name);
    QFETCH(QString, value);
    pensionui::PensionTab tab({});
    tab.showPension(pensions::viewOf(pensions::everything(), pensions::everyState()), {1968, 2, 3});
    const auto shown = shownFor(tab, number);
    QVERIFY(!shown.isEmpty());
    bool found = false;
    for (const Shown &one : shown) {
        QCOMPARE(one.name, name);
        found |= one.value == value;
    }
    QVERIFY2(found, qPrintable(shown.first().value));
}

void TestPensionItems::whatIsNotHeldIsNotShown()
{
    pensionui::PensionTab tab({});
    pension::PensionRecord record;
    record.numberTail = QStringLiteral("0001");
    tab.showPension(pensions::viewOf(record, {}), {});
    for (int number = 6; number <= 66; ++number)
        QVERIFY2(shownFor(tab, number).isEmpty(), qPrintable(QString::number(number)));
    tab.showPension(pensions::viewOf(pensions::everything(), pensions::everyState()), {});
    tab.clearView();
    for (int number = 1; number <= 66; ++number)
        QVERIFY2(shownFor(tab, number).isEmpty(), qPrintable(QString::number(number)));
    QVERIFY(!tab.isFilled());
}

void TestPensionItems::theNumberIsMasked()
{
    QCOMPARE(pensionui::maskedNumber(QStringLiteral("9018")), QStringLiteral("＊＊＊＊-＊＊9018"));
    // Even if somebody held more than the last four digits.
    QCOMPARE(pensionui::maskedNumber(QStringLiteral("1234569018")),
             QStringLiteral("＊＊＊＊-＊＊9018"));
    QVERIFY(!pensionui::maskedNumber({}).isEmpty());
}

void TestPensionItems::theCycleBeginsInJulyAndForStudentsInApril()
{
    using pension::ExemptionKind;
    const auto cycle = [](ExemptionKind kind, pension::Month month) {
        return pensionui::cycleOf(kind, month);
    };
    using Span = pension::MonthSpan;
    QCOMPARE(cycle(ExemptionKind::Full, {2025, 6}), (Span{{2024, 7}, {2025, 6}}));
    QCOMPARE(cycle(ExemptionKind::Full, {2025, 7}), (Span{{2025, 7}, {2026, 6}}));
    QCOMPARE(cycle(ExemptionKind::Deferral, {2025, 1}), (Span{{2024, 7}, {2025, 6}}));
    QCOMPARE(cycle(ExemptionKind::Student, {2025, 3}), (Span{{2024, 4}, {2025, 3}}));
    QVERIFY(!cycle(ExemptionKind::Childcare, {2026, 10}).from.isValid()); // no income is tested
    QCOMPARE(cycle(ExemptionKind::Student, {2025, 4}), (Span{{2025, 4}, {2026, 3}}));
    QVERIFY(!cycle(ExemptionKind::Full, {}).from.isValid());
}

QTEST_MAIN(TestPensionItems)
#include "tst_pensionitems.moc"
