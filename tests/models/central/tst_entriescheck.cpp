#include "entrywork.h"

using namespace entrywork;

// Restrictions: 仮登録, 照合, 本登録.
class TestEntriesCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRestrictionProtectsAtOnce_data() { support::everyRegister(); }
    void aNewRestrictionProtectsAtOnce();
    void anotherPersonRegistersIt_data() { support::everyRegister(); }
    void anotherPersonRegistersIt();
    void theAuthorDoesNotCheckHisOwn_data() { support::everyRegister(); }
    void theAuthorDoesNotCheckHisOwn();
    void whatIsSentBackEnds_data() { support::everyRegister(); }
    void whatIsSentBackEnds();
    void onlyTheAuthorWithdraws_data() { support::everyRegister(); }
    void onlyTheAuthorWithdraws();
    void aChangeWaitsAndLeavesTheRow_data() { support::everyRegister(); }
    void aChangeWaitsAndLeavesTheRow();
    void aChangeSentBackLeavesTheRow_data() { support::everyRegister(); }
    void aChangeSentBackLeavesTheRow();
    void endingTakesASecondPersonToo_data() { support::everyRegister(); }
    void endingTakesASecondPersonToo();
    void anOldVersionIsAConflict_data() { support::everyRegister(); }
    void anOldVersionIsAConflict();
    void oneWaitsAtATime_data() { support::everyRegister(); }
    void oneWaitsAtATime();
    void householdsHaveRestrictionsToo_data() { support::everyRegister(); }
    void householdsHaveRestrictionsToo();
    void whatIsNotThereIsRefused_data() { support::everyRegister(); }
    void whatIsNotThereIsRefused();
    void aDecisionIsOne_data() { support::everyRegister(); }
    void aDecisionIsOne();
    void sendingBackNeedsAReason_data() { support::everyRegister(); }
    void sendingBackNeedsAReason();
    void theFeedHoldsBothRowsOfACommit_data() { support::everyRegister(); }
    void theFeedHoldsBothRowsOfACommit();
};

void TestEntriesCheck::aNewRestrictionProtectsAtOnce()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = submission(1, restrictionOn(3), 0, because);
    const auto answer = work.clerks().submit(sent);
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Provisional);
    QCOMPARE(answer->entry, 1);
    QCOMPARE(answer->feedNumber, 2);     // the restriction, then its entry
    auto expected = restrictionOn(3, 5); // the city was made with number 4
    expected.provisional = true;
    QCOMPARE(restrictionsOf(work.clerks()).size(), 2);
    QCOMPARE(restrictionsOf(work.clerks()).last(), expected);
    QVERIFY(residents::isInForce(expected, QDate(2026, 11, 2)));

    Entry entry{.number = 1,
                .state = EntryState::Provisional,
                .proposal = sent.proposal,
                .author = authorship(clerk),
                .station = QStringLiteral("S0001"),
                .checker = {},
                .answer = {}};
    entry.proposal.entered = restrictionOn(3, 5);
    QCOMPARE(entriesOf(work.clerks()), QList<Entry>{entry});
    const auto again = work.clerks().submit(sent);
    QVERIFY(again);
    QCOMPARE(again->entry, 1);
    QCOMPARE(again->feedNumber, 2);
    QCOMPARE(work.feedEnd(), 2);
}

void TestEntriesCheck::anotherPersonRegistersIt()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(3), 0, because)));
    work.world().goTo(QDateTime(QDate(2026, 11, 2), QTime(2, 0), Qt::UTC));
    const auto done = work.chiefs().decide(registering(1));
    QVERIFY2(done, qPrintable(detailOf(done)));
    auto expected = restrictionOn(3, 5);
    expected.version = 2;
    QCOMPARE(restrictionsOf(work.clerks()).last(), expected);
    const auto entry = entriesOf(work.clerks()).first();
    QCOMPARE(entry.state, EntryState::Registered);
    auto checker = authorship(chief);
    checker.at = QDateTime(QDate(2026, 11, 2), QTime(2, 0), Qt::UTC);
    QCOMPARE(entry.checker, checker);
    QCOMPARE(entry.author, authorship(clerk));
    QCOMPARE(entry.answer, QString());
    QCOMPARE(work.feedEnd(), 4);
}

void TestEntriesCheck::theAuthorDoesNotCheckHisOwn()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.chiefs().submit(submission(1, restrictionOn(3), 0, because)));
    QCOMPARE(codeOf(work.chiefs().decide(registering(1))), ErrorCode::OwnEntry);
    QCOMPARE(codeOf(work.chiefs().decide(
                 {.entry = 1, .outcome = CheckOutcome::SendBack, .reason = because})),
             ErrorCode::OwnEntry);
    QCOMPARE(codeOf(work.clerks().decide(registering(1))), ErrorCode::RightMissing);
    QCOMPARE(entriesOf(work.clerks()).first().state, EntryState::Provisional);
    QCOMPARE(work.feedEnd(), 2);
}

void TestEntriesCheck::whatIsSentBackEnds()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(3), 0, because)));
    const auto reason = QStringLiteral("申出書の日付が違います");
    QVERIFY(
        work.chiefs().decide({.entry = 1, .outcome = CheckOutcome::SendBack, .reason = reason}));
    auto expected = restrictionOn(3, 5);
    expected.version = 2;
    expected.ended = true;
    QCOMPARE(restrictionsOf(work.clerks()).last(), expected);
    const auto entry = entriesOf(work.clerks()).first();
    QCOMPARE(entry.state, EntryState::SentBack);
    QCOMPARE(entry.answer, reason);
    QCOMPARE(entry.checker.user, chief);
    QVERIFY(work.clerks().submit(submission(2, restrictionOn(3), 0, because))); // nothing waits
    QCOMPARE(restrictionsOf(work.clerks()).last().id, 6);
    QCOMPARE(entriesOf(work.clerks()).last().number, 2);
}

void TestEntriesCheck::onlyTheAuthorWithdraws()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(3), 0, because)));
    const Check withdraw{.entry = 1, .outcome = CheckOutcome::Withdraw, .reason = {}};
    QCOMPARE(codeOf(work.chiefs().decide(withdraw)), ErrorCode::RightMissing);
    QVERIFY(work.clerks().decide(withdraw));
    QVERIFY(restrictionsOf(work.clerks()).last().ended);
    QVERIFY(!restrictionsOf(work.clerks()).last().provisional);
    const auto entry = entriesOf(work.clerks()).first();
    QCOMPARE(entry.state, EntryState::Withdrawn);
    QCOMPARE(entry.checker.user, clerk);
    QCOMPARE(codeOf(work.chiefs().decide(registering(1))), ErrorCode::EntryDecided);
}

void TestEntriesCheck::aChangeWaitsAndLeavesTheRow()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto before = restrictionsOf(work.clerks());
    auto change = restrictionOn(5, 4);
    change.hidesAddress = false;
    change.inquiry = residents::RestrictionLevel::Alert;
    const auto answer = work.clerks().submit(submission(1, change, 1, because));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Provisional);
    QCOMPARE(answer->feedNumber, 1);
    QCOMPARE(restrictionsOf(work.clerks()), before);
    QVERIFY(work.chiefs().decide(registering(1)));
    change.version = 2;
    QCOMPARE(restrictionsOf(work.clerks()), QList<Restriction>{change});
}

void TestEntriesCheck::aChangeSentBackLeavesTheRow()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto before = restrictionsOf(work.clerks());
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(5, 4), 1, because)));
    QVERIFY(
        work.chiefs().decide({.entry = 1, .outcome = CheckOutcome::SendBack, .reason = because}));
    QCOMPARE(restrictionsOf(work.clerks()), before);
    QVERIFY(work.clerks().submit(submission(2, restrictionOn(5, 4), 1, because)));
    QVERIFY(work.clerks().decide({.entry = 2, .outcome = CheckOutcome::Withdraw, .reason = {}}));
    QCOMPARE(restrictionsOf(work.clerks()), before);
}

void TestEntriesCheck::endingTakesASecondPersonToo()
{
    QFETCH(QString, backend);
    Work work(backend);
    auto ending = restrictionOn(5, 4);
    ending.ended = true;
    QVERIFY(work.clerks().submit(submission(1, ending, 1, because)));
    QVERIFY(!restrictionsOf(work.clerks()).first().ended);
    QVERIFY(work.chiefs().decide(registering(1)));
    QVERIFY(restrictionsOf(work.clerks()).first().ended);
    QCOMPARE(restrictionsOf(work.clerks()).first().version, 2);
}

void TestEntriesCheck::anOldVersionIsAConflict()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(5, 4), 1, because)));
    QVERIFY(work.chiefs().decide(registering(1)));
    const auto answer = work.clerks().submit(submission(2, restrictionOn(5, 4), 1, because));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Conflict);
    QCOMPARE(answer->entry, 0);
    QCOMPARE(std::get<Restriction>(*answer->theirs), restrictionsOf(work.clerks()).first());
    QCOMPARE(std::get<Restriction>(*answer->theirs).version, 2);
    QCOMPARE(entriesOf(work.clerks()).size(), 1);
}

void TestEntriesCheck::oneWaitsAtATime()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(5), 0, because)));
    QCOMPARE(codeOf(work.chiefs().submit(submission(2, restrictionOn(5), 0, because))),
             ErrorCode::EntryPending);
    QCOMPARE(codeOf(work.chiefs().submit(submission(3, restrictionOn(5, 4), 1, because))),
             ErrorCode::EntryPending);
    // Before a conflict: what stands there is about to change anyway.
    QCOMPARE(codeOf(work.chiefs().submit(submission(4, restrictionOn(5, 4), 7, because))),
             ErrorCode::EntryPending);
    QVERIFY(work.clerks().submit(submission(5, restrictionOn(6), 0, because)));
    QVERIFY(work.chiefs().decide(registering(1)));
    const auto later = work.chiefs().submit(submission(3, restrictionOn(5, 4), 1, because));
    QVERIFY(later); // a refusal is not kept
    QCOMPARE(later->verdict, Verdict::Provisional);
}

void TestEntriesCheck::householdsHaveRestrictionsToo()
{
    QFETCH(QString, backend);
    Work work(backend);
    auto restriction = restrictionOn(0);
    restriction.household = {3};
    QVERIFY(work.clerks().submit(submission(1, restriction, 0, because)));
    QCOMPARE(codeOf(work.clerks().submit(submission(2, restriction, 0, because))),
             ErrorCode::EntryPending);
    QVERIFY(work.clerks().submit(submission(3, restrictionOn(3), 0, because))); // person 3
    QVERIFY(work.chiefs().decide(registering(1)));
    QCOMPARE(restrictionsOf(work.clerks()).at(1).household, base::HouseholdId{3});
    QCOMPARE(restrictionsOf(work.clerks()).at(1).version, 2);
    restriction.household = {77};
    QCOMPARE(codeOf(work.clerks().submit(submission(4, restriction, 0, because))),
             ErrorCode::ResidentUnknown);
}

void TestEntriesCheck::whatIsNotThereIsRefused()
{
    QFETCH(QString, backend);
    Work work(backend);
    QCOMPARE(codeOf(work.clerks().submit(submission(1, restrictionOn(77), 0, because))),
             ErrorCode::ResidentUnknown);
    QCOMPARE(codeOf(work.clerks().submit(submission(2, restrictionOn(5, 77), 1, because))),
             ErrorCode::EntryUnknown);
    // A restriction does not move from one person to another.
    QCOMPARE(codeOf(work.clerks().submit(submission(3, restrictionOn(6, 4), 1, because))),
             ErrorCode::EntryUnknown);
    QCOMPARE(codeOf(work.chiefs().decide(registering(77))), ErrorCode::EntryUnknown);
    QCOMPARE(work.feedEnd(), 0);
}

void TestEntriesCheck::aDecisionIsOne()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(3), 0, because)));
    QVERIFY(work.chiefs().decide(registering(1)));
    QVERIFY(work.chiefs().decide(registering(1))); // the answer may have been lost
    QCOMPARE(work.feedEnd(), 4);
    QCOMPARE(codeOf(work.chiefs().decide(
                 {.entry = 1, .outcome = CheckOutcome::SendBack, .reason = because})),
             ErrorCode::EntryDecided);
    QCOMPARE(
        codeOf(work.clerks().decide({.entry = 1, .outcome = CheckOutcome::Withdraw, .reason = {}})),
        ErrorCode::EntryDecided);
    QCOMPARE(restrictionsOf(work.clerks()).last().version, 2);
}

void TestEntriesCheck::sendingBackNeedsAReason()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(3), 0, because)));
    for (const auto &reason :
         {QString(), QStringLiteral("　"), QStringLiteral("𠮷").repeated(501)}) {
        const auto done =
            work.chiefs().decide({.entry = 1, .outcome = CheckOutcome::SendBack, .reason = reason});
        QCOMPARE(codeOf(done), ErrorCode::EntryIncomplete);
        QCOMPARE(detailOf(done), QStringLiteral("reason"));
    }
    QCOMPARE(entriesOf(work.clerks()).first().state, EntryState::Provisional);
}

void TestEntriesCheck::theFeedHoldsBothRowsOfACommit()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(3), 0, because)));
    QVERIFY(work.chiefs().decide(registering(1)));
    const auto page = work.clerks().feed(
        {.number = 0, .hash = central::firstHash(support::TestRegister::registerId())}, 10);
    QVERIFY(page);
    QList<Table> tables;
    auto hash = central::firstHash(support::TestRegister::registerId());
    for (const auto &change : page->changes) {
        tables.append(change.table);
        hash = central::nextHash(hash, change.table, change.row);
        QCOMPARE(change.hash, hash);
    }
    const QList<Table> expected{Table::Restriction, Table::Entry, Table::Restriction, Table::Entry};
    QCOMPARE(tables, expected);
}

QTEST_GUILESS_MAIN(TestEntriesCheck)
#include "tst_entriescheck.moc"
