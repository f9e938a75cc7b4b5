// links: madoguchi_app
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::WritingPlace;
using desk::ItemState;
using desk::Right;
using desk::Rights;
using residents::Move;
namespace people = counterwork::people;

namespace {

const QDateTime checked(QDate(2026, 11, 2), QTime(5, 0), Qt::UTC);
const Rights enters = Rights(Right::Search) | Right::EnterMove;

Move moveOf(QList<qint64> persons, int version)
{
    Move move;
    move.person = {persons.first()};
    move.kind = residents::MoveKind::OutNotice;
    move.happenedOn = QDate(2026, 11, 20);
    move.notifiedOn = QDate(2026, 11, 2);
    move.notifier.documents = {QStringLiteral("driving-licence")};
    move.from = move.to = {.id = {1}, .baseVersion = 1};
    move.address.municipality = QStringLiteral("とおくの県隣市");
    for (const qint64 person : persons)
        move.movers.append(
            {.person = {person}, .baseVersion = version, .relationship = QStringLiteral("子")});
    return move;
}

/// 一郎 as he was and as a colleague's 異動 left him.
residents::Snapshot child(int version)
{
    residents::Snapshot one = support::aPerson(people::child)
                                  .named(u"山田", u"一郎")
                                  .inHousehold(1)
                                  .as(u"子")
                                  .version(version)
                                  .livingAt(u"緑町", version == 1 ? u"1番地" : u"8番地");
    return one;
}

residents::Entry registered(qint64 number, const Move &move)
{
    auto entry = counterwork::anEntry(number, {.entered = move, .baseVersion = 0, .reason = {}});
    entry.state = residents::EntryState::Registered;
    entry.checker = {QStringLiteral("u8"), QStringLiteral("主任　者"), QStringLiteral("市民課"),
                     checked};
    return entry;
}

} // namespace

/// What the losing side of a conflict is shown of an 異動, and what its log row says.
class TestDeskTheirMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChangeOfAnotherIsShownAndLogged();
    void olderOnesAreNotInTheWay();
    void nothingHasComeYet();
    void whoIsProtectedIsNotTold();
    void namesStandBesideEveryEntry();

private:
    /// Mine of 一郎 and somebody else, who has come second.
    [[nodiscard]] QString conflict(qint64 other, Rights rights = enters);
    [[nodiscard]] desk::OutboxItem opened(const QString &uuid);
    std::unique_ptr<WritingPlace> m_place;
};

QString TestDeskTheirMoves::conflict(qint64 other, Rights rights)
{
    m_place = std::make_unique<WritingPlace>(counterwork::writingWorld(), rights);
    Move mine = moveOf({people::child, people::mother}, 1);
    if (other != people::mother)
        mine.others = {{.person = {other}, .baseVersion = 1, .relationship = QStringLiteral("子")}};
    m_place->place().feed({support::rowOf(child(2)), support::formerRowOf(child(1))});
    journal::Item item;
    item.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.user = QStringLiteral("u1");
    item.person = people::child;
    item.kind = int(residents::EntryKind::Move);
    item.proposal =
        residents::encode(residents::Proposal{.entered = mine, .baseVersion = 0, .reason = {}});
    // As the register answers it: mine with the versions that stand.
    for (auto &mover : mine.movers)
        mover.baseVersion = 2;
    item.theirs = residents::encode(mine);
    item.madeAtMs = item.filedAtMs = 1;
    bool kept = true;
    for (const ItemState state : {ItemState::Filed, ItemState::Conflict}) {
        item.state = state;
        kept = kept && m_place->place().withJournal([&item](journal::Journal &journal) {
            return journal.outbox().put(item).has_value();
        });
    }
    if (!kept)
        qFatal("no item");
    return item.uuid;
}

desk::OutboxItem TestDeskTheirMoves::opened(const QString &uuid)
{
    const auto item = m_place->desk().outbox().open(uuid).result();
    if (!item)
        qFatal("not opened: %d", int(item.error().code));
    return *item;
}

void TestDeskTheirMoves::theChangeOfAnotherIsShownAndLogged()
{
    const QString uuid = conflict(people::mother);
    m_place->place().feed({counterwork::rowOf(registered(31, moveOf({people::child}, 1)))});
    const auto item = opened(uuid);
    QVERIFY(!item.theirs.has_value());
    QCOMPARE(item.theirMoves.entries.size(), 1);
    QCOMPARE(item.theirMoves.entries.first().author.name, QStringLiteral("前任　者"));
    QCOMPARE(item.theirMoves.entries.first().checker.name, QStringLiteral("主任　者"));
    QCOMPARE(item.theirMoves.changes.size(), 1);
    QCOMPARE(item.theirMoves.changes.first().before, child(1));
    QCOMPARE(item.theirMoves.changes.first().after, child(2));
    const auto row = m_place->place().newRows().last();
    QCOMPARE(row.number, item.logRow);
    for (const int version : {1, 2})
        QVERIFY(row.subjects.contains(base::SnapshotId{{people::child}, version}));
}

/// What mine was made on was there already: only what came since is in its way.
void TestDeskTheirMoves::olderOnesAreNotInTheWay()
{
    const QString uuid = conflict(people::mother);
    Move older = moveOf({people::child}, 0);
    older.from = older.to = {.id = {1}, .baseVersion = 0};
    Move elsewhere = moveOf({people::newcomer}, 5);
    elsewhere.from = elsewhere.to = {.id = {people::newcomer}, .baseVersion = 5};
    auto waiting = registered(33, moveOf({people::child}, 2));
    waiting.state = residents::EntryState::Provisional;
    m_place->place().feed({counterwork::rowOf(registered(31, older)),
                           counterwork::rowOf(registered(32, elsewhere)),
                           counterwork::rowOf(waiting)});
    QVERIFY(opened(uuid).theirMoves.entries.isEmpty());
    QCOMPARE(opened(uuid).theirMoves.changes.size(), 1);
}

/// The answer was here before the rows: nothing of mine stands as theirs meanwhile.
void TestDeskTheirMoves::nothingHasComeYet()
{
    const QString uuid = conflict(people::mother);
    m_place->place().feed({support::rowOf(child(1))});
    const auto item = opened(uuid);
    QVERIFY(!item.theirs.has_value());
    QVERIFY(item.theirMoves.entries.isEmpty());
    QVERIFY(!item.theirMoves.hidden);
}

/// A colleague who may open such records moved 一郎 together with somebody who hides.
void TestDeskTheirMoves::whoIsProtectedIsNotTold()
{
    const auto theirs = registered(31, moveOf({people::child, people::hidden}, 1));
    QString uuid = conflict(people::mother);
    m_place->place().feed({counterwork::rowOf(theirs)});
    auto item = opened(uuid);
    QVERIFY(item.theirMoves.hidden);
    QVERIFY(item.theirMoves.changes.isEmpty());
    QCOMPARE(item.theirMoves.entries.size(), 1);
    QVERIFY(item.theirMoves.entries.first().proposal == residents::Proposal());
    QCOMPARE(item.theirMoves.entries.first().checker.at, checked);
    uuid = conflict(people::mother, enters | Right::OpenRestricted);
    m_place->place().feed({counterwork::rowOf(theirs)});
    item = opened(uuid);
    QVERIFY(!item.theirMoves.hidden);
    QCOMPARE(m_place->place().newRows().last().reason, QStringLiteral("OpenRestricted"));
}

/// Whose record may not be opened has no name either.
void TestDeskTheirMoves::namesStandBesideEveryEntry()
{
    const auto item = opened(conflict(people::hidden));
    QCOMPARE(item.names.value({people::child}), QStringLiteral("山田　一郎"));
    QCOMPARE(item.names.value({people::mother}), QStringLiteral("山田　花子"));
    QVERIFY(!item.names.contains({people::hidden}));
}

QTEST_MAIN(TestDeskTheirMoves)
#include "tst_desktheirmoves.moc"
