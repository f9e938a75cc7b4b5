#include "taxes.h"

#include "support/labelwalk.h"
#include "tax/catalogue.h"
#include "ui/tax/amountlist.h"
#include "ui/tax/sheet.h"
#include "ui/tax/taxtab.h"
#include "ui/tax/wording.h"
#include "ui/tax/yearmodel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using taxui::TaxTab;

namespace {

QString textsOf(const QWidget *root)
{
    QTest::qWait(1); // labels that were just made show themselves in the event loop
    QString all;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(root))
            all += label->text() + u'\n';
    }
    return all;
}

} // namespace

/// The tab 賦課 before views that are handed in; the figures are those of the views.
class TestTaxTab : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<TaxTab> open(const desk::TaxView &view, QSize size = {1366, 520})
    {
        auto tab = std::make_unique<TaxTab>();
        // The page has a margin of one em at both sides.
        tab->resize(size - QSize(2 * widgets::em(1), 0));
        tab->show();
        tab->activateWindow();
        tab->showTax(view);
        return tab;
    }

private Q_SLOTS:
    void initTestCase();
    void init() { widgets::applyTheme(100); }
    void yearsStandNewestFirst();
    void amountsStandToTheRight();
    void theNewestYearIsOpen();
    void enterGoesIntoTheYear();
    void contradictionsAreNeverHidden();
    void anUndeclaredYearIsNoZero();
    void instalmentsAddUp();
    void maskedItemsWaitToBeAskedFor();
    void f4AsksForTheExplanation();
    void theExplanationShowsItsWorking();
    void anExplanationStaysWithItsYear();
    void outsideTheRulesIsSaid();
    void noAssessmentIsSaid();
    void nothingOfThePersonBeforeStays();
    void anErrorIsSaidInTheTab();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestTaxTab::initTestCase()
{
    words::speak(*qApp, QStringLiteral("ja"));
}

void TestTaxTab::yearsStandNewestFirst()
{
    taxui::YearModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows(taxes::view().assessments);
    using Column = taxui::YearModel::Column;
    const auto text = [&model](int row, Column column) {
        return model.index(row, int(column)).data().toString();
    };
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(text(0, Column::Year), QStringLiteral("令和8年度"));
    QCOMPARE(text(0, Column::Collection), QStringLiteral("普通徴収"));
    QCOMPARE(text(0, Column::Income), QStringLiteral("3,560,000"));
    QCOMPARE(text(0, Column::Taxable), QStringLiteral("1,062,000"));
    QCOMPARE(text(0, Column::YearTax), QStringLiteral("88,600"));
    QCOMPARE(text(0, Column::State), QStringLiteral("記録の不一致　更正"));
    QCOMPARE(text(1, Column::State), QStringLiteral("以前の履歴"));
    QVERIFY(model.isPresent(0));
    QVERIFY(!model.isPresent(1));
    QCOMPARE(text(2, Column::Collection), QStringLiteral("給与特徴"));
    QCOMPARE(text(3, Column::State), QStringLiteral("未申告"));
}

void TestTaxTab::amountsStandToTheRight()
{
    taxui::YearModel model;
    model.setRows(taxes::view().assessments);
    using Column = taxui::YearModel::Column;
    for (const Column column : {Column::Income, Column::Taxable, Column::YearTax}) {
        const auto cell = model.index(0, int(column)).data(Qt::TextAlignmentRole).toInt();
        const auto head =
            model.headerData(int(column), Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        QVERIFY(cell & Qt::AlignRight);
        QVERIFY(head & Qt::AlignRight);
    }
    const auto tab = open(taxes::view());
    const auto labels = tab->findChildren<QLabel *>();
    int amounts = 0;
    for (const QLabel *label : labels) {
        if (!label->property("amount").toBool())
            continue;
        ++amounts;
        QVERIFY(label->alignment() & Qt::AlignRight);
    }
    QVERIFY(amounts > 20);
}

void TestTaxTab::theNewestYearIsOpen()
{
    const auto tab = open(taxes::view());
    QVERIFY(tab->isFilled());
    const QString all = textsOf(tab.get());
    QVERIFY(all.contains(QStringLiteral("令和8年度　履歴2")));
    QVERIFY(all.contains(QStringLiteral("給与収入\n5,000,000円")));
    QVERIFY(all.contains(QStringLiteral("年税額\n88,600円")));
    // 88,600 - (50,200 + 3,000 + 33,400 + 1,000)
    QVERIFY(all.contains(QStringLiteral("森林環境税（国税）\n1,000円")));
}

void TestTaxTab::enterGoesIntoTheYear()
{
    const auto tab = open(taxes::view());
    auto *table = tab->findChild<widgets::TableView *>(QStringLiteral("yearTable"));
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("令和7年度　履歴1")));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(!table->hasFocus());
    QVERIFY(tab->stepBack());
    QTRY_VERIFY(table->hasFocus());
    QVERIFY(!tab->stepBack());
}

void TestTaxTab::contradictionsAreNeverHidden()
{
    const auto tab = open(taxes::view());
    QString all = textsOf(tab.get());
    QVERIFY(all.contains(QStringLiteral("記録どうしが合いません")));
    QVERIFY(all.contains(QStringLiteral("期割の合計が年税額と合いません")));
    QVERIFY(all.contains(QStringLiteral("4,000"))); // 88,600 - 84,600
    QVERIFY(all.contains(QStringLiteral("確認を賦課の担当課に依頼")));
    // The recorded figures stand beside it.
    QVERIFY(all.contains(QStringLiteral("年税額\n88,600円")));
    tab->findChild<widgets::TableView *>(QStringLiteral("yearTable"))->selectRow(1);
    all = textsOf(tab.get());
    QVERIFY(!all.contains(QStringLiteral("記録どうしが合いません")));
}

void TestTaxTab::anUndeclaredYearIsNoZero()
{
    const auto tab = open(taxes::view());
    auto *table = tab->findChild<widgets::TableView *>(QStringLiteral("yearTable"));
    table->selectRow(3);
    const QString all = textsOf(tab.get());
    QVERIFY(all.contains(QStringLiteral("未申告：")));
    for (const auto &words : {QStringLiteral("合計所得金額"), QStringLiteral("課税標準額"),
                              QStringLiteral("年税額"), QStringLiteral("0円\n")})
        QVERIFY2(!all.contains(words), qPrintable(words));
    const auto income = table->model()->index(3, int(taxui::YearModel::Column::Income));
    QCOMPARE(income.data().toString(), QStringLiteral("―"));
    const auto yearTax = table->model()->index(3, int(taxui::YearModel::Column::YearTax));
    QCOMPARE(yearTax.data().toString(), QStringLiteral("―"));
}

void TestTaxTab::instalmentsAddUp()
{
    desk::TaxView view;
    view.assessments = {{taxes::worker(), {}}};
    const auto tab = open(view);
    const QString all = textsOf(tab.get());
    // 22,600 + 3 x 22,000
    QVERIFY(all.contains(QStringLiteral("第4期\n普通徴収\n令和9年2月1日\n22,000")));
    QVERIFY(all.contains(QStringLiteral("合計\n\n\n88,600")));
}

void TestTaxTab::maskedItemsWaitToBeAskedFor()
{
    const auto tab = open(taxes::view());
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("同居特別障害者数\n＊＊＊")));
    auto *button = tab->findChild<QPushButton *>(QStringLiteral("unmask"));
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("同居特別障害者数\n1人")));
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("同居特別障害者にかかる控除額\n530,000円")));
    // Another year: hidden again.
    auto *table = tab->findChild<widgets::TableView *>(QStringLiteral("yearTable"));
    table->selectRow(1);
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("同居特別障害者数\n＊＊＊")));
}

void TestTaxTab::f4AsksForTheExplanation()
{
    const auto tab = open(taxes::view());
    QSignalSpy asked(tab.get(), &TaxTab::explainWanted);
    QVERIFY(tab->keys().constFirst().enabled);
    tab->press(Qt::Key_F4);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first(), QVariantList({2026, 2}));
}

void TestTaxTab::theExplanationShowsItsWorking()
{
    const auto tab = open(taxes::view());
    tab->showExplanation(taxes::explanation());
    const QString all = textsOf(tab.get());
    QVERIFY(all.contains(QStringLiteral("給与所得\n5,000,000 ÷ 4 × 3.2 − 440,000\n3,560,000\n"
                                        "地方税法第313条第2項")));
    QVERIFY(all.contains(QStringLiteral("年税額\n\n88,600")));
    QVERIFY(tab->stepBack());
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("令和8年度　履歴2")));
}

void TestTaxTab::anExplanationStaysWithItsYear()
{
    const auto tab = open(taxes::view());
    tab->findChild<widgets::TableView *>(QStringLiteral("yearTable"))->selectRow(1);
    tab->showExplanation(taxes::explanation()); // of the line before: late
    QVERIFY(!tab->findChild<QWidget *>(QStringLiteral("explanationSteps"))->isVisible());
}

void TestTaxTab::outsideTheRulesIsSaid()
{
    const auto tab = open(taxes::view());
    tab->showExplanation(taxes::explanation());
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("配偶者の所得がどの段階にあるか")));
    auto within = taxes::explanation();
    within.computation.outside.clear();
    tab->showExplanation(within);
    QVERIFY(!tab->findChild<QLabel *>(QStringLiteral("explanationOutside"))->isVisible());
}

void TestTaxTab::noAssessmentIsSaid()
{
    const auto tab = open({});
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("賦課の記録はありません")));
    QVERIFY(!tab->keys().constFirst().enabled);
    QVERIFY(!tab->stepBack());
}

void TestTaxTab::nothingOfThePersonBeforeStays()
{
    const auto tab = open(taxes::view());
    tab->showExplanation(taxes::explanation());
    tab->clearView();
    QVERIFY(!tab->isFilled());
    QTest::qWait(1); // what is deleted later
    QString all;
    const auto labels = tab->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        all += label->text();
    for (const char16_t *gone : {u"3,560,000", u"88,600", u"000123456", u"5,000,000"})
        QVERIFY2(!all.contains(QStringView(gone)), qPrintable(all));
}

void TestTaxTab::anErrorIsSaidInTheTab()
{
    const auto tab = open(taxes::view());
    tab->showError({base::ErrorCode::TableYearMissing, {}});
    auto *bar = tab->findChild<widgets::MessageBar *>(QStringLiteral("taxMessage"));
    QVERIFY(bar->isVisible());
    QVERIFY(!bar->text().isEmpty());
}

void TestTaxTab::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("1366 at %d", percent) << QSize(1366, 520) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1920, 830) << percent;
    }
}

void TestTaxTab::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    const QString suffix = QStringLiteral("-%1-%2").arg(size.width()).arg(percent);
    const auto tab = open(taxes::view(), size);
    const auto look = [&](const QString &name) {
        // The layout of many labels takes some turns of the event loop.
        QTest::qWait(50);
        (void)QTest::qWaitFor([&tab] { return support::cutTexts(tab.get()).isEmpty(); }, 3000);
        support::picture(tab.get(), name + suffix);
        for (const auto &found : {support::cutTexts(tab.get()), support::namelessInputs(tab.get()),
                                  support::englishTexts(tab.get()), widgets::overlaps(tab.get()),
                                  widgets::westernDates(tab.get())})
            QVERIFY2(found.isEmpty(), qPrintable(support::inWords(found)));
        if (percent <= 150) {
            const auto beyond = widgets::columnsBeyondTheEdge(tab.get());
            QVERIFY2(beyond.isEmpty(), qPrintable(support::inWords(beyond)));
        }
        const auto unseen = widgets::invisibleFocus(tab->window()->focusWidget());
        QVERIFY2(unseen.isEmpty(), qPrintable(support::inWords(unseen)));
    };
    look(QStringLiteral("tax"));
    tab->findChild<widgets::TableView *>(QStringLiteral("yearTable"))->selectRow(1);
    look(QStringLiteral("tax-before"));
    desk::TaxView full;
    full.assessments = {{taxes::everything(), {}}};
    tab->showTax(full);
    look(QStringLiteral("tax-everything"));
    support::picture(tab->findChild<QScrollArea *>(QStringLiteral("assessmentSheet"))->widget(),
                     QStringLiteral("tax-whole") + suffix);
    tab->showExplanation(taxes::explanation());
    look(QStringLiteral("tax-explained"));
    tab->showTax({});
    look(QStringLiteral("tax-none"));
}

QTEST_MAIN(TestTaxTab)
#include "tst_taxtab.moc"
