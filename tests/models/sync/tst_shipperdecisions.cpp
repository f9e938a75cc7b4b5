#include "models/sync/shipping.h"

using namespace shipping;

// After a restore: what was decided about entries is offered again, and entries that had ended.
class TestShipperDecisions : public QObject, private Place
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void whatEndedIsOfferedAndStaysEnded();
    void whatEndedIsSaidByItsAuthor();
    void whatIsRefusedIsNotOfferedLater();
    void decisionsAreOfferedByWhoMadeThem();
    void decisionsAreSaidInEverySession();
    void decisionsThatDidNotComeAreLost_data();
    void decisionsThatDidNotComeAreLost();

private:
    Decision decide(qint64 feedNumber, const QString &user = clerk);
    [[nodiscard]] QStringList decisionsIn(DecisionState state);
};

/// Sent back, taken back by its author, or settled by him after it was sent back.
void TestShipperDecisions::whatEndedIsOfferedAndStaysEnded()
{
    const QString sentBack = file(aRestriction());
    const QString withdrawn = file(aRestriction());
    const QString discarded = file(aRestriction());
    const QString conflict = file(aRestriction());
    for (const QString &uuid : {sentBack, withdrawn, discarded})
        m_register.verdicts.insert(uuid, Verdict::Provisional);
    m_register.verdicts.insert(conflict, Verdict::Conflict);
    QVERIFY(shipper().ship());
    const auto become = [this](const QString &uuid, ItemState state) {
        Item changed = item(uuid);
        changed.state = state;
        if (!m_journal->outbox().put(changed))
            qFatal("not changed");
    };
    become(sentBack, ItemState::SentBack);
    become(withdrawn, ItemState::Withdrawn);
    become(discarded, ItemState::SentBack);
    become(discarded, ItemState::Discarded);
    become(conflict, ItemState::Discarded); // the register never held it
    auto before = item(withdrawn);
    QCOMPARE(shipper().offerAgain(0).value_or(-1), 3);
    QStringList offered;
    for (const auto &offer : std::as_const(m_register.offers))
        offered.append(submissionIn(offer).uuid);
    QCOMPARE(offered, (QStringList{sentBack, withdrawn, discarded}));
    QCOMPARE(item(sentBack).state, ItemState::SentBack);
    before.reason = QStringLiteral("RegisterUnknown"); // what it remembers of that
    QVERIFY(item(withdrawn) == before);
    QCOMPARE(item(discarded).state, ItemState::Discarded);
    QCOMPARE(shipper().ship()->sent, 0);
    // Found missing again and again, until the replica has come that far: told once.
    m_register.offers.clear();
    support::TestCache cache({});
    QCOMPARE(shipper().offerUnseen({.from = 0, .to = 0}, cache.reader()).value_or(-1), 0);
    QVERIFY(m_register.offers.isEmpty());
}

// What another person's session handed in counts once its author says so; and the register may be
// restored once more, to where the replica stands already: only a session that says it again helps.
void TestShipperDecisions::whatEndedIsSaidByItsAuthor()
{
    const QString mine = file(aRestriction());
    const QString others = file(aRestriction(), chief);
    const QString neverThere = file(aNote(QStringLiteral("a")), chief);
    Item changed = item(neverThere);
    changed.state = ItemState::Withdrawn;
    QVERIFY(m_journal->outbox().put(changed));
    for (const QString &uuid : {mine, others})
        m_register.verdicts.insert(uuid, Verdict::Provisional);
    for (const QString &user : {clerk, chief})
        QVERIFY(shipper(user).ship());
    for (const QString &uuid : {mine, others}) {
        changed = item(uuid);
        changed.state = ItemState::SentBack;
        QVERIFY(m_journal->outbox().put(changed));
    }
    QVERIFY(shipper(chief).ship());
    QVERIFY(m_register.offers.isEmpty()); // nothing was lost yet
    QCOMPARE(shipper().offerAgain(0).value_or(-1), 2);
    changed = item(others);
    changed.state = ItemState::Discarded; // its author has done with it
    QVERIFY(m_journal->outbox().put(changed));
    for (int session = 0; session < 2; ++session) {
        m_register.offers.clear();
        auto one = shipper(chief);
        QVERIFY(one.ship());
        QVERIFY(one.ship()); // once
        QCOMPARE(m_register.offers.size(), 1);
        QCOMPARE(submissionIn(m_register.offers.first()).uuid, others);
        QCOMPARE(m_register.offers.first().userId, chief);
    }
    // Its number in the register's new backup is another's; until it is old it stays.
    constexpr qint64 dayMs = 86'400'000;
    QVERIFY(m_journal->outbox().forget(m_nowMs + 2 * dayMs, 1000));
    QVERIFY(item(others).state == ItemState::Discarded);
    QVERIFY(m_journal->outbox().forget(m_nowMs + 41 * dayMs, 1000));
    QVERIFY(item(others).uuid.isEmpty());
}

void TestShipperDecisions::whatIsRefusedIsNotOfferedLater()
{
    const QString lost = file(aNote(QStringLiteral("a")));
    QVERIFY(shipper().ship());
    QCOMPARE(shipper().offerAgain(0).value_or(-1), 1);
    // It did not fit any more, and its author took it back.
    m_register.refused.insert(lost, ErrorCode::EntryUnknown);
    QVERIFY(shipper().ship());
    QCOMPARE(item(lost).state, ItemState::Refused);
    Item withdrawn = item(lost);
    withdrawn.state = ItemState::Withdrawn;
    QVERIFY(m_journal->outbox().put(withdrawn));
    QCOMPARE(shipper().offerAgain(0).value_or(-1), 0);
}

Decision TestShipperDecisions::decide(qint64 feedNumber, const QString &user)
{
    const Decision made{.uuid = QStringLiteral("d%1").arg(feedNumber),
                        .user = user,
                        .entry = 70 + feedNumber,
                        .outcome = int(central::CheckOutcome::SendBack),
                        .reason = QStringLiteral("日付"),
                        .feedNumber = feedNumber,
                        .atMs = start + 700,
                        .keptAtMs = start};
    door().remember(made);
    return made;
}

QStringList TestShipperDecisions::decisionsIn(DecisionState state)
{
    QStringList uuids;
    for (const auto &one : m_journal->decisions().all(state).value_or(QList<Decision>()))
        uuids.append(one.uuid);
    return uuids;
}

void TestShipperDecisions::decisionsAreOfferedByWhoMadeThem()
{
    decide(1);
    decide(2);
    decide(3, chief);
    decide(4);
    QVERIFY(m_journal->decisions().loseAfter(1));
    m_register.lostRequests = 1;
    QCOMPARE(shipper().offerDecisions().error().code, ErrorCode::RegisterUnreachable);
    QCOMPARE(decisionsIn(DecisionState::Lost).size(), 3);
    QCOMPARE(shipper().offerDecisions().value_or(-1), 2);
    QCOMPARE(m_register.offers.size(), 2);
    const auto &told = std::get<central::Decision>(m_register.offers.first().what);
    QCOMPARE(told.uuid, QStringLiteral("d2"));
    QVERIFY(told.outcome == central::CheckOutcome::SendBack);
    QCOMPARE(told.reason, QStringLiteral("日付"));
    QCOMPARE(m_register.offers.first().userId, clerk);
    QCOMPARE(m_register.offers.first().feedNumber, 2);
    QCOMPARE(m_register.offers.first().at.toMSecsSinceEpoch(), start + 700);
    QCOMPARE(decisionsIn(DecisionState::Lost), QStringList{QStringLiteral("d3")});
    QCOMPARE(shipper(chief).offerDecisions().value_or(-1), 1);
    QCOMPARE(m_register.offers.last().userId, chief);
    QCOMPARE(decisionsIn(DecisionState::Offered).size(), 3);
    QCOMPARE(decisionsIn(DecisionState::Acknowledged), QStringList{QStringLiteral("d1")});
}

void TestShipperDecisions::decisionsAreSaidInEverySession()
{
    decide(1);
    decide(2, chief);
    QVERIFY(m_journal->decisions().loseAfter(0));
    QCOMPARE(shipper().offerDecisions().value_or(-1), 1);
    for (int session = 0; session < 2; ++session) {
        m_register.offers.clear();
        auto one = shipper();
        m_register.lostRequests = 1;
        QCOMPARE(one.offerDecisions().error().code, ErrorCode::RegisterUnreachable);
        QCOMPARE(one.offerDecisions().value_or(-1), 1);
        QCOMPARE(one.offerDecisions().value_or(-1), 0); // once
        QCOMPARE(m_register.offers.size(), 1);
        QCOMPARE(m_register.offers.first().userId, clerk);
    }
    QCOMPARE(decisionsIn(DecisionState::Lost), QStringList{QStringLiteral("d2")});
}

void TestShipperDecisions::decisionsThatDidNotComeAreLost_data()
{
    QTest::addColumn<qint64>("nowMs");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QStringList>("lost");
    const QString held = QStringLiteral("d2");
    const QString waits = QStringLiteral("d3");
    const QString other = QStringLiteral("d4");
    const QString beyond = QStringLiteral("d9");
    QTest::newRow("just decided") << start + 1000 << qint64{4} << QStringList{waits, other};
    QTest::newRow("a minute ago") << start + 60'000 << qint64{4}
                                  << QStringList{waits, other, beyond};
    QTest::newRow("the replica is beyond")
        << start + 1000 << qint64{9} << QStringList{waits, other, beyond};
}

// 1 stood before the way began, 2 came, 3 waits again, of 4 somebody else decided, 9 is behind all.
void TestShipperDecisions::decisionsThatDidNotComeAreLost()
{
    QFETCH(qint64, nowMs);
    QFETCH(qint64, to);
    QFETCH(QStringList, lost);
    QList<cache::StoredRow> rows;
    for (const qint64 number : {1, 2, 3, 4, 9}) {
        decide(number);
        residents::Entry entry = entryOf(70 + number, aRestriction());
        if (number == 2 || number == 4) {
            entry.state = residents::EntryState::SentBack;
            entry.checker.user = number == 2 ? clerk : chief;
            entry.checker.at = QDateTime::fromMSecsSinceEpoch(start + 700, Qt::UTC);
        }
        rows.append(rowOf(entry, number));
    }
    support::TestCache cache(rows);
    m_nowMs = nowMs;
    QCOMPARE(shipper().offerUnseen({.from = 1, .to = to}, cache.reader()).value_or(-1), 0);
    QCOMPARE(decisionsIn(DecisionState::Lost), lost);
    QVERIFY(decisionsIn(DecisionState::Acknowledged).contains(QStringLiteral("d2")));
    QVERIFY(decisionsIn(DecisionState::Acknowledged).contains(QStringLiteral("d1")));
}

QTEST_GUILESS_MAIN(TestShipperDecisions)
#include "tst_shipperdecisions.moc"
