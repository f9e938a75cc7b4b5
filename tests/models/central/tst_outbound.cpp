#include "arrivalwork.h"

using namespace arrivalwork;
using central::NoticeKind;
using central::OutboundNotice;
using residents::MoveKind;

// What other organisations have to be told is written down by the register itself, in the commit of
// the 本登録: 本人確認情報 of whose 住民票 is made, removed or corrected (住民基本台帳法
// 第30条の6第1項), 転入通知 of who comes (第9条第1項). juki.md 2.1 P4 and P6, 3.2 item 29.
class TestOutbound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoComesIsToldOfTwice_data() { support::everyRegister(); }
    void whoComesIsToldOfTwice();
    void onlyWhoMovesIsToldOf_data() { support::everyRegister(); }
    void onlyWhoMovesIsToldOf();
    void aPlanIsNotToldOf_data() { support::everyRegister(); }
    void aPlanIsNotToldOf();
    void whatIsNotRegisteredIsNotToldOf_data() { support::everyRegister(); }
    void whatIsNotRegisteredIsNotToldOf();
};

namespace {

QList<OutboundNotice> noticesAt(Work &work)
{
    const auto notices = work.world().owner().outbound();
    if (!notices)
        qFatal("no notices: %s", qPrintable(detailOf(notices)));
    return *notices;
}

OutboundNotice notice(NoticeKind kind, qint64 number, qint64 entry, base::PersonId person,
                      int version)
{
    return {.kind = kind, .number = number, .entry = entry, .person = person, .version = version};
}

Move movesOut(MoveKind kind, int version)
{
    Move move = wholeFamily();
    move.kind = kind;
    move.address = {};
    if (kind != MoveKind::OutCancellation)
        move.address.municipality = QStringLiteral("とおくの県隣市");
    if (kind == MoveKind::OutRemoval)
        move.notifier = {.kind = residents::NotifierKind::Office, .name = {}, .documents = {}};
    move.movers = {change(3, QStringLiteral("子"), version)};
    move.person = {3};
    move.acknowledged.clear();
    return move;
}

} // namespace

void TestOutbound::whoComesIsToldOfTwice()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const Move move = arrival(work.clerks());
    carryOut(work, move, 1);
    QList<OutboundNotice> expected;
    for (const auto kind : {NoticeKind::Identity, NoticeKind::MoveIn}) {
        qint64 number = 0;
        for (const MemberChange &mover : move.movers)
            expected.append(notice(kind, ++number, 1, mover.person, 1));
    }
    QCOMPARE(noticesAt(work), expected);
    // The same decision once more is the one that was taken.
    QVERIFY(work.chiefs().decide(registering(1)));
    QCOMPARE(noticesAt(work), expected);
}

void TestOutbound::onlyWhoMovesIsToldOf()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    // The head leaves; 花子 leads now, and the children are called otherwise: no item of theirs
    // that the prefecture holds.
    Move move = leaves(1, newHousehold(work.clerks()));
    move.others = {change(2, QStringLiteral("世帯主")), change(3, QStringLiteral("子")),
                   change(4, QStringLiteral("子"))};
    carryOut(work, move, 1);
    QCOMPARE(formerOf(work.clerks()).size(), 4);
    QList<OutboundNotice> expected{notice(NoticeKind::Identity, 1, 1, {1}, 2)};
    QCOMPARE(noticesAt(work), expected);
    // 更新順番号 goes on without a gap.
    Move again = leaves(1, 0);
    again.from = {.id = move.to.id, .baseVersion = 1};
    again.to = again.from;
    again.address = couplesHome();
    again.movers = {change(1, QStringLiteral("世帯主"), 2)};
    carryOut(work, again, 2);
    expected.append(notice(NoticeKind::Identity, 2, 2, {1}, 3));
    QCOMPARE(noticesAt(work), expected);
}

void TestOutbound::aPlanIsNotToldOf()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    carryOut(work, movesOut(MoveKind::OutNotice, 1), 1);
    carryOut(work, movesOut(MoveKind::OutCancellation, 2), 2);
    carryOut(work, movesOut(MoveKind::OutNotice, 3), 3);
    QCOMPARE(noticesAt(work), QList<OutboundNotice>());
    carryOut(work, movesOut(MoveKind::OutRemoval, 4), 4);
    QCOMPARE(noticesAt(work), QList<OutboundNotice>{notice(NoticeKind::Identity, 1, 4, {3}, 5)});
}

void TestOutbound::whatIsNotRegisteredIsNotToldOf()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const Move move = arrival(work.clerks());
    for (const auto outcome : {CheckOutcome::SendBack, CheckOutcome::Withdraw}) {
        const auto sent = work.clerks().submit(submission(1 + int(outcome), move));
        QVERIFY2(sent, qPrintable(detailOf(sent)));
        QCOMPARE(noticesAt(work), QList<OutboundNotice>());
        auto &decider = outcome == CheckOutcome::Withdraw ? work.clerks() : work.chiefs();
        QVERIFY(decider.decide({.entry = sent->entry, .outcome = outcome, .reason = because}));
        QCOMPARE(noticesAt(work), QList<OutboundNotice>());
    }
}

QTEST_GUILESS_MAIN(TestOutbound)
#include "tst_outbound.moc"
