// links: madoguchi_app
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Colleague;
using counterwork::WritingPlace;
using desk::CheckOutcome;
using desk::Right;
using desk::Rights;
using residents::Proposal;
namespace people = counterwork::people;

namespace {

const QString why = QStringLiteral("申出書の日付が違う");

Proposal aRestriction(qint64 person = people::father)
{
    residents::Restriction restriction = counterwork::aNewRestriction(person);
    restriction.id = 20;
    return {restriction, 0, QStringLiteral("本人の申出")};
}

} // namespace

/// 照合 of 仮登録: by another person than their author, with the right; each opening and each
/// decision a row, whatever comes of it.
class TestDeskChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theQueueIsOldestFirst();
    void onlyCheckersSeeIt();
    void anEntryShowsWhatItBecomes();
    void aProtectedPersonNeedsTheRight();
    void nothingIsShownWithoutItsRow();
    void aDecisionIsTheRegisters();
    void aDecisionIsRemembered();
    void theAuthorDoesNotCheck_data();
    void theAuthorDoesNotCheck();
    void theAuthorTakesBackHisOwn();
    void sendingBackNeedsItsReason();
    void whatIsDecidedIsDecided();
    void whatTheRegisterRefusesIsARowToo_data();
    void whatTheRegisterRefusesIsARowToo();

private:
    void clerk(Rights rights);
    [[nodiscard]] desk::CheckDesk &desk() { return m_place->desk().checks(); }
    [[nodiscard]] ErrorCode decided(qint64 entry, CheckOutcome outcome = CheckOutcome::Register,
                                    const QString &reason = {})
    {
        return codeOf(desk().decide(entry, outcome, reason).result());
    }

    std::unique_ptr<WritingPlace> m_place;
};

void TestDeskChecks::init()
{
    clerk(Rights(Right::Search) | Right::CheckEntry | Right::EnterRestriction);
}

/// Entry 31 is somebody else's, on 太郎; 32 that of this clerk, on 太郎's household; 33 is decided.
void TestDeskChecks::clerk(Rights rights)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(counterwork::writingWorld(), rights);
    Proposal whole = aRestriction(0);
    std::get<residents::Restriction>(whole.entered).household = {1};
    residents::Entry decided = counterwork::anEntry(33, aRestriction(people::child));
    decided.state = residents::EntryState::Registered;
    m_place->place().feed(
        {counterwork::rowOf(counterwork::anEntry(32, whole, QStringLiteral("u1"))),
         counterwork::rowOf(counterwork::anEntry(31, aRestriction())),
         counterwork::rowOf(decided)});
}

void TestDeskChecks::theQueueIsOldestFirst()
{
    const auto queue = desk().queue().result();
    QVERIFY(queue.has_value());
    QCOMPARE(queue->size(), 2);
    QCOMPARE(queue->at(0).entry, 31);
    QCOMPARE(queue->at(0).person.value, people::father);
    QCOMPARE(queue->at(0).authorName, QStringLiteral("前任　者"));
    QCOMPARE(queue->at(0).authorSection, QStringLiteral("市民課"));
    QCOMPARE(queue->at(0).at, counterwork::written);
    QVERIFY(!queue->at(0).mine);
    QCOMPARE(queue->at(1).entry, 32);
    QCOMPARE(queue->at(1).household.value, 1);
    QVERIFY(queue->at(1).mine);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("ListEntries"));
    QCOMPARE(rows.first().subjects, (QList<base::SnapshotId>{{{people::father}, 0}}));
}

void TestDeskChecks::onlyCheckersSeeIt()
{
    clerk(WritingPlace::writer() | Right::OpenRestricted | Right::BreakLock | Right::RevealNumber);
    QCOMPARE(codeOf(desk().queue().result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(desk().open(31).result()), ErrorCode::RightMissing);
    QCOMPARE(decided(31), ErrorCode::RightMissing);
    QCOMPARE(decided(31, CheckOutcome::SendBack, why), ErrorCode::RightMissing);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 4);
    for (const evidence::Row &row : rows)
        QCOMPARE(row.reason, QStringLiteral("RightMissing"));
    QVERIFY(m_place->reg().checks.isEmpty());
    m_place->place().counter().setLocked(true);
    QCOMPARE(codeOf(desk().queue().result()), ErrorCode::NotSignedIn);
    QCOMPARE(decided(31), ErrorCode::NotSignedIn);
}

void TestDeskChecks::anEntryShowsWhatItBecomes()
{
    const auto seen = desk().open(31).result();
    QVERIFY(seen.has_value());
    QCOMPARE(seen->personName, QStringLiteral("山田　太郎"));
    QCOMPARE(seen->entry, counterwork::anEntry(31, aRestriction()));
    QVERIFY(!seen->before.has_value());
    // Of a household its head stands for it.
    const auto whole = desk().open(32).result();
    QVERIFY(whole.has_value());
    QCOMPARE(whole->personName, QStringLiteral("山田　太郎"));
    auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().procedure, QStringLiteral("OpenEntry"));
    QCOMPARE(rows.first().number, seen->logRow);
    QCOMPARE(rows.first().subjects, (QList<base::SnapshotId>{{{people::father}, 3}}));
    // A change beside what stands: the ended restriction 7 of 一郎 again.
    residents::Restriction again = counterwork::aNewRestriction(people::child);
    again.id = 7;
    m_place->place().feed({counterwork::rowOf(counterwork::anEntry(34, {again, 2, why}))});
    const auto change = desk().open(34).result();
    QVERIFY(change.has_value());
    QVERIFY(change->before.has_value());
    QVERIFY(change->before->ended);
    QCOMPARE(codeOf(desk().open(99).result()), ErrorCode::EntryUnknown);
    QCOMPARE(codeOf(desk().open(33).result()), ErrorCode::EntryDecided);
}

void TestDeskChecks::aProtectedPersonNeedsTheRight()
{
    const auto entry = counterwork::rowOf(counterwork::anEntry(35, aRestriction(people::hidden)));
    m_place->place().feed({entry});
    QCOMPARE(codeOf(desk().open(35).result()), ErrorCode::RestrictedRecord);
    clerk(Rights(Right::CheckEntry) | Right::OpenRestricted);
    m_place->place().feed({entry});
    m_place->place().forgetRows();
    QVERIFY(desk().open(35).result().has_value());
    QCOMPARE(m_place->place().newRows().first().reason, QStringLiteral("OpenRestricted"));
}

void TestDeskChecks::nothingIsShownWithoutItsRow()
{
    const counterwork::FullDisk full;
    const bool queue = desk().queue().result().has_value();
    const bool open = desk().open(31).result().has_value();
    const ErrorCode code = decided(31);
    QVERIFY(!queue);
    QVERIFY(!open);
    QVERIFY(code == ErrorCode::LogNotWritten || code == ErrorCode::DiskFull);
}

void TestDeskChecks::aDecisionIsTheRegisters()
{
    QCOMPARE(decided(31), ErrorCode::Count);
    QCOMPARE(decided(31, CheckOutcome::SendBack, why), ErrorCode::Count);
    const auto checks = m_place->reg().checks;
    QCOMPARE(checks.size(), 2);
    QCOMPARE(checks.first().entry, 31);
    QVERIFY(checks.first().outcome == CheckOutcome::Register);
    QVERIFY(checks.last().outcome == CheckOutcome::SendBack);
    QCOMPARE(checks.last().reason, why);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 2);
    for (const evidence::Row &row : rows) {
        QCOMPARE(row.procedure, QStringLiteral("CheckEntry"));
        QCOMPARE(row.operation, evidence::Operation::Update);
        QCOMPARE(row.outcome, evidence::Outcome::Done);
        QCOMPARE(row.subjects.first().person.value, people::father);
    }
    QCOMPARE(rows.first().detail, QStringLiteral("31 Register"));
    QCOMPARE(rows.last().detail, QStringLiteral("31 SendBack"));
    QCOMPARE(m_place->place().opened(rows.last()).reason, why);
}

/// What the register answered, to be offered again should it lose it. Of an entry the last counts.
void TestDeskChecks::aDecisionIsRemembered()
{
    QCOMPARE(decided(31), ErrorCode::Count);
    QCOMPARE(decided(31, CheckOutcome::SendBack, why), ErrorCode::Count);
    const auto kept = m_place->place().decisions();
    QCOMPARE(kept.size(), 1);
    const auto &answer = *m_place->reg().decision;
    QCOMPARE(kept.first().uuid, answer.uuid);
    QCOMPARE(kept.first().user, QStringLiteral("u1"));
    QCOMPARE(kept.first().entry, 31);
    QCOMPARE(kept.first().outcome, int(CheckOutcome::SendBack));
    QCOMPARE(kept.first().reason, why);
    QCOMPARE(kept.first().feedNumber, answer.feedNumber);
    QCOMPARE(kept.first().atMs, answer.at.toMSecsSinceEpoch());
    // An entry that was there before any station: nobody can offer it, nor what was decided.
    m_place->reg().decision->uuid.clear();
    QCOMPARE(decided(31), ErrorCode::Count);
    QCOMPARE(m_place->place().decisions().size(), 1);
}

void TestDeskChecks::theAuthorDoesNotCheck_data()
{
    QTest::addColumn<CheckOutcome>("outcome");
    QTest::newRow("register") << CheckOutcome::Register;
    QTest::newRow("send back") << CheckOutcome::SendBack;
}

/// Four eyes; the register refuses it too and is not even asked.
void TestDeskChecks::theAuthorDoesNotCheck()
{
    QFETCH(CheckOutcome, outcome);
    QCOMPARE(decided(32, outcome, why), ErrorCode::OwnEntry);
    QVERIFY(m_place->reg().checks.isEmpty());
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().reason, QStringLiteral("OwnEntry"));
}

void TestDeskChecks::theAuthorTakesBackHisOwn()
{
    QCOMPARE(decided(31, CheckOutcome::Withdraw), ErrorCode::RightMissing);
    QCOMPARE(m_place->place().newRows().first().outcome, evidence::Outcome::Refused);
    QCOMPARE(decided(32, CheckOutcome::Withdraw), ErrorCode::Count);
    QCOMPARE(m_place->reg().checks.size(), 1);
}

void TestDeskChecks::sendingBackNeedsItsReason()
{
    QCOMPARE(decided(31, CheckOutcome::SendBack, QStringLiteral("　")), ErrorCode::EntryIncomplete);
    QVERIFY(m_place->reg().checks.isEmpty());
}

void TestDeskChecks::whatIsDecidedIsDecided()
{
    QCOMPARE(decided(33), ErrorCode::EntryDecided);
    QCOMPARE(decided(99), ErrorCode::EntryUnknown);
    QVERIFY(m_place->reg().checks.isEmpty());
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().reason, QStringLiteral("EntryDecided"));
}

void TestDeskChecks::whatTheRegisterRefusesIsARowToo_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("out of reach") << ErrorCode::RegisterUnreachable;
    QTest::newRow("decided meanwhile") << ErrorCode::EntryDecided;
    QTest::newRow("the right has ended") << ErrorCode::RightMissing;
    QTest::newRow("four eyes") << ErrorCode::OwnEntry;
}

void TestDeskChecks::whatTheRegisterRefusesIsARowToo()
{
    QFETCH(ErrorCode, code);
    m_place->reg().decision = base::fail(code);
    QCOMPARE(decided(31), code);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Failed);
    QCOMPARE(rows.first().subjects.first().person.value, people::father);
    QVERIFY(m_place->place().decisions().isEmpty());
}

QTEST_MAIN(TestDeskChecks)
#include "tst_deskchecks.moc"
