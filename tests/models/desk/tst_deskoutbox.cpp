// links: madoguchi_app
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Colleague;
using counterwork::WritingPlace;
using desk::ItemState;
using desk::OutboxLine;
using desk::Right;
using desk::Rights;
using residents::Proposal;
namespace people = counterwork::people;
namespace words = counterwork::words;

namespace {

const QString why = QStringLiteral("本人の申出");
constexpr qint64 hour = 3'600'000;

Proposal aNewNote(const QString &text = QStringLiteral("後で電話"))
{
    return {counterwork::aNote(0, people::child, text), 0, {}};
}
Proposal aChangedNote()
{
    return {counterwork::aNote(1, people::father, QStringLiteral("私の言葉")), 1, {}};
}
Proposal aRestriction()
{
    return {counterwork::aNewRestriction(people::child), 0, why};
}

} // namespace

/// The outbox of a station: each clerk's own items; what came back is tried again, taken back, made
/// a draft or thrown away; a supervisor sees what is stuck and opens nothing.
class TestDeskOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyItemIsListedToItsAuthor();
    void aSupervisorSeesWhatIsStuck();
    void whoWritesNothingSeesNothing();
    void settledItemsLeaveAfterADay();
    void anItemIsOpenedByItsAuthorOnly();
    void anItemOfAProtectedPersonStaysBehindTheGate();
    void aConflictShowsBothSides();
    void nothingIsShownWithoutItsRow();
    void aRefusedItemIsTriedAgain();
    void theRuleOfARefusalIsToldItsAuthor();
    void whatWasNeverSentIsTakenBackHere();
    void whatMayBeThereIsAskedForFirst();
    void aProvisionalEntryIsWithdrawnAtTheRegister();
    void whatIsRegisteredIsNotTakenBack();
    void anotherOnesItemIsLeftAlone();
    void whatCameBackIsThrownAway();
    void aConflictBecomesADraftOnWhatStands();
    void onATakenBackNoteNothingIsBased();
    void aRefusedItemBecomesTheDraft();
    void draftsAreOnDisk();

private:
    [[nodiscard]] desk::OutboxDesk &desk() { return m_place->desk().outbox(); }
    [[nodiscard]] QList<OutboxLine> lines(bool settled = false);
    /// In conflict with a newer version of the note.
    [[nodiscard]] QString aConflict(bool withdrawn = false);
    [[nodiscard]] QString aRefused(ErrorCode code = ErrorCode::EntryPending,
                                   const QString &detail = {});

    std::unique_ptr<WritingPlace> m_place;
};

void TestDeskOutbox::init()
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>();
}

QList<OutboxLine> TestDeskOutbox::lines(bool settled)
{
    const auto answer = desk().items(settled).result();
    if (!answer)
        qFatal("no list: %d", int(answer.error().code));
    return *answer;
}

QString TestDeskOutbox::aConflict(bool withdrawn)
{
    residents::Note theirs = counterwork::aNote(1, people::father, words::second, 2);
    theirs.withdrawn = withdrawn;
    m_place->reg().answer = [theirs](const auto &) -> counterwork::ScriptedRegister::Answered {
        return central::SubmissionAnswer{.verdict = central::Verdict::Conflict, .theirs = theirs};
    };
    const auto filed = m_place->file(aChangedNote());
    m_place->reg().answer = {};
    if (withdrawn)
        m_place->place().feed({counterwork::rowOf(theirs)});
    return filed ? filed->uuid : QString();
}

QString TestDeskOutbox::aRefused(ErrorCode code, const QString &detail)
{
    m_place->reg().answer = [=](const auto &) -> counterwork::ScriptedRegister::Answered {
        return base::fail(code, detail);
    };
    const auto filed = m_place->file(aRestriction());
    m_place->reg().answer = {};
    return filed ? filed->uuid : QString();
}

void TestDeskOutbox::everyItemIsListedToItsAuthor()
{
    const auto draft = m_place->desk()
                           .writeEntries()
                           .keepDraft(m_place->request(people::child), aNewNote())
                           .result();
    m_place->place().clock().pass(hour);
    const QString refused = aRefused();
    m_place->place().clock().pass(hour);
    m_place->reg().reached = false;
    const auto waiting = m_place->file(aNewNote());
    m_place->place().forgetRows();
    const auto all = lines();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).uuid, waiting->uuid); // newest first
    QCOMPARE(all.at(1).uuid, refused);
    QCOMPARE(all.at(2).uuid, *draft);
    QCOMPARE(all.at(0).state, ItemState::Filed);
    QVERIFY(!all.at(0).stuck);
    QVERIFY(all.at(0).mine);
    QCOMPARE(all.at(0).person.value, people::child);
    QCOMPARE(all.at(0).filedAt, m_place->place().clock().now());
    QCOMPARE(all.at(1).reason, std::optional(ErrorCode::EntryPending));
    QVERIFY(all.at(1).stuck);
    QCOMPARE(all.at(1).kind, residents::EntryKind::Restriction);
    QVERIFY(!all.at(2).filedAt.isValid());
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("ListOutbox"));
    QCOMPARE(rows.first().subjects, (QList<base::SnapshotId>{{{people::child}, 0}}));
}

void TestDeskOutbox::aSupervisorSeesWhatIsStuck()
{
    const QString refused = aRefused();
    const QString conflict = aConflict();
    m_place->reg().reached = false;
    const auto waiting = m_place->file(aNewNote());
    QVERIFY(m_place->desk()
                .writeEntries()
                .keepDraft(m_place->request(people::child), aNewNote())
                .result());
    Colleague clerk(*m_place, WritingPlace::writer());
    Colleague supervisor(*m_place, Rights(Right::Search), desk::Role::Supervisor,
                         QStringLiteral("u3"));
    QVERIFY(clerk.desk().outbox().items().result()->isEmpty());
    const auto stuck = [&supervisor] {
        QStringList uuids;
        const auto answer = supervisor.desk().outbox().items().result();
        for (const OutboxLine &line : *answer) {
            if (line.mine || !line.stuck || !line.answer.isEmpty())
                qFatal("not a stuck item of somebody else");
            uuids.append(line.uuid);
        }
        uuids.sort();
        return uuids;
    };
    QStringList expected{refused, conflict};
    expected.sort();
    QCOMPARE(stuck(), expected);
    m_place->place().clock().pass(24 * hour + 1);
    expected.append(waiting->uuid);
    expected.sort();
    QCOMPARE(stuck(), expected);
    QCOMPARE(codeOf(supervisor.desk().outbox().open(refused).result()), ErrorCode::RightMissing);
}

void TestDeskOutbox::whoWritesNothingSeesNothing()
{
    Colleague reader(*m_place, Rights(Right::Search) | Right::CheckEntry | Right::RevealNumber);
    QCOMPARE(codeOf(reader.desk().outbox().items().result()), ErrorCode::RightMissing);
    QCOMPARE(m_place->place().newRows().first().reason, QStringLiteral("RightMissing"));
    m_place->place().counter().setLocked(true);
    QCOMPARE(codeOf(desk().items().result()), ErrorCode::NotSignedIn);
}

void TestDeskOutbox::settledItemsLeaveAfterADay()
{
    const auto registered = m_place->file(aNewNote());
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().state, ItemState::Registered);
    m_place->place().clock().pass(24 * hour + 1);
    QVERIFY(lines().isEmpty());
    QCOMPARE(lines(true).size(), 1);
    QCOMPARE(lines(true).first().uuid, registered->uuid);
}

void TestDeskOutbox::anItemIsOpenedByItsAuthorOnly()
{
    m_place->reg().reached = false;
    const auto filed = m_place->file(aChangedNote());
    m_place->place().forgetRows();
    const auto seen = desk().open(filed->uuid).result();
    QVERIFY(seen.has_value());
    QCOMPARE(seen->personName, QStringLiteral("山田　太郎"));
    QCOMPARE(std::get<residents::Note>(seen->mine.entered).text, QStringLiteral("私の言葉"));
    QCOMPARE(std::get<residents::Note>(*seen->before).text, words::first);
    QVERIFY(!seen->theirs.has_value());
    auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("OpenOutboxItem"));
    QCOMPARE(rows.first().number, seen->logRow);
    QCOMPARE(rows.first().subjects, (QList<base::SnapshotId>{{{people::father}, 3}}));
    QCOMPARE(rows.first().detail, filed->uuid);
    Colleague colleague(*m_place, WritingPlace::writer());
    QCOMPARE(codeOf(colleague.desk().outbox().open(filed->uuid).result()), ErrorCode::RightMissing);
    rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().subjects.first().person.value, people::father);
    QCOMPARE(codeOf(desk().open(QStringLiteral("no such")).result()), ErrorCode::EntryUnknown);
}

/// Protected since he wrote it, and he has not the right.
void TestDeskOutbox::anItemOfAProtectedPersonStaysBehindTheGate()
{
    m_place->reg().reached = false;
    const auto filed = m_place->file(aNewNote());
    m_place->place().feed({support::rowOf(support::aProtection(2, people::child))});
    QCOMPARE(codeOf(desk().open(filed->uuid).result()), ErrorCode::RestrictedRecord);
    Colleague same(*m_place, WritingPlace::writer() | Right::OpenRestricted, desk::Role::Clerk,
                   QStringLiteral("u1"));
    m_place->place().forgetRows();
    QVERIFY(same.desk().outbox().open(filed->uuid).result().has_value());
    QCOMPARE(m_place->place().newRows().first().reason, QStringLiteral("OpenRestricted"));
}

void TestDeskOutbox::aConflictShowsBothSides()
{
    const auto seen = desk().open(aConflict()).result();
    QVERIFY(seen.has_value());
    QCOMPARE(seen->line.state, ItemState::Conflict);
    QCOMPARE(seen->line.reason, std::optional(ErrorCode::EntryConflict));
    QCOMPARE(std::get<residents::Note>(*seen->before).text, words::first);
    QCOMPARE(std::get<residents::Note>(*seen->theirs).text, words::second);
    // Theirs may name where somebody hides.
    m_place->reg().answer = [](const auto &) -> counterwork::ScriptedRegister::Answered {
        return central::SubmissionAnswer{
            .verdict = central::Verdict::Conflict,
            .theirs = counterwork::aNote(1, people::father, words::hiding, 2)};
    };
    const auto telling = desk().open(m_place->file(aChangedNote())->uuid).result();
    QVERIFY(!std::get<residents::Note>(*telling->theirs).text.contains(QStringLiteral("5番地")));
}

void TestDeskOutbox::nothingIsShownWithoutItsRow()
{
    const QString uuid = aConflict();
    const counterwork::FullDisk full;
    const auto opened = desk().open(uuid).result();
    const auto listed = desk().items().result();
    QVERIFY(!opened.has_value());
    QVERIFY(!listed.has_value());
}

void TestDeskOutbox::aRefusedItemIsTriedAgain()
{
    const QString uuid = aRefused();
    m_place->place().forgetRows();
    const auto sent = desk().retry(uuid).result();
    QCOMPARE(sent->state, ItemState::Provisional);
    QCOMPARE(m_place->reg().submitted.size(), 2);
    QCOMPARE(m_place->reg().submitted.last().uuid, uuid);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("RetryEntry"));
    QCOMPARE(rows.first().operation, evidence::Operation::Update);
    QCOMPARE(codeOf(desk().retry(uuid).result()), ErrorCode::EntryDecided);
}

void TestDeskOutbox::theRuleOfARefusalIsToldItsAuthor()
{
    const auto rule = QStringLiteral("HeadTwice");
    const QString uuid = aRefused(ErrorCode::MoveRefused, rule);
    const auto mine = lines();
    QCOMPARE(mine.size(), 1);
    QCOMPARE(mine.first().reason, ErrorCode::MoveRefused);
    QCOMPARE(mine.first().rule, rule);
    QCOMPARE(desk().open(uuid).result()->line.rule, rule);
    Colleague supervisor(*m_place, Rights(Right::Search), desk::Role::Supervisor,
                         QStringLiteral("u3"));
    const auto stuck = supervisor.desk().outbox().items().result();
    QCOMPARE(stuck->size(), 1);
    QCOMPARE(stuck->first().reason, ErrorCode::MoveRefused);
    QCOMPARE(stuck->first().rule, QString());
    // Tried again and refused again: what came of it says so too.
    m_place->reg().answer = [&rule](const auto &) -> counterwork::ScriptedRegister::Answered {
        return base::fail(ErrorCode::MoveRefused, rule);
    };
    const auto again = desk().retry(uuid).result();
    QCOMPARE(again->reason, ErrorCode::MoveRefused);
    QCOMPARE(again->rule, rule);
}

void TestDeskOutbox::whatWasNeverSentIsTakenBackHere()
{
    // Filed while nothing could be sent at all.
    desk::Counter::Parts parts =
        m_place->place().partsFor(QStringLiteral("u1"), WritingPlace::writer());
    parts.writing.ship = {};
    desk::Counter counter(std::move(parts));
    desk::Visit visit;
    visit.id = {QUuid::createUuid()};
    counter.addVisit(visit);
    desk::Procedures offline(counter);
    const auto filed =
        offline.writeEntries()
            .file({.visit = visit.id, .person = {people::child}, .reason = {}}, aNewNote())
            .result();
    QCOMPARE(filed->state, ItemState::Filed);
    m_place->reg().reached = false;
    m_place->place().forgetRows();
    QVERIFY(offline.outbox().withdraw(filed->uuid, why).result().has_value());
    QCOMPARE(m_place->item(filed->uuid).state, ItemState::Withdrawn);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("WithdrawEntry"));
    QCOMPARE(m_place->place().opened(rows.first()).reason, why);
    QVERIFY(m_place->reg().submitted.isEmpty());
}

/// The answer was lost: the register may hold it.
void TestDeskOutbox::whatMayBeThereIsAskedForFirst()
{
    m_place->reg().reached = false;
    const auto filed = m_place->file(aRestriction());
    QCOMPARE(m_place->item(filed->uuid).tries, 1);
    m_place->place().forgetRows();
    QCOMPARE(codeOf(desk().withdraw(filed->uuid, {}).result()), ErrorCode::RegisterUnreachable);
    QCOMPARE(m_place->item(filed->uuid).state, ItemState::Filed);
    QCOMPARE(m_place->place().newRows().last().outcome, evidence::Outcome::Failed);
    m_place->reg().reached = true;
    QVERIFY(desk().withdraw(filed->uuid, {}).result().has_value());
    QCOMPARE(m_place->reg().checks.size(), 1);
    QCOMPARE(m_place->reg().checks.first().entry, 41);
    QVERIFY(m_place->reg().checks.first().outcome == central::CheckOutcome::Withdraw);
    QCOMPARE(m_place->item(filed->uuid).state, ItemState::Withdrawn);
}

void TestDeskOutbox::aProvisionalEntryIsWithdrawnAtTheRegister()
{
    const auto filed = m_place->file(aRestriction());
    QCOMPARE(filed->state, ItemState::Provisional);
    m_place->reg().reached = false;
    QCOMPARE(codeOf(desk().withdraw(filed->uuid, why).result()), ErrorCode::RegisterUnreachable);
    QCOMPARE(m_place->item(filed->uuid).state, ItemState::Provisional);
    m_place->reg().reached = true;
    m_place->reg().decision = base::fail(ErrorCode::EntryDecided);
    QCOMPARE(codeOf(desk().withdraw(filed->uuid, why).result()), ErrorCode::EntryDecided);
    QCOMPARE(m_place->item(filed->uuid).state, ItemState::Provisional);
    QVERIFY(m_place->place().decisions().isEmpty());
    m_place->reg().decision = central::CheckAnswer{
        .uuid = filed->uuid, .feedNumber = 170, .at = QDateTime::fromMSecsSinceEpoch(5, Qt::UTC)};
    QVERIFY(desk().withdraw(filed->uuid, why).result().has_value());
    QCOMPARE(m_place->reg().checks.last().reason, why);
    // Should the register lose it, it is withdrawn again.
    const auto kept = m_place->place().decisions();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().uuid, filed->uuid);
    QCOMPARE(kept.first().outcome, int(central::CheckOutcome::Withdraw));
    QCOMPARE(kept.first().reason, why);
    QCOMPARE(kept.first().feedNumber, 170);
    QCOMPARE(m_place->item(filed->uuid).state, ItemState::Withdrawn);
}

void TestDeskOutbox::whatIsRegisteredIsNotTakenBack()
{
    const auto filed = m_place->file(aNewNote());
    QCOMPARE(codeOf(desk().withdraw(filed->uuid, why).result()), ErrorCode::EntryDecided);
    QCOMPARE(codeOf(desk().discard(filed->uuid).result()), ErrorCode::EntryDecided);
    QCOMPARE(codeOf(desk().keepAsDraft(filed->uuid).result()), ErrorCode::EntryDecided);
}

void TestDeskOutbox::anotherOnesItemIsLeftAlone()
{
    const QString conflict = aConflict();
    const QString refused = aRefused();
    Colleague other(*m_place, WritingPlace::writer(), desk::Role::Supervisor);
    m_place->place().forgetRows();
    desk::OutboxDesk &desk = other.desk().outbox();
    QCOMPARE(codeOf(desk.retry(refused).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(desk.withdraw(refused, why).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(desk.discard(conflict).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(desk.keepAsDraft(conflict).result()), ErrorCode::RightMissing);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 4);
    for (const evidence::Row &row : rows)
        QCOMPARE(row.outcome, evidence::Outcome::Refused);
    QCOMPARE(m_place->item(conflict).state, ItemState::Conflict);
    QCOMPARE(m_place->item(refused).state, ItemState::Refused);
}

void TestDeskOutbox::whatCameBackIsThrownAway()
{
    const QString conflict = aConflict();
    const QString refused = aRefused();
    const auto draft = m_place->desk()
                           .writeEntries()
                           .keepDraft(m_place->request(people::child), aNewNote())
                           .result();
    m_place->place().forgetRows();
    for (const QString &uuid : {conflict, refused, *draft})
        QVERIFY(desk().discard(uuid).result().has_value());
    QCOMPARE(m_place->item(conflict).state, ItemState::Discarded);
    QCOMPARE(m_place->item(refused).state, ItemState::Withdrawn);
    QCOMPARE(m_place->item(*draft).state, ItemState::Discarded);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.first().procedure, QStringLiteral("DiscardEntry"));
    QCOMPARE(rows.first().detail, conflict);
}

void TestDeskOutbox::aConflictBecomesADraftOnWhatStands()
{
    const QString conflict = aConflict();
    m_place->place().forgetRows();
    const auto draft = desk().keepAsDraft(conflict).result();
    QVERIFY(draft.has_value());
    QVERIFY(*draft != conflict);
    QCOMPARE(m_place->item(conflict).state, ItemState::Discarded);
    const journal::Item item = m_place->item(*draft);
    QCOMPARE(item.state, ItemState::Draft);
    const auto proposal = residents::decodeProposal(item.proposal);
    QCOMPARE(proposal->baseVersion, 2);
    const auto &note = std::get<residents::Note>(proposal->entered);
    QCOMPARE(note.text, QStringLiteral("私の言葉"));
    QCOMPARE(note.id, 1);
    QCOMPARE(residents::decodeNote(item.before)->text, words::second);
    QCOMPARE(m_place->place().newRows().first().procedure, QStringLiteral("KeepAsDraft"));
    QVERIFY(m_place->file(*proposal, *draft).has_value());
}

void TestDeskOutbox::onATakenBackNoteNothingIsBased()
{
    const auto draft = desk().keepAsDraft(aConflict(true)).result();
    QVERIFY(draft.has_value());
    const auto proposal = residents::decodeProposal(m_place->item(*draft).proposal);
    QCOMPARE(proposal->baseVersion, 0);
    QCOMPARE(std::get<residents::Note>(proposal->entered).id, 0);
    QCOMPARE(std::get<residents::Note>(proposal->entered).text, QStringLiteral("私の言葉"));
}

void TestDeskOutbox::aRefusedItemBecomesTheDraft()
{
    const QString refused = aRefused();
    QCOMPARE(desk().keepAsDraft(refused).result().value_or(QString()), refused);
    QCOMPARE(m_place->item(refused).state, ItemState::Draft);
    Proposal better = aRestriction();
    better.reason = QStringLiteral("書き直した理由");
    const auto filed = m_place->file(better, refused);
    QCOMPARE(filed->state, ItemState::Provisional);
    QCOMPARE(filed->uuid, refused);
    QCOMPARE(m_place->reg().submitted.last().proposal.reason, better.reason);
}

/// Promise 2: what somebody typed is in the file, not in memory.
void TestDeskOutbox::draftsAreOnDisk()
{
    const auto kept = m_place->desk()
                          .writeEntries()
                          .keepDraft(m_place->request(people::child), aNewNote())
                          .result();
    const QString refused = aRefused();
    const auto onDisk = m_place->place().itemsOnDisk();
    QCOMPARE(onDisk, m_place->place().items());
    QCOMPARE(onDisk.size(), 2);
    QCOMPARE(m_place->item(*kept).state, ItemState::Draft);
    QCOMPARE(m_place->item(refused).state, ItemState::Refused);
}

QTEST_MAIN(TestDeskOutbox)
#include "tst_deskoutbox.moc"
