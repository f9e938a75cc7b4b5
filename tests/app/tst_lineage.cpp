#include "app/lineagework.h"

using namespace lineagework;

// A register that is put back to yesterday: stations notice by content, load
// anew, offer what it had acknowledged since, and after `register recover` nothing is missing.
class TestLineage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastPlaceBothKnow_data();
    void theLastPlaceBothKnow();
    void yesterdaysRegisterIsMadeWhole_data();
    void yesterdaysRegisterIsMadeWhole();
    void offersWaitForTheRegister();
    void anotherReasonToLoadOffersNothing();
};

namespace {

/// Knows the places in a range, as a register does that was restored (upper end) and no longer
/// keeps old rows (lower end).
class Knowing final : public central::Replica
{
public:
    qint64 from = 0;
    qint64 to = 0;
    int asked = 0;
    Result<central::LoadStart> beginLoad() override { return base::fail(ErrorCode::Unexpected); }
    Result<central::Chunk> chunk(const central::ChunkRequest &) override
    {
        return base::fail(ErrorCode::Unexpected);
    }
    Result<central::FeedPage> feed(const central::Position &after, int) override
    {
        ++asked;
        if (after.number < from || after.number > to)
            return base::fail(ErrorCode::RegisterUnknown);
        return central::FeedPage{};
    }
    Result<central::Position> position() override { return base::fail(ErrorCode::Unexpected); }
    Result<QByteArray> registerDigest() override { return base::fail(ErrorCode::Unexpected); }
};

} // namespace

void TestLineage::theLastPlaceBothKnow_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<qint64>("known");
    const auto row = [](const char *name, qint64 from, qint64 to, qint64 known) {
        QTest::newRow(name) << from << to << known;
    };
    row("all", 0, 1'000'000, 40'000);
    row("the newest is lost", 0, 39'999, 39'990);
    row("a week is lost", 0, 30'005, 30'000);
    row("nearly all is lost", 0, 15, 10);
    row("old rows are no longer kept", 20'000, 39'000, 39'000);
    row("another register", 50'000, 60'000, 0);
}

void TestLineage::theLastPlaceBothKnow()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(qint64, known);
    QList<journal::FeedMark> marks;
    for (qint64 number = 40'000; number > 0; number -= 10)
        marks.append({number, QByteArray(32, 'x'), number});
    Knowing replica;
    replica.from = from;
    replica.to = to;
    QCOMPARE(syncing::lastKnown(replica, marks).value_or(-1), known);
    QVERIFY2(replica.asked <= 26, qPrintable(QString::number(replica.asked)));
    QCOMPARE(syncing::lastKnown(replica, {}).value_or(-1), qint64{0});
}

void TestLineage::yesterdaysRegisterIsMadeWhole_data()
{
    QTest::addColumn<bool>("served");
    QTest::newRow("embedded") << false;
    QTest::newRow("postgres") << true;
}

void TestLineage::yesterdaysRegisterIsMadeWhole()
{
    QFETCH(bool, served);
    std::unique_ptr<CopiedRegister> house;
    if (served)
        house = std::make_unique<CopiedServer>();
    else
        house = std::make_unique<CopiedFiles>();
    Station first(*house, clerk);
    Station second(*house, chief);
    const QString kept = first.enter(aNote(1, QStringLiteral("昨日")));
    const QString telephone = first.enter(aContact(2, QStringLiteral("090-0000-0001")));
    QCOMPARE(first.item(kept).state, ItemState::Registered);
    QVERIFY(first.bring() && second.bring());
    first.disconnect();
    second.disconnect();
    house->copy();
    first.connect();
    second.connect();

    const QString note = first.enter(aNote(3, QStringLiteral("今日")));
    QVERIFY(first.bring() && second.bring());
    const QString others = second.enter(aNote(3, QStringLiteral("今日、隣から")));
    const QString protection = first.enter(aRestriction(4));
    const QString changed = second.enter(aContact(2, QStringLiteral("090-0000-0002"), 1));
    QVERIFY(first.bring() && second.bring());
    QCOMPARE(second.item(changed).state, ItemState::Registered);
    QCOMPARE(first.item(protection).state, ItemState::Provisional);
    const QByteArray before = *first.link().registerDigest();
    QCOMPARE(first.digest(), before);
    QCOMPARE(second.digest(), before);

    first.disconnect();
    second.disconnect();
    house->putBack();
    first.connect();
    second.connect();
    QVERIFY(*first.link().registerDigest() != before);
    for (Station *station : {&first, &second}) {
        const auto report = station->bring();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->outcome, syncing::Outcome::SetAside);
        QCOMPARE(station->digest(), *first.link().registerDigest());
    }
    // Today's, not yesterday's; and nothing of it is sent past the administrator.
    QCOMPARE(first.item(kept).state, ItemState::Registered);
    QCOMPARE(first.item(telephone).state, ItemState::Registered);
    for (const QString &uuid : {note, protection})
        QCOMPARE(first.item(uuid).reason, QStringLiteral("RegisterUnknown"));
    QVERIFY(first.outbox->ship() && second.outbox->ship());
    QCOMPARE(first.item(note).state, ItemState::Filed);
    QVERIFY(*first.link().registerDigest() != before);

    const auto applied = house->recover();
    QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().detail));
    QCOMPARE(applied->applied, 4);
    QCOMPARE(applied->left, 0);
    QCOMPARE(*first.link().registerDigest(), before);
    QVERIFY(first.outbox->ship() && second.outbox->ship());
    QCOMPARE(first.item(note).state, ItemState::Registered);
    QCOMPARE(first.item(protection).state, ItemState::Provisional);
    QCOMPARE(second.item(others).state, ItemState::Registered);
    QCOMPARE(second.item(changed).state, ItemState::Registered);
    for (Station *station : {&first, &second}) {
        QVERIFY(station->bring());
        QCOMPARE(station->digest(), before);
    }
}

// The line is cut while a station offers: it is done once the register is there again.
void TestLineage::offersWaitForTheRegister()
{
    CopiedFiles house;
    Station station(house, clerk);
    QVERIFY(station.bring());
    station.disconnect();
    house.copy();
    station.connect();
    const QString note = station.enter(aNote(3, QStringLiteral("今日")));
    QVERIFY(station.bring());
    station.disconnect();
    house.putBack();
    const auto cut = station.bring();
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::RegisterUnreachable);
    QCOMPARE(station.item(note).state, ItemState::Registered);
    station.connect();
    QVERIFY(station.bring());
    QCOMPARE(station.item(note).state, ItemState::Filed);
    QCOMPARE(house.owner().applyOffers()->applied, 1);
    QVERIFY(station.outbox->ship());
    QCOMPARE(station.item(note).state, ItemState::Registered);
}

void TestLineage::anotherReasonToLoadOffersNothing()
{
    CopiedFiles house;
    Station station(house, clerk);
    const QString note = station.enter(aNote(3, QStringLiteral("今日")));
    QVERIFY(station.bring());
    QVERIFY(station.outbox->beforeLoad(ErrorCode::CacheDamaged));
    QCOMPARE(station.item(note).state, ItemState::Registered);
    QCOMPARE(house.owner().applyOffers()->applied, 0);
}

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
