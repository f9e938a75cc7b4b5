#include "atmoves.h"

#include "support/labelwalk.h"
#include "ui/moves/relationshipfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

using namespace atmoves;
using residents::Move;
using support::shownTexts;

/// A household that is there already is joined: it is opened first, or it is not joined.
class TestMoveJoining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init() { m_asked = {}; }
    void aHouseholdIsJoinedWithItsAddress();
    void nothingIsFiledBeforeTheJoinedOneIsOpen();
    void aHouseholdIsLeftAndChosenAgain();
    void whatCannotBeOpenedIsNotJoined();
    void whoHasItOpenKeepsIt();
    void aDraftKeepsWhichOneIsJoined();

private:
    [[nodiscard]] std::unique_ptr<moves::MovePage> open(const QString &draft = {})
    {
        return atmoves::open(m_asked, draft);
    }
    Asked m_asked;
};

void TestMoveJoining::aHouseholdIsJoinedWithItsAddress()
{
    const auto page = open();
    fillIn(*page);
    QCOMPARE(m_asked.calls.filter(QStringLiteral("place")),
             QStringList{QStringLiteral("place 緑が丘一丁目２番３号")});
    choose(*page, there.value);
    QTRY_COMPARE(m_asked.calls.filter(QStringLiteral("join")).size(), 1);
    QTRY_COMPARE(part<QLineEdit>(*page, "building")->text(),
                 QStringLiteral("コーポ緑　１０１号室"));
    QVERIFY(m_asked.calls.count(QStringLiteral("begin")) > 1); // its lock too
    // A word towards the head who is there is asked for, none is guessed.
    auto *his = part<moves::RelationshipField>(*page, "relationship-1");
    QVERIFY(his->isVisible());
    QVERIFY(his->text().isEmpty());
    type(his, QStringLiteral("同居人"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().to.id, there);
    QCOMPARE(m_asked.filed.first().to.baseVersion, 2);
}

void TestMoveJoining::nothingIsFiledBeforeTheJoinedOneIsOpen()
{
    auto made = doors(m_asked);
    QPromise<base::Result<desk::MoveHousehold>> slow;
    slow.start();
    made.join = [&slow](base::PersonId, base::HouseholdId) { return slow.future(); };
    moves::MovePage page(std::move(made), father, {});
    show(page);
    pick(page);
    QTest::qWait(30);
    fillIn(page);
    choose(page, there.value);
    page.press(Qt::Key_F12);
    QTest::qWait(30);
    QVERIFY(m_asked.filed.isEmpty());
    slow.addResult(base::Result<desk::MoveHousehold>(neighbours()));
    slow.finish();
    QTest::qWait(30);
    type(part<QWidget>(page, "relationship-1"), QStringLiteral("同居人"));
    page.press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
}

void TestMoveJoining::aHouseholdIsLeftAndChosenAgain()
{
    const auto page = open();
    fillIn(*page);
    auto *goal = choose(*page, there.value);
    QTRY_VERIFY(shownTexts(page.get()).contains(QStringLiteral("入る世帯の方")));
    goal->setCurrentIndex(goal->findData(0));
    QTRY_VERIFY(!shownTexts(page.get()).contains(QStringLiteral("入る世帯の方")));
    goal->setCurrentIndex(goal->findData(there.value));
    QTRY_COMPARE(m_asked.calls.filter(QStringLiteral("join")).size(), 2);
    QTest::qWait(20);
    type(part<QWidget>(*page, "relationship-1"), QStringLiteral("同居人"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().to, (residents::HouseholdBase{there, 2}));
}

void TestMoveJoining::whatCannotBeOpenedIsNotJoined()
{
    m_asked.noJoining = base::ErrorCode::RestrictedRecord;
    const auto page = open();
    fillIn(*page);
    auto *goal = choose(*page, there.value);
    QTRY_COMPARE(goal->currentData().toInt(), 0);
    QTest::qWait(600); // the rules were asked since
    QVERIFY(part<widgets::MessageBar>(*page, "moveMessage")->isVisible());
}

void TestMoveJoining::whoHasItOpenKeepsIt()
{
    const auto page = open();
    fillIn(*page);
    auto *goal = part<QComboBox>(*page, "goal");
    QTRY_VERIFY(goal->findData(there.value) > 0);
    m_asked.lock.heldBy = {{.key = {central::LockKey::Kind::Household, there.value},
                            .userId = QStringLiteral("u9"),
                            .userName = QStringLiteral("佐藤　美咲"),
                            .stationId = QStringLiteral("S2"),
                            .since = {},
                            .until = {}}};
    const auto asked = m_asked.calls.count(QStringLiteral("begin"));
    goal->setCurrentIndex(goal->findData(there.value));
    QTRY_VERIFY(m_asked.calls.count(QStringLiteral("begin")) > asked);
    m_asked.lock.heldBy.clear();
    QTRY_COMPARE(goal->currentData().toInt(), 0);
    QTRY_VERIFY(shownTexts(page.get()).contains(QStringLiteral("佐藤　美咲")));
    QTRY_VERIFY(goal->isEnabled()); // the notice can be gone on with
}

void TestMoveJoining::aDraftKeepsWhichOneIsJoined()
{
    Move kept;
    kept.person = father;
    kept.from = {home, 4};
    kept.to = {there, 2};
    kept.address = neighbours().household.address;
    kept.movers = {{father, 1, QStringLiteral("同居人")}};
    m_asked.draft.mine = {.entered = kept, .baseVersion = 0, .reason = {}};
    auto made = doors(m_asked);
    QPromise<base::Result<desk::MoveHousehold>> slow;
    slow.start();
    made.join = [&slow](base::PersonId, base::HouseholdId) { return slow.future(); };
    moves::MovePage page(std::move(made), father, QStringLiteral("u-old"));
    show(page);
    QTest::qWait(50);
    // While it is opened, nothing is filed, and what is kept still names it.
    page.press(Qt::Key_F12);
    type(part<QWidget>(page, "paper"), QStringLiteral("R8-1"));
    QTRY_VERIFY(!m_asked.drafts.isEmpty());
    QCOMPARE(m_asked.drafts.last().to, (residents::HouseholdBase{there, 2}));
    QVERIFY(m_asked.filed.isEmpty());
    slow.addResult(base::Result<desk::MoveHousehold>(neighbours()));
    slow.finish();
    QTest::qWait(50);
    page.press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().to, (residents::HouseholdBase{there, 2}));
    QCOMPARE(m_asked.filed.first().movers.first().relationship, QStringLiteral("同居人"));
}

QTEST_MAIN(TestMoveJoining)
#include "tst_movejoining.moc"
