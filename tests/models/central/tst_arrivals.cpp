#include "arrivalwork.h"

#include "text/checkdigit.h"

using namespace arrivalwork;
using residents::State;

// 国内転入 at the register (住民基本台帳法 第22条; R-ACC-02, R-ACQ-02; JS1 4.1.1;
// municipal-facts.md 4.5, 4.8, 4.9).
class TestArrivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFamilyComesIntoAHomeOfItsOwn_data() { support::everyRegister(); }
    void aFamilyComesIntoAHomeOfItsOwn();
    void whoJoinsAHouseholdBearsItsHead_data() { support::everyRegister(); }
    void whoJoinsAHouseholdBearsItsHead();
    void whoWasHereKeepsHisNumber_data() { support::everyRegister(); }
    void whoWasHereKeepsHisNumber();
    void whoLivesHereDoesNotComeAgain_data() { support::everyRegister(); }
    void whoLivesHereDoesNotComeAgain();
    void nobodyIsEnteredAtTwoCounters_data() { support::everyRegister(); }
    void nobodyIsEnteredAtTwoCounters();
    void whoCameMeanwhileIsNotEnteredOnceMore_data() { support::everyRegister(); }
    void whoCameMeanwhileIsNotEnteredOnceMore();
    void whoIsCorrectedSinceIsSomebodyElse_data() { support::everyRegister(); }
    void whoIsCorrectedSinceIsSomebodyElse();
    void aRuleIsNamed_data() { support::everyRegister(); }
    void aRuleIsNamed();
    void aFieldIsNamed_data() { support::everyRegister(); }
    void aFieldIsNamed();
    void onlyNumbersThatWereGivenOut_data() { support::everyRegister(); }
    void onlyNumbersThatWereGivenOut();
};

namespace {

/// 山田 五郎 lived in household 7 and went away.
central::CityPart cityWithAFormerResident()
{
    auto city = familyCity();
    auto gone = member(8, 7, QStringLiteral("五郎"), QStringLiteral("世帯主"),
                       QStringLiteral("山田　五郎"), couplesHome(), residents::Sex::Male);
    gone.state = State::MovedOut;
    gone.removal = residents::Removal{.on = calendar::PartialDate::on(QDate(2020, 3, 31)),
                                      .notifiedOn = QDate(2020, 3, 25),
                                      .reason = MovementReason::MoveOut};
    gone.plannedDestination = residents::Destination{farAway(), QDate(2020, 3, 31)};
    gone.telephone = QStringLiteral("0990000000");
    gone.remarks = QStringLiteral("昔の備考");
    gone.entitlements.pension = {QStringLiteral("１号"), QDate(2010, 4, 1)};
    city.people.append({gone});
    return city;
}

Move comesBack(Work &work, qint64 person)
{
    Move move = joinsTheCouple(work.clerks(), QStringLiteral("弟"));
    move.newcomers[0] = named(person, QStringLiteral("五郎"), QStringLiteral("ゴロウ"),
                              residents::Sex::Male, QDate(1970, 1, 1));
    move.movers = {change(person, QStringLiteral("弟"))};
    move.person = {person};
    return move;
}

} // namespace

void TestArrivals::aFamilyComesIntoAHomeOfItsOwn()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    const Move move = arrival(work.clerks());
    carryOut(work, move, 1);
    const auto head = QStringLiteral("佐藤　健");
    for (int i = 0; i < 4; ++i) {
        const auto &newcomer = move.newcomers[i];
        QCOMPARE(personOf(work.clerks(), newcomer.id.person.value),
                 arrived(newcomer, move.to.id.value, move.movers[i].relationship, head, newHome()));
    }
    QCOMPARE(peopleOf(work.clerks()).size(), before.size() + 4);
    // A first state has none before it.
    QVERIFY(formerOf(work.clerks()).isEmpty());
    QCOMPARE(householdOf(work.clerks(), move.to.id.value),
             (Household{.id = move.to.id,
                        .version = 1,
                        .head = move.movers.first().person,
                        .address = newHome()}));
}

void TestArrivals::whoJoinsAHouseholdBearsItsHead()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const Move move = joinsTheCouple(work.clerks(), QStringLiteral("子"));
    carryOut(work, move, 1);
    const auto joined = personOf(work.clerks(), move.person.value);
    QCOMPARE(joined.headName, QStringLiteral("山田　次郎"));
    QCOMPARE(joined.household.value, 5);
    // Who was there is what he was.
    QCOMPARE(personOf(work.clerks(), 5).id.version, 1);
    QCOMPARE(personOf(work.clerks(), 6).id.version, 1);
    QCOMPARE(householdOf(work.clerks(), 5),
             (Household{.id = {5}, .version = 2, .head = {5}, .address = couplesHome()}));
    // A new head, and the 続柄 of who was there towards him (municipal-facts.md 4.8).
    Move leads = joinsTheCouple(work.clerks(), QStringLiteral("世帯主"));
    leads.newcomers[0].name.given = QStringLiteral("陸");
    leads.from = leads.to = {.id = {5}, .baseVersion = 2};
    leads.others = {change(5, QStringLiteral("子")), change(6, QStringLiteral("子の妻")),
                    change(move.person.value, QStringLiteral("子の子"))};
    carryOut(work, leads, 2);
    const auto second = personOf(work.clerks(), 5);
    QCOMPARE(second.relationship, QStringLiteral("子"));
    QCOMPARE(second.headName, QStringLiteral("佐藤　陸"));
    QCOMPARE(second.movement.reason, MovementReason::HeadChange);
    QCOMPARE(householdOf(work.clerks(), 5).head, leads.person);
    QCOMPARE(formerOf(work.clerks()).size(), 3);
}

void TestArrivals::whoWasHereKeepsHisNumber()
{
    QFETCH(QString, backend);
    const auto city = cityWithAFormerResident();
    Work work(backend, city);
    const Move move = comesBack(work, 8);
    carryOut(work, move, 1);
    // JS1 4.1.1.2: the old 宛名番号; a new 住民票 that owes nothing to the former one.
    auto expected = arrived(move.newcomers[0], 5, QStringLiteral("弟"),
                            QStringLiteral("山田　次郎"), couplesHome(), 2);
    expected.orderInHousehold = 1001; // at the end (JS1 5.2)
    QCOMPARE(personOf(work.clerks(), 8), expected);
    const auto former = formerOf(work.clerks());
    QCOMPARE(former.size(), 1);
    QCOMPARE(former.first(), city.people.last().last());
    // The household that he had led is not touched.
    QCOMPARE(householdOf(work.clerks(), 7).version, 1);
}

void TestArrivals::whoLivesHereDoesNotComeAgain()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    city.people[6].last().state = State::MoveOutPlanned;
    Work work(backend, city);
    // R-ACC-02, A2: also who has only said that he will go.
    for (const qint64 person : {3, 7}) {
        const auto answer = work.clerks().submit(submission(1, comesBack(work, person)));
        QCOMPARE(codeOf(answer), ErrorCode::MoveRefused);
        QCOMPARE(detailOf(answer), QStringLiteral("AlreadyResident"));
    }
    QCOMPARE(work.feedEnd(), 0);
}

void TestArrivals::nobodyIsEnteredAtTwoCounters()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto first =
        work.clerks().submit(submission(1, joinsTheCouple(work.clerks(), QStringLiteral("子"))));
    QVERIFY2(first, qPrintable(detailOf(first)));
    // Another counter, another number, another household: the same three items.
    Move again = arrival(work.clerks());
    again.newcomers = {again.newcomers[2]};
    again.movers = {change(again.newcomers[0].id.person.value, QStringLiteral("世帯主"), 0)};
    again.person = again.movers.first().person;
    QCOMPARE(codeOf(work.clerks().submit(submission(2, again))), ErrorCode::EntryPending);
    // Somebody born on another day is somebody else.
    Move other = again;
    other.newcomers[0].bornOn = calendar::PartialDate::on(QDate(2019, 7, 2));
    const auto accepted = work.clerks().submit(submission(3, other));
    QVERIFY2(accepted, qPrintable(detailOf(accepted)));
    // Twins of one name come together.
    Move twins = arrival(work.clerks());
    twins.newcomers = {twins.newcomers[0], twins.newcomers[0]};
    twins.newcomers[1].id.person = twins.movers[1].person;
    twins.movers = twins.movers.mid(0, 2);
    twins.movers[1].relationship = QStringLiteral("弟");
    const auto both = work.clerks().submit(submission(4, twins));
    QVERIFY2(both, qPrintable(detailOf(both)));
    // What was sent back holds nobody.
    QVERIFY(work.chiefs().decide(
        {.entry = first->entry, .outcome = CheckOutcome::SendBack, .reason = because}));
    const auto now = work.clerks().submit(submission(5, again));
    QVERIFY2(!now, "the other one of that household number waits");
}

/// A copy of an hour ago does not show who is registered since: without a word of the clerk that he
/// is somebody else, nobody has two 宛名番号 (JS1 4.1.1.2).
void TestArrivals::whoCameMeanwhileIsNotEnteredOnceMore()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const Move first = joinsTheCouple(work.clerks(), QStringLiteral("子"));
    carryOut(work, first, 1);
    // Another number, another household.
    const auto alone = [&work](const Snapshot &person) {
        Move one = arrival(work.clerks());
        one.newcomers = {person};
        one.movers = {one.movers[2]};
        one.movers.first().relationship = QStringLiteral("世帯主");
        one.person = one.newcomers.first().id.person = one.movers.first().person;
        return one;
    };
    const Snapshot &known = first.newcomers.first();
    const auto refused = work.clerks().submit(submission(2, alone(known)));
    QCOMPARE(codeOf(refused), ErrorCode::MoveRefused);
    QCOMPARE(refused.error().detail, QStringLiteral("LooksKnown"));
    // Each of the three items tells them apart.
    Snapshot other = known;
    other.name.given = QStringLiteral("別子");
    carryOut(work, alone(other), 3);
    other = known;
    other.bornOn = calendar::PartialDate::on(known.bornOn.earliest.addDays(1));
    carryOut(work, alone(other), 4);
    other.sex = known.sex == residents::Sex::Male ? residents::Sex::Female : residents::Sex::Male;
    carryOut(work, alone(other), 8);
    // Of who is not known whole nothing is said, though somebody like him came.
    other.sex = residents::Sex::Unknown;
    carryOut(work, alone(other), 5);
    carryOut(work, alone(other), 6);
    // The clerk has looked: they are two.
    Move second = alone(known);
    second.acknowledged = {QStringLiteral("LooksKnown")};
    carryOut(work, second, 7);
    QCOMPARE(personOf(work.clerks(), second.person.value).name, known.name);
}

/// Nobody could say of him at the counter that he is another one: he is not found any more.
void TestArrivals::whoIsCorrectedSinceIsSomebodyElse()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const Move first = joinsTheCouple(work.clerks(), QStringLiteral("子"));
    carryOut(work, first, 1);
    Snapshot corrected = personOf(work.clerks(), first.person.value);
    corrected.bornOn = calendar::PartialDate::on(corrected.bornOn.earliest.addDays(-1));
    ++corrected.id.version;
    central::CityPart correction;
    correction.people = {{corrected}};
    QVERIFY(work.world().owner().applyChanges(correction));
    Move again = arrival(work.clerks());
    again.newcomers[2] = first.newcomers.first();
    again.newcomers[2].id.person = again.movers[2].person;
    const auto sent = work.clerks().submit(submission(2, again));
    QVERIFY2(sent, qPrintable(detailOf(sent)));
    QCOMPARE(sent->verdict, Verdict::Provisional);
}

void TestArrivals::aRuleIsNamed()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto refused = [&work](Move move, void (*spoil)(Move &)) {
        spoil(move);
        const auto answer = work.clerks().submit(submission(1, move));
        return codeOf(answer) == ErrorCode::MoveRefused ? detailOf(answer)
                                                        : QStringLiteral("not refused");
    };
    const auto rule = [](const char *name) { return QString::fromLatin1(name); };
    const Move family = arrival(work.clerks());
    // 第22条: within 14 days of having moved, so not before.
    QCOMPARE(refused(family, [](Move &m) { m.happenedOn = QDate(2026, 11, 3); }),
             rule("DateInFuture"));
    QCOMPARE(refused(family,
                     [](Move &m) {
                         m.newcomers[3].bornOn = calendar::PartialDate::on(QDate(2026, 10, 31));
                     }),
             rule("BornLater"));
    QCOMPARE(
        refused(family, [](Move &m) { m.formerAddress.municipality = newHome().municipality; }),
        rule("FormerAddressHere"));
    QCOMPARE(refused(family, [](Move &m) { m.address.code = QStringLiteral("98202001001"); }),
             rule("AddressElsewhere"));
    QCOMPARE(refused(family, [](Move &m) { m.movers[2].relationship = QStringLiteral("孫"); }),
             rule("RelationshipWrong"));
    QCOMPARE(refused(family, [](Move &m) { m.movers[2].relationship.clear(); }),
             rule("RelationshipWrong"));
    QCOMPARE(refused(family, [](Move &m) { m.movers[0].relationship = QStringLiteral("夫"); }),
             rule("HeadMissing"));
    QCOMPARE(refused(family, [](Move &m) { m.movers[1].relationship = QStringLiteral("世帯主"); }),
             rule("HeadTwice"));
    const Move joins = joinsTheCouple(work.clerks(), QStringLiteral("子"));
    QCOMPARE(refused(joins, [](Move &m) { m.address = newHome(); }), rule("AddressNotHouseholds"));
    QCOMPARE(refused(joins, [](Move &m) { m.movers[0].relationship = QStringLiteral("世帯主"); }),
             rule("HeadTwice"));
    QCOMPARE(refused(joins, [](Move &m) { m.others = {change(1, QStringLiteral("子"))}; }),
             rule("NotOfHousehold"));
    // 第30条の45: a 中長期在留者 has a 在留資格, a 特別永住者 has none.
    const auto withoutStatus = [](Move &m) {
        for (Snapshot &one : m.newcomers) {
            if (one.foreign)
                one.foreign->statusOfResidence.clear();
        }
    };
    QCOMPARE(refused(family, withoutStatus), rule("StayMissing"));
    // 第7条第5号: 本籍 of a Japanese one, or that there is none; a foreign one has none.
    QCOMPARE(
        refused(family, [](Move &m) { m.newcomers[2].registeredDomicile = QStringLiteral("　"); }),
        rule("DomicileMissing"));
    QCOMPARE(work.feedEnd(), 0);
    Move special = family;
    for (Snapshot &one : special.newcomers) {
        if (one.foreign)
            one.foreign->foreignClass = residents::ForeignClass::SpecialPermanent;
    }
    QCOMPARE(refused(special, withoutStatus), rule("not refused"));
}

void TestArrivals::aFieldIsNamed()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const Move family = arrival(work.clerks());
    const auto wrong = [&](void (*spoil)(Move &)) {
        Move move = family;
        spoil(move);
        const auto answer = work.clerks().submit(submission(1, move));
        return codeOf(answer) == ErrorCode::EntryIncomplete ? detailOf(answer)
                                                            : QStringLiteral("not refused");
    };
    const auto newcomers = QStringLiteral("newcomers");
    // R-ACQ-02, A4: no 転入 without its 転出証明書.
    QCOMPARE(wrong([](Move &m) { m.certificate = false; }), QStringLiteral("certificate"));
    QCOMPARE(wrong([](Move &m) { m.formerAddress = {}; }), QStringLiteral("formerAddress"));
    QCOMPARE(wrong([](Move &m) { m.formerAddress.municipality = QStringLiteral("　"); }),
             QStringLiteral("formerAddress"));
    QCOMPARE(wrong([](Move &m) { m.formerAddress.code = newHome().code; }),
             QStringLiteral("formerAddress"));
    // Everybody who comes is named, as a person is.
    QCOMPARE(wrong([](Move &m) { m.newcomers.removeLast(); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers.swapItemsAt(0, 1); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[0].name.family = QStringLiteral("　"); }),
             QStringLiteral("not refused"));
    QCOMPARE(wrong([](Move &m) { m.newcomers[1].name.latin = QStringLiteral(" "); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[0].name.given = QString(101, u'字'); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[0].name.alias = QStringLiteral("a\nb"); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[0].bornOn = {}; }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[1].bornOn.latest = QDate(1990, 4, 30); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[1].bornOn.text.clear(); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[2].name.familyReading.kana.clear(); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[1].foreign.reset(); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[0].foreign = residents::ForeignItems{}; }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[1].foreign->nationality.clear(); }), newcomers);
    QCOMPARE(wrong([](Move &m) { m.newcomers[0].registeredDomicile = QString(201, u'字'); }),
             newcomers);
    QCOMPARE(wrong([](Move &m) { m.movers[0].person.value += 1; }), QStringLiteral("movers"));
    // They leave no household here.
    QCOMPARE(wrong([](Move &m) { m.from = {.id = {1}, .baseVersion = 1}; }), QStringLiteral("to"));
    QCOMPARE(wrong([](Move &m) { m.others = {change(1, QStringLiteral("子"), 0)}; }),
             QStringLiteral("others"));
    // Nobody else brings along what only they do (R-ACC-02).
    const auto within = [&](void (*spoil)(Move &, const Move &)) {
        Move move = wholeFamily();
        spoil(move, family);
        const auto answer = work.clerks().submit(submission(2, move));
        return codeOf(answer) == ErrorCode::EntryIncomplete ? detailOf(answer)
                                                            : QStringLiteral("not refused");
    };
    QCOMPARE(within([](Move &m, const Move &other) { m.newcomers = other.newcomers; }), newcomers);
    // Not even who moves himself, under another name.
    QCOMPARE(within([](Move &m, const Move &other) {
                 for (int i = 0; i < m.movers.size(); ++i) {
                     m.newcomers.append(other.newcomers[i]);
                     m.newcomers[i].id.person = m.movers[i].person;
                 }
             }),
             newcomers);
    QCOMPARE(within([](Move &m, const Move &) { m.formerAddress = farAway(); }),
             QStringLiteral("formerAddress"));
    QCOMPARE(within([](Move &m, const Move &) { m.certificate = true; }),
             QStringLiteral("certificate"));
    QCOMPARE(within([](Move &m, const Move &) { m.movers[0].baseVersion = 0; }),
             QStringLiteral("movers"));
}

void TestArrivals::onlyNumbersThatWereGivenOut()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto wrong = [&work](const Move &move) {
        const auto answer = work.clerks().submit(submission(1, move));
        return codeOf(answer) == ErrorCode::EntryIncomplete ? detailOf(answer)
                                                            : QStringLiteral("not refused");
    };
    const auto as = [](Move move, qint64 number) {
        move.movers[0].person = move.newcomers[0].id.person = move.person = {number};
        return move;
    };
    const Move move = arrival(work.clerks());
    const qint64 given = move.person.value;
    // Another check digit; a body beyond those given out, its digit right (municipal-facts.md 1.5).
    const qint64 off = given / 10 * 10 + (given % 10 + 1) % 10;
    QCOMPARE(wrong(as(move, off)), QStringLiteral("movers"));
    const qint64 body = given / 10 + 100'000;
    const int digit = text::checkDigitOf(text::NumberKind::Person, QString::number(body));
    QCOMPARE(wrong(as(move, body * 10 + digit)), QStringLiteral("movers"));
    QCOMPARE(work.feedEnd(), 0);
    // Once somebody has it, nobody else gets it.
    carryOut(work, move, 1);
    Move second = arrival(work.clerks());
    second.newcomers = {second.newcomers[2]};
    second.newcomers[0].name.given = QStringLiteral("凪");
    second.movers = {change(given, QStringLiteral("世帯主"), 0)};
    second.newcomers[0].id.person = second.person = {given};
    const auto answer = work.clerks().submit(submission(2, second));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Conflict);
}

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
