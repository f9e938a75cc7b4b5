// links: madoguchi_app
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Colleague;
using counterwork::WritingPlace;
using desk::Caller;
using desk::Right;
using desk::Rights;
using residents::Proposal;
namespace people = counterwork::people;
namespace words = counterwork::words;

namespace {
const QString why = QStringLiteral("本人が来庁し相談");
}

/// What the desk shows of notes, contact, restrictions and what waits: everything that is there, to
/// those who may see the record; nothing of where somebody hides, no number on the telephone.
class TestDeskEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingIsShownAndLogged();
    void notWithoutRightOrVisit();
    void aProtectedRecordNeedsItsReason();
    void whereSomebodyHidesIsNotTold();
    void theTelephoneTellsNoNumberAndNoPlace();
    void nothingIsShownWithoutItsRow();
    void whatWaitsStandsBeside();
    void whatWaitsIsItsAuthorsAndTheCheckers();
    void whatOneFiledIsNotTalkedOut();
    void aFormTakesTheLock();
    void theLockOfAHouseholdIsItsOwn();
    void withoutTheRegisterAFormOpens();
    void aLockIsBrokenByRightAndReason();

private:
    [[nodiscard]] base::Result<desk::PersonEntries>
    view(qint64 person, Caller caller = Caller::Self, const QString &reason = {})
    {
        return m_place->desk()
            .writeEntries()
            .entries(m_place->request(person, caller, reason))
            .result();
    }
    void clerk(Rights rights);

    std::unique_ptr<WritingPlace> m_place;
};

void TestDeskEntries::init()
{
    clerk(WritingPlace::writer());
}

void TestDeskEntries::clerk(Rights rights)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(counterwork::writingWorld(), rights);
}

void TestDeskEntries::everythingIsShownAndLogged()
{
    const auto seen = view(people::father);
    QVERIFY(seen.has_value());
    QCOMPARE(seen->person.value, people::father);
    QCOMPARE(seen->name, QStringLiteral("山田　太郎"));
    QStringList notes;
    for (const desk::NoteView &note : seen->notes)
        notes.append(note.note.text);
    QCOMPARE(notes, (QStringList{words::ownHome, words::second, words::gone}));
    QVERIFY(seen->notes.last().note.withdrawn);
    QCOMPARE(seen->notes.at(1).earlier, QList{counterwork::aNote(1, people::father, words::first)});
    QCOMPARE(seen->notes.at(1).note.by.name, QStringLiteral("前任　者"));
    QVERIFY(!seen->notes.at(1).withheld);
    QVERIFY(seen->contact.has_value());
    QCOMPARE(seen->contact->telephone, QStringLiteral("0900000001"));
    QCOMPARE(seen->contact->sendAddress, counterwork::sendTo);
    QCOMPARE(seen->earlierContacts.size(), 1);
    QVERIFY(!seen->contactHidden);
    QVERIFY(seen->waiting.isEmpty());
    const auto child = view(people::child);
    QVERIFY(child.has_value());
    QVERIFY(!child->contact.has_value());
    QCOMPARE(child->restrictions.size(), 1); // ended, and known all the same
    QVERIFY(child->restrictions.first().ended);

    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 2);
    const evidence::Row &row = rows.first();
    QCOMPARE(row.number, seen->logRow);
    QCOMPARE(row.procedure, QStringLiteral("ViewEntries"));
    QCOMPARE(row.operation, evidence::Operation::Access);
    QCOMPARE(row.outcome, evidence::Outcome::Done);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.subjects, (QList<base::SnapshotId>{{{people::father}, 3}}));
    QVERIFY(!row.visit.isEmpty());
    QVERIFY(!row.individualNumberAccessed);
    QCOMPARE(m_place->place().opened(row).people.first().name, QStringLiteral("山田　太郎"));
}

void TestDeskEntries::notWithoutRightOrVisit()
{
    QCOMPARE(codeOf(m_place->desk()
                        .writeEntries()
                        .entries({.visit = {}, .person = {people::father}, .reason = {}})
                        .result()),
             ErrorCode::VisitMissing);
    clerk(Rights(Right::WriteNote) | Right::EnterRestriction | Right::CheckEntry);
    QCOMPARE(codeOf(view(people::father)), ErrorCode::RightMissing);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().reason, QStringLiteral("RightMissing"));
    QVERIFY(rows.first().subjects.isEmpty());
}

void TestDeskEntries::aProtectedRecordNeedsItsReason()
{
    QCOMPARE(codeOf(view(people::hidden, Caller::Self, why)), ErrorCode::RestrictedRecord);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().subjects, (QList<base::SnapshotId>{{{people::hidden}, 1}}));

    clerk(WritingPlace::writer() | Right::OpenRestricted);
    QCOMPARE(codeOf(view(people::hidden)), ErrorCode::ReasonMissing);
    QVERIFY(m_place->place().newRows().isEmpty());
    const auto seen = view(people::hidden, Caller::Self, why);
    QVERIFY(seen.has_value());
    QCOMPARE(seen->contact->telephone, QStringLiteral("0900000005"));
    QCOMPARE(seen->notes.size(), 1);
    const auto opened = m_place->place().newRows();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().reason, QStringLiteral("OpenRestricted"));
    QCOMPARE(m_place->place().opened(opened.first()).reason, why);
}

/// municipal-facts.md 4.12, case 3: also when the clerk may open the record of who hides.
void TestDeskEntries::whereSomebodyHidesIsNotTold()
{
    clerk(WritingPlace::writer() | Right::OpenRestricted);
    const auto seen = view(people::mother, Caller::Self, why);
    QVERIFY(seen.has_value());
    QCOMPARE(seen->notes.size(), 1);
    QVERIFY(seen->notes.first().withheld);
    QVERIFY(!seen->notes.first().note.text.contains(QStringLiteral("5番地")));
    QVERIFY(seen->contactHidden);
    QVERIFY(seen->contact.has_value());
    QVERIFY(seen->contact->sendAddress.isEmpty());
    QVERIFY(seen->contact->sendName.isEmpty());
    QVERIFY(seen->contact->telephone.isEmpty());
    // What was not shown is not written over.
    residents::Note note = counterwork::aNote(4, people::mother, QStringLiteral("別の内容"));
    QCOMPARE(codeOf(m_place->file({note, 1, {}})), ErrorCode::RestrictedRecord);
    residents::Contact contact;
    contact.person = {people::mother};
    QCOMPARE(codeOf(m_place->file({contact, 1, {}})), ErrorCode::RestrictedRecord);
    QVERIFY(m_place->place().items().isEmpty());
}

void TestDeskEntries::theTelephoneTellsNoNumberAndNoPlace()
{
    const auto told = view(people::father, Caller::Telephone);
    QVERIFY(told.has_value());
    QVERIFY(told->contactHidden);
    QVERIFY(told->contact.has_value());
    for (const residents::Contact &one : QList{*told->contact} + told->earlierContacts) {
        QVERIFY(one.telephone.isEmpty());
        QVERIFY(one.sendPostalCode.isEmpty());
        QVERIFY(one.sendAddress.isEmpty());
        QVERIFY(one.sendName.isEmpty());
    }
    QCOMPARE(told->contact->version, 2);
    QVERIFY(told->notes.first().withheld);
    QVERIFY(!told->notes.first().note.text.contains(QStringLiteral("呼び鈴")));
    QCOMPARE(told->notes.at(1).note.text, words::second);
    // Nothing is left out of what holds nothing.
    QVERIFY(!view(people::child, Caller::Telephone)->contactHidden);
}

void TestDeskEntries::nothingIsShownWithoutItsRow()
{
    const desk::EntryRequest request = m_place->request(people::father);
    const auto shown = [&] {
        const counterwork::FullDisk full;
        return m_place->desk().writeEntries().entries(request).result();
    }();
    QVERIFY(!shown.has_value());
    QVERIFY(shown.error().code == ErrorCode::LogNotWritten ||
            shown.error().code == ErrorCode::DiskFull);
    QVERIFY(m_place->desk().writeEntries().entries(request).result().has_value());
}

void TestDeskEntries::whatWaitsStandsBeside()
{
    m_place->reg().reached = false;
    const Proposal proposal{
        counterwork::aNote(0, people::father, QStringLiteral("後で電話")), 0, {}};
    const auto filed = m_place->file(proposal);
    QVERIFY(filed.has_value());
    const auto seen = view(people::father);
    QVERIFY(seen.has_value());
    QCOMPARE(seen->notes.size(), 3); // the register's record stays as it is
    QCOMPARE(seen->waiting.size(), 1);
    const desk::WaitingEntry &waiting = seen->waiting.first();
    QCOMPARE(waiting.uuid, filed->uuid);
    QCOMPARE(waiting.state, desk::ItemState::Filed);
    QVERIFY(waiting.mine);
    QCOMPARE(std::get<residents::Note>(waiting.proposal->entered).text, QStringLiteral("後で電話"));
    QVERIFY(!waiting.before.has_value());
    QVERIFY(view(people::child)->waiting.isEmpty());
}

/// Before and after only to its author and to checkers; that something waits, to everybody.
void TestDeskEntries::whatWaitsIsItsAuthorsAndTheCheckers()
{
    residents::Restriction ending = counterwork::aNewRestriction(people::father);
    ending.id = 8;
    const residents::Restriction standing = ending;
    ending.ended = true;
    const Proposal proposal{ending, 1, QStringLiteral("申出の取下げ")};
    m_place->place().feed(
        {support::rowOf(standing), counterwork::rowOf(counterwork::anEntry(31, proposal))});
    const auto other = view(people::father);
    QCOMPARE(other->waiting.size(), 1);
    QCOMPARE(other->waiting.first().entry, 31);
    QCOMPARE(other->waiting.first().state, desk::ItemState::Provisional);
    QCOMPARE(other->waiting.first().authorName, QStringLiteral("前任　者"));
    QVERIFY(!other->waiting.first().mine);
    QVERIFY(!other->waiting.first().proposal.has_value());
    QVERIFY(!other->waiting.first().before.has_value());
    Colleague checker(*m_place, Rights(Right::Search) | Right::CheckEntry);
    const auto seen =
        checker.desk()
            .writeEntries()
            .entries({.visit = checker.visit(), .person = {people::father}, .reason = {}})
            .result();
    QVERIFY(seen.has_value());
    QCOMPARE(seen->waiting.first().proposal, std::optional(proposal));
    QCOMPARE(seen->waiting.first().before, std::optional(residents::Entered(standing)));
    // His own, at another station.
    m_place->place().feed(
        {counterwork::rowOf(counterwork::anEntry(31, proposal, QStringLiteral("u1")))});
    QCOMPARE(view(people::father)->waiting.first().proposal, std::optional(proposal));
    QVERIFY(view(people::father)->waiting.first().mine);
}

/// On the telephone not even what the clerk filed himself is told; a colleague sees only that there
/// is something.
void TestDeskEntries::whatOneFiledIsNotTalkedOut()
{
    m_place->reg().reached = false;
    QVERIFY(
        m_place->file({counterwork::aContact(people::child, QStringLiteral("0900000003")), 0, {}}));
    const auto told = view(people::child, Caller::Telephone);
    QCOMPARE(told->waiting.size(), 1);
    const auto &contact = std::get<residents::Contact>(told->waiting.first().proposal->entered);
    QVERIFY(contact.telephone.isEmpty());
    QVERIFY(contact.sendAddress.isEmpty());
    Colleague colleague(*m_place, WritingPlace::writer() | Right::CheckEntry);
    const auto seen =
        colleague.desk()
            .writeEntries()
            .entries({.visit = colleague.visit(), .person = {people::child}, .reason = {}})
            .result();
    QCOMPARE(seen->waiting.size(), 1);
    QVERIFY(!seen->waiting.first().mine);
    QVERIFY(!seen->waiting.first().proposal.has_value());
}

void TestDeskEntries::aFormTakesTheLock()
{
    const Proposal note{counterwork::aNote(0, people::father, QStringLiteral("a")), 0, {}};
    desk::WriteEntries &desk = m_place->desk().writeEntries();
    const auto mine = desk.begin(m_place->request(people::father), note).result();
    QVERIFY(mine.has_value());
    QVERIFY(mine->registerReached);
    QVERIFY(mine->heldBy.isEmpty());
    const central::LockKey key{central::LockKey::Kind::Person, people::father};
    QVERIFY(m_place->reg().locked == QList{key});
    m_place->reg().held = {{.key = key,
                            .userId = QStringLiteral("u9"),
                            .userName = QStringLiteral("前任　者"),
                            .stationId = QStringLiteral("S2"),
                            .since = counterwork::written,
                            .until = counterwork::written.addSecs(300)}};
    const auto theirs = desk.begin(m_place->request(people::father), note).result();
    QCOMPARE(theirs->heldBy.size(), 1);
    QCOMPARE(theirs->hint, std::optional(ErrorCode::EditLocked));
    QVERIFY(!mine->hint.has_value());
    QCOMPARE(theirs->heldBy.first().userName, QStringLiteral("前任　者"));
    QVERIFY(desk.end().result().has_value());
    QCOMPARE(m_place->reg().released, 1);
    QVERIFY(m_place->place().newRows().isEmpty()); // nothing is handed out
    // The right is that of what is entered.
    clerk(Rights(Right::Search) | Right::EnterRestriction);
    QCOMPARE(
        codeOf(
            m_place->desk().writeEntries().begin(m_place->request(people::father), note).result()),
        ErrorCode::RightMissing);
    QVERIFY(m_place->reg().locked.isEmpty());
}

void TestDeskEntries::theLockOfAHouseholdIsItsOwn()
{
    residents::Restriction whole = counterwork::aNewRestriction(0);
    whole.household = {1};
    const auto begun = m_place->desk()
                           .writeEntries()
                           .begin(m_place->request(people::mother), {whole, 0, why})
                           .result();
    QVERIFY(begun.has_value());
    QVERIFY(m_place->reg().locked ==
            (QList<central::LockKey>{{central::LockKey::Kind::Household, 1}}));
}

void TestDeskEntries::withoutTheRegisterAFormOpens()
{
    m_place->reg().reached = false;
    desk::WriteEntries &desk = m_place->desk().writeEntries();
    const auto begun = desk.begin(m_place->request(people::father),
                                  {counterwork::aNote(0, people::father, {}), 0, {}})
                           .result();
    QVERIFY(begun.has_value());
    QVERIFY(!begun->registerReached);
    QCOMPARE(begun->hint, std::optional(ErrorCode::RegisterUnreachable));
    QVERIFY(begun->heldBy.isEmpty());
    QVERIFY(desk.end().result().has_value());
}

void TestDeskEntries::aLockIsBrokenByRightAndReason()
{
    const central::LockKey key{central::LockKey::Kind::Person, people::father};
    const auto breaking = [&](central::LockKey what, const QString &reason) {
        return codeOf(m_place->desk()
                          .writeEntries()
                          .breakLock(m_place->request(people::father), what, reason)
                          .result());
    };
    QCOMPARE(breaking(key, why), ErrorCode::RightMissing);
    clerk(Rights(Right::Search) | Right::BreakLock);
    m_place->place().forgetRows();
    QCOMPARE(breaking(key, QStringLiteral("　")), ErrorCode::ReasonMissing);
    QCOMPARE(breaking({central::LockKey::Kind::Person, people::hidden}, why),
             ErrorCode::EntryIncomplete);
    QVERIFY(m_place->reg().broken.isEmpty());
    QVERIFY(m_place->place().newRows().isEmpty());
    QCOMPARE(breaking(key, why), ErrorCode::Count);
    QVERIFY(m_place->reg().broken == QList{key});
    auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("BreakLock"));
    QCOMPARE(rows.first().operation, evidence::Operation::Update);
    QVERIFY(m_place->place()
                .opened(rows.first())
                .conditions.contains(qMakePair(QStringLiteral("理由"), why)));
    m_place->reg().reached = false;
    QCOMPARE(breaking(key, why), ErrorCode::RegisterUnreachable);
    rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.last().outcome, evidence::Outcome::Failed);
    QCOMPARE(rows.last().reason, QStringLiteral("RegisterUnreachable"));
}

QTEST_MAIN(TestDeskEntries)
#include "tst_deskentries.moc"
