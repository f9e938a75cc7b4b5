#include "residents/codec.h"
#include "support/builders.h"
#include "support/testcache.h"
#include "sync/seen.h"

#include <QTest>

using journal::Item;
using namespace Qt::Literals::StringLiterals;

// Whether the replica holds what the register acknowledged: for what a failover lost before the
// replica came that far. Through real failovers: tests/sync.
class TestSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notes_data();
    void notes();
    void contacts();
    void restrictions();
    void whatCannotBeReadIsNoAnswer();

private:
    static constexpr qint64 at = 1'763'690'400'000;
    [[nodiscard]] static residents::Authorship by(const QString &user, qint64 ms)
    {
        return {.user = user,
                .name = u"見本"_s,
                .section = u"市民課"_s,
                .at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)};
    }
    [[nodiscard]] static Item itemOf(const residents::Proposal &proposal)
    {
        return {.uuid = u"11111111-2222-4333-8444-555555555555"_s,
                .user = u"clerk"_s,
                .person = 7,
                .kind = int(residents::kindOf(proposal.entered)),
                .proposal = residents::encode(proposal),
                .before = {},
                .state = journal::ItemState::Registered,
                .feedNumber = 4,
                .acknowledgedAtMs = at,
                .entry = 71};
    }
    [[nodiscard]] static cache::StoredRow person()
    {
        return {.table = cache::Table::Person,
                .id = 7,
                .body = residents::encode(support::aPerson(7).snapshot())};
    }
};

void TestSeen::notes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("held");
    QTest::newRow("his") << u"a"_s << u"clerk"_s << at << 3 << true;
    QTest::newRow("another text") << u"b"_s << u"clerk"_s << at << 3 << false;
    QTest::newRow("somebody else's") << u"a"_s << u"chief"_s << at << 3 << false;
    QTest::newRow("of another time") << u"a"_s << u"clerk"_s << at + 1 << 3 << false;
    QTest::newRow("another version") << u"a"_s << u"clerk"_s << at << 2 << false;
}

void TestSeen::notes()
{
    QFETCH(QString, text);
    QFETCH(QString, user);
    QFETCH(qint64, ms);
    QFETCH(int, version);
    QFETCH(bool, held);
    const residents::Note note{
        .id = 5, .version = version, .person = {7}, .text = text, .by = by(user, ms)};
    support::TestCache cache({person(),
                              {.table = cache::Table::Note,
                               .id = 5,
                               .version = version,
                               .rowVersion = 4,
                               .body = residents::encode(note)}});
    const residents::Note mine{.id = 5, .person = {7}, .text = u"a"_s, .by = {}};
    const auto seen =
        syncing::isHeld(itemOf({.entered = mine, .baseVersion = 2, .reason = {}}), cache.reader());
    QVERIFY(seen);
    QCOMPARE(*seen, held);
}

void TestSeen::contacts()
{
    residents::Contact contact{.person = {7},
                               .telephone = u"0"_s,
                               .sendPostalCode = {},
                               .sendAddress = {},
                               .sendName = {},
                               .by = {}};
    const auto item = itemOf({.entered = contact, .baseVersion = 0, .reason = {}});
    for (const bool his : {true, false}) {
        contact.by = by(his ? u"clerk"_s : u"chief"_s, at);
        support::TestCache cache({person(),
                                  {.table = cache::Table::Contact,
                                   .id = 7,
                                   .version = 1,
                                   .rowVersion = 4,
                                   .body = residents::encode(contact)}});
        QCOMPARE(syncing::isHeld(item, cache.reader()).value_or(!his), his);
    }
    support::TestCache none({person()});
    QVERIFY(!syncing::isHeld(item, none.reader()).value_or(true));
    support::TestCache nobody({});
    QVERIFY(!syncing::isHeld(item, nobody.reader()).value_or(true));
}

void TestSeen::restrictions()
{
    residents::Restriction restriction = support::aProtection(0, 7);
    const residents::Proposal proposal{
        .entered = restriction, .baseVersion = 0, .reason = u"申出"_s};
    const auto item = itemOf(proposal);
    for (const bool his : {true, false}) {
        const residents::Entry entry{.number = 71,
                                     .proposal = proposal,
                                     .author = by(u"clerk"_s, his ? at : at + 1),
                                     .station = u"S0001"_s,
                                     .checker = {},
                                     .answer = {}};
        support::TestCache cache({person(),
                                  {.table = cache::Table::Entry,
                                   .id = 71,
                                   .rowVersion = 4,
                                   .body = residents::encode(entry)}});
        QCOMPARE(syncing::isHeld(item, cache.reader()).value_or(!his), his);
    }
    support::TestCache none({person()});
    QVERIFY(!syncing::isHeld(item, none.reader()).value_or(true));
}

void TestSeen::whatCannotBeReadIsNoAnswer()
{
    support::TestCache cache({person()});
    auto item = itemOf({.entered = residents::Note{.person = {7}, .text = u"a"_s, .by = {}},
                        .baseVersion = 0,
                        .reason = {}});
    item.proposal = "x";
    QCOMPARE(syncing::isHeld(item, cache.reader()).error().code, base::ErrorCode::JournalDamaged);
}

QTEST_GUILESS_MAIN(TestSeen)
#include "tst_seen.moc"
