#include "remembering.h"

using namespace entrywork;

namespace {

const QString why = QStringLiteral("期間の根拠を確認");

/// A day that was lost: protections of three people, registered, sent back and taken back; the
/// first one changed, which counts on its being registered; a note in between.
struct Lost
{
    QList<Offer> clerks;
    QList<Offer> chiefs;
    QByteArray digest;
    QList<QByteArray> bodies; ///< of restrictions, notes and entries
};

QList<QByteArray> bodiesOf(central::CentralLink &link)
{
    QList<QByteArray> bodies;
    for (const auto table : {Table::Restriction, Table::Note, Table::Entry}) {
        for (const auto &row : rowsOf(link, table))
            bodies.append(row.body);
    }
    return bodies;
}

Lost lostDay(const QString &backend)
{
    Remembering day(backend);
    day.submit(clerk, submission(1, restrictionOn(1), 0, because));
    day.submit(clerk, submission(2, restrictionOn(2), 0, because));
    day.decide(chief, registering(1));
    day.submit(clerk, submission(3, noteOn(3, QStringLiteral("一"))));
    day.submit(clerk, submission(4, restrictionOn(3), 0, because));
    day.decide(chief, {.entry = 2, .outcome = CheckOutcome::SendBack, .reason = why});
    day.decide(clerk, {.entry = 3, .outcome = CheckOutcome::Withdraw, .reason = {}});
    auto changed = restrictionOn(1, restrictionsOf(day.work().clerks()).at(1).id);
    changed.until = QDate(2028, 11, 1);
    day.submit(clerk, submission(5, changed, 2, because));
    day.decide(chief, registering(4));
    return {.clerks = day.clerks,
            .chiefs = day.chiefs,
            .digest = day.digest(),
            .bodies = bodiesOf(day.work().clerks())};
}

/// One entry of the clerk at a restored register, and what chief decided about it before.
struct OneEntry
{
    Offer entered;
    Offer decided;
};
OneEntry oneEntry(const QString &backend)
{
    Remembering day(backend);
    day.submit(clerk, submission(1, restrictionOn(1), 0, because));
    day.decide(chief, registering(1));
    return {.entered = day.clerks.first(), .decided = day.chiefs.first()};
}

EntryState stateOf(Work &work, int index = 0)
{
    return entriesOf(work.clerks()).at(index).state;
}

} // namespace

// After a restore: decisions about entries come back with the entries, from the one who decided.
class TestEntriesDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidingSaysWhatIsToBeRemembered_data() { support::everyRegister(); }
    void decidingSaysWhatIsToBeRemembered();
    void decisionsComeBackByteByByte_data() { support::everyRegister(); }
    void decisionsComeBackByteByByte();
    void theOrderIsThatOfTheRegister_data() { support::everyRegister(); }
    void theOrderIsThatOfTheRegister();
    void nobodyHandsInAnothersDecision_data() { support::everyRegister(); }
    void nobodyHandsInAnothersDecision();
    void aDecisionWaitsForItsEntry_data() { support::everyRegister(); }
    void aDecisionWaitsForItsEntry();
    void anEntryWaitsForTheDecisionBeforeIt_data() { support::everyRegister(); }
    void anEntryWaitsForTheDecisionBeforeIt();
    void anewWins_data() { support::everyRegister(); }
    void anewWins();
    void fourEyesHoldForOffersToo_data() { support::everyRegister(); }
    void fourEyesHoldForOffersToo();
    void theRightIsThatOfTheDay_data() { support::everyRegister(); }
    void theRightIsThatOfTheDay();
    void whatIsToldInTwoWaysIsLeft_data() { support::everyRegister(); }
    void whatIsToldInTwoWaysIsLeft();
    void whatCannotFitIsLeft_data() { support::everyRegister(); }
    void whatCannotFitIsLeft();
    void halfADecisionIsNone_data() { support::everyRegister(); }
    void halfADecisionIsNone();
};

void TestEntriesDecisions::decidingSaysWhatIsToBeRemembered()
{
    QFETCH(QString, backend);
    Remembering day(backend);
    day.submit(clerk, submission(7, restrictionOn(1), 0, because));
    const auto answer = day.decide(chief, registering(1));
    QCOMPARE(answer.uuid, uuidOf(7));
    QCOMPARE(answer.feedNumber, day.work().feedEnd());
    QCOMPARE(answer.at, ten.addSecs(120));
    QCOMPARE(entriesOf(day.work().clerks()).first().checker.at, answer.at);
    // Asked again because the answer was lost, while the day went on.
    day.submit(clerk, submission(8, noteOn(3, QStringLiteral("一"))));
    const auto again = day.decide(chief, registering(1));
    QCOMPARE(again.uuid, answer.uuid);
    QCOMPARE(again.feedNumber, answer.feedNumber);
    QCOMPARE(again.at, answer.at);
}

void TestEntriesDecisions::decisionsComeBackByteByByte()
{
    QFETCH(QString, backend);
    const auto lost = lostDay(backend);
    Work restored(backend);
    QVERIFY(restored.clerks().offerAgain(lost.clerks));
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs));
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs)); // the same again is fine
    QCOMPARE(restored.feedEnd(), 0);                    // an administrator decides
    const auto done = applied(restored);
    QCOMPARE(done.applied, 9);
    QCOMPARE(done.left, 0);
    QCOMPARE(done.waiting, 0);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
    QCOMPARE(stateOf(restored, 1), EntryState::SentBack);
    QCOMPARE(stateOf(restored, 2), EntryState::Withdrawn);
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs));
    QCOMPARE(applied(restored).applied, 0);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
    // A station that asks after its decision hears what it heard the first time.
    const auto again = restored.chiefs().decide(registering(4));
    QVERIFY(again);
    QCOMPARE(again->uuid, uuidOf(5));
    QCOMPARE(again->at, lost.chiefs.last().at);
    QCOMPARE(again->feedNumber, lost.chiefs.last().feedNumber);
}

void TestEntriesDecisions::theOrderIsThatOfTheRegister()
{
    QFETCH(QString, backend);
    auto lost = lostDay(backend);
    std::reverse(lost.clerks.begin(), lost.clerks.end());
    std::reverse(lost.chiefs.begin(), lost.chiefs.end());
    Work restored(backend);
    for (const auto &offer : std::as_const(lost.chiefs))
        QVERIFY(restored.chiefs().offerAgain({offer}));
    for (const auto &offer : std::as_const(lost.clerks))
        QVERIFY(restored.clerks().offerAgain({offer}));
    QCOMPARE(applied(restored).applied, 9);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
}

void TestEntriesDecisions::nobodyHandsInAnothersDecision()
{
    QFETCH(QString, backend);
    const auto one = oneEntry(backend);
    Work restored(backend);
    QCOMPARE(codeOf(restored.clerks().offerAgain({one.entered, one.decided})),
             ErrorCode::RightMissing);
    QCOMPARE(applied(restored).applied, 0); // all of a call or nothing
    // Nor under the caller's own name: it is the author's entry.
    auto forged = one.decided;
    forged.userId = clerk;
    QVERIFY(restored.clerks().offerAgain({one.entered, forged}));
    (void)applied(restored);
    QCOMPARE(stateOf(restored), EntryState::Provisional);
}

void TestEntriesDecisions::aDecisionWaitsForItsEntry()
{
    QFETCH(QString, backend);
    const auto lost = lostDay(backend);
    Work restored(backend);
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs));
    const auto early = applied(restored);
    QCOMPARE(early.applied, 0);
    QCOMPARE(early.left, 0);
    QCOMPARE(early.waiting, 3);
    QVERIFY(restored.clerks().offerAgain(lost.clerks));
    const auto done = applied(restored);
    QCOMPARE(done.applied, 9);
    QCOMPARE(done.waiting, 0);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
}

void TestEntriesDecisions::anEntryWaitsForTheDecisionBeforeIt()
{
    QFETCH(QString, backend);
    const auto lost = lostDay(backend);
    Work restored(backend);
    QVERIFY(restored.clerks().offerAgain(lost.clerks));
    const auto early = applied(restored);
    QCOMPARE(early.applied, 5); // what was changed is not registered yet
    QCOMPARE(early.left, 0);
    QCOMPARE(early.waiting, 1);
    // Its author's station goes on offering it, and it is not overtaken.
    const auto &changed = std::get<Submission>(lost.clerks.last().what);
    QCOMPARE(codeOf(restored.clerks().submit(changed)), ErrorCode::EntryPending);
    QVERIFY(restored.chiefs().offerAgain(lost.chiefs));
    const auto done = applied(restored);
    QCOMPARE(done.applied, 4);
    QCOMPARE(done.waiting, 0);
    // Byte for byte; only the feed has them in the order in which they came back.
    QCOMPARE(bodiesOf(restored.clerks()), lost.bodies);
}

void TestEntriesDecisions::anewWins()
{
    QFETCH(QString, backend);
    const auto one = oneEntry(backend);
    Work other(backend);
    QVERIFY(other.clerks().offerAgain({one.entered}));
    QCOMPARE(applied(other).applied, 1);
    other.world().goTo(ten.addDays(1));
    QVERIFY(other.chiefs().decide({.entry = 1, .outcome = CheckOutcome::SendBack, .reason = why}));
    QVERIFY(other.chiefs().offerAgain({one.decided}));
    QCOMPARE(applied(other).left, 1);
    QCOMPARE(stateOf(other), EntryState::SentBack);
    QCOMPARE(applied(other).left, 0); // once

    Work same(backend);
    QVERIFY(same.clerks().offerAgain({one.entered}));
    QCOMPARE(applied(same).applied, 1);
    same.world().goTo(ten.addDays(1));
    QVERIFY(same.chiefs().decide(registering(1)));
    QVERIFY(same.chiefs().offerAgain({one.decided}));
    QCOMPARE(applied(same).known, 1);
    QCOMPARE(entriesOf(same.clerks()).first().checker.at, ten.addDays(1));
}

void TestEntriesDecisions::fourEyesHoldForOffersToo()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = work.chiefs().submit(submission(1, restrictionOn(1), 0, because));
    QVERIFY(sent);
    const auto offer = [&](CheckOutcome outcome, const QString &user) {
        return Offer{.what = Decision{.uuid = uuidOf(1), .outcome = outcome},
                     .userId = user,
                     .feedNumber = sent->feedNumber + 1,
                     .at = ten.addSecs(60)};
    };
    QVERIFY(work.chiefs().offerAgain({offer(CheckOutcome::Register, chief)}));
    QCOMPARE(applied(work).left, 1);
    QCOMPARE(stateOf(work), EntryState::Provisional);
    QVERIFY(work.clerks().offerAgain({offer(CheckOutcome::Withdraw, clerk)}));
    QCOMPARE(applied(work).left, 1);
    QCOMPARE(stateOf(work), EntryState::Provisional);
}

void TestEntriesDecisions::theRightIsThatOfTheDay()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = work.chiefs().submit(submission(1, restrictionOn(1), 0, because));
    QVERIFY(sent);
    // The clerk may not check; whatever his station says.
    QVERIFY(work.clerks().offerAgain({{.what = Decision{.uuid = uuidOf(1)},
                                       .userId = clerk,
                                       .feedNumber = sent->feedNumber + 1,
                                       .at = ten.addSecs(60)}}));
    const auto done = applied(work);
    QCOMPARE(done.applied, 0);
    QCOMPARE(done.waiting, 1);
    QCOMPARE(stateOf(work), EntryState::Provisional);
    // It holds nobody up who may.
    QCOMPARE(codeOf(work.clerks().decide(registering(1))), ErrorCode::RightMissing);
}

void TestEntriesDecisions::whatIsToldInTwoWaysIsLeft()
{
    QFETCH(QString, backend);
    const auto one = oneEntry(backend);
    auto other = one.decided;
    other.what = Decision{.uuid = uuidOf(1), .outcome = CheckOutcome::SendBack, .reason = why};
    other.at = one.decided.at.addSecs(5);
    Work restored(backend);
    QVERIFY(restored.clerks().offerAgain({one.entered}));
    QVERIFY(restored.chiefs().offerAgain({one.decided, other}));
    const auto done = applied(restored);
    QCOMPARE(done.applied, 1);
    QCOMPARE(done.left, 2);
    QCOMPARE(stateOf(restored), EntryState::Provisional);
}

void TestEntriesDecisions::whatCannotFitIsLeft()
{
    QFETCH(QString, backend);
    auto one = oneEntry(backend);
    Work work(backend);
    // Entered anew after it was decided; and a note is nothing to decide.
    work.world().goTo(ten.addDays(1));
    QVERIFY(work.clerks().submit(std::get<Submission>(one.entered.what)));
    QVERIFY(work.clerks().submit(submission(2, noteOn(3, QStringLiteral("一")))));
    auto note = one.decided;
    note.what = Decision{.uuid = uuidOf(2)};
    note.at = ten.addDays(2);
    QVERIFY(work.chiefs().offerAgain({one.decided, note}));
    const auto done = applied(work);
    QCOMPARE(done.left, 2);
    QCOMPARE(done.waiting, 0);
    QCOMPARE(stateOf(work), EntryState::Provisional);
}

void TestEntriesDecisions::halfADecisionIsNone()
{
    QFETCH(QString, backend);
    const auto one = oneEntry(backend);
    Work restored(backend);
    auto without = one.decided;
    without.what = Decision{.uuid = uuidOf(1), .outcome = CheckOutcome::SendBack, .reason = {}};
    QCOMPARE(codeOf(restored.chiefs().offerAgain({without})), ErrorCode::EntryIncomplete);
    without = one.decided;
    without.at = {};
    QCOMPARE(codeOf(restored.chiefs().offerAgain({without})), ErrorCode::EntryIncomplete);
    without = one.decided;
    without.what = Decision{.uuid = QStringLiteral("x")};
    QCOMPARE(codeOf(restored.chiefs().offerAgain({without})), ErrorCode::EntryIncomplete);
    restored.chiefs().closeSession();
    QCOMPARE(codeOf(restored.chiefs().offerAgain({one.decided})), ErrorCode::NotSignedIn);
    QCOMPARE(applied(restored).waiting, 0);
}

QTEST_GUILESS_MAIN(TestEntriesDecisions)
#include "tst_entriesdecisions.moc"
