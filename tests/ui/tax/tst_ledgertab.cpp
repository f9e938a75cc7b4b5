#include "taxes.h"

#include "support/labelwalk.h"
#include "ui/tax/arrearschart.h"
#include "ui/tax/ledgermodel.h"
#include "ui/tax/ledgertab.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using taxui::LedgerModel;
using taxui::LedgerTab;
using Column = LedgerModel::Column;

namespace {

const QDate today(2026, 11, 20);

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

qint64 yenOf(QString text)
{
    return text.remove(u',').toLongLong();
}

} // namespace

/// The tab 収納・滞納 before views that are handed in.
class TestLedgerTab : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<LedgerTab> open(const desk::LedgerView &view, QSize size = {1366, 520})
    {
        auto tab = std::make_unique<LedgerTab>();
        tab->setToday(today);
        // The page has a margin of one em at both sides.
        tab->resize(size - QSize(2 * widgets::em(1), 0));
        tab->show();
        tab->activateWindow();
        tab->showLedger(view);
        return tab;
    }
    static widgets::TableView *tableOf(const LedgerTab &tab)
    {
        return tab.findChild<widgets::TableView *>(QStringLiteral("ledgerTable"));
    }
    static QString cell(const QAbstractItemModel &model, int row, Column column)
    {
        return model.index(row, int(column)).data().toString();
    }
    static void chooseKey(const LedgerTab &tab, tax::TaxKind kind, int year, int period)
    {
        const auto *model = qobject_cast<LedgerModel *>(tableOf(tab)->model());
        const int line = model->lineOf(tax::ledgerKey(kind, year, period));
        QVERIFY(line >= 0);
        tableOf(tab)->selectRow(line);
    }

private Q_SLOTS:
    void initTestCase() { words::speak(*qApp, QStringLiteral("ja")); }
    void init() { widgets::applyTheme(100); }
    void totalsEqualTheirParts();
    void whatIsOwedIsWhatWasChargedLessWhatWasKept();
    void amountsStandToTheRight();
    void marksAreWords();
    void whatIsNotDueIsNoArrears();
    void theDayOfThePaymentsIsSaid();
    void theAccountIsMasked();
    void aHiddenAddressIsNotShown();
    void enterGoesToTheDay();
    void enterAsksForTheLateCharge();
    void aDayThatIsNoneIsNotAskedFor();
    void theWorkingIsShownLineByLine();
    void theRuleThatMadeItNothingIsNamed();
    void anAnswerForAnotherPeriodIsNotShown();
    void theKeysMoveTheWorking();
    void aPaidPeriodHasNoLateCharge();
    void paymentsAddUp();
    void everythingThatHappenedIsShown();
    void theChartIsDrawnInBlackAndWhite();
    void theChartShowsWhatIsOwed();
    void noLedgerIsSaid();
    void whatIsHeldWithoutAnyChargeIsShown();
    void nothingOfThePersonBeforeStays();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestLedgerTab::totalsEqualTheirParts()
{
    LedgerModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows(taxes::rows(), today);
    taxui::LedgerSum all;
    taxui::LedgerSum group;
    int groupLine = -1;
    for (int row = 0; row < model.rowCount(); ++row) {
        const taxui::LedgerSum line{
            .chargedYen = yenOf(cell(model, row, Column::Charged)),
            .paidYen =
                yenOf(cell(model, row, Column::Paid).remove(QStringLiteral("（速報）")).trimmed()),
            .unpaidYen = yenOf(cell(model, row, Column::Unpaid)),
            .lateChargeYen = yenOf(cell(model, row, Column::LateCharge))};
        if (model.kindAt(row) == LedgerModel::LineKind::Entry) {
            for (auto *sum : {&all, &group}) {
                sum->chargedYen += line.chargedYen;
                sum->paidYen += line.paidYen;
                sum->unpaidYen += line.unpaidYen;
                sum->lateChargeYen += line.lateChargeYen;
            }
            continue;
        }
        if (groupLine >= 0)
            QCOMPARE(yenOf(cell(model, groupLine, Column::Unpaid)), group.unpaidYen);
        group = {};
        groupLine = row;
        if (model.kindAt(row) == LedgerModel::LineKind::Total)
            QCOMPARE(line, all);
        if (model.kindAt(row) == LedgerModel::LineKind::Group &&
            model.index(row, 0).data().toString().startsWith(QStringLiteral("令和8年度")))
            QCOMPARE(cell(model, row, Column::LateCharge), QStringLiteral("―"));
    }
    // By hand: 2026 88,600 + 10,800, 2025 47,000, 2021 18,000.
    QCOMPARE(model.total().chargedYen, 164400);
    // 17,000 + 22,000 (2026), 23,000 (2025); 18,000 were written off.
    QCOMPARE(model.total().unpaidYen, 62000);
}

void TestLedgerTab::whatIsOwedIsWhatWasChargedLessWhatWasKept()
{
    LedgerModel model;
    model.setRows(taxes::rows(), today);
    const auto line = [&model](int year, int period) {
        return model.lineOf(tax::ledgerKey(tax::TaxKind::Resident, year, period));
    };
    QCOMPARE(cell(model, line(2026, 2), Column::Unpaid), QStringLiteral("17,000"));
    QCOMPARE(cell(model, line(2026, 3), Column::Paid), QStringLiteral("（速報）22,000"));
    // 24,000 + 22,000 paid, 12,000 appropriated elsewhere; 10,000 are decided and still here.
    QCOMPARE(cell(model, line(2025, 1), Column::Paid), QStringLiteral("34,000"));
    QCOMPARE(cell(model, line(2025, 1), Column::Unpaid), QStringLiteral("0"));
    QCOMPARE(cell(model, line(2025, 2), Column::LateCharge), QStringLiteral("1,200"));
    QCOMPARE(cell(model, line(2026, 2), Column::LateCharge), QStringLiteral("―"));
    QCOMPARE(cell(model, line(2026, 2), Column::DueOn), QStringLiteral("R8.8.31"));
    QCOMPARE(cell(model, 0, Column::Period), QStringLiteral("令和8年度　市県民税"));
}

void TestLedgerTab::amountsStandToTheRight()
{
    LedgerModel model;
    model.setRows(taxes::rows(), today);
    for (const Column column :
         {Column::Charged, Column::Paid, Column::Unpaid, Column::LateCharge}) {
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.index(row, int(column)).data(Qt::TextAlignmentRole).toInt() &
                    Qt::AlignRight);
        QVERIFY(model.headerData(int(column), Qt::Horizontal, Qt::TextAlignmentRole).toInt() &
                Qt::AlignRight);
    }
}

void TestLedgerTab::marksAreWords()
{
    const auto rows = taxes::rows();
    const auto words = [&rows](int row) {
        return taxui::textOf(taxui::marksOf(rows.at(row), today));
    };
    QCOMPARE(words(0), QStringLiteral("口座振替"));
    QCOMPARE(words(1), QStringLiteral("督促　催告　分納　口座振替　振替不能"));
    QCOMPARE(words(2), QStringLiteral("速報"));
    QCOMPARE(words(5), QStringLiteral("過誤納　還付　充当"));
    QCOMPARE(words(6), QStringLiteral("差押　督促　猶予　更正"));
    QCOMPARE(words(7), QStringLiteral("欠損　執行停止"));
}

void TestLedgerTab::whatIsNotDueIsNoArrears()
{
    const auto fourth = taxes::rows().at(3);
    QCOMPARE(taxui::textOf(taxui::marksOf(fourth, today)), QStringLiteral("納期限前"));
    // On the due day itself it can still be paid in time.
    QCOMPARE(taxui::textOf(taxui::marksOf(fourth, fourth.dueOn)), QStringLiteral("納期限前"));
    QCOMPARE(taxui::textOf(taxui::marksOf(fourth, fourth.dueOn.addDays(1))), QString());
}

void TestLedgerTab::theDayOfThePaymentsIsSaid()
{
    auto view = taxes::ledger();
    const auto tab = open(view);
    QVERIFY(
        textsOf(tab.get()).contains(QStringLiteral("令和8年11月13日までの入金を反映しています。")));
    view.paymentsUpTo = {};
    tab->showLedger(view);
    QVERIFY(
        textsOf(tab.get()).contains(QStringLiteral("何日までの入金を反映しているか分かりません")));
}

void TestLedgerTab::theAccountIsMasked()
{
    const auto tab = open(taxes::ledger());
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("みどり野銀行　本店　普通　＊＊＊1234")));
    chooseKey(*tab, tax::TaxKind::Resident, 2025, 1);
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("みどり野銀行　本店　＊＊＊1234")));
}

void TestLedgerTab::aHiddenAddressIsNotShown()
{
    auto view = taxes::ledger();
    const auto tab = open(view);
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("朝日町一丁目")));
    view.addressHidden = true;
    tab->showLedger(view);
    const QString all = textsOf(tab.get());
    QVERIFY(!all.contains(QStringLiteral("朝日町一丁目")));
    QVERIFY(!all.contains(QStringLiteral("髙𣘺")));
    QVERIFY(all.contains(QStringLiteral("（住所は非表示）")));
}

void TestLedgerTab::enterGoesToTheDay()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    QTRY_VERIFY(tableOf(*tab)->hasFocus());
    QTest::keyClick(tableOf(*tab), Qt::Key_Return);
    auto *field = tab->findChild<widgets::EraDateField *>(QStringLiteral("payOn"));
    QTRY_VERIFY(field->input()->hasFocus());
    QCOMPARE(field->input()->text(), QStringLiteral("R8.11.20"));
    QVERIFY(tab->stepBack());
    QTRY_VERIFY(tableOf(*tab)->hasFocus());
    QVERIFY(!tab->stepBack());
}

void TestLedgerTab::enterAsksForTheLateCharge()
{
    const auto tab = open(taxes::ledger());
    QSignalSpy asked(tab.get(), &LedgerTab::lateChargeWanted);
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    tab->press(Qt::Key_F4);
    auto *field = tab->findChild<widgets::EraDateField *>(QStringLiteral("payOn"));
    field->setText(QStringLiteral("R8.12.25"));
    QTest::keyClick(field->input(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first(), QVariantList({12026 * 100 + 2, QDate(2026, 12, 25)}));
}

void TestLedgerTab::aDayThatIsNoneIsNotAskedFor()
{
    const auto tab = open(taxes::ledger());
    QSignalSpy asked(tab.get(), &LedgerTab::lateChargeWanted);
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    auto *field = tab->findChild<widgets::EraDateField *>(QStringLiteral("payOn"));
    for (const QString &typed : {QStringLiteral("R8.2.30"), QString(), QStringLiteral("R8"),
                                 QString(5000, QChar(u'9')), QStringLiteral("あした")}) {
        field->setText(typed);
        QTest::keyClick(field->input(), Qt::Key_Return);
        QCOMPARE(field->input()->text(), typed);
    }
    QCOMPARE(asked.size(), 0);
}

void TestLedgerTab::theWorkingIsShownLineByLine()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    tab->showLateCharge(taxes::lateCharge());
    const QString all = textsOf(tab.get());
    QVERIFY(all.contains(QStringLiteral("令和8年11月20日に納付した場合の延滞金　3,400円")));
    QVERIFY(all.contains(QStringLiteral("R3.6.1\nR3.6.30\n30\n65,000\n2.5％\n133\n")));
    QVERIFY(all.contains(QStringLiteral("R3.7.1\nR3.12.31\n184\n65,000\n8.8％\n2,883\n")));
    QVERIFY(all.contains(QStringLiteral("R4.1.1\nR4.1.31\n31\n65,000\n8.7％\n480\n")));
    QVERIFY(all.contains(QStringLiteral("合計\n\n245\n\n\n3,496\n")));
    QVERIFY(all.contains(QStringLiteral("3,496円 → 3,400円（地方税法第20条の4の2第5項）")));
    // Another day: the working below does not answer it.
    tab->findChild<widgets::EraDateField *>(QStringLiteral("payOn"))
        ->setText(QStringLiteral("R8.12.1"));
    QVERIFY(!textsOf(tab.get()).contains(QStringLiteral("3,400円")));
}

void TestLedgerTab::theRuleThatMadeItNothingIsNamed()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    auto view = taxes::lateCharge();
    view.working.lines.clear();
    view.working.sumYen = view.working.chargeYen = 0;
    for (const auto &[code, said] :
         {std::pair(QStringLiteral("base-below-2000"), QStringLiteral("2,000円未満のため")),
          std::pair(QStringLiteral("charge-below-1000"), QStringLiteral("1,000円未満のため")),
          std::pair(QStringLiteral("not-late"), QStringLiteral("納期限までの納付のため")),
          std::pair(QStringLiteral("nothing-owed"), QStringLiteral("未納の税額がないため"))}) {
        view.working.why = code;
        tab->showLateCharge(view);
        QVERIFY(textsOf(tab.get()).contains(said));
    }
}

void TestLedgerTab::anAnswerForAnotherPeriodIsNotShown()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2025, 2);
    tab->showLateCharge(taxes::lateCharge());
    QVERIFY(!textsOf(tab.get()).contains(QStringLiteral("3,400円")));
}

/// PageDown shows the rest of the working; it does not choose another 期, whose working is none.
void TestLedgerTab::theKeysMoveTheWorking()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    tab->press(Qt::Key_F4);
    tableOf(*tab)->setFocus(); // as the page does when an answer comes
    tab->showLateCharge(taxes::lateCharge());
    QTest::qWait(50);
    const int chosen = tableOf(*tab)->currentIndex().row();
    QWidget *reached = QApplication::focusWidget();
    QVERIFY(reached && reached != tableOf(*tab));
    auto *area = qobject_cast<QScrollArea *>(reached);
    QVERIFY(area);
    const int before = area->verticalScrollBar()->value();
    QTest::keyClick(area, Qt::Key_PageDown);
    QVERIFY(area->verticalScrollBar()->value() > before);
    QCOMPARE(tableOf(*tab)->currentIndex().row(), chosen);
    QVERIFY(tab->stepBack());
    QVERIFY(tableOf(*tab)->hasFocus());
}

void TestLedgerTab::aPaidPeriodHasNoLateCharge()
{
    const auto tab = open(taxes::ledger());
    QSignalSpy asked(tab.get(), &LedgerTab::lateChargeWanted);
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 1);
    QVERIFY(!tab->keys().constFirst().enabled);
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("この期に未納はありません")));
    QVERIFY(!tab->findChild<widgets::EraDateField *>(QStringLiteral("payOn"))->isVisible());
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    QVERIFY(tab->keys().constFirst().enabled);
    QCOMPARE(asked.size(), 0);
}

void TestLedgerTab::paymentsAddUp()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2025, 1);
    const QString all = textsOf(tab.get());
    QVERIFY(all.contains(QStringLiteral("R7.8.29\nR7.9.6\nコンビニ\n22,000\n0\n0\n22,000\n")));
    QVERIFY(all.contains(QStringLiteral("合計\n\n\n46,000\n0\n0\n46,000\n")));
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 3);
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("R8.11.16\n速報\n電子納付\n22,000\n")));
}

void TestLedgerTab::everythingThatHappenedIsShown()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2025, 1);
    QString all = textsOf(tab.get());
    for (const auto &words : {QStringLiteral("二重納付"), QStringLiteral("還2025-0042"),
                              QStringLiteral("還付決定（支払前）"), QStringLiteral("還付加算金"),
                              QStringLiteral("令和7年度　市県民税　第2期")})
        QVERIFY2(all.contains(words), qPrintable(words));
    chooseKey(*tab, tax::TaxKind::Resident, 2025, 2);
    all = textsOf(tab.get());
    for (const auto &words :
         {QStringLiteral("滞納処分：差押（預金）"), QStringLiteral("徴収猶予（延滞金の除算期間）"),
          QStringLiteral("扶養控除の追加"), QStringLiteral("30,000円")})
        QVERIFY2(all.contains(words), qPrintable(words));
    chooseKey(*tab, tax::TaxKind::Resident, 2021, 4);
    all = textsOf(tab.get());
    for (const auto &words :
         {QStringLiteral("地方税法第15条の7第1項第1号"), QStringLiteral("不納欠損：18,000円"),
          QStringLiteral("折衝経過"), QStringLiteral("本人から折り返すとのこと。")})
        QVERIFY2(all.contains(words), qPrintable(words));
    // The total is no 期.
    tableOf(*tab)->selectRow(tableOf(*tab)->model()->rowCount() - 1);
    QVERIFY(!textsOf(tab.get()).contains(QStringLiteral("通知書番号")));
}

void TestLedgerTab::theChartIsDrawnInBlackAndWhite()
{
    QImage paper(900, 400, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::TextAntialiasing, false);
    const QList<taxui::ArrearsBar> bars{{QStringLiteral("第1期"), 10000, 0},
                                        {QStringLiteral("第2期"), 0, 10000}};
    taxui::paintArrears(painter, QRectF(0, 0, 900, 400), bars);
    painter.end();
    int ink = 0;
    for (int y = 0; y < paper.height(); ++y) {
        for (int x = 0; x < paper.width(); ++x) {
            const QRgb pixel = paper.pixel(x, y);
            QCOMPARE(qRed(pixel), qGreen(pixel));
            QCOMPARE(qGreen(pixel), qBlue(pixel));
            ink += qRed(pixel) < 128;
        }
    }
    QVERIFY(ink > 500);
    // The two bars are told apart without colour: the hatched one has ink inside.
    const auto inkAlong = [&paper](int y) {
        int count = 0;
        for (int x = 200; x < 600; ++x)
            count += qRed(paper.pixel(x, y)) < 128;
        return count;
    };
    const int unit = QFontInfo(painter.font()).pixelSize();
    const int first = int(unit * (2.2 + 1.75 / 2));
    const int second = int(unit * (2.2 + 1.75 + 1.75 / 2));
    QVERIFY(inkAlong(second) > inkAlong(first) + 20);
}

void TestLedgerTab::theChartShowsWhatIsOwed()
{
    const auto bars = taxui::arrearsBars(taxes::rows());
    // 2025 and 2026 of 市県民税; the vehicle tax is paid, 2021 written off. Oldest first.
    QCOMPARE(bars.size(), 6);
    QCOMPARE(bars.first().label, QStringLiteral("令和7年度　市県民税　第1期"));
    QCOMPARE(bars.at(1),
             (taxui::ArrearsBar{QStringLiteral("令和7年度　市県民税　第2期"), 0, 23000}));
    QCOMPARE(bars.at(3),
             (taxui::ArrearsBar{QStringLiteral("令和8年度　市県民税　第2期"), 5000, 17000}));
    // Older ones are summed up, never left out.
    const auto few = taxui::arrearsBars(taxes::rows(), 2);
    QCOMPARE(few.size(), 3);
    QCOMPARE(few.first().label, QStringLiteral("それより前の4期分"));
    QCOMPARE(few.at(1).label, QStringLiteral("令和8年度　市県民税　第3期"));
    const auto owed = [](const QList<taxui::ArrearsBar> &all) {
        qint64 yen = 0;
        for (const taxui::ArrearsBar &one : all)
            yen += one.unpaidYen;
        return yen;
    };
    QCOMPARE(owed(few), owed(bars));
    QVERIFY(taxui::arrearsBars({}).isEmpty());
}

void TestLedgerTab::noLedgerIsSaid()
{
    const auto tab = open({});
    QVERIFY(textsOf(tab.get()).contains(QStringLiteral("調定の記録はありません")));
    QVERIFY(!tab->keys().constFirst().enabled);
    QVERIFY(!tab->stepBack());
}

/// 折衝経過, 送付先: held also of who owes nothing (any more).
void TestLedgerTab::whatIsHeldWithoutAnyChargeIsShown()
{
    desk::LedgerView view = taxes::ledger();
    view.rows.clear();
    const auto tab = open(view);
    const QString texts = textsOf(tab.get());
    QVERIFY(!texts.contains(QStringLiteral("調定の記録はありません")));
    QVERIFY(texts.contains(view.file.sendTo));
    QVERIFY(!tab->findChild<widgets::TableView *>()->isVisible());
    QVERIFY(!tab->keys().constFirst().enabled);
    tab->showLedger(taxes::ledger());
    QVERIFY(tab->findChild<widgets::TableView *>()->isVisible());
}

void TestLedgerTab::nothingOfThePersonBeforeStays()
{
    const auto tab = open(taxes::ledger());
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    tab->showLateCharge(taxes::lateCharge());
    tab->clearView();
    QTest::qWait(1);
    QString all;
    const auto labels = tab->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        all += label->text() + label->accessibleName();
    for (const char16_t *gone : {u"22,000", u"3,400", u"佐々木", u"1234", u"朝日町", u"65,000"})
        QVERIFY2(!all.contains(QStringView(gone)), qPrintable(all));
    QVERIFY(tab->findChild<taxui::ArrearsChart *>()->accessibleDescription().isEmpty());
}

void TestLedgerTab::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("1366 at %d", percent) << QSize(1366, 520) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1920, 830) << percent;
    }
}

void TestLedgerTab::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    const QString suffix = QStringLiteral("-%1-%2").arg(size.width()).arg(percent);
    const auto tab = open(taxes::ledger(), size);
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
    look(QStringLiteral("ledger"));
    chooseKey(*tab, tax::TaxKind::Resident, 2026, 2);
    tab->press(Qt::Key_F4);
    look(QStringLiteral("ledger-day"));
    tab->showLateCharge(taxes::lateCharge());
    look(QStringLiteral("ledger-late"));
    auto *sheet = tab->findChild<QScrollArea *>(QStringLiteral("ledgerSheet"));
    sheet->verticalScrollBar()->setValue(sheet->verticalScrollBar()->maximum());
    look(QStringLiteral("ledger-end"));
    support::picture(sheet->widget(), QStringLiteral("ledger-whole") + suffix);
    chooseKey(*tab, tax::TaxKind::Resident, 2025, 1);
    look(QStringLiteral("ledger-refund"));
    tab->showLedger({});
    look(QStringLiteral("ledger-none"));
}

QTEST_MAIN(TestLedgerTab)
#include "tst_ledgertab.moc"
