#include "records.h"

#include "support/labelwalk.h"
#include "ui/pension/pensiontab.h"
#include "ui/pension/timelinechart.h"
#include "ui/pension/timelinedrawing.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using pension::MonthState;

namespace {

QImage swatch(MonthState state)
{
    QImage image(120, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    pensionui::paintState(painter, {10, 5, 100, 30}, state, 16);
    return image;
}

QString allTexts(const QWidget &root)
{
    QString all;
    const auto labels = root.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(&root))
            all += label->text() + u'\n';
    }
    return all;
}

} // namespace

class TestPensionTab : public QObject
{
    Q_OBJECT

private:
    QList<pension::ExemptionCase> m_asked;
    base::Result<pension::ExemptionOpinion> m_opinion;

    std::unique_ptr<pensionui::PensionTab> tabOf(const desk::PensionView &view, QSize size)
    {
        auto tab = std::make_unique<pensionui::PensionTab>([this](const auto &typed) {
            m_asked.append(typed);
            return m_opinion;
        });
        tab->setToday({2026, 11, 21});
        tab->showPension(view, {1968, 2, 3});
        tab->resize(size);
        tab->show();
        return tab;
    }
    std::unique_ptr<pensionui::PensionTab> tab(QSize size = {1330, 520})
    {
        return tabOf(pensions::viewOf(pensions::everything(), pensions::everyState()), size);
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init()
    {
        m_asked.clear();
        m_opinion = pension::ExemptionOpinion{};
        widgets::applyTheme(100);
    }

    void theChartIsBlackAndWhite();
    void everyStateHasAHatchingOfItsOwn();
    void gapsAndOverlapsAreMarkedWithAWord();
    void theChartIsDrawnOnPaperToo();
    void aChartOfNothingIsEmpty();
    void irregularitiesAreSaidWithWhatToDo();
    void nothingWrongIsSaidToo();
    void whatWasNotLookedAtIsNotCalledSound();
    void numberKeysGoToTheParts();
    void theAidAsksTheRulesAndSaysWhoDecides();
    void theAidLeavesNoHalfTypedPersonOut();
    void theAidWantsAKind();
    void theAidSaysWhatWentWrong();
    void anotherPersonFindsTheAidEmpty();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestPensionTab::theChartIsBlackAndWhite()
{
    const auto shown = tab();
    auto *chart = shown->findChild<pensionui::TimelineChart *>();
    const QImage image = chart->grab().toImage().convertToFormat(QImage::Format_RGB32);
    bool black = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            QVERIFY(qRed(pixel) == qGreen(pixel) && qGreen(pixel) == qBlue(pixel));
            black |= qRed(pixel) == 0;
        }
    }
    QVERIFY(black);
}

void TestPensionTab::everyStateHasAHatchingOfItsOwn()
{
    QList<QImage> seen;
    for (int state = 0; state <= int(MonthState::Gap); ++state) {
        const QImage image = swatch(MonthState(state));
        QVERIFY2(!seen.contains(image), qPrintable(QString::number(state)));
        seen.append(image);
    }
}

void TestPensionTab::gapsAndOverlapsAreMarkedWithAWord()
{
    const auto shown = tab();
    const QStringList marks = shown->findChild<pensionui::TimelineChart *>()->marks();
    QCOMPARE(marks, QStringList({QStringLiteral("未加入"), QStringLiteral("重複"),
                                 QStringLiteral("未加入"), QStringLiteral("届出遅れ")}));
    const pensionui::TimelineDrawing drawing(pensions::everyState(), QApplication::font(), 1200);
    for (const char16_t *word : {u"第１号（保険料を納める月）", u"未加入", u"学生納付特例",
                                 u"産前産後・育児期間の免除", u"付加保険料"})
        QVERIFY2(drawing.legend().contains(pensions::text(word)),
                 qPrintable(drawing.legend().join(u' ')));
}

void TestPensionTab::theChartIsDrawnOnPaperToo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("line.pdf"));
    {
        QPdfWriter paper(path);
        paper.setResolution(300);
        QPainter painter(&paper);
        QFont font = QApplication::font();
        font.setPixelSize(40);
        const pensionui::TimelineDrawing drawing(pensions::everyState(), font, 2200);
        QVERIFY(drawing.height() > 40 * 10 && drawing.height() < 3000);
        drawing.paint(painter);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY(file.size() > 5000);
}

void TestPensionTab::aChartOfNothingIsEmpty()
{
    const pensionui::TimelineDrawing drawing({}, QApplication::font(), 1200);
    QCOMPARE(drawing.height(), 0.0);
    QVERIFY(drawing.marks().isEmpty() && drawing.legend().isEmpty());
    pension::Timeline open;
    open.spans = {{{{2020, 1}, {}}, MonthState::First}}; // an end that is not said
    QVERIFY(pensionui::TimelineDrawing(open, QApplication::font(), 1200).height() > 0);
}

void TestPensionTab::irregularitiesAreSaidWithWhatToDo()
{
    const auto shown = tab();
    const QString texts = allTexts(*shown);
    for (const char16_t *words :
         {u"未加入期間　平成11年9月～平成12年1月（5か月）",
          u"資格期間の重複　平成19年4月～平成19年6月（3か月）",
          u"届出遅れ　令和2年5月の届出が、14日の期限を93日過ぎています",
          u"資格取得届または種別変更届を受け付けます", u"年金事務所に照会します",
          u"納付の状況は日本年金機構が管理しています", u"未加入：6か月"})
        QVERIFY2(texts.contains(pensions::text(words)), qPrintable(pensions::text(words)));
}

void TestPensionTab::nothingWrongIsSaidToo()
{
    pension::Timeline line;
    line.spans = {{{{2020, 1}, {2026, 11}}, MonthState::First}};
    const auto shown = tabOf(pensions::viewOf(pensions::everything(), line), {1330, 520});
    QVERIFY(allTexts(*shown).contains(QStringLiteral("不整合はありません")));
}

void TestPensionTab::whatWasNotLookedAtIsNotCalledSound()
{
    auto none = pensions::viewOf({}, {});
    none.held = false;
    const auto empty = tabOf(none, {1330, 520});
    QVERIFY(allTexts(*empty).contains(QStringLiteral("未加入という意味ではありません")));
    QVERIFY(!allTexts(*empty).contains(QStringLiteral("不整合はありません")));
    const auto ageless = tabOf(pensions::viewOf(pensions::everything(), {}), {1330, 520});
    ageless->showPension(pensions::viewOf(pensions::everything(), {}), {});
    QTest::qWait(1); // what is deleted later
    QVERIFY(allTexts(*ageless).contains(QStringLiteral("調べていません")));
    QVERIFY(!allTexts(*ageless).contains(QStringLiteral("不整合はありません")));
    // Before 20 there is no line to look at.
    const auto young = tabOf(pensions::viewOf(pensions::everything(), {}), {1330, 520});
    young->showPension(pensions::viewOf(pensions::everything(), {}), QDate(2008, 4, 2));
    QTest::qWait(1);
    QVERIFY(allTexts(*young).contains(QStringLiteral("20歳前のため")));
    QVERIFY(!allTexts(*young).contains(QStringLiteral("不整合はありません")));
}

void TestPensionTab::numberKeysGoToTheParts()
{
    const auto shown = tab();
    QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
    shown->takeFocus();
    auto *area = shown->findChild<QScrollArea *>(QStringLiteral("pensionArea"));
    int before = 0;
    for (const int key : {Qt::Key_2, Qt::Key_3, Qt::Key_5}) {
        QTest::keyClick(area, Qt::Key(key));
        QVERIFY(area->verticalScrollBar()->value() > before);
        before = area->verticalScrollBar()->value();
    }
    QTest::keyClick(area, Qt::Key_1);
    QCOMPARE(area->verticalScrollBar()->value(), 0);
    QVERIFY(!shown->stepBack());
    shown->press(Qt::Key_F4);
    QVERIFY(shown->findChild<QWidget *>(QStringLiteral("aidKind"))->hasFocus());
    QVERIFY(shown->stepBack());
    QCOMPARE(area->verticalScrollBar()->value(), 0);
    QVERIFY(!shown->stepBack());
}

void TestPensionTab::theAidAsksTheRulesAndSaysWhoDecides()
{
    using pension::Tested;
    m_opinion =
        pension::ExemptionOpinion{.outlook = pension::ExemptionOpinion::Outlook::Over,
                                  .lines = {{Tested::Who::Self, 1'020'000, 900'000, true},
                                            {Tested::Who::Head, 1'020'000, 3'456'789, false}},
                                  .cycle = {{2026, 7}, {2027, 6}},
                                  .earliest = {2024, 10},
                                  .why = {},
                                  .tableVersion = QStringLiteral("0123abcd")};
    const auto shown = tab();
    QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
    shown->press(Qt::Key_F4);
    auto *kind = shown->findChild<QWidget *>(QStringLiteral("aidKind"));
    QTest::keyClick(kind, Qt::Key_1);
    const auto field = [&shown](int row, int column) {
        return shown->findChild<QLineEdit *>(QStringLiteral("aid-%1-%2").arg(row).arg(column));
    };
    field(1, 1)->setText(QStringLiteral("900000"));
    field(1, 2)->setText(QStringLiteral("1"));
    field(3, 1)->setText(QStringLiteral("3456789"));
    QTest::keyClick(shown->findChild<QWidget *>(QStringLiteral("aidJudge")), Qt::Key_Return);
    QCOMPARE(m_asked.size(), 1);
    const pension::ExemptionCase &typed = m_asked.first();
    QCOMPARE(typed.kind, pension::ExemptionKind::Full);
    QVERIFY((typed.month == pension::Month{2026, 11}));
    QCOMPARE(typed.appliedOn, QDate(2026, 11, 21));
    QCOMPARE(typed.bornOn, QDate(1968, 2, 3));
    QCOMPARE(typed.persons.size(), 2); // no spouse was typed
    QCOMPARE(typed.persons.at(0).incomeYen, 900'000);
    QCOMPARE(typed.persons.at(0).dependants, 1);
    QCOMPARE(typed.persons.at(1).who, Tested::Who::Head);
    auto *aid = shown->findChild<pensionui::ExemptionAidPanel *>();
    for (const char16_t *words :
         {u"基準を超える所得があります。",
          u"世帯主　所得 3,456,789円　基準 1,020,000円　→　基準を超えています",
          u"令和8年7月～令和9年6月", u"令和6年10月分から", u"決定するのは日本年金機構です",
          u"0123abcd"})
        QVERIFY2(aid->answer().contains(pensions::text(words)), qPrintable(aid->answer()));
    QTest::qWait(50); // laid out anew
    // On the smallest screen too, the verdict is there without a key pressed.
    const auto *area = shown->findChild<QScrollArea *>(QStringLiteral("pensionArea"));
    const auto *answer = shown->findChild<QWidget *>(QStringLiteral("aidAnswer"));
    const QRect seen(answer->mapTo(area->viewport(), QPoint()), answer->size());
    QVERIFY(area->viewport()->rect().contains(seen));
    support::picture(shown.get(), QStringLiteral("pension-aid"));
    const auto cut = support::cutTexts(shown.get());
    QVERIFY2(cut.isEmpty(), qPrintable(support::inWords(cut)));
}

/// A spouse of whom all but the income is typed counts with an income not known: left out, the
/// answer would be "within" for a household that was not looked at.
void TestPensionTab::theAidLeavesNoHalfTypedPersonOut()
{
    const auto shown = tab();
    QTest::keyClick(shown->findChild<QWidget *>(QStringLiteral("aidKind")), Qt::Key_1);
    shown->findChild<QLineEdit *>(QStringLiteral("aid-1-1"))->setText(QStringLiteral("0"));
    shown->findChild<QLineEdit *>(QStringLiteral("aid-2-2"))->setText(QStringLiteral("1"));
    shown->findChild<QCheckBox *>(QStringLiteral("aid-3-7"))->setChecked(true);
    QTest::keyClick(shown->findChild<QWidget *>(QStringLiteral("aidJudge")), Qt::Key_Return);
    QCOMPARE(m_asked.size(), 1);
    const auto &persons = m_asked.first().persons;
    QCOMPARE(persons.size(), 3);
    QCOMPARE(persons.at(1).who, pension::Tested::Who::Spouse);
    QVERIFY(persons.at(1).undeclared);
    QCOMPARE(persons.at(2).who, pension::Tested::Who::Head);
    QVERIFY(persons.at(2).lostWork);
}

void TestPensionTab::theAidWantsAKind()
{
    const auto shown = tab();
    QTest::keyClick(shown->findChild<QWidget *>(QStringLiteral("aidJudge")), Qt::Key_Return);
    QVERIFY(m_asked.isEmpty());
    QVERIFY(!shown->findChild<QWidget *>(QStringLiteral("aidMessage"))->isHidden());
    QVERIFY(shown->findChild<pensionui::ExemptionAidPanel *>()->answer().isEmpty());
    // Before anything is worked out it is said who decides.
    QVERIFY(shown->findChild<QLabel *>(QStringLiteral("aidDecides"))
                ->text()
                .contains(QStringLiteral("決定するのは日本年金機構です")));
}

void TestPensionTab::theAidSaysWhatWentWrong()
{
    m_opinion = base::fail(base::ErrorCode::TableYearMissing);
    const auto shown = tab();
    QTest::keyClick(shown->findChild<QWidget *>(QStringLiteral("aidKind")), Qt::Key_3);
    QTest::keyClick(shown->findChild<QWidget *>(QStringLiteral("aidJudge")), Qt::Key_Return);
    QCOMPARE(m_asked.size(), 1);
    QVERIFY(m_asked.first().persons.at(0).undeclared); // nothing was typed for the person
    QVERIFY(!shown->findChild<QWidget *>(QStringLiteral("aidMessage"))->isHidden());
}

void TestPensionTab::anotherPersonFindsTheAidEmpty()
{
    const auto shown = tab();
    auto *income = shown->findChild<QLineEdit *>(QStringLiteral("aid-1-1"));
    income->setText(QStringLiteral("900000"));
    shown->clearView();
    QVERIFY(income->text().isEmpty());
    QVERIFY(shown->findChild<pensionui::TimelineChart *>()->marks().isEmpty());
}

void TestPensionTab::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("1366 at %d", percent) << QSize(1330, 520) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1880, 820) << percent;
    }
}

void TestPensionTab::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    const auto shown = tab(size);
    QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
    auto *area = shown->findChild<QScrollArea *>(QStringLiteral("pensionArea"));
    for (int part = 1; part <= 7; ++part) {
        shown->takeFocus();
        QTest::keyClick(area, Qt::Key(Qt::Key_0 + part));
        QTest::qWait(20);
        support::picture(
            shown.get(),
            QStringLiteral("pension-%1-%2-%3").arg(size.width()).arg(percent).arg(part));
    }
    for (const auto &findings : {support::cutTexts(shown.get()), support::englishTexts(shown.get()),
                                 support::namelessInputs(shown.get())})
        QVERIFY2(findings.isEmpty(), qPrintable(support::inWords(findings)));
    QVERIFY(widgets::westernDates(shown.get()).isEmpty());
    QVERIFY(percent > 150 || area->horizontalScrollBar()->maximum() == 0);
}

QTEST_MAIN(TestPensionTab)
#include "tst_pensiontab.moc"
