#include "movework.h"

#include "residents/memberorder.h"

using namespace movework;

// 転居 at the register: 仮登録, 照合, 本登録 (住民基本台帳法 第23条; juki.md P2c, R-ACC-01,
// R-ACC-02).
class TestMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangesBeforeTheCheck_data() { support::everyRegister(); }
    void nothingChangesBeforeTheCheck();
    void aWholeHouseholdKeepsItsNumber_data() { support::everyRegister(); }
    void aWholeHouseholdKeepsItsNumber();
    void oneLeavesForAHouseholdOfHisOwn_data() { support::everyRegister(); }
    void oneLeavesForAHouseholdOfHisOwn();
    void theHeadLeavesAndAnotherLeads_data() { support::everyRegister(); }
    void theHeadLeavesAndAnotherLeads();
    void twoAreLeftWithoutAHead_data() { support::everyRegister(); }
    void twoAreLeftWithoutAHead();
    void theLastOneLeftLeads_data() { support::everyRegister(); }
    void theLastOneLeftLeads();
    void somebodyJoinsAHousehold_data() { support::everyRegister(); }
    void somebodyJoinsAHousehold();
    void whoComesInStandsAtTheEnd_data() { support::everyRegister(); }
    void whoComesInStandsAtTheEnd();
    void theLastOneLeavesAnEmptyHousehold_data() { support::everyRegister(); }
    void theLastOneLeavesAnEmptyHousehold();
    void theNextMoveStandsOnThisOne_data() { support::everyRegister(); }
    void theNextMoveStandsOnThisOne();
};

void TestMoves::nothingChangesBeforeTheCheck()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    const auto sent = submission(1, wholeFamily());
    const auto answer = work.clerks().submit(sent);
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Provisional);
    QCOMPARE(answer->entry, 1);
    QCOMPARE(answer->feedNumber, 1);
    const Entry entry{.number = 1,
                      .state = EntryState::Provisional,
                      .proposal = sent.proposal,
                      .author = authorship(clerk),
                      .station = QStringLiteral("S0001"),
                      .checker = {},
                      .answer = {}};
    QCOMPARE(entriesOf(work.clerks()), QList<Entry>{entry});
    QCOMPARE(peopleOf(work.clerks()), before);
    QCOMPARE(formerOf(work.clerks()).size(), 0);
    const auto again = work.clerks().submit(sent);
    QVERIFY(again);
    QCOMPARE(again->entry, 1);
    QCOMPARE(work.feedEnd(), 1);
}

void TestMoves::aWholeHouseholdKeepsItsNumber()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    QVERIFY(work.clerks().submit(submission(1, wholeFamily())));
    const auto done = work.chiefs().decide(registering(1));
    QVERIFY2(done, qPrintable(detailOf(done)));
    QCOMPARE(done->uuid, uuidOf(1));
    auto expected = before;
    for (int i = 0; i < 4; ++i)
        expected[i] = moved(before[i], newHome());
    QCOMPARE(peopleOf(work.clerks()), expected);
    QCOMPARE(formerOf(work.clerks()), before.mid(0, 4));
    QCOMPARE(householdOf(work.clerks(), 1),
             (Household{.id = {1}, .version = 2, .head = {1}, .address = newHome()}));
    QCOMPARE(householdsOf(work.clerks()).size(), 3);
    const auto entry = entriesOf(work.clerks()).first();
    QCOMPARE(entry.state, EntryState::Registered);
    QCOMPARE(entry.checker.user, chief);
    QCOMPARE(entry.author.user, clerk);
    // 仮登録, four former and four present states, the household, the decision.
    QCOMPARE(work.feedEnd(), 11);
    QCOMPARE(done->feedNumber, 11);
}

void TestMoves::oneLeavesForAHouseholdOfHisOwn()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    const qint64 number = newHousehold(work.clerks());
    const auto answer = work.clerks().submit(submission(1, leaves(3, number)));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QVERIFY(work.chiefs().decide(registering(1)));
    auto expected = before;
    expected[2] = moved(before[2], newHome());
    expected[2].household = {number};
    expected[2].relationship = QStringLiteral("世帯主");
    expected[2].headName = QStringLiteral("山田　一郎");
    QCOMPARE(peopleOf(work.clerks()), expected); // nobody else has a new state
    QCOMPARE(householdOf(work.clerks(), number),
             (Household{.id = {number}, .version = 1, .head = {3}, .address = newHome()}));
    QCOMPARE(householdOf(work.clerks(), 1).version, 2); // somebody less lives there
}

void TestMoves::theHeadLeavesAndAnotherLeads()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    const qint64 number = newHousehold(work.clerks());
    auto move = leaves(1, number);
    move.others = {change(2, QStringLiteral("世帯主")), change(3, QStringLiteral("子")),
                   change(4, QStringLiteral("子"))};
    const auto answer = work.clerks().submit(submission(1, move));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QVERIFY(work.chiefs().decide(registering(1)));
    auto expected = before;
    expected[0] = moved(before[0], newHome());
    expected[0].household = {number};
    // Towards 花子 the children are 子 as before: only 世帯主名 changes (世帯主変更).
    for (int i = 1; i < 4; ++i) {
        expected[i] = after(before[i], MovementReason::HeadChange);
        expected[i].headName = QStringLiteral("山田　花子");
    }
    expected[1].relationship = QStringLiteral("世帯主");
    QCOMPARE(peopleOf(work.clerks()), expected);
    QCOMPARE(householdOf(work.clerks(), 1),
             (Household{.id = {1}, .version = 2, .head = {2}, .address = oldHome()}));
}

void TestMoves::twoAreLeftWithoutAHead()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    const qint64 number = newHousehold(work.clerks());
    QVERIFY(work.clerks().submit(submission(1, leaves(1, number))));
    QVERIFY(work.chiefs().decide(registering(1)));
    for (int i = 1; i < 4; ++i) {
        auto expected = after(before[i], MovementReason::HeadChange);
        expected.headName.clear();
        expected.relationship.clear();
        QCOMPARE(personOf(work.clerks(), i + 1), expected);
    }
    // JS1 1.1.10: 世帯主 may be left 未設定.
    QCOMPARE(householdOf(work.clerks(), 1),
             (Household{.id = {1}, .version = 2, .head = {}, .address = oldHome()}));
}

void TestMoves::theLastOneLeftLeads()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = personOf(work.clerks(), 6);
    const qint64 number = newHousehold(work.clerks());
    auto move = leaves(5, number);
    move.from = {.id = {5}, .baseVersion = 1};
    QVERIFY(work.clerks().submit(submission(1, move)));
    QVERIFY(work.chiefs().decide(registering(1)));
    auto expected = after(before, MovementReason::HeadChange);
    expected.relationship = QStringLiteral("世帯主");
    expected.headName = QStringLiteral("山田　梅");
    QCOMPARE(personOf(work.clerks(), 6), expected); // JS1 4.0.4: ex officio
    QCOMPARE(householdOf(work.clerks(), 5),
             (Household{.id = {5}, .version = 2, .head = {6}, .address = couplesHome()}));
}

void TestMoves::somebodyJoinsAHousehold()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    city.people[3].first().orderInHousehold = 4;
    Work work(backend, city);
    const auto before = peopleOf(work.clerks());
    auto move = leaves(4, 5);
    move.to.baseVersion = 1;
    move.address = couplesHome();
    move.movers = {change(4, QStringLiteral("弟の子"))};
    const auto answer = work.clerks().submit(submission(1, move));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QVERIFY(work.chiefs().decide(registering(1)));
    auto expected = before;
    expected[3] = moved(before[3], couplesHome());
    expected[3].household = {5};
    expected[3].relationship = QStringLiteral("弟の子");
    expected[3].headName = QStringLiteral("山田　次郎");
    expected[3].orderInHousehold = residents::lastManualOrder + 1;
    QCOMPARE(peopleOf(work.clerks()), expected);
    // Who lives there is what the version of a household stands for.
    QCOMPARE(householdOf(work.clerks(), 1).version, 2);
    QCOMPARE(householdOf(work.clerks(), 5).version, 2);
    QCOMPARE(householdOf(work.clerks(), 7).version, 1);
    // Whoever saw it before she came does not take its head away over her.
    auto stale = leaves(5, newHousehold(work.clerks()));
    stale.from = {.id = {5}, .baseVersion = 1};
    const auto people = peopleOf(work.clerks());
    const auto late = work.clerks().submit(submission(2, stale));
    QVERIFY2(late, qPrintable(detailOf(late)));
    QCOMPARE(late->verdict, Verdict::Conflict);
    QCOMPARE(peopleOf(work.clerks()), people);
}

// JS1 5.2; municipal-facts.md 4.4: by the rule a 子 would stand before 縁故者 and 同居人.
void TestMoves::whoComesInStandsAtTheEnd()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    city.people[5].first().relationship = QStringLiteral("同居人");
    Work work(backend, city);
    const auto joins = [&work](qint64 person, const QString &relationship, int number) {
        const auto before = personOf(work.clerks(), person);
        auto move = leaves(person, 5);
        move.from = {.id = before.household,
                     .baseVersion = householdOf(work.clerks(), before.household.value).version};
        move.to.baseVersion = householdOf(work.clerks(), 5).version;
        move.address = couplesHome();
        move.movers = {change(person, relationship)};
        const auto answer = work.clerks().submit(submission(number, move));
        QVERIFY2(answer, qPrintable(detailOf(answer)));
        QVERIFY(work.chiefs().decide(registering(answer->entry)));
    };
    joins(7, QStringLiteral("縁故者"), 1);
    joins(3, QStringLiteral("子"), 2);
    QList<residents::Member> members;
    for (const Snapshot &one : peopleOf(work.clerks())) {
        if (one.household.value == 5)
            members.append(residents::memberOf(one));
    }
    const QList<base::PersonId> expected{{5}, {6}, {7}, {3}};
    QCOMPARE(residents::memberOrder(members), expected);
    // Nobody else has a new state for it.
    QCOMPARE(personOf(work.clerks(), 5).id.version, 1);
    QCOMPARE(personOf(work.clerks(), 7).id.version, 2);
}

void TestMoves::theLastOneLeavesAnEmptyHousehold()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    auto move = leaves(7, 5);
    move.from = {.id = {7}, .baseVersion = 1};
    move.to.baseVersion = 1;
    move.address = couplesHome();
    move.movers = {change(7, QStringLiteral("弟"))};
    const auto answer = work.clerks().submit(submission(1, move));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QVERIFY(work.chiefs().decide(registering(1)));
    QCOMPARE(householdOf(work.clerks(), 7),
             (Household{.id = {7}, .version = 2, .head = {}, .address = {}}));
    QCOMPARE(personOf(work.clerks(), 7).household.value, 5);
}

void TestMoves::theNextMoveStandsOnThisOne()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    QVERIFY(work.clerks().submit(submission(1, wholeFamily())));
    QVERIFY(work.chiefs().decide(registering(1)));
    auto back = wholeFamily();
    back.address = oldHome();
    back.happenedOn = QDate(2026, 11, 1);
    back.from.baseVersion = 2;
    back.to.baseVersion = 2;
    for (auto &mover : back.movers)
        mover.baseVersion = 2;
    const auto answer = work.clerks().submit(submission(2, back));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Provisional);
    QVERIFY(work.chiefs().decide(registering(2)));
    QCOMPARE(formerOf(work.clerks()).size(), 8);
    QCOMPARE(personOf(work.clerks(), 2).id.version, 3);
    QCOMPARE(personOf(work.clerks(), 2).formerAddress, newHome());
    QCOMPARE(householdOf(work.clerks(), 1).version, 3);
    // The owner's changes count on from there.
    auto next = personOf(work.clerks(), 2);
    ++next.id.version;
    next.movement.reason = MovementReason::MinorCorrection;
    central::CityPart changes;
    changes.people = {{next}};
    QVERIFY(work.world().owner().applyChanges(changes));
}

QTEST_GUILESS_MAIN(TestMoves)
#include "tst_moves.moc"
