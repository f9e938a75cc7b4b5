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
