// links: madoguchi_app
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::WritingPlace;
using desk::CheckOutcome;
using desk::Right;
using desk::Rights;
using residents::Proposal;
namespace people = counterwork::people;

/// 照合 of an 異動 that another station entered, and how it stands beside everybody it names.
class TestDeskMoveChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theQueueNamesEverybody();
    void whoOpensItSeesEverybodysRecord();
    void aProtectedMemberNeedsTheRight();
    void whoHidesWhereTheyComeIsOpenedToo();
    void theReasonStaysWhoeverIsOpenedLast();
    void aDecisionIsAboutEverybody();
    void itStandsBesideEachOfThem();
    void noFormEntersItYet();

private:
    void clerk(Rights rights, qint64 second = people::mother);
    void waits(const residents::Move &move);
    std::unique_ptr<WritingPlace> m_place;
};

namespace {

/// 太郎 and somebody of his household move.
residents::Move aMove(qint64 second)
{
    return {
        .person = {people::father},
        .kind = residents::MoveKind::Within,
        .happenedOn = QDate(2026, 10, 30),
        .notifiedOn = QDate(2026, 11, 2),
        .notifier = {.kind = residents::NotifierKind::Self,
                     .name = {},
                     .documents = {QStringLiteral("driving-licence")}},
        .paper = {},
        .from = {.id = {1}, .baseVersion = 1},
        .to = {.id = {19}, .baseVersion = 0},
        .address = {.code = QStringLiteral("98201001001"),
                    .postalCode = {},
                    .municipality = {},
                    .town = QStringLiteral("緑町"),
                    .lot = QStringLiteral("８番地"),
                    .building = {}},
        .movers = {{.person = {people::father},
                    .baseVersion = 3,
                    .relationship = QStringLiteral("世帯主")},
                   {.person = {second}, .baseVersion = 1, .relationship = QStringLiteral("妻")}},
        .others = {},
        .acknowledged = {}};
}

QList<base::SnapshotId> sorted(QList<base::SnapshotId> subjects)
{
    for (auto &subject : subjects)
        subject.version = 0;
    std::sort(subjects.begin(), subjects.end());
    return subjects;
}

} // namespace

void TestDeskMoveChecks::init()
{
    clerk(Rights(Right::Search) | Right::CheckEntry);
}

void TestDeskMoveChecks::clerk(Rights rights, qint64 second)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(counterwork::writingWorld(), rights);
    waits(aMove(second));
}

void TestDeskMoveChecks::waits(const residents::Move &move)
{
    m_place->place().feed({counterwork::rowOf(
        counterwork::anEntry(31, Proposal{.entered = move, .baseVersion = 0, .reason = {}}))});
}

void TestDeskMoveChecks::theQueueNamesEverybody()
{
    const auto queue = m_place->desk().checks().queue().result();
    QVERIFY(queue);
    QCOMPARE(queue->size(), 1);
    QCOMPARE(queue->first().person.value, people::father);
    QCOMPARE(sorted(m_place->place().newRows().first().subjects),
             (QList<base::SnapshotId>{{{people::father}, 0}, {{people::mother}, 0}}));
}

void TestDeskMoveChecks::whoOpensItSeesEverybodysRecord()
{
    const auto view = m_place->desk().checks().open(31).result();
    QVERIFY(view);
    QVERIFY(std::get<residents::Move>(view->entry.proposal.entered) == aMove(people::mother));
    QVERIFY(!view->before);
    // What becomes of whom: two move, and the one who stays leads himself.
    QCOMPARE(view->changes.size(), 3);
    QCOMPARE(view->changes.first().after.address.town, QStringLiteral("緑町"));
    QCOMPARE(view->changes.last().before.id.person.value, people::child);
    QCOMPARE(view->changes.last().after.relationship, QStringLiteral("世帯主"));
    QCOMPARE(view->documents.size(), 1);
    const auto row = m_place->place().newRows().first();
    QCOMPARE(row.number, view->logRow);
    QCOMPARE(sorted(row.subjects),
             (QList<base::SnapshotId>{
                 {{people::father}, 0}, {{people::mother}, 0}, {{people::child}, 0}}));
}

void TestDeskMoveChecks::aProtectedMemberNeedsTheRight()
{
    clerk(Rights(Right::Search) | Right::CheckEntry, people::hidden);
    QCOMPARE(codeOf(m_place->desk().checks().open(31).result()), ErrorCode::RestrictedRecord);
    clerk(Rights(Right::Search) | Right::CheckEntry | Right::OpenRestricted, people::hidden);
    QVERIFY(m_place->desk().checks().open(31).result());
    const auto row = m_place->place().newRows().last();
    QCOMPARE(row.reason, QStringLiteral("OpenRestricted"));
}

/// The new address is hers, also where the entry does not name her.
void TestDeskMoveChecks::whoHidesWhereTheyComeIsOpenedToo()
{
    residents::Move move = aMove(people::mother);
    move.to = {.id = {people::hidden}, .baseVersion = 1};
    waits(move);
    QCOMPARE(codeOf(m_place->desk().checks().open(31).result()), ErrorCode::RestrictedRecord);
    clerk(Rights(Right::Search) | Right::CheckEntry | Right::OpenRestricted);
    waits(move);
    QVERIFY(m_place->desk().checks().open(31).result());
    QCOMPARE(m_place->place().newRows().last().reason, QStringLiteral("OpenRestricted"));
}

/// Who is opened after a protected person does not take her reason out of the row.
void TestDeskMoveChecks::theReasonStaysWhoeverIsOpenedLast()
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(counterwork::writingWorld(),
                                             Rights(Right::Search) | Right::CheckEntry |
                                                 Right::OpenRestricted);
    // Her household is opened first, then the one she joins.
    residents::Move move = aMove(people::hidden);
    move.person = {people::hidden};
    move.from = {.id = {people::hidden}, .baseVersion = 1};
    move.to = {.id = {1}, .baseVersion = 1};
    move.movers.removeFirst();
    waits(move);
    QVERIFY(m_place->desk().checks().open(31).result());
    const auto row = m_place->place().newRows().last();
    QCOMPARE(row.subjects.first().person.value, people::hidden);
    QCOMPARE(row.reason, QStringLiteral("OpenRestricted"));
}

void TestDeskMoveChecks::aDecisionIsAboutEverybody()
{
    QVERIFY(m_place->desk().checks().decide(31, CheckOutcome::Register, {}).result());
    QCOMPARE(m_place->reg().checks.size(), 1);
    QCOMPARE(m_place->reg().checks.first().entry, 31);
    const auto row = m_place->place().newRows().last();
    QCOMPARE(row.procedure, QStringLiteral("CheckEntry"));
    QCOMPARE(sorted(row.subjects),
             (QList<base::SnapshotId>{{{people::father}, 0}, {{people::mother}, 0}}));
}

void TestDeskMoveChecks::itStandsBesideEachOfThem()
{
    // 一郎 is of the household that is left, 葉子 of another one.
    for (const qint64 person : {people::father, people::mother, people::child}) {
        const auto seen = m_place->desk().writeEntries().entries(m_place->request(person)).result();
        QVERIFY(seen);
        QCOMPARE(seen->waiting.size(), 1);
        QCOMPARE(seen->waiting.first().entry, 31);
        QCOMPARE(seen->waiting.first().kind, residents::EntryKind::Move);
        QVERIFY(!seen->waiting.first().proposal); // who of them hides is looked at in the queue
    }
}

void TestDeskMoveChecks::noFormEntersItYet()
{
    clerk(Rights(Right::Search) | Right::EnterMove);
    const auto filed =
        m_place->desk()
            .writeEntries()
            .file(m_place->request(people::father),
                  Proposal{.entered = aMove(people::mother), .baseVersion = 0, .reason = {}})
            .result();
    QCOMPARE(codeOf(filed), ErrorCode::EntryIncomplete);
    QVERIFY(m_place->reg().submitted.isEmpty());
}

QTEST_MAIN(TestDeskMoveChecks)
#include "tst_deskmovechecks.moc"
