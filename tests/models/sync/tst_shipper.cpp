#include "base/errorname.h"
#include "models/sync/shipping.h"

using namespace shipping;

class TestShipper : public QObject, private Place
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void sendsInTheOrderOfFiling();
    void onlyItsAuthorsOwn();
    void aLostAnswerCountsOnce();
    void aLostRequestWaits();
    void whatTheRegisterSaysOfOneStaysWithIt_data();
    void whatTheRegisterSaysOfOneStaysWithIt();
    void theRuleOfARefusalStaysWithIt();
    void whatIsNoAnswerLeavesItFiled_data();
    void whatIsNoAnswerLeavesItFiled();
    void aConflictBringsTheirs();
    void aFullDiskLosesNoAnswer();
    void decisionsAreFollowed_data();
    void decisionsAreFollowed();
    void anotherEntryOfTheSameNumberIsNotOurs();
    void lostItemsAreOfferedAgain();
    void offersThatDoNotArriveAreRepeated();
    void theAuthorSaysSoHimself();
};

void TestShipper::sendsInTheOrderOfFiling()
{
    QStringList uuids;
    for (int number = 0; number < 5; ++number)
        uuids.append(file(aNote(QString::number(number))));
    const auto report = shipper().ship();
    QVERIFY(report);
    QCOMPARE(report->sent, 5);
    QCOMPARE(report->accepted, 5);
    QVERIFY(report->changed);
    QCOMPARE(m_register.order, uuids);
    QCOMPARE(item(uuids.at(2)).state, ItemState::Registered);
    QCOMPARE(item(uuids.at(2)).feedNumber, 3);
    QCOMPARE(item(uuids.at(2)).changedAtMs, start + 60'000);
    const auto &sent = m_register.held.value(uuids.at(4)).submission;
    QCOMPARE(sent.proposal, aNote(QStringLiteral("4")));
    QCOMPARE(sent.filedAt, QDateTime::fromMSecsSinceEpoch(start, Qt::UTC));
    // Nothing is left.
    QCOMPARE(shipper().ship()->sent, 0);
    QVERIFY(!shipper().ship()->changed);
}

void TestShipper::onlyItsAuthorsOwn()
{
    const QString mine = file(aNote(QStringLiteral("a")));
    const QString other = file(aNote(QStringLiteral("b")), chief);
    QCOMPARE(shipper().ship()->sent, 1);
    QCOMPARE(item(other).state, ItemState::Filed);
    QCOMPARE(item(other).tries, 0);
    QCOMPARE(shipper(chief).ship()->sent, 1);
    QCOMPARE(m_register.order, (QStringList{mine, other}));
}

void TestShipper::aLostAnswerCountsOnce()
{
    const QString first = file(aNote(QStringLiteral("a")));
    const QString second = file(aNote(QStringLiteral("b")));
    m_register.lostAnswers = 1;
    QCOMPARE(shipper().ship().error().code, ErrorCode::RegisterUnreachable);
    // The register holds it; here it is filed and cannot be withdrawn any more.
    QVERIFY(m_register.held.contains(first));
    QCOMPARE(item(first).state, ItemState::Filed);
    QCOMPARE(item(first).tries, 1);
    QVERIFY(!mayBecome(item(first), ItemState::Withdrawn));
    QCOMPARE(item(second).tries, 0);
    const auto report = shipper().ship();
    QCOMPARE(report->accepted, 2);
    QCOMPARE(m_register.order, (QStringList{first, second}));
    QCOMPARE(item(first).feedNumber, 1);
    QCOMPARE(item(first).tries, 2);
}

void TestShipper::aLostRequestWaits()
{
    const QString first = file(aNote(QStringLiteral("a")));
    m_register.lostRequests = 3;
    for (int turn = 0; turn < 3; ++turn)
        QVERIFY(!shipper().ship());
    QCOMPARE(item(first).state, ItemState::Filed);
    QVERIFY(shipper().ship());
    QCOMPARE(item(first).state, ItemState::Registered);
    QCOMPARE(m_register.order, QStringList{first});
}

void TestShipper::whatTheRegisterSaysOfOneStaysWithIt_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code :
         {ErrorCode::EntryIncomplete, ErrorCode::EntryUnknown, ErrorCode::EntryPending,
          ErrorCode::ResidentUnknown, ErrorCode::RightMissing, ErrorCode::RegisterRefused,
          ErrorCode::MoveRefused})
        QTest::newRow(qPrintable(base::errorName(code))) << code;
}

void TestShipper::whatTheRegisterSaysOfOneStaysWithIt()
{
    QFETCH(ErrorCode, code);
    const QString first = file(aNote(QStringLiteral("a")));
    const QString second = file(aNote(QStringLiteral("b")));
    m_register.refused.insert(first, code);
    const auto report = shipper().ship();
    QVERIFY(report);
    QCOMPARE(report->refused, 1);
    QCOMPARE(report->accepted, 1);
    QCOMPARE(item(first).state, ItemState::Refused);
    QCOMPARE(item(first).reason, base::errorName(code));
    QCOMPARE(item(second).state, ItemState::Registered);
    // Sent again: the refusal is not kept, and leaves nothing behind.
    m_register.refused.clear();
    Item again = item(first);
    again.state = ItemState::Filed;
    QVERIFY(m_journal->outbox().put(again));
    QVERIFY(shipper().ship());
    QCOMPARE(item(first).state, ItemState::Registered);
    QVERIFY(item(first).reason.isEmpty());
}

/// Details of other refusals are for the log.
void TestShipper::theRuleOfARefusalStaysWithIt()
{
    const QString first = file(aNote(QStringLiteral("a")));
    const QString second = file(aNote(QStringLiteral("b")));
    m_register.refused = {{first, ErrorCode::MoveRefused}, {second, ErrorCode::RegisterRefused}};
    m_register.rule = QStringLiteral("HeadTwice");
    QVERIFY(shipper().ship());
    QCOMPARE(item(first).reason, QStringLiteral("MoveRefused HeadTwice"));
    QCOMPARE(item(second).reason, QStringLiteral("RegisterRefused"));
}

void TestShipper::whatIsNoAnswerLeavesItFiled_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code :
         {ErrorCode::RegisterUnreachable, ErrorCode::NotSignedIn, ErrorCode::DiskFull,
          ErrorCode::UserLocked, ErrorCode::RegisterDamaged, ErrorCode::Unexpected})
        QTest::newRow(qPrintable(base::errorName(code))) << code;
}

void TestShipper::whatIsNoAnswerLeavesItFiled()
{
    QFETCH(ErrorCode, code);
    const QString first = file(aNote(QStringLiteral("a")));
    const QString second = file(aNote(QStringLiteral("b")));
    m_register.refused.insert(first, code);
    QCOMPARE(shipper().ship().error().code, code);
    QCOMPARE(item(first).state, ItemState::Filed);
    QCOMPARE(item(second).state, ItemState::Filed);
    QVERIFY(m_register.order.isEmpty());
}

void TestShipper::aConflictBringsTheirs()
{
    const QString uuid = file(aNote(QStringLiteral("a")));
    m_register.verdicts.insert(uuid, Verdict::Conflict);
    QCOMPARE(shipper().ship()->conflicts, 1);
    QCOMPARE(item(uuid).state, ItemState::Conflict);
    QCOMPARE(residents::decodeNote(item(uuid).theirs)->version, 9);
    QCOMPARE(item(uuid).feedNumber, 0);
}

void TestShipper::aFullDiskLosesNoAnswer()
{
    const QString uuid = file(aRestriction());
    m_register.verdicts.insert(uuid, Verdict::Provisional);
    m_diskFull = true;
    QCOMPARE(shipper().ship().error().code, ErrorCode::DiskFull);
    QCOMPARE(item(uuid).state, ItemState::Filed);
    m_diskFull = false;
    QVERIFY(shipper().ship());
    QCOMPARE(item(uuid).state, ItemState::Provisional);
    QCOMPARE(item(uuid).entry, 71);
    QCOMPARE(m_register.order.size(), 1);
}

void TestShipper::decisionsAreFollowed_data()
{
    QTest::addColumn<int>("decision");
    QTest::addColumn<int>("state");
    using E = residents::EntryState;
    QTest::newRow("waits") << int(E::Provisional) << int(ItemState::Provisional);
    QTest::newRow("registered") << int(E::Registered) << int(ItemState::Registered);
    QTest::newRow("sent back") << int(E::SentBack) << int(ItemState::SentBack);
    QTest::newRow("withdrawn") << int(E::Withdrawn) << int(ItemState::Withdrawn);
}

void TestShipper::decisionsAreFollowed()
{
    QFETCH(int, decision);
    QFETCH(int, state);
    const QString uuid = file(aRestriction());
    m_register.verdicts.insert(uuid, Verdict::Provisional);
    QVERIFY(shipper().ship());
    residents::Entry entry = entryOf(71, aRestriction());
    entry.state = residents::EntryState(decision);
    entry.answer = QStringLiteral("住所を確認");
    support::TestCache cache({rowOf(entry, 4)});
    // Also while somebody else is signed in.
    const auto followed = shipper(chief).follow(cache.reader());
    QVERIFY(followed);
    QCOMPARE(*followed, state != int(ItemState::Provisional));
    QCOMPARE(int(item(uuid).state), state);
    if (*followed)
        QCOMPARE(item(uuid).answer, entry.answer);
    QVERIFY(!*shipper().follow(cache.reader()));
    if (state != int(ItemState::Registered))
        return;
    // A restored register that lost the decision: it waits again.
    entry.state = residents::EntryState::Provisional;
    entry.answer.clear();
    QVERIFY(cache.apply({rowOf(entry, 5)}));
    QVERIFY(*shipper().follow(cache.reader()));
    QCOMPARE(item(uuid).state, ItemState::Provisional);
}

void TestShipper::anotherEntryOfTheSameNumberIsNotOurs()
{
    const QString uuid = file(aRestriction());
    m_register.verdicts.insert(uuid, Verdict::Provisional);
    QVERIFY(shipper().ship());
    residents::Entry entry = entryOf(71, aRestriction());
    entry.state = residents::EntryState::Registered;
    entry.author.user = chief;
    residents::Entry other = entry;
    other.author.user = clerk;
    std::get<residents::Restriction>(other.proposal.entered).person = {8};
    for (const auto &one : {entry, other}) {
        support::TestCache cache({rowOf(one, 4)});
        QVERIFY(!*shipper().follow(cache.reader()));
        QCOMPARE(item(uuid).state, ItemState::Provisional);
    }
}

void TestShipper::lostItemsAreOfferedAgain()
{
    const QString kept = file(aNote(QStringLiteral("a")));
    const QString mine = file(aNote(QStringLiteral("b")));
    const QString others = file(aRestriction(), chief);
    const QString waiting = file(aNote(QStringLiteral("c")));
    m_register.verdicts.insert(others, Verdict::Provisional);
    m_register.refused.insert(waiting, ErrorCode::EntryIncomplete);
    QVERIFY(shipper().ship());
    QVERIFY(shipper(chief).ship());
    // A backup of after the first one is put back.
    m_register.held.remove(mine);
    m_register.held.remove(others);
    QCOMPARE(shipper().offerAgain(1).value_or(-1), 2);
    QCOMPARE(m_register.offers.size(), 2);
    QCOMPARE(submissionIn(m_register.offers.at(0)).uuid, mine);
    QCOMPARE(m_register.offers.at(0).feedNumber, 2);
    QCOMPARE(m_register.offers.at(0).at.toMSecsSinceEpoch(), start + 700);
    QCOMPARE(m_register.offers.at(1).userId, chief);
    QCOMPARE(submissionIn(m_register.offers.at(1)).proposal, aRestriction());
    QCOMPARE(item(kept).state, ItemState::Registered);
    QCOMPARE(item(mine).state, ItemState::Filed);
    QCOMPARE(item(mine).reason, QStringLiteral("RegisterUnknown"));
    QCOMPARE(item(waiting).state, ItemState::Refused);
    // Nothing is sent past the administrator.
    m_register.refused.insert(mine, ErrorCode::EntryPending);
    const int tries = item(mine).tries;
    for (int turn = 0; turn < 3; ++turn) {
        QVERIFY(!shipper().ship()->changed);
        QCOMPARE(item(mine).state, ItemState::Filed);
        QCOMPARE(item(mine).tries, tries);
    }
    // He has applied it.
    m_register.refused.remove(mine);
    QVERIFY(shipper().ship()->changed);
    QCOMPARE(item(mine).state, ItemState::Registered);
    QVERIFY(item(mine).reason.isEmpty());
}

// What another person's session handed in counts once its author says so (entries.h, offerAgain).
void TestShipper::theAuthorSaysSoHimself()
{
    const QString mine = file(aNote(QStringLiteral("a")));
    const QString others = file(aNote(QStringLiteral("b")), chief);
    QVERIFY(shipper().ship());
    QVERIFY(shipper(chief).ship());
    m_register.held.clear();
    QCOMPARE(shipper().offerAgain(0).value_or(-1), 2);
    m_register.offers.clear();
    m_register.refused.insert(mine, ErrorCode::EntryPending);
    m_register.refused.insert(others, ErrorCode::EntryPending);
    auto session = shipper(chief);
    for (int turn = 0; turn < 2; ++turn) { // once in a session
        QVERIFY(session.ship());
        QCOMPARE(m_register.offers.size(), 1);
        QCOMPARE(submissionIn(m_register.offers.first()).uuid, others);
        QCOMPARE(m_register.offers.first().userId, chief);
        QCOMPARE(m_register.offers.first().feedNumber, 2);
    }
}

void TestShipper::offersThatDoNotArriveAreRepeated()
{
    const QString mine = file(aNote(QStringLiteral("b")));
    QVERIFY(shipper().ship());
    m_register.lostRequests = 1;
    QCOMPARE(shipper().offerAgain(0).error().code, ErrorCode::RegisterUnreachable);
    QCOMPARE(item(mine).state, ItemState::Registered);
    QCOMPARE(shipper().offerAgain(0).value_or(-1), 1);
    QCOMPARE(shipper().offerAgain(0).value_or(-1), 0);
    QCOMPARE(m_register.offers.size(), 1);
}

QTEST_GUILESS_MAIN(TestShipper)
#include "tst_shipper.moc"
