#include "support/answers.h"
#include "support/labelwalk.h"
#include "ui/approvals/checkpanel.h"
#include "ui/approvals/queuepage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QPushButton>
#include <QTest>

using base::Result;
using desk::CheckOutcome;
using support::shownTexts;

using support::now;

namespace {

desk::CheckLine line(qint64 entry, bool mine)
{
    return {.entry = entry,
            .person = {2000019},
            .household = {},
            .authorName = mine ? QStringLiteral("鈴木　主任") : QStringLiteral("佐藤　美咲"),
            .authorSection = QStringLiteral("市民課"),
            .at = QDateTime(QDate(2026, 11, 20), QTime(1, 5), Qt::UTC),
            .mine = mine};
}

desk::CheckView view(qint64 number)
{
    residents::Restriction before;
    before.id = 3;
    before.person = {2000019};
    before.from = {2025, 12, 1};
    before.until = {2026, 11, 30};
    residents::Restriction after = before;
    after.until = {2027, 11, 30};
    desk::CheckView made;
    made.entry.number = number;
    made.entry.proposal = {
        .entered = after, .baseVersion = 1, .reason = QStringLiteral("更新の申出（11月20日受付）")};
    made.entry.author = {.user = QStringLiteral("madoguchi1"),
                         .name = QStringLiteral("佐藤　美咲"),
                         .section = QStringLiteral("市民課"),
                         .at = QDateTime(QDate(2026, 11, 20), QTime(1, 5), Qt::UTC)};
    made.personName = QStringLiteral("渡邉󠄂　和子");
    made.before = before;
    return made;
}

/// 転出による消除 of one; of another one who is named nothing may be shown.
desk::CheckView removal(bool noticed)
{
    residents::Move move;
    move.person = {2000019};
    move.kind = residents::MoveKind::OutRemoval;
    move.happenedOn = {2026, 11, 18};
    move.notifiedOn = {2026, 11, 20};
    move.notifier.kind = residents::NotifierKind::Office;
    if (noticed)
        move.address.municipality = QStringLiteral("とおくの県隣市");
    move.movers = {
        {.person = {2000019}, .baseVersion = 1, .relationship = QStringLiteral("世帯主")},
        {.person = {2000027}, .baseVersion = 1, .relationship = QStringLiteral("妻")}};
    desk::CheckView made = view(51);
    made.entry.proposal = {.entered = move, .baseVersion = 0, .reason = {}};
    made.before.reset();
    residents::Snapshot before;
    before.id = {.person = {2000019}, .version = 1};
    before.name.family = QStringLiteral("渡邉󠄂");
    before.name.given = QStringLiteral("和子");
    residents::Snapshot after = before;
    after.state = residents::State::MovedOut;
    made.changes = {{.before = before, .after = after}};
    return made;
}

} // namespace

/// The queue of the 照合: opened before and after, decided by another person than the author.
class TestQueuePage : public QObject
{
    Q_OBJECT

private:
    QList<desk::CheckLine> m_lines;
    QStringList m_asked;
    std::optional<base::ErrorCode> m_refusal;
    QPromise<Result<>> *m_slowDecision = nullptr;

    std::unique_ptr<approvals::QueuePage> open()
    {
        approvals::Procedures desk;
        desk.now = [] { return QDateTime(QDate(2026, 11, 21), QTime(5, 0), Qt::UTC); };
        desk.queue = [this] {
            m_asked.append(QStringLiteral("queue"));
            return now(Result<QList<desk::CheckLine>>(m_lines));
        };
        desk.open = [this](qint64 entry) {
            m_asked.append(QStringLiteral("open %1").arg(entry));
            return now(Result<desk::CheckView>(view(entry)));
        };
        desk.decide = [this](qint64 entry, CheckOutcome outcome, const QString &reason) {
            m_asked.append(QStringLiteral("decide %1 %2 %3")
                               .arg(entry)
                               .arg(outcome == CheckOutcome::Register ? 'r' : 's')
                               .arg(reason));
            if (m_slowDecision)
                return m_slowDecision->future();
            return now(m_refusal ? Result<>(base::fail(*m_refusal)) : Result<>());
        };
        auto page = std::make_unique<approvals::QueuePage>(std::move(desk));
        page->resize(1366, 560);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the page is not shown");
        page->arrive();
        QTest::qWait(30);
        return page;
    }
    static widgets::TableView *table(const approvals::QueuePage &page)
    {
        return page.findChild<widgets::TableView *>(QStringLiteral("queueTable"));
    }
    static QPushButton *doIt(const approvals::QueuePage &page)
    {
        return page.findChild<QPushButton *>(QStringLiteral("askDoIt"));
    }
    [[nodiscard]] QStringList decisions() const { return m_asked.filter(QStringLiteral("decide")); }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init()
    {
        m_lines = {line(41, false), line(42, true), line(43, false)};
        m_asked.clear();
        m_refusal.reset();
        m_slowDecision = nullptr;
    }

    void beforeAndAfterStandSideBySide();
    void aRemovalSaysItsCauseAndNames_data();
    void aRemovalSaysItsCauseAndNames();
    void registeringAsksOnce();
    void sendingBackNeedsAReason();
    void onesOwnCannotBeDecided();
    void aRefusalIsSaidAndTheListIsLookedAtAgain();
    void aLateAnswerClosesNothingElse();
    void emptyIsSaid();
    void looksRightInEverySize_data();
    void looksRightInEverySize();
};

void TestQueuePage::beforeAndAfterStandSideBySide()
{
    const auto page = open();
    const QAbstractItemModelTester tester(table(*page)->model());
    QTest::keyClick(table(*page), Qt::Key_Return);
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("checkPanel"))->isVisible());
    QTRY_VERIFY(shownTexts(page.get()).contains(QStringLiteral("令和9年11月30日")));
    const QString shown = shownTexts(page.get());
    QVERIFY(shown.contains(QStringLiteral("令和8年11月30日")));
    QCOMPARE(shown.count(QStringLiteral("● 相違")), 1);
    QVERIFY(shown.contains(QStringLiteral("更新の申出")));
    QVERIFY(shown.contains(QStringLiteral("佐藤　美咲（市民課）")));
    QVERIFY(page->stepBack());
    QTRY_VERIFY(table(*page)->isVisible());
    QVERIFY(!page->stepBack());
}

void TestQueuePage::registeringAsksOnce()
{
    const auto page = open();
    page->press(Qt::Key_F12); // nothing is open
    QTest::keyClick(table(*page), Qt::Key_Return);
    QTest::qWait(30);
    page->press(Qt::Key_F12);
    QTRY_VERIFY(doIt(*page)->isVisible());
    QCOMPARE(decisions(), QStringList());
    QVERIFY(!doIt(*page)->hasFocus()); // a stray Enter registers nothing
    doIt(*page)->click();
    QTRY_COMPARE(decisions(), QStringList{QStringLiteral("decide 41 r ")});
    QTRY_VERIFY(table(*page)->isVisible());
}

/// The register takes its time; meanwhile the next one is looked at.
void TestQueuePage::aLateAnswerClosesNothingElse()
{
    QPromise<Result<>> slow;
    slow.start();
    m_slowDecision = &slow;
    const auto page = open();
    QTest::keyClick(table(*page), Qt::Key_Return);
    QTest::qWait(30);
    page->press(Qt::Key_F12);
    doIt(*page)->click();
    QTRY_COMPARE(decisions().size(), 1);
    QVERIFY(page->stepBack());
    QTRY_VERIFY(table(*page)->isVisible());
    table(*page)->selectRow(2);
    page->press(Qt::Key_Return);
    auto *panel = page->findChild<QWidget *>(QStringLiteral("checkPanel"));
    QTRY_VERIFY(panel->isVisible());
    slow.addResult(Result<>());
    slow.finish();
    QTest::qWait(50);
    QVERIFY(panel->isVisible());
    page->press(Qt::Key_F12);
    doIt(*page)->click();
    QTRY_COMPARE(decisions().size(), 2);
    QVERIFY(decisions().last().startsWith(QStringLiteral("decide 43")));
}

/// JS1 1.1.5: what the removal rests on is checked against the paper.
void TestQueuePage::aRemovalSaysItsCauseAndNames_data()
{
    QTest::addColumn<bool>("noticed");
    QTest::addColumn<QString>("cause");
    QTest::newRow("転入通知") << true << QStringLiteral("転入通知が届いた");
    QTest::newRow("the planned day")
        << false << QStringLiteral("転出予定日が来た（転入通知はまだ）");
}

void TestQueuePage::aRemovalSaysItsCauseAndNames()
{
    QFETCH(bool, noticed);
    QFETCH(QString, cause);
    approvals::CheckPanel panel;
    panel.showEntry(removal(noticed), false);
    panel.resize(1300, 600);
    panel.show();
    const QString shown = shownTexts(&panel);
    QVERIFY2(shown.contains(QStringLiteral("消除のきっかけ")), qPrintable(shown));
    QVERIFY2(shown.contains(cause), qPrintable(shown));
    QVERIFY2(shown.contains(QStringLiteral("渡邉󠄂　和子（世帯主）、（非表示）")),
             qPrintable(shown));
    QVERIFY(!shown.contains(QStringLiteral("20000")));
}

void TestQueuePage::sendingBackNeedsAReason()
{
    const auto page = open();
    QTest::keyClick(table(*page), Qt::Key_Return);
    QTest::qWait(30);
    page->press(Qt::Key_F8);
    QTRY_VERIFY(doIt(*page)->isVisible());
    doIt(*page)->click();
    QCOMPARE(decisions(), QStringList());
    page->findChild<widgets::TextField *>(QStringLiteral("askReason"))
        ->setText(QStringLiteral("始期が申出書と違う"));
    doIt(*page)->click();
    QTRY_COMPARE(decisions(), QStringList{QStringLiteral("decide 41 s 始期が申出書と違う")});
}

void TestQueuePage::onesOwnCannotBeDecided()
{
    const auto page = open();
    table(*page)->selectRow(1);
    QVERIFY(table(*page)->model()->index(1, 1).data().toString().contains(
        QStringLiteral("自分の入力")));
    QTest::keyClick(table(*page), Qt::Key_Return);
    auto *own = page->findChild<QWidget *>(QStringLiteral("ownEntry"));
    QTRY_VERIFY(own->isVisible());
    for (const char *name : {"registerEntry", "sendBack"})
        QVERIFY(!page->findChild<QPushButton *>(QLatin1StringView(name))->isEnabled());
    page->press(Qt::Key_F12);
    page->press(Qt::Key_F8);
    QTest::qWait(20);
    QVERIFY(!doIt(*page)->isVisible());
    QCOMPARE(decisions(), QStringList());
}

void TestQueuePage::aRefusalIsSaidAndTheListIsLookedAtAgain()
{
    m_refusal = base::ErrorCode::EntryDecided;
    const auto page = open();
    QTest::keyClick(table(*page), Qt::Key_Return);
    QTest::qWait(30);
    page->press(Qt::Key_F12);
    QTRY_VERIFY(doIt(*page)->isVisible());
    m_asked.clear();
    doIt(*page)->click();
    QTRY_COMPARE(m_asked.size(), 2);
    QCOMPARE(m_asked.last(), QStringLiteral("queue"));
    QVERIFY(page->findChild<widgets::MessageBar *>(QStringLiteral("queueMessage"))->isVisible());
    QTRY_VERIFY(table(*page)->isVisible());
    // Without connection it stays open: nothing is lost.
    m_refusal = base::ErrorCode::RegisterUnreachable;
    QTest::keyClick(table(*page), Qt::Key_Return);
    QTest::qWait(30);
    page->press(Qt::Key_F12);
    QTRY_VERIFY(doIt(*page)->isVisible());
    doIt(*page)->click();
    QTest::qWait(30);
    QVERIFY(page->findChild<QWidget *>(QStringLiteral("checkPanel"))->isVisible());
}

void TestQueuePage::emptyIsSaid()
{
    m_lines.clear();
    const auto page = open();
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("照合待ちはありません")));
}

void TestQueuePage::looksRightInEverySize_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("part");
    for (const int percent : {100, 150, 200}) {
        for (int part = 0; part <= 2; ++part)
            QTest::addRow("%d-%d", percent, part) << percent << part;
    }
}

void TestQueuePage::looksRightInEverySize()
{
    QFETCH(int, percent);
    QFETCH(int, part);
    widgets::applyTheme(percent);
    const auto page = open();
    page->resize(percent == 100 ? 1366 : 1920, percent == 100 ? 560 : 860);
    if (part > 0)
        QTest::keyClick(table(*page), Qt::Key_Return);
    QTest::qWait(50);
    if (part == 2)
        page->press(Qt::Key_F8);
    QTest::qWait(150);
    support::picture(page.get(), QStringLiteral("queue-%1-%2").arg(part).arg(percent));
    QString found = support::inWords(support::cutTexts(page.get()));
    found += support::inWords(support::englishTexts(page.get()));
    found += support::inWords(support::namelessInputs(page.get()));
    found += support::inWords(widgets::overlaps(page.get()));
    if (percent < 200) // beyond, a table scrolls sideways
        found += support::inWords(widgets::columnsBeyondTheEdge(page.get()));
    widgets::applyTheme(100);
    QCOMPARE(found, QString());
}

QTEST_MAIN(TestQueuePage)
#include "tst_queuepage.moc"
