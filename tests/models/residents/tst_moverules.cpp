#include "moverulework.h"

#include "residents/codec.h"
#include "residents/moveoutcome.h"

#include <QtTest>

#include <functional>

using namespace moverulework;

// What 転居 must keep to. Expected: municipal-facts.md 3.5, 4.3, 4.8, 9.5; juki.md R-ACC-02,
// R-ACQ-01.
class TestMoveRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAgainstAnOrdinaryMove();
    void eachRuleIsFound_data();
    void eachRuleIsFound();
    void theFourteenthDayIsNotLate_data();
    void theFourteenthDayIsNotLate();
    void anAlertPassesOnceItWasRead();
    void everyRuleHasANameOfItsOwn();
    void aMoveSurvivesAsBytes();

private:
    using Change = std::function<void(Move &, MoveGround &)>;
    static void row(const char *name, const QStringList &expected, const Change &change);
    static QHash<QByteArray, Change> changes;
};

QHash<QByteArray, TestMoveRules::Change> TestMoveRules::changes;

void TestMoveRules::row(const char *name, const QStringList &expected, const Change &change)
{
    changes.insert(name, change);
    QTest::newRow(name) << expected;
}

void TestMoveRules::nothingIsAgainstAnOrdinaryMove()
{
    QCOMPARE(namesOf(judgeMove(wholeHousehold(), ground())), QStringList());
    QVERIFY(!whatStops(wholeHousehold(), {}));
}

void TestMoveRules::eachRuleIsFound_data()
{
    QTest::addColumn<QStringList>("expected");
    const auto words = [](const char *text) { return QString::fromUtf8(text).split(u'|'); };
    row("nobody", words("MoversMissing|PartOfHousehold"),
        [](Move &m, MoveGround &) { m.movers.clear(); });
    row("異動日 starts empty", words("DateMissing"),
        [](Move &m, MoveGround &) { m.happenedOn = {}; });
    row("異動日 tomorrow", words("DateInFuture"),
        [](Move &m, MoveGround &) { m.happenedOn = QDate(2026, 11, 3); });
    row("届出日 missing", words("NoticeMissing"), [](Move &m, MoveGround &) { m.notifiedOn = {}; });
    row("届出日 tomorrow", words("NoticeInFuture"),
        [](Move &m, MoveGround &) { m.notifiedOn = QDate(2026, 11, 3); });
    // 住民基本台帳法 第23条: within 14 days of having moved, so never before.
    row("届出日 before 異動日", words("NoticeEarly"),
        [](Move &m, MoveGround &) { m.notifiedOn = QDate(2026, 10, 29); });
    row("届出日 on 異動日", words(""),
        [](Move &m, MoveGround &) { m.notifiedOn = QDate(2026, 10, 30); });
    row("somebody removed", words("NotResident 3"),
        [](Move &, MoveGround &g) { g.members[2].state = State::MovedOut; });
    row("転出予定", words("MoveOutPlanned 3"),
        [](Move &, MoveGround &g) { g.members[2].state = State::MoveOutPlanned; });
    row("a stranger", words("NotOfHousehold 9"),
        [](Move &m, MoveGround &) { m.movers.append(as(9, QStringLiteral("子"))); });
    row("before 住民となった日",
        words("BeforeResident 1|BeforeResident 2|BeforeResident 3|NoticeLate"),
        [](Move &m, MoveGround &) { m.happenedOn = QDate(2015, 3, 31); });
    row("on 住民となった日", words("NoticeLate|BeforeAddress 1|BeforeAddress 2|BeforeAddress 3"),
        [](Move &m, MoveGround &) { m.happenedOn = QDate(2015, 4, 1); });
    row("no lot", words("AddressMissing"),
        [](Move &m, MoveGround &) { m.address.lot = QStringLiteral(" "); });
    row("another city", words("AddressElsewhere"),
        [](Move &m, MoveGround &) { m.address.code = QStringLiteral("98202001001"); });
    row("without a code", words("AddressElsewhere"),
        [](Move &m, MoveGround &) { m.address.code.clear(); });
    // 4.8 (JS1 4.1.2.1): another house at the lot is a 転居, and has the same address.
    row("the same place", words("AddressUnchanged 1|AddressUnchanged 2|AddressUnchanged 3"),
        [](Move &m, MoveGround &) { m.address = home(QStringLiteral("１番地")); });
    // municipal-facts.md 4.8: 同一地番の別家屋 is a 転居.
    row("another flat of the same lot", words(""), [](Move &m, MoveGround &) {
        m.address = home(QStringLiteral("１番地"), QStringLiteral("別棟"));
    });
    row("one stays behind", words("PartOfHousehold"),
        [](Move &m, MoveGround &) { m.movers.removeLast(); });
    row("孫", words("RelationshipWrong 3"),
        [](Move &m, MoveGround &) { m.movers[2].relationship = QStringLiteral("孫"); });
    row("no 続柄", words("RelationshipWrong 3"),
        [](Move &m, MoveGround &) { m.movers[2].relationship.clear(); });
    row("an old wording that nobody touches", words(""), [](Move &m, MoveGround &g) {
        m.movers[2].relationship = QStringLiteral("長男");
        g.members[2].relationship = QStringLiteral("長男");
    });
    row("nobody leads", words("HeadMissing|RelationshipChanged 1"),
        [](Move &m, MoveGround &) { m.movers[0].relationship = QStringLiteral("父"); });
    row("two lead", words("HeadTwice|RelationshipChanged 3"),
        [](Move &m, MoveGround &) { m.movers[2].relationship = QStringLiteral("世帯主"); });
    // R-ACC-02; municipal-facts.md 4.8: 世帯主変更 is an act of its own.
    row("another leads", words("RelationshipChanged 1|RelationshipChanged 2"),
        [](Move &m, MoveGround &) {
            m.movers[0].relationship = QStringLiteral("夫");
            m.movers[1].relationship = QStringLiteral("世帯主");
        });
    row("another leads in a new household", words(""), [](Move &m, MoveGround &) {
        m.to = {.id = {19}, .baseVersion = 0};
        m.movers[0].relationship = QStringLiteral("夫");
        m.movers[1].relationship = QStringLiteral("世帯主");
    });
    row("nothing shown", words("IdentificationMissing"),
        [](Move &m, MoveGround &) { m.notifier.documents.clear(); });
    row("one document of class 2", words("IdentificationMissing"), [](Move &m, MoveGround &) {
        m.notifier.documents = QStringList{QStringLiteral("student")};
    });
    row("the same document of class 2 twice", words("IdentificationMissing"),
        [](Move &m, MoveGround &) {
            m.notifier.documents = {QStringLiteral("student"), QStringLiteral("student")};
        });
    row("two documents of class 2", words(""), [](Move &m, MoveGround &) {
        m.notifier.documents = {QStringLiteral("student"), QStringLiteral("pension-book")};
    });
    row("口頭質問", words(""), [](Move &m, MoveGround &) {
        m.notifier.documents.clear();
        m.notifier.questioned = true;
    });
    row("an agent", words("NotifierNameMissing|MandateMissing"),
        [](Move &m, MoveGround &) { m.notifier.kind = NotifierKind::Agent; });
    // municipal-facts.md 5.4: a third party without documents is not stopped; 受理通知 is sent.
    row("an agent who was only asked", words("AgentQuestioned"), [](Move &m, MoveGround &) {
        m.notifier = {.kind = NotifierKind::Agent,
                      .name = QStringLiteral("佐藤　次郎"),
                      .documents = {},
                      .questioned = true,
                      .mandate = true};
    });
    row("an agent who was not even asked", words("IdentificationMissing"),
        [](Move &m, MoveGround &) {
            m.notifier = {.kind = NotifierKind::Agent,
                          .name = QStringLiteral("佐藤　次郎"),
                          .documents = {},
                          .questioned = false,
                          .mandate = true};
        });
    row("抑止 エラー", words("Restricted"),
        [](Move &, MoveGround &g) { g.restrictions = {support::aProtection(1, 2)}; });
    row("抑止 アラート", words("RestrictionAlert"), [](Move &, MoveGround &g) {
        g.restrictions = {support::aProtection(1, 2)};
        g.restrictions.first().movement = RestrictionLevel::Alert;
    });
    row("somebody hides", words("Restricted"), [](Move &m, MoveGround &g) {
        g.hidden = true;
        m.address = home(QStringLiteral("１番地")); // and nothing says that it is right
    });
    row("another 仮登録", words("Pending"), [](Move &, MoveGround &g) { g.pending = true; });
    row("the head leaves two", words("HeadLeaves"), [](Move &m, MoveGround &) {
        m.to = {.id = {19}, .baseVersion = 0};
        m.movers = {as(1, QStringLiteral("世帯主"))};
    });
    row("the head leaves and another leads", words(""), [](Move &m, MoveGround &) {
        m.to = {.id = {19}, .baseVersion = 0};
        m.movers = {as(1, QStringLiteral("世帯主"))};
        m.others = {as(2, QStringLiteral("世帯主")), as(3, QStringLiteral("子"))};
    });
    // JS1 4.0.4: the last one is 世帯主 ex officio.
    row("one is left", words(""), [](Move &m, MoveGround &) {
        m.to = {.id = {19}, .baseVersion = 0};
        m.movers = {as(1, QStringLiteral("世帯主")), as(3, QStringLiteral("子"))};
    });
    row("a son as 妻", words("RelationshipChanged 3|SexContradicts 3|SpouseTwice"),
        [](Move &m, MoveGround &) { m.movers[2].relationship = QStringLiteral("妻"); });
    row("在留期間 has ended", words("StayExpired 2"), [](Move &, MoveGround &g) {
        g.members[1].foreign = ForeignItems{};
        g.members[1].foreign->expiresOn = QDate(2026, 11, 1);
    });
    row("在留期間 ends today", words(""), [](Move &, MoveGround &g) {
        g.members[1].foreign = ForeignItems{};
        g.members[1].foreign->expiresOn = QDate(2026, 11, 2);
    });
    row("others live there", words("OthersLiveThere"),
        [](Move &, MoveGround &g) { g.othersThere = {elsewhere({})}; });
    row("flats are known there", words("BuildingMissing"),
        [](Move &, MoveGround &g) { g.othersThere = {elsewhere(QStringLiteral("１０１号室"))}; });
    row("the household itself lives there",
        words("AddressUnchanged 1|AddressUnchanged 2|AddressUnchanged 3"),
        [](Move &m, MoveGround &g) {
            m.address = home(QStringLiteral("１番地"));
            g.othersThere = {g.households.first()};
        });
}

void TestMoveRules::eachRuleIsFound()
{
    QFETCH(QStringList, expected);
    auto move = wholeHousehold();
    auto there = ground();
    changes.value(QTest::currentDataTag())(move, there);
    expected.removeAll(QString());
    QCOMPARE(namesOf(judgeMove(move, there)), expected);
}

void TestMoveRules::theFourteenthDayIsNotLate_data()
{
    QTest::addColumn<QDate>("happenedOn");
    QTest::addColumn<QDate>("notifiedOn");
    QTest::addColumn<bool>("late");
    // municipal-facts.md 3.5, day after the fact = day 1; 2026-05-03 to 05-06 are closed.
    QTest::newRow("14th day") << QDate(2026, 4, 1) << QDate(2026, 4, 15) << false;
    QTest::newRow("15th day") << QDate(2026, 4, 1) << QDate(2026, 4, 16) << true;
    QTest::newRow("closed days") << QDate(2026, 4, 19) << QDate(2026, 5, 7) << false;
    QTest::newRow("after them") << QDate(2026, 4, 19) << QDate(2026, 5, 8) << true;
}

void TestMoveRules::theFourteenthDayIsNotLate()
{
    QFETCH(QDate, happenedOn);
    QFETCH(QDate, notifiedOn);
    QFETCH(bool, late);
    auto move = wholeHousehold();
    move.happenedOn = happenedOn;
    move.notifiedOn = notifiedOn;
    QCOMPARE(namesOf(judgeMove(move, ground())),
             late ? QStringList{QStringLiteral("NoticeLate")} : QStringList());
}

void TestMoveRules::anAlertPassesOnceItWasRead()
{
    auto move = wholeHousehold();
    move.happenedOn = QDate(2026, 4, 1);
    const auto findings = judgeMove(move, ground());
    QCOMPARE(whatStops(move, findings)->rule, MoveRule::NoticeLate);
    move.acknowledged = QStringList{QStringLiteral("NoticeLate")};
    QVERIFY(!whatStops(move, findings));
    move.happenedOn = QDate(2026, 10, 30);
    move.address = home(QStringLiteral("１番地"));
    QCOMPARE(whatStops(move, judgeMove(move, ground()))->rule, MoveRule::AddressUnchanged);
    move.acknowledged.append(QStringLiteral("AddressUnchanged"));
    QVERIFY(!whatStops(move, judgeMove(move, ground())));
    // An エラー does not.
    move.happenedOn = QDate(2026, 11, 3);
    move.acknowledged.append(QStringLiteral("DateInFuture"));
    QCOMPARE(whatStops(move, judgeMove(move, ground()))->rule, MoveRule::DateInFuture);
}

void TestMoveRules::everyRuleHasANameOfItsOwn()
{
    QSet<QString> names;
    for (int i = 0; i < int(MoveRule::Count); ++i) {
        const auto name = moveRuleName(MoveRule(i));
        QVERIFY(!name.isEmpty());
        QVERIFY(!names.contains(name));
        names.insert(name);
        QCOMPARE(moveRuleFromName(name), MoveRule(i));
    }
    QCOMPARE(moveRuleFromName(QStringLiteral("Nothing")), MoveRule::Count);
    QCOMPARE(moveRuleName(MoveRule::Count), QString());
}

void TestMoveRules::aMoveSurvivesAsBytes()
{
    auto move = wholeHousehold();
    move.others = {as(7, QStringLiteral("妹"))};
    move.paper = QStringLiteral("R8-17");
    move.notifier.name = QStringLiteral("渡邉\U000E0102　花子");
    move.notifier.questioned = true;
    move.notifier.mandate = true;
    move.acknowledged = {QStringLiteral("NoticeLate"), QStringLiteral("HeadLeaves")};
    const auto bytes = encode(move);
    const auto read = decodeMove(bytes);
    QVERIFY(read);
    QVERIFY(*read == move);
    const Proposal proposal{.entered = move, .baseVersion = 0, .reason = QStringLiteral("届出")};
    const auto proposed = decodeProposal(encode(proposal));
    QVERIFY(proposed);
    QVERIFY(*proposed == proposal);
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!decodeMove(bytes.left(length)));
}

QTEST_GUILESS_MAIN(TestMoveRules)
#include "tst_moverules.moc"
