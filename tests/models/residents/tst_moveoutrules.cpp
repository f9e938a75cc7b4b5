#include "moverulework.h"

#include "residents/codec.h"

#include <QtTest>

#include <functional>

using namespace moverulework;

// What 転出届, 消除 and cancellation must keep to. Expected: 住民基本台帳法 第24条;
// municipal-facts.md 3.5, 4.6, 4.8; JS1 1.1.5, 4.0.4, 4.1.3; today is Monday, 2 November 2026.
class TestMoveOutRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryNotice();
    void eachRuleIsFound_data();
    void eachRuleIsFound();
    void aNoticeIsTakenFourteenDaysAfter_data();
    void aNoticeIsTakenFourteenDaysAfter();
    void everyKindHasANameOfItsOwn();
    void eachKindSurvivesAsBytes();

private:
    using Change = std::function<void(Move &, MoveGround &)>;
    static void row(MoveKind kind, const char *name, const QStringList &expected,
                    const Change &change);
    static QHash<QByteArray, Change> changes;
};

QHash<QByteArray, TestMoveOutRules::Change> TestMoveOutRules::changes;

namespace {

const QDate plannedOn(2026, 10, 30);

Address nextCity()
{
    Address there;
    there.municipality = QStringLiteral("とおくの県隣市");
    return there;
}

/// 花子 alone goes; the other two stay with their head.
Move leaving(MoveKind kind)
{
    Move move = wholeHousehold();
    move.kind = kind;
    move.person = {2};
    move.happenedOn = plannedOn;
    move.address = kind == MoveKind::OutCancellation ? Address() : nextCity();
    move.movers = {as(2, QStringLiteral("妻"))};
    if (kind == MoveKind::OutRemoval)
        move.notifier = {.kind = NotifierKind::Office, .name = {}, .documents = {}};
    return move;
}

MoveGround groundOf(MoveKind kind)
{
    MoveGround there = ground();
    if (traitsOf(kind).ofPlanned) {
        there.members[1].state = State::MoveOutPlanned;
        there.members[1].plannedDestination = Destination{nextCity(), plannedOn};
    }
    return there;
}

QStringList found(const char *text)
{
    auto names = QString::fromUtf8(text).split(u'|');
    names.removeAll(QString());
    return names;
}

} // namespace

void TestMoveOutRules::row(MoveKind kind, const char *name, const QStringList &expected,
                           const Change &change)
{
    changes.insert(name, change);
    QTest::newRow(name) << kind << expected;
}

void TestMoveOutRules::anOrdinaryNotice()
{
    for (const MoveKind kind :
         {MoveKind::OutNotice, MoveKind::OutRemoval, MoveKind::OutCancellation})
        QCOMPARE(namesOf(judgeMove(leaving(kind), groundOf(kind))), QStringList());
}

void TestMoveOutRules::eachRuleIsFound_data()
{
    QTest::addColumn<MoveKind>("kind");
    QTest::addColumn<QStringList>("expected");
    const auto notice = MoveKind::OutNotice;
    const auto removal = MoveKind::OutRemoval;
    const auto cancellation = MoveKind::OutCancellation;
    row(notice, "it may lie ahead", found(""),
        [](Move &m, MoveGround &) { m.happenedOn = QDate(2026, 12, 1); });
    row(notice, "up to the last day that is not asked about", found(""),
        [](Move &m, MoveGround &g) { g.plannedUntil = m.happenedOn = QDate(2027, 11, 2); });
    row(notice, "the year may be a slip", found("PlannedFarAhead"), [](Move &m, MoveGround &g) {
        g.plannedUntil = QDate(2027, 11, 2);
        m.happenedOn = QDate(2027, 11, 3);
    });
    row(notice, "the 届出 may not", found("NoticeInFuture"),
        [](Move &m, MoveGround &) { m.notifiedOn = QDate(2026, 11, 3); });
    row(notice, "no day", found("DateMissing"), [](Move &m, MoveGround &) { m.happenedOn = {}; });
    row(notice, "no 市区町村", found("AddressMissing"),
        [](Move &m, MoveGround &) { m.address.municipality = QStringLiteral("　"); });
    row(notice, "this city", found("AddressHere"), [](Move &m, MoveGround &) {
        m.address.municipality = QStringLiteral("あさぎり県みどり野市");
    });
    // The prefecture is not always written.
    row(notice, "this city without its prefecture", found("AddressHere"),
        [](Move &m, MoveGround &) { m.address.municipality = QStringLiteral("みどり野市"); });
    row(notice, "this city with more than it is written with", found("AddressHere"),
        [](Move &m, MoveGround &g) {
            m.address.municipality = QStringLiteral("あさぎり県みどり野市");
            g.members[1].address.municipality = QStringLiteral("みどり野市");
        });
    row(notice, "a city of this name elsewhere", found(""), [](Move &m, MoveGround &) {
        m.address.municipality = QStringLiteral("とおくの県みどり野市");
    });
    // 国外転出 is another 異動事由 (municipal-facts.md 4.5).
    row(notice, "abroad", found("AddressAbroad"),
        [](Move &m, MoveGround &) { m.address.municipality = QStringLiteral("アメリカ合衆国"); });
    row(notice, "a village of another prefecture", found(""), [](Move &m, MoveGround &) {
        m.address.municipality = QStringLiteral("とおくの県北郡川上村");
    });
    row(removal, "this city, says the other one", found("AddressHere"),
        [](Move &m, MoveGround &) { m.address.municipality = QStringLiteral("みどり野市"); });
    row(notice, "a second notice", found("MoveOutPlanned 2"),
        [](Move &, MoveGround &g) { g.members[1].state = State::MoveOutPlanned; });
    row(notice, "who has left already", found("NotResident 2"),
        [](Move &, MoveGround &g) { g.members[1].state = State::MovedOut; });
    // JS1 4.0.4: two are left without a 世帯主, one leads himself.
    row(notice, "the head goes", found("HeadLeaves"),
        [](Move &m, MoveGround &) { m.movers = {as(1, QStringLiteral("世帯主"))}; });
    row(notice, "the head goes, one is left", found(""), [](Move &m, MoveGround &) {
        m.movers = {as(1, QStringLiteral("世帯主")), as(2, QStringLiteral("妻"))};
    });
    // 支援措置 would have to be handed over (JS1 3.4).
    row(notice, "somebody hides", found("ProtectedMoveOut"),
        [](Move &, MoveGround &g) { g.protects = true; });
    row(notice, "nobody shows who he is", found("IdentificationMissing"),
        [](Move &m, MoveGround &) { m.notifier.documents.clear(); });
    row(notice, "a stranger", found("NotOfHousehold 7"),
        [](Move &m, MoveGround &) { m.movers.append(as(7, QStringLiteral("子"))); });
    row(removal, "nobody said so", found("NotPlanned 2"),
        [](Move &, MoveGround &g) { g.members[1].state = State::Resident; });
    row(removal, "the other city says another day", found(""),
        [](Move &m, MoveGround &) { m.happenedOn = plannedOn.addDays(-3); });
    row(removal, "no word from there, another day", found("NotOnPlannedDay 2"),
        [](Move &m, MoveGround &) {
            m.address = {};
            m.happenedOn = plannedOn.addDays(1);
        });
    row(removal, "no word from there, the planned day", found(""),
        [](Move &m, MoveGround &) { m.address = {}; });
    // JS1 1.1.5: the other city wrote, and where they went is not typed yet.
    row(removal, "a 転入通知 without its place", found("AddressMissing"),
        [](Move &m, MoveGround &) {
            m.address = {};
            m.cause = RemovalCause::Noticed;
            m.happenedOn = plannedOn.addDays(-3);
        });
    row(removal, "the planned day has come, said so", found(""), [](Move &m, MoveGround &) {
        m.address = {};
        m.cause = RemovalCause::DayCame;
    });
    row(removal, "the planned day has not come", found("DateInFuture"), [](Move &m, MoveGround &g) {
        m.address = {};
        m.happenedOn = QDate(2026, 11, 3);
        g.members[1].plannedDestination->on = m.happenedOn;
    });
    row(removal, "two planned days", found("NotOnPlannedDay 3"), [](Move &m, MoveGround &g) {
        m.movers.append(as(3, QStringLiteral("子")));
        g.members[2].state = State::MoveOutPlanned;
        g.members[2].plannedDestination = Destination{nextCity(), plannedOn.addDays(1)};
    });
    // Who left with a protected one would not be hidden by her any more (municipal-facts.md 4.12).
    row(removal, "somebody hides since", found("ProtectedMoveOut"),
        [](Move &, MoveGround &g) { g.protects = true; });
    row(removal, "two are left without a head", found("HeadLeaves"), [](Move &m, MoveGround &g) {
        m.movers = {as(1, QStringLiteral("世帯主"))};
        g.members[0].state = State::MoveOutPlanned;
        g.members[0].plannedDestination = Destination{nextCity(), plannedOn};
        g.members[1].state = State::Resident;
    });
    row(removal, "one of them leads then", found(""), [](Move &m, MoveGround &g) {
        m.movers = {as(1, QStringLiteral("世帯主"))};
        m.others = {as(2, QStringLiteral("世帯主")), as(3, QStringLiteral("子"))};
        g.members[0].state = State::MoveOutPlanned;
        g.members[0].plannedDestination = Destination{nextCity(), plannedOn};
        g.members[1].state = State::Resident;
    });
    row(removal, "two would lead", found("HeadTwice"),
        [](Move &m, MoveGround &) { m.others = {as(3, QStringLiteral("世帯主"))}; });
    row(cancellation, "somebody hides since and stays", found(""),
        [](Move &, MoveGround &g) { g.protects = true; });
    row(cancellation, "nothing to take back", found("NotPlanned 2"),
        [](Move &, MoveGround &g) { g.members[1].state = State::Resident; });
    row(cancellation, "another 仮登録 waits", found("Pending"),
        [](Move &, MoveGround &g) { g.pending = true; });
    row(cancellation, "tomorrow", found("DateInFuture"),
        [](Move &m, MoveGround &) { m.happenedOn = QDate(2026, 11, 3); });
}

void TestMoveOutRules::eachRuleIsFound()
{
    QFETCH(MoveKind, kind);
    QFETCH(QStringList, expected);
    auto move = leaving(kind);
    auto there = groundOf(kind);
    changes.value(QTest::currentDataTag())(move, there);
    QCOMPARE(namesOf(judgeMove(move, there)), expected);
}

void TestMoveOutRules::aNoticeIsTakenFourteenDaysAfter_data()
{
    QTest::addColumn<QDate>("happenedOn");
    QTest::addColumn<QDate>("notifiedOn");
    QTest::addColumn<bool>("tooLate");
    // municipal-facts.md 3.5: 14 days, the day after is day 1, closed days wait for an open one.
    QTest::newRow("before") << QDate(2026, 11, 2) << QDate(2026, 10, 1) << false;
    QTest::newRow("14th day") << QDate(2026, 4, 1) << QDate(2026, 4, 15) << false;
    QTest::newRow("15th day") << QDate(2026, 4, 1) << QDate(2026, 4, 16) << true;
    QTest::newRow("closed days") << QDate(2026, 4, 19) << QDate(2026, 5, 7) << false;
    QTest::newRow("after them") << QDate(2026, 4, 19) << QDate(2026, 5, 8) << true;
}

void TestMoveOutRules::aNoticeIsTakenFourteenDaysAfter()
{
    QFETCH(QDate, happenedOn);
    QFETCH(QDate, notifiedOn);
    QFETCH(bool, tooLate);
    auto move = leaving(MoveKind::OutNotice);
    move.happenedOn = happenedOn;
    move.notifiedOn = notifiedOn;
    // No アラート that may be read away: it is no 届出 any more (JS1 4.1.3.0.1).
    move.acknowledged = {QStringLiteral("NoticeLate"), QStringLiteral("NoticeTooLate")};
    const auto stops = whatStops(move, judgeMove(move, ground()));
    QCOMPARE(stops.has_value(), tooLate);
    if (stops)
        QCOMPARE(stops->rule, MoveRule::NoticeTooLate);
}

void TestMoveOutRules::everyKindHasANameOfItsOwn()
{
    QSet<QString> names;
    for (int i = 0; i < int(MoveKind::Count); ++i) {
        const auto name = moveKindName(MoveKind(i));
        QVERIFY(!name.isEmpty());
        QVERIFY(!names.contains(name));
        names.insert(name);
        QCOMPARE(moveKindFromName(name), MoveKind(i));
    }
    QCOMPARE(moveKindFromName(QStringLiteral("Nothing")), MoveKind::Count);
    QCOMPARE(moveKindName(MoveKind::Count), QString());
    // 異動事由 of the rows (municipal-facts.md 4.5).
    QCOMPARE(reasonOf(MoveKind::OutNotice), MovementReason::MoveOut);
    QCOMPARE(reasonOf(MoveKind::OutRemoval), MovementReason::MoveOut);
    QCOMPARE(reasonOf(MoveKind::OutCancellation), MovementReason::CancellationIncrease);
}

void TestMoveOutRules::eachKindSurvivesAsBytes()
{
    for (const MoveKind kind :
         {MoveKind::OutNotice, MoveKind::OutRemoval, MoveKind::OutCancellation}) {
        const auto read = decodeMove(encode(leaving(kind)));
        QVERIFY(read);
        QVERIFY(*read == leaving(kind));
    }
    Move draft = leaving(MoveKind::OutRemoval);
    const QByteArray filed = encode(draft);
    for (const auto cause : {RemovalCause::Noticed, RemovalCause::DayCame}) {
        draft.cause = cause;
        QVERIFY(decodeMove(encode(draft))->cause == cause);
    }
    // What is filed has the bytes it always had: without the cause, which is key 13 of the map.
    QByteArray kept = filed + QByteArrayLiteral("\x0d\x02");
    kept[0] = char(kept.at(0) + 1);
    QCOMPARE(encode(draft), kept);
}

QTEST_GUILESS_MAIN(TestMoveOutRules)
#include "tst_moveoutrules.moc"
