#include "people.h"

#include "support/labelwalk.h"
#include "ui/resident/recordpage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;
using desk::FileRequest;
using desk::Right;
using resident::File;

namespace {

constexpr base::PersonId womanId{2000019};

QString allTexts(const QWidget *root)
{
    QString all;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(root))
            all += label->text() + u'\n';
    }
    return all;
}

pension::PensionRecord pensionRecord()
{
    pension::PensionRecord record;
    record.person = womanId;
    record.numberTail = QStringLiteral("9018");
    record.insured = true;
    record.periods = {{.category = pension::Category::First,
                       .acquiredOn = {2019, 10, 1},
                       .acquiredNotifiedOn = {2019, 10, 8},
                       .acquiredFor = QStringLiteral("2"),
                       .acquiredReason = {},
                       .lostOn = {},
                       .lostNotifiedOn = {},
                       .lostFor = {},
                       .lostReason = {},
                       .changedOn = {}}};
    return record;
}

} // namespace

/// Tabs 税, 収納, 年金 of a record: who sees them, what is asked before they open, and the members.
class TestFileTabs : public QObject
{
    Q_OBJECT

private:
    desk::Rights m_rights;
    bool m_telephone = false;
    bool m_purposeWanted = false;
    bool m_callerWanted = false;
    bool m_reasonWanted = false;
    std::optional<ErrorCode> m_refusal;
    QStringList m_asked;
    QList<FileRequest> m_requests;
    QString m_paper;
    QList<std::optional<ErrorCode>> m_outcomes;

    /// The desk's answer to one question about a file.
    template <typename View>
    desk::Answer<View> answer(const QString &what, const FileRequest &request, const View &view)
    {
        m_asked.append(what);
        m_requests.append(request);
        using Answered = base::Result<View>;
        if (m_refusal)
            return people::now(Answered(base::fail(*m_refusal)));
        if (m_purposeWanted && request.purpose.isEmpty())
            return people::now(Answered(base::fail(ErrorCode::PurposeMissing)));
        const desk::CallerCheck &caller = request.caller;
        if (m_callerWanted && !(caller.birthDate || caller.number))
            return people::now(Answered(base::fail(ErrorCode::CallerUnknown)));
        if (m_reasonWanted)
            return people::now(Answered(base::fail(ErrorCode::ReasonMissing)));
        return people::now(Answered(view));
    }
    resident::Files files()
    {
        return {
            .rights = m_rights,
            .telephone = m_telephone,
            .today = {2026, 11, 21},
            .tax =
                [this](const FileRequest &request) {
                    desk::TaxView view;
                    view.person = request.person;
                    return answer(QStringLiteral("tax"), request, view);
                },
            .ledger =
                [this](const FileRequest &request) {
                    desk::LedgerView view;
                    view.person = request.person;
                    return answer(QStringLiteral("ledger"), request, view);
                },
            .pension =
                [this](const FileRequest &request) {
                    const auto record = pensionRecord();
                    const desk::PensionView view{
                        .person = request.person,
                        .record = record,
                        .timeline = pension::timelineOf(record, {1968, 2, 3}, {2026, 11, 21}),
                        .logRow = 7};
                    return answer(QStringLiteral("pension"), request, view);
                },
            .lateCharge =
                [this](const FileRequest &request, int, QDate) {
                    return answer(QStringLiteral("latecharge"), request, desk::LateChargeView());
                },
            .explain =
                [this](const FileRequest &request, int, int) {
                    return answer(QStringLiteral("explain"), request, desk::TaxExplanation());
                },
            .members =
                [this](const FileRequest &request) {
                    desk::HouseholdFiles household;
                    household.members = {
                        {{{2000019}, 3}, QStringLiteral("渡辺　和子"), QStringLiteral("妻")},
                        {{{2000027}, 1}, QStringLiteral("渡辺　太郎"), QStringLiteral("世帯主")},
                        {{{2000035}, 1}, QStringLiteral("渡辺　花"), QStringLiteral("子"), true}};
                    return answer(QStringLiteral("members"), request, household);
                },
            .purposesFor =
                [](const QString &scope) {
                    return QList<desk::Purpose>{
                        {scope, QStringLiteral("国民年金の届出・申請")},
                        {scope + u'2', QStringLiteral("国民年金保険料の免除・納付猶予の申請")}};
                },
            .printChart =
                [this](const FileRequest &request, const desk::ChartOrder &order) {
                    const desk::ChartPaper paper{
                        .document = std::make_shared<print::Document>(
                            QList<print::Page>(1), QSizeF(210, 297), QStringLiteral("図"),
                            print::Picture{order.draw, QRectF(25, 56, 160, 210)}),
                        .logRow = 8};
                    return answer(QStringLiteral("chart ") + order.printer, request, paper);
                },
            .chartPrinted =
                [this](const FileRequest &, desk::Chart, std::optional<ErrorCode> problem) {
                    m_outcomes.append(problem);
                    return people::now(base::Result<>());
                },
            .paperTo = [this] { return m_paper; }};
    }
    resident::Records records()
    {
        using base::Result;
        return {.resident =
                    [this](base::PersonId, const QString &reason) {
                        m_asked.append(QStringLiteral("resident ") + reason);
                        if (!reason.isEmpty())
                            m_reasonWanted = false;
                        return people::now(
                            Result<desk::ResidentView>(people::viewOf(people::woman())));
                    },
                .household =
                    [](base::HouseholdId) {
                        return people::now(Result<desk::HouseholdView>(people::household()));
                    },
                .history =
                    [](base::PersonId) {
                        return people::now(Result<desk::HistoryView>(people::history()));
                    },
                .formerState =
                    [](base::SnapshotId) {
                        return people::now(Result<desk::FormerStateView>(people::states()));
                    },
                .files = files()};
    }
    std::unique_ptr<resident::RecordPage> open(QSize size = {1366, 570})
    {
        auto page = std::make_unique<resident::RecordPage>(records(), womanId);
        page->resize(size);
        page->show();
        if (!QTest::qWaitFor([&page] { return page->subject().has_value(); }))
            qFatal("the record does not open");
        return page;
    }
    static QStringList tabsOf(const resident::RecordPage &page)
    {
        const auto *bar = page.findChild<QTabBar *>(QStringLiteral("recordTabs"));
        QStringList tabs;
        for (int i = 0; i < bar->count(); ++i)
            tabs.append(bar->tabText(i));
        return tabs;
    }
    /// Each file has panels of its own under the same names: the one in sight comes first.
    template <typename T = QWidget>
    static T *part(const resident::RecordPage &page, const char *name)
    {
        const auto all = page.findChildren<T *>(QLatin1StringView(name));
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        return all.value(0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init()
    {
        m_rights = desk::Rights(Right::Search) | Right::ViewPension;
        m_telephone = m_purposeWanted = m_callerWanted = m_reasonWanted = false;
        m_refusal.reset();
        m_asked.clear();
        m_requests.clear();
        m_outcomes.clear();
        widgets::applyTheme(100);
    }

    void aTabExistsOnlyWithItsRight_data();
    void aTabExistsOnlyWithItsRight();
    void aFileIsAskedForOnceWhenFirstLookedAt();
    void movingBetweenTabsAsksNothingTwice();
    void whatOneTabWasToldOpensTheOther();
    void aPurposeThatFitsIsAskedForByNumber();
    void theCallerIsAskedForByNumber();
    void tooLittleOfTheCallerOpensNothing();
    void onTheTelephoneNoAddressIsShown();
    void aProtectedFileAsksForTheReason();
    void aRefusalIsSaidByThePage();
    void theChartIsPrintedAndItsOutcomeNoted();
    void aChartThatFailsIsSaidAndNoted();
    void membersAreListedAndOpenedOneByOne();
    void aMemberOpensOnTheSameTab();
    void panelsAreLegible_data();
    void panelsAreLegible();
};

void TestFileTabs::aTabExistsOnlyWithItsRight_data()
{
    QTest::addColumn<int>("rights");
    QTest::addColumn<QStringList>("tabs");
    const auto tax = QStringLiteral("税（賦課）");
    const auto ledger = QStringLiteral("収納・滞納");
    const auto pension = QStringLiteral("年金");
    QTest::newRow("resident clerk") << int(Right::Search | Right::History) << QStringList();
    QTest::newRow("tax clerk") << int(Right::Search | Right::ViewTax) << QStringList{tax};
    QTest::newRow("collector") << int(Right::ViewTax | Right::ViewLedger)
                               << QStringList{tax, ledger};
    QTest::newRow("pension clerk") << int(Right::ViewPension) << QStringList{pension};
    QTest::newRow("only to explain") << int(Right::ExplainTax | Right::LateCharge) << QStringList();
}

void TestFileTabs::aTabExistsOnlyWithItsRight()
{
    QFETCH(int, rights);
    QFETCH(QStringList, tabs);
    m_rights = desk::Rights::fromInt(desk::Rights::Int(rights));
    const auto page = open();
    QCOMPARE(tabsOf(*page).mid(3), tabs);
    QCOMPARE(part(*page, "taxTab") != nullptr, m_rights.testFlag(Right::ViewTax));
    QCOMPARE(part(*page, "ledgerTab") != nullptr, m_rights.testFlag(Right::ViewLedger));
    QCOMPARE(part(*page, "pensionTab") != nullptr, m_rights.testFlag(Right::ViewPension));
    // Nor does its key ask for anything.
    for (const int key : {Qt::Key_F2, Qt::Key_F3, Qt::Key_F10}) {
        page->press(key);
        QTest::qWait(5);
    }
    QCOMPARE(m_asked.size(), 1 + tabs.size());
}

void TestFileTabs::aFileIsAskedForOnceWhenFirstLookedAt()
{
    const auto page = open();
    QCOMPARE(m_asked, QStringList{QStringLiteral("resident ")});
    for (const int key : {Qt::Key_F10, Qt::Key_F5, Qt::Key_F10}) {
        page->press(key);
        QTest::qWait(20);
    }
    QCOMPARE(m_asked, (QStringList{QStringLiteral("resident "), QStringLiteral("pension")}));
    QCOMPARE(m_requests.first().person, womanId);
    QVERIFY(part(*page, "pensionTab")->isVisible());
    QCOMPARE(page->helpName(), QStringLiteral("pension"));
    QVERIFY(allTexts(page.get()).contains(QStringLiteral("＊＊＊＊-＊＊9018")));
}

/// Every question to the desk is a row of the log, and what was typed is not lost.
void TestFileTabs::movingBetweenTabsAsksNothingTwice()
{
    const auto page = open();
    for (const int key : {Qt::Key_F10, Qt::Key_F5, Qt::Key_F10})
        page->press(key); // the answer is still on its way
    QTRY_VERIFY(part(*page, "pensionTab")->isVisible());
    QTest::qWait(20);
    QCOMPARE(m_asked.count(QStringLiteral("pension")), 1);

    m_telephone = m_callerWanted = true;
    const auto telephone = open();
    telephone->press(Qt::Key_F10);
    QTRY_VERIFY(part(*telephone, "callerPanel")->isVisible());
    QTest::keyClick(part<QCheckBox>(*telephone, "callerMark-1"), Qt::Key_2);
    for (const int key : {Qt::Key_F5, Qt::Key_F10}) {
        telephone->press(key);
        QTest::qWait(20);
    }
    QVERIFY(part<QCheckBox>(*telephone, "callerMark-2")->isChecked());
    QCOMPARE(m_asked.count(QStringLiteral("pension")), 2);
}

void TestFileTabs::whatOneTabWasToldOpensTheOther()
{
    m_telephone = m_callerWanted = true;
    m_rights = desk::Rights(Right::ViewTax) | Right::ViewLedger;
    const auto page = open();
    for (const int key : {Qt::Key_F2, Qt::Key_F3}) { // both have asked
        page->press(key);
        QTRY_VERIFY(part(*page, "callerPanel")->isVisible());
    }
    auto *first = part<QCheckBox>(*page, "callerMark-1");
    for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_4})
        QTest::keyClick(first, Qt::Key(key));
    QTest::keyClick(part(*page, "callerOpen"), Qt::Key_Return);
    QTRY_VERIFY(part(*page, "ledgerTab")->isVisible());
    page->press(Qt::Key_F2);
    QTRY_VERIFY(part(*page, "taxTab")->isVisible());
    QVERIFY(m_requests.last().caller.number);
}

void TestFileTabs::aPurposeThatFitsIsAskedForByNumber()
{
    m_purposeWanted = true;
    const auto page = open();
    page->press(Qt::Key_F10);
    QTRY_VERIFY(part(*page, "purposePanel")->isVisible());
    QVERIFY(!part(*page, "pensionTab")->isVisible());
    QTRY_VERIFY(part(*page, "filePurpose")->hasFocus());
    QTest::keyClick(part(*page, "filePurpose"), Qt::Key_2);
    QTRY_VERIFY(part(*page, "pensionTab")->isVisible());
    QCOMPARE(m_requests.size(), 2);
    QCOMPARE(m_requests.last().purpose, QStringLiteral("pension2"));
    // What is asked in the tab later carries it too.
    page->press(Qt::Key_F6);
    QTRY_COMPARE(m_asked.last(), QStringLiteral("members"));
    QCOMPARE(m_requests.last().purpose, QStringLiteral("pension2"));
}

void TestFileTabs::theCallerIsAskedForByNumber()
{
    m_telephone = m_callerWanted = true;
    m_rights = desk::Rights(Right::ViewTax) | Right::ViewLedger;
    const auto page = open();
    page->press(Qt::Key_F2);
    QTRY_VERIFY(part(*page, "callerPanel")->isVisible());
    auto *first = part<QCheckBox>(*page, "callerMark-1");
    QTRY_VERIFY(first->hasFocus());
    for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_4})
        QTest::keyClick(first, Qt::Key(key));
    QTest::keyClick(part(*page, "callerOpen"), Qt::Key_Return);
    QTRY_VERIFY(part(*page, "taxTab")->isVisible());
    const desk::CallerCheck &caller = m_requests.last().caller;
    QVERIFY(caller.name && caller.birthDate && !caller.address && caller.number);
    // The next file is opened with what the caller has said already.
    page->press(Qt::Key_F3);
    QTRY_VERIFY(part(*page, "ledgerTab")->isVisible());
    QVERIFY(m_requests.last().caller.number);
    QCOMPARE(m_asked.count(QStringLiteral("ledger")), 1);
}

void TestFileTabs::tooLittleOfTheCallerOpensNothing()
{
    m_telephone = m_callerWanted = true;
    const auto page = open();
    page->press(Qt::Key_F10);
    QTRY_VERIFY(part(*page, "callerPanel")->isVisible());
    auto *first = part<QCheckBox>(*page, "callerMark-1");
    QTest::keyClick(first, Qt::Key_1);
    QTest::keyClick(first, Qt::Key_3);
    QTest::keyClick(first, Qt::Key_3); // taken back
    QTest::keyClick(part(*page, "callerOpen"), Qt::Key_Return);
    QCOMPARE(m_requests.size(), 1);
    QVERIFY(part(*page, "callerPanel")->isVisible());
    QVERIFY(allTexts(page.get()).contains(QStringLiteral("来庁による確認")));
}

void TestFileTabs::onTheTelephoneNoAddressIsShown()
{
    m_telephone = true;
    const auto page = open();
    // A paper has the address on it.
    QSignalSpy paper(page.get(), &resident::RecordPage::certificateWanted);
    page->press(Qt::Key_F8);
    QVERIFY(paper.isEmpty());
    const auto person = people::woman();
    const auto shown = [&page, &person] {
        const QString texts = allTexts(page.get());
        QVERIFY(texts.contains(QStringLiteral("電話では住所を読み上げない")));
        for (const QString &place :
             {person.address.town, person.address.building, person.addressBeforeMoveIn.town,
              person.telephone, people::household().address})
            QVERIFY2(!texts.contains(place), qPrintable(place));
    };
    shown();
    page->press(Qt::Key_F6);
    QTest::qWait(20);
    shown();
    page->press(Qt::Key_F7);
    auto *table = page->findChild<widgets::TableView *>(QStringLiteral("historyTable"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTest::keyClick(table, Qt::Key_Return);
    auto *comparison = page->findChild<widgets::TableView *>(QStringLiteral("comparisonTable"));
    QTRY_VERIFY(comparison->isVisible());
    for (int row = 0; row < comparison->model()->rowCount(); ++row) {
        for (int column = 0; column < comparison->model()->columnCount(); ++column)
            QVERIFY(!comparison->model()
                         ->index(row, column)
                         .data()
                         .toString()
                         .contains(person.address.town));
    }
    m_telephone = false;
    const auto atTheCounter = open();
    QVERIFY(allTexts(atTheCounter.get()).contains(person.address.town));
    QVERIFY(!allTexts(atTheCounter.get()).contains(QStringLiteral("電話では")));
}

void TestFileTabs::aProtectedFileAsksForTheReason()
{
    const auto page = open();
    m_reasonWanted = true;
    page->press(Qt::Key_F10);
    QTRY_VERIFY(part(*page, "reasonPanel")->isVisible());
    page->findChild<QLineEdit *>(QStringLiteral("reasonField"))
        ->setText(QStringLiteral("本人の申出による確認"));
    QTest::keyClick(part(*page, "reasonOpen"), Qt::Key_Return);
    QTRY_VERIFY(part(*page, "pensionTab")->isVisible());
    QCOMPARE(m_asked, (QStringList{QStringLiteral("resident "), QStringLiteral("pension"),
                                   QStringLiteral("resident 本人の申出による確認"),
                                   QStringLiteral("pension")}));
}

void TestFileTabs::aRefusalIsSaidByThePage()
{
    m_refusal = ErrorCode::RightMissing;
    const auto page = open();
    page->press(Qt::Key_F10);
    auto *message = page->findChild<widgets::MessageBar *>(QStringLiteral("recordMessage"));
    QTRY_VERIFY(message->isVisible());
    QVERIFY(!part(*page, "pensionTab")->isVisible());
    QVERIFY(page->subject().has_value()); // the resident record stays
    // A person who may not be looked at any more leaves the screen altogether.
    m_refusal = ErrorCode::RestrictedRecord;
    page->press(Qt::Key_F5);
    page->press(Qt::Key_F10);
    QTRY_VERIFY(!page->subject().has_value());
}

void TestFileTabs::theChartIsPrintedAndItsOutcomeNoted()
{
    const QTemporaryDir folder;
    m_paper = folder.filePath(QStringLiteral("chart.pdf"));
    const auto page = open();
    page->press(Qt::Key_F12); // nothing to print before the file is open
    QVERIFY(m_asked.filter(QStringLiteral("chart")).isEmpty());
    page->press(Qt::Key_F10);
    QTRY_VERIFY(part(*page, "pensionTab")->isVisible());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(!m_outcomes.first());
    QVERIFY(m_asked.contains(QStringLiteral("chart ") + m_paper));
    QFile paper(m_paper);
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.readAll().startsWith("%PDF-"));
    const auto *message = page->findChild<widgets::MessageBar *>(QStringLiteral("recordMessage"));
    QVERIFY(message->isVisible());
    QVERIFY(allTexts(message).contains(QStringLiteral("図を印刷しました")));
    QVERIFY(part(*page, "pensionTab")->isVisible());
}

void TestFileTabs::aChartThatFailsIsSaidAndNoted()
{
    const QTemporaryDir folder;
    m_paper = folder.filePath(QStringLiteral("missing/chart.pdf"));
    const auto page = open();
    page->press(Qt::Key_F10);
    QTRY_VERIFY(part(*page, "pensionTab")->isVisible());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.first().has_value());
    const auto *message = page->findChild<widgets::MessageBar *>(QStringLiteral("recordMessage"));
    QTRY_VERIFY(message->isVisible());
    QVERIFY(!allTexts(message).contains(QStringLiteral("図を印刷しました")));
    QVERIFY(part(*page, "pensionTab")->isVisible()); // what was on the screen stays
}

void TestFileTabs::membersAreListedAndOpenedOneByOne()
{
    const auto page = open();
    page->press(Qt::Key_F10);
    QTRY_VERIFY(part(*page, "pensionTab")->isVisible());
    QSignalSpy wanted(page.get(), &resident::RecordPage::fileWanted);
    page->press(Qt::Key_F6);
    auto *table = page->findChild<widgets::TableView *>(QStringLiteral("neededMembers"));
    QTRY_VERIFY(table->isVisible());
    QTRY_VERIFY(table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 3);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).value<base::PersonId>().value, 2000027);
    QCOMPARE(wanted.first().at(1).value<File>(), File::Pension);
    QCOMPARE(m_asked.count(QStringLiteral("pension")), 1); // nobody else's file was asked for
    QVERIFY(page->stepBack());
    QTRY_VERIFY(part(*page, "pensionTab")->isVisible());
    QVERIFY(!page->stepBack());
}

void TestFileTabs::aMemberOpensOnTheSameTab()
{
    resident::RecordPage page(records(), {2000027});
    page.beginWith(File::Pension);
    page.resize(1366, 570);
    page.show();
    QTRY_VERIFY(part(page, "pensionTab")->isVisible());
    QCOMPARE(m_asked, (QStringList{QStringLiteral("resident "), QStringLiteral("pension")}));
    QCOMPARE(m_requests.first().person.value, 2000027);
    QVERIFY(!m_requests.first().caller.name); // nothing of another person's caller
}

void TestFileTabs::panelsAreLegible_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150}) {
        QTest::addRow("1366 at %d", percent) << QSize(1366, 570) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1920, 880) << percent;
    }
}

void TestFileTabs::panelsAreLegible()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    m_rights = desk::Rights(Right::ViewTax) | Right::ViewLedger | Right::ViewPension;
    const auto look = [&](resident::RecordPage *page, const QString &name) {
        QTest::qWait(150); // laid out anew
        support::picture(page, QStringLiteral("%1-%2-%3").arg(name).arg(size.width()).arg(percent));
        for (const auto &findings :
             {support::cutTexts(page), support::englishTexts(page), support::namelessInputs(page),
              widgets::columnsBeyondTheEdge(page)})
            QVERIFY2(findings.isEmpty(), qPrintable(name + u'\n' + support::inWords(findings)));
    };
    const auto page = open(size);
    page->press(Qt::Key_F10);
    look(page.get(), QStringLiteral("filetab-pension"));
    page->press(Qt::Key_F6);
    look(page.get(), QStringLiteral("filetab-members"));
    m_purposeWanted = true;
    page->press(Qt::Key_F2);
    look(page.get(), QStringLiteral("filetab-purpose"));
    m_purposeWanted = false;
    m_callerWanted = true;
    m_telephone = true;
    const auto called = open(size);
    look(called.get(), QStringLiteral("filetab-telephone"));
    called->press(Qt::Key_F3);
    look(called.get(), QStringLiteral("filetab-caller"));
    QTest::keyClick(part(*called, "callerOpen"), Qt::Key_Return);
    look(called.get(), QStringLiteral("filetab-caller-missing"));
}

QTEST_MAIN(TestFileTabs)
#include "tst_filetabs.moc"
