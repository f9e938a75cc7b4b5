#include "movework.h"

using namespace movework;
using residents::MoveKind;
using residents::State;

// 転出 at the register: 転出届, 消除 and what takes it back (住民基本台帳法 第24条, 第9条第1項; JS1
// 1.1.5, 4.1.3; municipal-facts.md 4.6, 4.8).
class TestMoveOuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoGaveNoticeStaysAResident_data() { support::everyRegister(); }
    void whoGaveNoticeStaysAResident();
    void theEarlierDayRemoves_data();
    void theEarlierDayRemoves();
    void thePlannedDayRemovesWithoutANotice_data() { support::everyRegister(); }
    void thePlannedDayRemovesWithoutANotice();
    void theLastOneLeftLeads_data() { support::everyRegister(); }
    void theLastOneLeftLeads();
    void theLastOneLeavesAnEmptyHousehold_data() { support::everyRegister(); }
    void theLastOneLeavesAnEmptyHousehold();
    void whatIsTakenBackStandsAbove_data() { support::everyRegister(); }
    void whatIsTakenBackStandsAbove();
    void anEarlierPlaceElsewhereStays_data() { support::everyRegister(); }
    void anEarlierPlaceElsewhereStays();
    void aRuleIsNamed_data() { support::everyRegister(); }
    void aRuleIsNamed();
    void nobodyLeavesAProtectedHome_data();
    void nobodyLeavesAProtectedHome();
    void whoHasLeftProtectsNobody_data() { support::everyRegister(); }
    void whoHasLeftProtectsNobody();
    void aFieldIsNamed_data() { support::everyRegister(); }
    void aFieldIsNamed();
};

namespace {

const QDate plannedOn(2026, 10, 30);

Address nextCity()
{
    Address there;
    there.municipality = QStringLiteral("とおくの県隣市");
    return there;
}

/// The couple 太郎 (head) and 花子 says that it will go; the children stay.
Move notice()
{
    Move move = wholeFamily();
    move.kind = MoveKind::OutNotice;
    move.happenedOn = plannedOn;
    move.address = nextCity();
    move.movers = {change(1, QStringLiteral("世帯主")), change(2, QStringLiteral("妻"))};
    return move;
}

/// What the other city wrote, or the planned day that has come.
Move removal(const Address &confirmed, QDate on)
{
    Move move = notice();
    move.kind = MoveKind::OutRemoval;
    move.notifier = {.kind = residents::NotifierKind::Office, .name = {}, .documents = {}};
    move.happenedOn = on;
    move.address = confirmed;
    for (MemberChange &mover : move.movers)
        mover.baseVersion = 2;
    return move;
}

/// As a 転出予定者 stands in the register.
Snapshot planned(Snapshot one)
{
    one.state = State::MoveOutPlanned;
    one.plannedDestination = residents::Destination{nextCity(), plannedOn};
    return one;
}

/// Somebody who may open a record that hides its address: anybody else is told nothing of it.
central::CentralLink &trusted(Work &work)
{
    const auto name = QStringLiteral("nobody");
    auto user = support::TestRegister::user(name, central::Role::Clerk);
    user.grants.insert(2, {central::Right::OpenRestricted, QDate(2026, 4, 1), {}});
    if (!work.world().owner().addUsers({user}) || !work.world().signIn(name))
        qFatal("nobody is trusted");
    return work.world().link(name);
}

/// The next state by this 異動事由, on this day.
Snapshot next(const Snapshot &before, MovementReason reason, QDate on)
{
    Snapshot state = after(before, reason);
    state.movement.happenedOn = calendar::PartialDate::on(on);
    return state;
}

} // namespace

void TestMoveOuts::whoGaveNoticeStaysAResident()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    Move move = notice();
    // 転出 alone may lie ahead (municipal-facts.md 4.6).
    move.happenedOn = QDate(2026, 11, 20);
    carryOut(work, move, 1);
    auto expected = before;
    for (int i = 0; i < 2; ++i) {
        expected[i] = next(before[i], MovementReason::MoveOut, QDate(2026, 11, 20));
        expected[i].state = State::MoveOutPlanned;
        expected[i].plannedDestination = residents::Destination{nextCity(), QDate(2026, 11, 20)};
    }
    QCOMPARE(peopleOf(work.clerks()), expected);
    QCOMPARE(formerOf(work.clerks()), before.mid(0, 2));
    // They live there as before: household, head and 続柄 are what they were.
    QCOMPARE(householdOf(work.clerks(), 1),
             (Household{.id = {1}, .version = 1, .head = {1}, .address = oldHome()}));
}

void TestMoveOuts::theEarlierDayRemoves_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QDate>("arrivedOn");
    QTest::addColumn<QDate>("removedOn");
    for (const auto &backend : {QStringLiteral("embedded"), QStringLiteral("postgres")}) {
        QTest::addRow("before the planned day, %s", qPrintable(backend))
            << backend << QDate(2026, 10, 28) << QDate(2026, 10, 28);
        QTest::addRow("after it, %s", qPrintable(backend))
            << backend << QDate(2026, 11, 1) << plannedOn;
    }
}

void TestMoveOuts::theEarlierDayRemoves()
{
    QFETCH(QString, backend);
    QFETCH(QDate, arrivedOn);
    QFETCH(QDate, removedOn);
    Work work(backend, familyCity());
    carryOut(work, notice(), 1);
    const auto before = peopleOf(work.clerks());
    Address confirmed = nextCity();
    confirmed.town = QStringLiteral("中央一丁目");
    confirmed.lot = QStringLiteral("２番３号");
    Move move = removal(confirmed, arrivedOn);
    move.others = {change(3, QStringLiteral("世帯主")), change(4, QStringLiteral("妹"))};
    carryOut(work, move, 2);
    auto expected = before;
    for (int i = 0; i < 2; ++i) {
        expected[i] = next(before[i], MovementReason::MoveOut, removedOn);
        expected[i].state = State::MovedOut;
        expected[i].removal = residents::Removal{.on = calendar::PartialDate::on(removedOn),
                                                 .notifiedOn = notifiedOn,
                                                 .reason = MovementReason::MoveOut};
        // Beside what was planned, never over it (JS1 4.1.3.1.1).
        expected[i].confirmedDestination = residents::Destination{confirmed, arrivedOn};
    }
    for (int i = 2; i < 4; ++i) {
        expected[i] = next(before[i], MovementReason::HeadChange, removedOn);
        expected[i].headName = QStringLiteral("山田　一郎");
    }
    expected[2].relationship = QStringLiteral("世帯主");
    expected[3].relationship = QStringLiteral("妹");
    QCOMPARE(peopleOf(work.clerks()), expected);
    QCOMPARE(expected[0].plannedDestination->on, plannedOn);
    QCOMPARE(householdOf(work.clerks(), 1),
             (Household{.id = {1}, .version = 2, .head = {3}, .address = oldHome()}));
    QCOMPARE(formerOf(work.clerks()).size(), 6);
}

void TestMoveOuts::thePlannedDayRemovesWithoutANotice()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    carryOut(work, notice(), 1);
    const auto before = peopleOf(work.clerks());
    carryOut(work, removal({}, plannedOn), 2);
    const auto now = peopleOf(work.clerks());
    Snapshot gone = next(before[0], MovementReason::MoveOut, plannedOn);
    gone.state = State::MovedOut;
    gone.removal = residents::Removal{.on = calendar::PartialDate::on(plannedOn),
                                      .notifiedOn = notifiedOn,
                                      .reason = MovementReason::MoveOut};
    QCOMPARE(now[0], gone);
    QVERIFY(!now[0].confirmedDestination);
    // Two are left without a head: JS1 4.0.4, 1.1.10.
    QCOMPARE(now[2].relationship, QString());
    QCOMPARE(now[2].headName, QString());
    QCOMPARE(now[3].movement.reason, MovementReason::HeadChange);
    QCOMPARE(householdOf(work.clerks(), 1),
             (Household{.id = {1}, .version = 2, .head = {}, .address = oldHome()}));
}

void TestMoveOuts::theLastOneLeftLeads()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    Move move = notice();
    move.movers.append(change(3, QStringLiteral("子")));
    carryOut(work, move, 1);
    Move gone = removal(nextCity(), plannedOn);
    gone.movers.append(change(3, QStringLiteral("子"), 2));
    carryOut(work, gone, 2);
    // JS1 4.0.4: ex officio.
    const auto left = personOf(work.clerks(), 4);
    QCOMPARE(left.relationship, QStringLiteral("世帯主"));
    QCOMPARE(left.headName, QStringLiteral("山田　二葉"));
    QCOMPARE(left.movement.reason, MovementReason::HeadChange);
    QCOMPARE(householdOf(work.clerks(), 1).head.value, 4);
    // Who has gone is kept as he was last.
    QCOMPARE(personOf(work.clerks(), 3).relationship, QStringLiteral("子"));
    QCOMPARE(personOf(work.clerks(), 3).headName, QStringLiteral("山田　太郎"));
    QCOMPARE(personOf(work.clerks(), 3).household.value, 1);
}

void TestMoveOuts::theLastOneLeavesAnEmptyHousehold()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    Move move = notice();
    move.person = {5};
    move.from = move.to = {.id = {5}, .baseVersion = 1};
    move.movers = {change(5, QStringLiteral("世帯主")), change(6, QStringLiteral("妻"))};
    carryOut(work, move, 1);
    Move gone = removal({}, plannedOn);
    gone.person = {5};
    gone.from = gone.to = move.from;
    gone.movers = {change(5, QStringLiteral("世帯主"), 2), change(6, QStringLiteral("妻"), 2)};
    carryOut(work, gone, 2);
    QCOMPARE(householdOf(work.clerks(), 5),
             (Household{.id = {5}, .version = 2, .head = {}, .address = couplesHome()}));
}

void TestMoveOuts::whatIsTakenBackStandsAbove()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    carryOut(work, notice(), 1);
    Move back = notice();
    back.kind = MoveKind::OutCancellation;
    back.happenedOn = notifiedOn;
    back.address = {};
    for (MemberChange &mover : back.movers)
        mover.baseVersion = 2;
    carryOut(work, back, 2);
    auto expected = before;
    for (int i = 0; i < 2; ++i) {
        // A new row that restores the former state, itself an 異動 (JS1 4.6.0.1).
        expected[i] = next(before[i], MovementReason::CancellationIncrease, notifiedOn);
        expected[i].id.version = 3;
    }
    QCOMPARE(peopleOf(work.clerks()), expected);
    const auto former = formerOf(work.clerks());
    QCOMPARE(former.size(), 4);
    QCOMPARE(former.at(1).state, State::MoveOutPlanned);
    QCOMPARE(householdOf(work.clerks(), 1).version, 1);
}

void TestMoveOuts::anEarlierPlaceElsewhereStays()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    Address before = nextCity();
    before.town = QStringLiteral("昔町");
    city.people[0].last().confirmedDestination = residents::Destination{before, QDate(2001, 3, 31)};
    Work work(backend, city);
    carryOut(work, notice(), 1);
    QCOMPARE(personOf(work.clerks(), 1).confirmedDestination->address, before);
    Move back = notice();
    back.kind = MoveKind::OutCancellation;
    back.address = {};
    for (MemberChange &mover : back.movers)
        mover.baseVersion = 2;
    carryOut(work, back, 2);
    QCOMPARE(personOf(work.clerks(), 1).confirmedDestination->address, before);
    QVERIFY(!personOf(work.clerks(), 1).plannedDestination);
    // Once he goes, it is not where he went.
    Move again = notice();
    for (MemberChange &mover : again.movers)
        mover.baseVersion = 3;
    carryOut(work, again, 3);
    Move gone = removal({}, plannedOn);
    for (MemberChange &mover : gone.movers)
        mover.baseVersion = 4;
    carryOut(work, gone, 4);
    QVERIFY(!personOf(work.clerks(), 1).confirmedDestination);
    QCOMPARE(personOf(work.clerks(), 1).plannedDestination->address, nextCity());
}

void TestMoveOuts::aRuleIsNamed()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    // 次郎 said that he would go on the 30th, 梅 on the 31st; a 支援措置 hides where 三郎 lives.
    city.people[4].last() = planned(city.people[4].last());
    city.people[5].last() = planned(city.people[5].last());
    city.people[5].last().plannedDestination->on = QDate(2026, 10, 31);
    auto protection = support::aProtection(1, 7);
    protection.from = QDate(2026, 1, 1);
    protection.movement = residents::RestrictionLevel::None;
    city.restrictions.append(protection);
    // 四郎 gave notice before he was protected.
    auto fourth = planned(city.people[6].last());
    fourth.id.person = {8};
    fourth.household = {8};
    city.people.append({fourth});
    city.households.append(support::aHousehold(8, 8));
    protection.id = 2;
    protection.person = {8};
    city.restrictions.append(protection);
    Work work(backend, city);
    auto &link = trusted(work);
    const auto refused = [&](const Move &move) {
        const auto answer = link.submit(submission(1, move));
        return codeOf(answer) == ErrorCode::MoveRefused ? detailOf(answer)
                                                        : QStringLiteral("not refused");
    };
    const auto ofCouple = [](Move move, std::initializer_list<qint64> movers) {
        move.person = {*movers.begin()};
        move.from = move.to = {.id = {5}, .baseVersion = 1};
        move.movers.clear();
        for (const qint64 mover : movers)
            move.movers.append(change(mover, QStringLiteral("妻")));
        return move;
    };
    Move here = notice();
    here.address.municipality = oldHome().municipality;
    QCOMPARE(refused(here), QStringLiteral("AddressHere"));
    here.address.municipality = QStringLiteral("みどり野市"); // without its prefecture
    QCOMPARE(refused(here), QStringLiteral("AddressHere"));
    here.address.municipality = QStringLiteral("旧あさぎり県みどり野市");
    QCOMPARE(refused(here), QStringLiteral("AddressHere"));
    // 国外転出 is another 異動事由 (municipal-facts.md 4.5).
    here.address.municipality = QStringLiteral("アメリカ合衆国");
    QCOMPARE(refused(here), QStringLiteral("AddressAbroad"));
    Move early = notice();
    early.happenedOn = QDate(2015, 3, 31);
    QCOMPARE(refused(early), QStringLiteral("BeforeResident"));
    // Once is enough; what is not planned is neither carried out nor taken back.
    QCOMPARE(refused(ofCouple(notice(), {5})), QStringLiteral("MoveOutPlanned"));
    Move none = removal(nextCity(), plannedOn);
    none.movers = notice().movers;
    QCOMPARE(refused(none), QStringLiteral("NotPlanned"));
    none.kind = MoveKind::OutCancellation;
    none.notifier = notice().notifier;
    none.address = {};
    QCOMPARE(refused(none), QStringLiteral("NotPlanned"));
    // 消除 is on the planned day, unless the other city wrote of another; one day an entry.
    QCOMPARE(refused(ofCouple(removal({}, plannedOn.addDays(-1)), {5})),
             QStringLiteral("NotOnPlannedDay"));
    QCOMPARE(refused(ofCouple(removal(nextCity(), plannedOn), {5, 6})),
             QStringLiteral("NotOnPlannedDay"));
    QCOMPARE(refused(ofCouple(removal(nextCity(), QDate(2026, 11, 3)), {5})),
             QStringLiteral("DateInFuture"));
    // 支援措置 would have to be handed over with it, before and after the notice.
    Move hidden = notice();
    hidden.person = {7};
    hidden.from = hidden.to = {.id = {7}, .baseVersion = 1};
    hidden.movers = {change(7, QStringLiteral("世帯主"))};
    QCOMPARE(refused(hidden), QStringLiteral("ProtectedMoveOut"));
    hidden = removal(nextCity(), plannedOn);
    hidden.person = {8};
    hidden.from = hidden.to = {.id = {8}, .baseVersion = 1};
    hidden.movers = {change(8, QStringLiteral("世帯主"))};
    QCOMPARE(refused(hidden), QStringLiteral("ProtectedMoveOut"));
    QCOMPARE(work.feedEnd(), 0);
}

void TestMoveOuts::nobodyLeavesAProtectedHome_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<int>("on"); // 宛名番号, or 世帯番号 below zero
    QTest::addColumn<QDate>("from");
    const QDate today(2026, 11, 2);
    for (const auto &backend : {QStringLiteral("embedded"), QStringLiteral("postgres")}) {
        const QByteArray name = backend.toLatin1();
        QTest::addRow("on who goes, %s", name.constData()) << backend << 1 << today;
        QTest::addRow("on who stays, %s", name.constData()) << backend << 4 << today;
        QTest::addRow("on who stays, later, %s", name.constData())
            << backend << 4 << today.addDays(30);
        QTest::addRow("on the household, later, %s", name.constData())
            << backend << -1 << today.addDays(30);
    }
}

/// municipal-facts.md 4.12: who lives with a protected one lives at the same place.
void TestMoveOuts::nobodyLeavesAProtectedHome()
{
    QFETCH(QString, backend);
    QFETCH(int, on);
    QFETCH(QDate, from);
    auto city = familyCity();
    auto protection = support::aProtection(1, on > 0 ? on : 0, from);
    protection.household = {on < 0 ? -on : 0};
    protection.movement = residents::RestrictionLevel::None;
    city.restrictions = {protection};
    Work work(backend, city);
    auto &link = trusted(work);
    const auto refused = [&link](const Move &move) {
        const auto answer = link.submit(submission(1, move));
        return codeOf(answer) == ErrorCode::MoveRefused ? detailOf(answer) : QString();
    };
    QCOMPARE(refused(notice()), QStringLiteral("ProtectedMoveOut"));
    protection.version = 2;
    protection.ended = true;
    central::CityPart ends;
    ends.restrictions = {protection};
    QVERIFY(work.world().owner().applyChanges(ends));
    QCOMPARE(refused(notice()), QString());
}

/// The address is that of who lives there now: what became of another one says nothing of it.
void TestMoveOuts::whoHasLeftProtectsNobody()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    city.people[3].last().state = State::MovedOut;
    auto protection = support::aProtection(1, 4);
    protection.movement = residents::RestrictionLevel::None;
    city.restrictions = {protection};
    Work work(backend, city);
    Move within = wholeFamily();
    within.movers.removeLast();
    // Of herself nothing is told by naming her.
    QCOMPARE(detailOf(work.clerks().submit(submission(1, wholeFamily()))),
             QStringLiteral("Restricted"));
    const auto moves = work.clerks().submit(submission(2, within));
    QVERIFY2(moves, qPrintable(detailOf(moves)));
    QVERIFY(work.chiefs().decide(
        {.entry = moves->entry, .outcome = CheckOutcome::SendBack, .reason = because}));
    const auto leaves = work.clerks().submit(submission(3, notice()));
    QVERIFY2(leaves, qPrintable(detailOf(leaves)));
}

void TestMoveOuts::aFieldIsNamed()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto wrong = [&work](Move move, void (*spoil)(Move &)) {
        spoil(move);
        const auto answer = work.clerks().submit(submission(1, move));
        return codeOf(answer) == ErrorCode::EntryIncomplete ? detailOf(answer)
                                                            : QStringLiteral("not refused");
    };
    const auto field = [](const char *name) { return QString::fromLatin1(name); };
    // 市区町村 at least (municipal-facts.md 4.8); no 住所コード of ours.
    QCOMPARE(wrong(notice(), [](Move &m) { m.address.municipality = QStringLiteral("　"); }),
             field("municipality"));
    QCOMPARE(wrong(notice(), [](Move &m) { m.address = {}; }), field("municipality"));
    QCOMPARE(wrong(notice(), [](Move &m) { m.address.code = oldHome().code; }), field("code"));
    QCOMPARE(wrong(notice(), [](Move &m) { m.address.lot = QString(61, u'１'); }), field("lot"));
    // Nobody comes to live in another household, and nobody else is touched by a notice.
    QCOMPARE(wrong(notice(), [](Move &m) { m.to = {.id = {5}, .baseVersion = 1}; }), field("to"));
    QCOMPARE(wrong(notice(), [](Move &m) { m.others = {change(3, QStringLiteral("世帯主"))}; }),
             field("others"));
    // Somebody gives a notice and is identified (R-ACQ-01); nobody does when the office acts.
    QCOMPARE(wrong(notice(), [](Move &m) { m.notifier.documents.clear(); }), field("documents"));
    QCOMPARE(wrong(notice(), [](Move &m) { m.notifier.kind = residents::NotifierKind::Office; }),
             field("notifierKind"));
    QCOMPARE(wrong(removal({}, plannedOn),
                   [](Move &m) { m.notifier.kind = residents::NotifierKind::Self; }),
             field("notifierKind"));
    QCOMPARE(wrong(removal({}, plannedOn), [](Move &m) { m.address.town = QStringLiteral("町"); }),
             field("municipality"));
    // Where it was to be said that nobody goes, no place is named.
    QCOMPARE(wrong(notice(), [](Move &m) { m.kind = MoveKind::OutCancellation; }),
             field("municipality"));
    QCOMPARE(work.feedEnd(), 0);
}

QTEST_GUILESS_MAIN(TestMoveOuts)
#include "tst_moveouts.moc"
