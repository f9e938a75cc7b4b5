// links: madoguchi_ui_household
#include "people.h"

#include "support/labelwalk.h"
#include "ui/resident/historymodel.h"
#include "ui/resident/recordpage.h"
#include "ui/resident/residenttab.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using base::ErrorCode;

namespace {

/// Every text that stands on the screen under `root`.
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

} // namespace

class TestRecordPage : public QObject
{
    Q_OBJECT

private:
    desk::ResidentView m_view;
    QStringList m_asked;         ///< what the page asked the desk for, in order
    bool m_reasonWanted = false; ///< the desk asks for a reason
    std::optional<ErrorCode> m_refusal;

    resident::Records records()
    {
        using base::Result;
        return {.resident =
                    [this](base::PersonId, const QString &reason) {
                        m_asked.append(QStringLiteral("resident ") + reason);
                        if (m_refusal)
                            return people::now(Result<desk::ResidentView>(base::fail(*m_refusal)));
                        if (m_reasonWanted && reason.isEmpty())
                            return people::now(
                                Result<desk::ResidentView>(base::fail(ErrorCode::ReasonMissing)));
                        m_reasonWanted = false;
                        return people::now(Result<desk::ResidentView>(m_view));
                    },
                .household =
                    [this](base::HouseholdId) {
                        m_asked.append(QStringLiteral("household"));
                        return people::now(Result<desk::HouseholdView>(people::household()));
                    },
                .history =
                    [this](base::PersonId) {
                        m_asked.append(QStringLiteral("history"));
                        if (m_reasonWanted)
                            return people::now(
                                Result<desk::HistoryView>(base::fail(ErrorCode::ReasonMissing)));
                        return people::now(Result<desk::HistoryView>(people::history()));
                    },
                .formerState =
                    [this](base::SnapshotId state) {
                        m_asked.append(QStringLiteral("state %1").arg(state.version));
                        return people::now(Result<desk::FormerStateView>(people::states()));
                    }};
    }
    std::unique_ptr<resident::RecordPage> open(QSize size = {1366, 570})
    {
        auto page = std::make_unique<resident::RecordPage>(records(), base::PersonId{2000019});
        page->resize(size);
        page->show();
        return page;
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init()
    {
        m_view = people::viewOf(people::woman());
        m_asked.clear();
        m_reasonWanted = false;
        m_refusal.reset();
        widgets::applyTheme(100);
    }

    void modelsHoldWhatModelsMust();
    void eachTabIsAskedForOnceWhenFirstLookedAt();
    void helpFollowsTheOpenTab();
    void enterOpensAMember();
    void comparisonMarksWhatChanged();
    void firstStateHasNoMarks();
    void escapeClosesTheComparisonFirst();
    void aHiddenAddressStandsNowhere();
    void whoLivesWithAProtectedPersonHasTheBadge();
    void aProtectedRecordAsksForTheReason();
    void aShortReasonIsNotTaken();
    void aForgottenReasonIsAskedForAgain();
    void aRefusedRecordShowsNothing();
    void removedRecordsGetTheirOwnCertificate();
    void foreignResidentsAreShownInWesternYears();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestRecordPage::modelsHoldWhatModelsMust()
{
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    resident::HistoryModel history;
    resident::ComparisonModel comparison;
    QAbstractItemModelTester first(&history, Mode::QtTest);
    QAbstractItemModelTester second(&comparison, Mode::QtTest);
    history.setRows(people::history().lines);
    comparison.setStates(people::states());
    QCOMPARE(history.rowCount(), 3);
    history.setRows({});
    comparison.setStates({});
    QCOMPARE(history.rowCount(), 0);
}

void TestRecordPage::eachTabIsAskedForOnceWhenFirstLookedAt()
{
    const auto page = open();
    QTRY_COMPARE(m_asked, QStringList{QStringLiteral("resident ")});
    QTRY_VERIFY(page->subject().has_value());
    for (const int key : {Qt::Key_F6, Qt::Key_F7, Qt::Key_F5, Qt::Key_F6, Qt::Key_F7}) {
        page->press(key);
        QTest::qWait(10);
    }
    QCOMPARE(m_asked, (QStringList{QStringLiteral("resident "), QStringLiteral("household"),
                                   QStringLiteral("history")}));
}

void TestRecordPage::helpFollowsTheOpenTab()
{
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    QCOMPARE(page->helpName(), QStringLiteral("record"));
    page->press(Qt::Key_F6);
    QCOMPARE(page->helpName(), QStringLiteral("household"));
    page->press(Qt::Key_F7);
    QCOMPARE(page->helpName(), QStringLiteral("history"));
    page->press(Qt::Key_F5);
    QCOMPARE(page->helpName(), QStringLiteral("record"));
}

void TestRecordPage::enterOpensAMember()
{
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    QSignalSpy chosen(page.get(), &resident::RecordPage::personChosen);
    page->press(Qt::Key_F6);
    auto *table = page->findChild<widgets::TableView *>(QStringLiteral("memberTable"));
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<base::PersonId>().value, 2000019);
}

void TestRecordPage::comparisonMarksWhatChanged()
{
    resident::ComparisonModel model;
    model.setStates(people::states());
    QStringList changed;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.index(row, 1).data().toString().isEmpty())
            changed.append(model.index(row, 0).data().toString());
    }
    // Made different in people::states(): 旧氏, 番地, 方書, 住所を定めた年月日, 前住所.
    QCOMPARE(changed,
             (QStringList{QStringLiteral("旧氏"), QStringLiteral("住所"), QStringLiteral("方書"),
                          QStringLiteral("住所を定めた年月日"), QStringLiteral("前住所")}));
}

void TestRecordPage::firstStateHasNoMarks()
{
    resident::ComparisonModel model;
    model.setStates({.state = people::woman(),
                     .withheld = {},
                     .before = {},
                     .withheldBefore = {},
                     .addressHidden = false,
                     .logRow = 1});
    QVERIFY(model.rowCount() > 10);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(model.index(row, 1).data().toString().isEmpty());
}

void TestRecordPage::escapeClosesTheComparisonFirst()
{
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    page->press(Qt::Key_F7);
    auto *table = page->findChild<widgets::TableView *>(QStringLiteral("historyTable"));
    auto *comparison = page->findChild<widgets::TableView *>(QStringLiteral("comparisonTable"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QVERIFY(!page->stepBack());
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(comparison->isVisible());
    QVERIFY(m_asked.contains(QStringLiteral("state 3")));
    QVERIFY(page->stepBack());
    QVERIFY(!comparison->isVisible());
    QVERIFY(!page->stepBack());
}

void TestRecordPage::aHiddenAddressStandsNowhere()
{
    m_view = people::protectedView();
    const QString remark = QStringLiteral("緑町の世帯から分離");
    m_view.record.snapshot.remarks = remark; // words of somebody, perhaps with a place
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    const QString shown = allTexts(page.get());
    const auto person = people::woman();
    for (const QString &part :
         {person.address.town, person.address.building, person.addressBeforeMoveIn.town,
          person.address.postalCode, person.telephone, remark, QStringLiteral("379-0000")})
        QVERIFY2(!shown.contains(part), qPrintable(part));
    auto states = people::states();
    states.addressHidden = true;
    resident::ComparisonModel model;
    model.setStates(states);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                QVERIFY(
                    !model.index(row, column).data(role).toString().contains(person.address.town));
        }
    }
}

void TestRecordPage::whoLivesWithAProtectedPersonHasTheBadge()
{
    m_view.isProtected = true; // no restriction of his own
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    QVERIFY(page->subject()->badges.contains(widgets::BadgeKind::Protected));
}

void TestRecordPage::aProtectedRecordAsksForTheReason()
{
    m_reasonWanted = true;
    const auto page = open();
    auto *panel = page->findChild<QWidget *>(QStringLiteral("reasonPanel"));
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(!page->subject().has_value());
    support::picture(page.get(), QStringLiteral("record-reason"));
    const auto cut = support::cutTexts(page.get());
    QVERIFY2(cut.isEmpty(), qPrintable(support::inWords(cut)));
    auto *field = page->findChild<QLineEdit *>(QStringLiteral("reasonField"));
    QInputMethodEvent typed;
    typed.setCommitString(QStringLiteral("本人が転居届を提出"));
    QCoreApplication::sendEvent(field, &typed);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(page->findChild<QWidget *>(QStringLiteral("reasonOpen")), Qt::Key_Return);
    QTRY_VERIFY(page->subject().has_value());
    QCOMPARE(m_asked.last(), QStringLiteral("resident 本人が転居届を提出"));
    QVERIFY(!panel->isVisible());
}

void TestRecordPage::aShortReasonIsNotTaken()
{
    m_reasonWanted = true;
    const auto page = open();
    auto *panel = page->findChild<QWidget *>(QStringLiteral("reasonPanel"));
    QTRY_VERIFY(panel->isVisible());
    auto *field = page->findChild<QLineEdit *>(QStringLiteral("reasonField"));
    for (const QString &reason :
         {QString(), QStringLiteral("x"), QStringLiteral("　　　　　"), QString(10000, u'あ')}) {
        field->setText(reason);
        page->findChild<QPushButton *>(QStringLiteral("reasonOpen"))->click();
        QCOMPARE(m_asked.size(), 1);
        QVERIFY(panel->isVisible());
    }
}

void TestRecordPage::aForgottenReasonIsAskedForAgain()
{
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    m_reasonWanted = true; // ten minutes later
    page->press(Qt::Key_F7);
    auto *panel = page->findChild<QWidget *>(QStringLiteral("reasonPanel"));
    QTRY_VERIFY(panel->isVisible());
    page->findChild<QLineEdit *>(QStringLiteral("reasonField"))
        ->setText(QStringLiteral("本人の申出による確認"));
    page->findChild<QPushButton *>(QStringLiteral("reasonOpen"))->click();
    auto *table = page->findChild<widgets::TableView *>(QStringLiteral("historyTable"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(page->helpName(), QStringLiteral("history"));
}

void TestRecordPage::aRefusedRecordShowsNothing()
{
    m_refusal = ErrorCode::RestrictedRecord;
    const auto page = open();
    auto *message = page->findChild<widgets::MessageBar *>(QStringLiteral("recordMessage"));
    QTRY_VERIFY(message->isVisible());
    QVERIFY(!page->subject().has_value());
    QVERIFY(!page->findChild<QWidget *>(QStringLiteral("residentTab"))->isVisible());
    for (const auto &hint : page->keys())
        QVERIFY(!hint.enabled);
    support::picture(page.get(), QStringLiteral("record-refused"));
}

void TestRecordPage::removedRecordsGetTheirOwnCertificate()
{
    m_view = people::removedView();
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    QSignalSpy wanted(page.get(), &resident::RecordPage::certificateWanted);
    page->press(Qt::Key_F8); // 除票の写し: the page of certificates starts with it
    QCOMPARE(wanted.size(), 1);
    m_view = people::viewOf(people::woman());
    const auto present = open();
    QTRY_VERIFY(present->subject().has_value());
    QSignalSpy asked(present.get(), &resident::RecordPage::certificateWanted);
    present->press(Qt::Key_F8);
    QCOMPARE(asked.size(), 1);
}

void TestRecordPage::foreignResidentsAreShownInWesternYears()
{
    m_view = people::viewOf(people::foreigner());
    const auto page = open();
    QTRY_VERIFY(page->subject().has_value());
    const QString shown = allTexts(page->findChild<QWidget *>(QStringLiteral("residentTab")));
    QVERIFY(shown.contains(QStringLiteral("1990年8月9日")));
    QVERIFY(shown.contains(QStringLiteral("2028年3月31日")));
    QVERIFY(!shown.contains(QStringLiteral("平成2年8月9日")));
    // Only these two (municipal-facts.md 3.1): 外国人住民となった年月日 is in 和暦.
    QVERIFY(shown.contains(QStringLiteral("令和2年4月2日")));
    QVERIFY(page->subject()->details.contains(QStringLiteral("1990年8月9日")));
}

void TestRecordPage::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("1366 at %d", percent) << QSize(1366, 570) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1920, 880) << percent;
    }
}

void TestRecordPage::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    const QString suffix = QStringLiteral("-%1-%2").arg(size.width()).arg(percent);
    const QList<std::pair<QString, desk::ResidentView>> cases{
        {QStringLiteral("record"), people::viewOf(people::woman())},
        {QStringLiteral("record-foreign"), people::viewOf(people::foreigner())},
        {QStringLiteral("record-protected"), people::protectedView()},
        {QStringLiteral("record-removed"), people::removedView()}};
    for (const auto &[name, view] : cases) {
        m_view = view;
        const auto page = open(size);
        QTRY_VERIFY(page->subject().has_value());
        const auto look = [&page, &suffix](const QString &picture) {
            QTest::qWait(20);
            support::picture(page.get(), picture + suffix);
            const auto cut = support::cutTexts(page.get());
            QVERIFY2(cut.isEmpty(), qPrintable(support::inWords(cut)));
            const auto nameless = support::namelessInputs(page.get());
            QVERIFY2(nameless.isEmpty(), qPrintable(support::inWords(nameless)));
        };
        look(name);
        if (name != QLatin1StringView("record"))
            continue;
        page->press(Qt::Key_F6);
        look(QStringLiteral("household"));
        page->press(Qt::Key_F7);
        look(QStringLiteral("history"));
        QTest::keyClick(page->findChild<QWidget *>(QStringLiteral("historyTable")), Qt::Key_Return);
        look(QStringLiteral("comparison"));
    }
}

QTEST_MAIN(TestRecordPage)
#include "tst_recordpage.moc"
