#include "atmovein.h"

#include "support/labelwalk.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

using namespace atmovein;
using support::shownTexts;

/// Who comes and is known here, and what a draft keeps of it (JS1 4.1.1.2).
class TestMoveInKnown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init() { m_asked = {}; }
    void whoWasHereBeforeGetsHisNumberBack();
    void whoIsSomebodyElseAfterAllLosesTheNumber();
    void whoIsProtectedOrDeadIsNotOffered();
    void itIsAskedAgainAfterAFailure();
    void theLockFollowsTheNumber();
    void aDraftThatHasHardlyBegunSaysNothingOfReadings();
    void whoLivesHereIsSaidToLiveHere();
    void anAnswerToWhatWasTypedBeforeComesToNothing();
    void aFormersDraftCanGetANewNumber();
    void aDraftComesBack();

private:
    [[nodiscard]] std::unique_ptr<moves::MovePage> open(const QString &draft = {})
    {
        return openArrival(m_asked, draft);
    }
    Asked m_asked;
};

namespace {

desk::KnownPerson aFormer(residents::State state)
{
    return {.id = {{1999001}, 7},
            .name = QStringLiteral("森　太郎"),
            .bornOn = calendar::PartialDate::on(QDate(1985, 4, 1)),
            .state = state,
            .address = QStringLiteral("とおくの県隣市")};
}

} // namespace

/// JS1 4.1.1.2: somebody who was here keeps his 宛名番号.
void TestMoveInKnown::whoWasHereBeforeGetsHisNumberBack()
{
    m_asked.known = {{.id = {{1999001}, 7},
                      .name = QStringLiteral("森　太郎"),
                      .bornOn = calendar::PartialDate::on(QDate(1985, 4, 1)),
                      .state = residents::State::MovedOut,
                      .address = QStringLiteral("とおくの県隣市")}};
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    QTRY_COMPARE(m_asked.lookedUp.size(), 1);
    QCOMPARE(m_asked.lookedUp.first().sex, residents::Sex::Male);
    QTRY_VERIFY(page->findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
    part<QAbstractButton>(*page, "known-1999001")->click();
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("以前の宛名番号 1999001")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().movers.first().person.value, 1999001);
    QCOMPARE(m_asked.filed.first().movers.first().baseVersion, 7);
    QCOMPARE(m_asked.filed.first().newcomers.first().id.person.value, 1999001);
    QCOMPARE(m_asked.filed.first().person.value, 1999001);
    // And a new one after all.
    const auto again = open();
    fillPlaces(*again);
    typePerson(*again, 0, taro);
    QTRY_VERIFY(again->findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
    for (int i = 0; i < 2; ++i) {
        nth<QAbstractButton>(*again, "known-1999001", 0)->click();
        QTest::qWait(1);
    }
    again->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 2);
    QCOMPARE(m_asked.filed.last().movers.first().person.value, 2000102);
    QCOMPARE(m_asked.filed.last().movers.first().baseVersion, 0);
}

/// A slip of the birth date, mended after the number was taken: his history is not another's.
void TestMoveInKnown::whoIsSomebodyElseAfterAllLosesTheNumber()
{
    m_asked.known = {aFormer(residents::State::MovedOut)};
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    QTRY_VERIFY(page->findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
    part<QAbstractButton>(*page, "known-1999001")->click();
    m_asked.known.clear();
    type(nth<QWidget>(*page, "bornOn", 0), QStringLiteral("S60.4.2"));
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("新しい宛名番号 2000101")));
    // What was known of the other one is gone at once.
    QTRY_VERIFY(!page->findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().movers.first().person.value, 2000101);
    QCOMPARE(m_asked.filed.first().movers.first().baseVersion, 0);
    // Of a draft a number has to be taken first; without one nothing is filed.
    m_asked.known = {aFormer(residents::State::MovedOut)};
    m_asked.draft.mine = {.entered = aDraft(1999001, 7), .baseVersion = 0, .reason = {}};
    m_asked.noNumbers = true;
    const auto draft = open(QStringLiteral("u-old"));
    QTRY_VERIFY(draft->findChild<QWidget *>(QStringLiteral("moveForm")));
    fillIn(*draft);
    type(nth<QWidget>(*draft, "bornOn", 0), QStringLiteral("S60.4.2"));
    draft->press(Qt::Key_F12);
    QTest::qWait(100);
    QCOMPARE(m_asked.filed.size(), 1);
}

void TestMoveInKnown::whoIsProtectedOrDeadIsNotOffered()
{
    auto closed = aFormer(residents::State::MovedOut);
    closed.closed = true;
    auto dead = aFormer(residents::State::Died);
    dead.id.person.value = 1999002;
    m_asked.known = {closed, dead};
    const auto page = open();
    typePerson(*page, 0, taro);
    QTRY_VERIFY(shownTexts(page.get()).contains(QStringLiteral("保護されています")));
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("亡くなった方です")));
    for (const auto *name : {"known-1999001", "known-1999002"})
        QVERIFY(!page->findChild<QAbstractButton *>(QLatin1StringView(name)));
}

void TestMoveInKnown::itIsAskedAgainAfterAFailure()
{
    auto made = doors(m_asked);
    int asked = 0;
    made.known = [&asked](const residents::Snapshot &) {
        ++asked;
        return support::now(base::Result<desk::KnownPeople>(base::fail(base::ErrorCode::DiskFull)));
    };
    moves::MovePage page(std::move(made), {}, {});
    show(page);
    typePerson(page, 0, taro);
    QTRY_COMPARE(asked, 1);
    type(nth<QWidget>(page, "givenKana", 0), QStringLiteral("タロ"));
    QTRY_COMPARE(asked, 2);
}

/// Whoever has the old record open must not be overtaken.
void TestMoveInKnown::theLockFollowsTheNumber()
{
    m_asked.known = {aFormer(residents::State::MovedOut)};
    const auto page = open();
    typePerson(*page, 0, taro);
    QTRY_VERIFY(page->findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
    const auto before = m_asked.calls.count(QStringLiteral("begin"));
    part<QAbstractButton>(*page, "known-1999001")->click();
    QTRY_VERIFY(m_asked.calls.count(QStringLiteral("begin")) > before);
}

/// Places only, then on: the reading that is typed then is public as ever.
void TestMoveInKnown::aDraftThatHasHardlyBegunSaysNothingOfReadings()
{
    Move kept = aDraft(2000077, 0);
    kept.newcomers.first() = {};
    kept.newcomers.first().id.person = kept.person;
    m_asked.draft.mine = {.entered = kept, .baseVersion = 0, .reason = {}};
    const auto page = open(QStringLiteral("u-old"));
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("moveForm")));
    fillIn(*page);
    typePerson(*page, 0, taro);
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const residents::PersonName &name = m_asked.filed.first().newcomers.first().name;
    QCOMPARE(name.familyReading.state, residents::ReadingState::Notified);
    QCOMPARE(name.givenReading.state, residents::ReadingState::Notified);
}

/// R-ACC-02, A2.
void TestMoveInKnown::whoLivesHereIsSaidToLiveHere()
{
    m_asked.known = {{.id = {{1999001}, 7},
                      .name = QStringLiteral("森　太郎"),
                      .bornOn = {},
                      .state = residents::State::Resident,
                      .address = {}}};
    const auto page = open();
    typePerson(*page, 0, taro);
    QTRY_VERIFY(
        shownTexts(page.get()).contains(QStringLiteral("住民です。転入ではなく転居です。")));
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("住所は表示しません")));
    QVERIFY(!page->findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
}

void TestMoveInKnown::anAnswerToWhatWasTypedBeforeComesToNothing()
{
    auto made = doors(m_asked);
    QPromise<base::Result<desk::KnownPeople>> slow;
    slow.start();
    made.known = [&slow](const residents::Snapshot &) { return slow.future(); };
    moves::MovePage page(std::move(made), {}, {});
    show(page);
    typePerson(page, 0, taro);
    QTest::qWait(700);
    type(nth<QWidget>(page, "bornOn", 0), QString());
    QTest::qWait(700);
    slow.addResult(base::Result<desk::KnownPeople>(
        desk::KnownPeople{.people = {{.id = {{1999001}, 7},
                                      .name = QStringLiteral("森　太郎"),
                                      .bornOn = {},
                                      .state = residents::State::MovedOut,
                                      .address = {}}},
                          .logRow = 4}));
    slow.finish();
    QTest::qWait(50);
    QVERIFY(!page.findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
}

void TestMoveInKnown::aFormersDraftCanGetANewNumber()
{
    m_asked.known = {{.id = {{1999001}, 7},
                      .name = QStringLiteral("森　太郎"),
                      .bornOn = {},
                      .state = residents::State::MovedOut,
                      .address = {}}};
    m_asked.draft.mine = {.entered = aDraft(1999001, 7), .baseVersion = 0, .reason = {}};
    const auto page = open(QStringLiteral("u-old"));
    QTRY_VERIFY(page->findChild<QAbstractButton *>(QStringLiteral("known-1999001")));
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("以前の宛名番号 1999001")));
    part<QAbstractButton>(*page, "known-1999001")->click();
    QTRY_VERIFY(shownTexts(page.get()).contains(QStringLiteral("新しい宛名番号 2000101")));
}

void TestMoveInKnown::aDraftComesBack()
{
    Move kept = aDraft(2000077, 0);
    m_asked.draft.mine = {.entered = kept, .baseVersion = 0, .reason = {}};
    const auto page = open(QStringLiteral("u-old"));
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("moveForm")));
    QCOMPARE(page->title(), QStringLiteral("転入届"));
    QCOMPARE(nth<QLineEdit>(*page, "family", 0)->text(), QStringLiteral("森"));
    QVERIFY(part<QAbstractButton>(*page, "certificate")->isChecked());
    QVERIFY(m_asked.calls.filter(QStringLiteral("household")).isEmpty());
    fillIn(*page);
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    kept.newcomers.first() = residents::identityOf(kept.newcomers.first());
    QCOMPARE(m_asked.filed.first().newcomers, kept.newcomers);
    QCOMPARE(m_asked.filed.first().movers, kept.movers);
    QCOMPARE(m_asked.filed.first().formerAddress, kept.formerAddress);
}

QTEST_MAIN(TestMoveInKnown)
#include "tst_moveinknown.moc"
