#include "movework.h"
#include "remembering.h"

using namespace movework;

// After a restore: 異動 and their 照合 come back as they were, and overwrite nothing that came
// since.
class TestMovesOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyComeBackByteByByte_data() { support::everyRegister(); }
    void theyComeBackByteByByte();
    void oneWaitsForTheCheckBeforeIt_data() { support::everyRegister(); }
    void oneWaitsForTheCheckBeforeIt();
    void whatCameSinceIsNotOverwritten_data() { support::everyRegister(); }
    void whatCameSinceIsNotOverwritten();
    void oneWaitsForTheHouseholdItJoins_data() { support::everyRegister(); }
    void oneWaitsForTheHouseholdItJoins();
    void anOfferGuessesNoAddress_data() { support::everyRegister(); }
    void anOfferGuessesNoAddress();
};

namespace {

/// The family moves, then its son leaves for a household of his own.
struct LostMoves
{
    QList<Offer> clerks;
    QList<Offer> chiefs;
    QByteArray digest;
    QList<central::OutboundNotice> notices;
};

LostMoves lostMoves(const QString &backend)
{
    Remembering day(backend, familyCity());
    day.submit(clerk, submission(1, wholeFamily()));
    day.decide(chief, registering(1));
    auto son = leaves(3, newHousehold(day.work().clerks()));
    son.from.baseVersion = 2;
    son.movers.first().baseVersion = 2;
    son.address = couplesHome();
    day.submit(clerk, submission(2, son));
    day.decide(chief, registering(2));
    return {.clerks = day.clerks,
            .chiefs = day.chiefs,
            .digest = day.digest(),
            .notices = *day.work().world().owner().outbound()};
}

} // namespace

void TestMovesOffers::theyComeBackByteByByte()
{
    QFETCH(QString, backend);
    const auto lost = lostMoves(backend);
    Work restored(backend, familyCity());
    // Days later: 処理日 and times are those of the first time.
    restored.world().goTo(ten.addDays(3));
    QVERIFY(restored.clerks().offerAgain(lost.clerks));
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs));
    QCOMPARE(applied(restored).applied, 4);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
    QCOMPARE(lost.notices.size(), 5); // four, then one (第30条の6第1項)
    QCOMPARE(*restored.world().owner().outbound(), lost.notices);
    QCOMPARE(personOf(restored.clerks(), 3).movement.processedOn, QDate(2026, 11, 2));
    // Nobody is held any more.
    auto next = wholeFamily();
    next.from.baseVersion = next.to.baseVersion = 2;
    next.movers = {change(1, QStringLiteral("世帯主"), 2), change(2, QStringLiteral("妻"), 2),
                   change(4, QStringLiteral("子"), 2)};
    next.address = oldHome();
    QVERIFY(restored.clerks().submit(submission(9, next)));
}

void TestMovesOffers::oneWaitsForTheCheckBeforeIt()
{
    QFETCH(QString, backend);
    const auto lost = lostMoves(backend);
    Work restored(backend, familyCity());
    QVERIFY(restored.clerks().offerAgain(lost.clerks));
    const auto first = applied(restored);
    QCOMPARE(first.applied, 1);
    QCOMPARE(first.waiting, 1);
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs));
    (void)applied(restored);
    (void)applied(restored); // what waited goes on
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
}

void TestMovesOffers::whatCameSinceIsNotOverwritten()
{
    QFETCH(QString, backend);
    const auto lost = lostMoves(backend);
    Work restored(backend, familyCity());
    restored.world().goTo(ten.addDays(3));
    auto since = wholeFamily();
    since.address = place(QStringLiteral("港町"), QStringLiteral("９番地"));
    QVERIFY(restored.clerks().submit(submission(7, since)));
    QVERIFY(restored.chiefs().decide(registering(1)));
    const auto people = peopleOf(restored.clerks());
    QVERIFY(restored.clerks().offerAgain(lost.clerks));
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs));
    // The son's 異動 counted on version 2 of another history.
    QCOMPARE(applied(restored).applied, 0);
    QCOMPARE(peopleOf(restored.clerks()), people);
    const auto again = restored.clerks().submit(std::get<Submission>(lost.clerks.at(1).what));
    QVERIFY2(again, qPrintable(detailOf(again)));
    QCOMPARE(again->verdict, Verdict::Conflict);
}

/// The household that one made and the next joins is there again with the 照合 of the first.
void TestMovesOffers::oneWaitsForTheHouseholdItJoins()
{
    QFETCH(QString, backend);
    QList<Offer> clerks;
    QList<Offer> chiefs;
    QByteArray digest;
    {
        Remembering day(backend, familyCity());
        const qint64 made = newHousehold(day.work().clerks());
        auto son = leaves(3, made);
        son.address = couplesHome();
        day.submit(clerk, submission(1, son));
        day.decide(chief, registering(1));
        auto daughter = leaves(4, made);
        daughter.from.baseVersion = 2;
        daughter.to.baseVersion = 1;
        daughter.movers = {change(4, QStringLiteral("妹"))};
        daughter.address = couplesHome();
        day.submit(clerk, submission(2, daughter));
        day.decide(chief, registering(2));
        clerks = day.clerks;
        chiefs = day.chiefs;
        digest = day.digest();
    }
    Work restored(backend, familyCity());
    QVERIFY(restored.clerks().offerAgain(clerks));
    const auto first = applied(restored);
    QCOMPARE(first.applied, 1);
    QCOMPARE(first.waiting, 1);
    QVERIFY(restored.chiefs().offerAgain(chiefs));
    (void)applied(restored);
    (void)applied(restored); // what waited goes on
    QCOMPARE(*restored.clerks().registerDigest(), digest);
}

/// Whoever may not open a record learns nothing of where it is by offers that he has made up
/// (municipal-facts.md 4.12): not when they are applied, nor when he hands them in again.
void TestMovesOffers::anOfferGuessesNoAddress()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    auto hiding = support::aProtection(1, 2);
    hiding.movement = residents::RestrictionLevel::None;
    city.restrictions = {hiding};
    Work restored(backend, city);
    auto wrong = wholeFamily();
    auto right = wholeFamily();
    right.address = oldHome();
    // Never to become a 仮登録, which would be seen.
    for (Move *guess : {&wrong, &right})
        guess->movers.last().relationship = QStringLiteral("孫");
    const auto offered = [](int n, const Move &guess) {
        return Offer{.what = submission(n, guess), .userId = clerk, .feedNumber = n, .at = ten};
    };
    QVERIFY(restored.clerks().offerAgain({offered(1, wrong), offered(2, right)}));
    QCOMPARE(applied(restored).applied, 0);
    for (const auto &[n, guess] : {std::pair(1, wrong), std::pair(2, right)}) {
        const auto answer = restored.clerks().submit(submission(n, guess));
        QCOMPARE(codeOf(answer), ErrorCode::MoveRefused);
        QCOMPARE(detailOf(answer), QStringLiteral("Restricted"));
    }
}

QTEST_GUILESS_MAIN(TestMovesOffers)
#include "tst_movesoffers.moc"
