// links: madoguchi_app
#include "base/errorname.h"
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Colleague;
using counterwork::WritingPlace;
using desk::Caller;
using desk::ItemState;
using desk::Right;
using desk::Rights;
using residents::Entered;
using residents::Proposal;
namespace people = counterwork::people;
namespace words = counterwork::words;

namespace {

const QString why = QStringLiteral("本人の申出");

Proposal aNewNote(const QString &text = QStringLiteral("後で電話"))
{
    return {counterwork::aNote(0, people::child, text), 0, {}};
}

/// Of each kind one that is new, and one that changes what is there.
struct Kind
{
    const char *procedure;
    Right right;
    Proposal fresh;
    Proposal change;
};
QList<Kind> kinds()
{
    residents::Contact contact =
        counterwork::aContact(people::father, QStringLiteral("0900000009"));
    residents::Contact first = counterwork::aContact(people::child, QStringLiteral("0900000009"));
    residents::Restriction again = counterwork::aNewRestriction(people::child);
    again.id = 7;
    return {{"EnterNote",
             Right::WriteNote,
             aNewNote(),
             {counterwork::aNote(1, people::father, QStringLiteral("別の内容")), 2, {}}},
            {"EnterContact", Right::WriteNote, {first, 0, {}}, {contact, 2, {}}},
            {"EnterRestriction",
             Right::EnterRestriction,
             {counterwork::aNewRestriction(people::child), 0, why},
             {again, 2, why}}};
}

} // namespace

/// Filing: the right of its kind, the record's gate, what may be entered at all; the item and its
/// row are written together before anything is sent, and nothing that was typed is lost.
class TestDeskFiling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsFiledIsSentAndLogged_data();
    void whatIsFiledIsSentAndLogged();
    void theRightIsThatOfTheKind_data() { eachKind(); }
    void theRightIsThatOfTheKind();
    void aVisitAndItsPersonAreNeeded_data() { eachKind(); }
    void aVisitAndItsPersonAreNeeded();
    void aProtectedPersonIsBehindTheGate_data() { eachKind(); }
    void aProtectedPersonIsBehindTheGate();
    void aFieldThatCannotBeIsNamed_data();
    void aFieldThatCannotBeIsNamed();
    void whatItChangesIsThere();
    void aHouseholdIsThatOfThePerson();
    void theTelephoneChangesNoContact();
    void theTelephoneWritesOverNothingUnseen();
    void withoutTheRegisterItIsFiled();
    void whatTheRegisterSaysIsAnswered_data();
    void whatTheRegisterSaysIsAnswered();
    void nothingIsFiledWithoutItsRow();
    void aDraftIsKeptAndFiled();
    void aDraftIsKeptBehindALockedScreen();
    void aDraftIsItsAuthors();

private:
    static void eachKind();
    void clerk(Rights rights);
    [[nodiscard]] desk::WriteEntries &desk() { return m_place->desk().writeEntries(); }

    std::unique_ptr<WritingPlace> m_place;
};

void TestDeskFiling::init()
{
    clerk(WritingPlace::writer());
}

void TestDeskFiling::clerk(Rights rights)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(counterwork::writingWorld(), rights);
}

void TestDeskFiling::eachKind()
{
    QTest::addColumn<int>("which");
    const auto all = kinds();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).procedure) << int(i);
}

void TestDeskFiling::whatIsFiledIsSentAndLogged_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("change");
    const auto all = kinds();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QTest::addRow("%s, new", all.at(i).procedure) << int(i) << false;
        QTest::addRow("%s, changed", all.at(i).procedure) << int(i) << true;
    }
}

void TestDeskFiling::whatIsFiledIsSentAndLogged()
{
    QFETCH(int, which);
    QFETCH(bool, change);
    const Kind kind = kinds().at(which);
    const Proposal proposal = change ? kind.change : kind.fresh;
    const auto filed = m_place->file(proposal);
    QVERIFY(filed.has_value());
    const bool checked = kind.right == Right::EnterRestriction;
    QCOMPARE(filed->state, checked ? ItemState::Provisional : ItemState::Registered);
    QCOMPARE(filed->entry, checked ? 41 : 0);
    QVERIFY(!filed->reason.has_value());

    QCOMPARE(m_place->reg().submitted.size(), 1);
    const central::Submission sent = m_place->reg().submitted.first();
    QCOMPARE(sent.uuid, filed->uuid);
    QCOMPARE(sent.filedAt, m_place->place().clock().now());
    QCOMPARE(sent.proposal.baseVersion, proposal.baseVersion);
    QCOMPARE(sent.proposal.reason, proposal.reason);
    const journal::Item item = m_place->item(filed->uuid);
    QCOMPARE(item.user, QStringLiteral("u1"));
    QCOMPARE(item.person, residents::personOf(proposal.entered).value);
    QCOMPARE(item.kind, which + 1);
    QCOMPARE(item.before.isEmpty(), !change);

    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    const evidence::Row &row = rows.first();
    QCOMPARE(row.number, filed->logRow);
    QCOMPARE(row.procedure, QString::fromLatin1(kind.procedure));
    QCOMPARE(row.operation, change ? evidence::Operation::Update : evidence::Operation::Register);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.subjects.size(), 1);
    QCOMPARE(row.subjects.first().person, residents::personOf(proposal.entered));
    QCOMPARE(row.detail, filed->uuid);
    evidence::Row clear = row;
    clear.sealed.clear();
    for (const char *said : {"後で電話", "別の内容", "09000000", "八幡町", "本人の申出"})
        QVERIFY(!evidence::encode(clear).contains(said));
}

void TestDeskFiling::theRightIsThatOfTheKind()
{
    QFETCH(int, which);
    const Kind kind = kinds().at(which);
    // Every other right of the desk.
    clerk((WritingPlace::writer() | Right::OpenRestricted | Right::CheckEntry | Right::BreakLock |
           Right::RevealNumber | Right::History) &
          ~Rights(kind.right));
    QCOMPARE(codeOf(m_place->file(kind.fresh)), ErrorCode::RightMissing);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QString::fromLatin1(kind.procedure));
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().reason, QStringLiteral("RightMissing"));
    QCOMPARE(codeOf(desk().keepDraft(m_place->request(people::child), kind.fresh).result()),
             ErrorCode::RightMissing);
    QVERIFY(m_place->place().items().isEmpty());
    QVERIFY(m_place->reg().submitted.isEmpty());
}

void TestDeskFiling::aVisitAndItsPersonAreNeeded()
{
    QFETCH(int, which);
    const Proposal proposal = kinds().at(which).fresh;
    QCOMPARE(
        codeOf(
            desk().file({.visit = {}, .person = {people::child}, .reason = {}}, proposal).result()),
        ErrorCode::VisitMissing);
    // It is about the child; another record is open.
    const auto other = desk().file(m_place->request(people::father), proposal).result();
    QCOMPARE(codeOf(other), ErrorCode::EntryIncomplete);
    QCOMPARE(other.error().detail, QStringLiteral("person"));
    QVERIFY(m_place->place().items().isEmpty());
}

void TestDeskFiling::aProtectedPersonIsBehindTheGate()
{
    QFETCH(int, which);
    Proposal proposal = kinds().at(which).fresh;
    std::visit([](auto &entered) { entered.person = {people::hidden}; }, proposal.entered);
    QCOMPARE(codeOf(m_place->file(proposal)), ErrorCode::RestrictedRecord);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().reason, QStringLiteral("RestrictedRecord"));
    QCOMPARE(rows.first().subjects.first().person.value, people::hidden);
    clerk(WritingPlace::writer() | Right::OpenRestricted);
    QCOMPARE(codeOf(m_place->file(proposal)), ErrorCode::ReasonMissing);
    QVERIFY(m_place->place().items().isEmpty());
    const auto filed =
        desk().file(m_place->request(people::hidden, Caller::Self, why), proposal).result();
    QVERIFY(filed.has_value());
    const auto opened = m_place->place().newRows();
    QCOMPARE(opened.last().reason, QStringLiteral("OpenRestricted"));
    QCOMPARE(m_place->place().opened(opened.last()).reason, why);
}

void TestDeskFiling::aFieldThatCannotBeIsNamed_data()
{
    QTest::addColumn<Proposal>("proposal");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const Proposal &proposal, const char *field) {
        QTest::newRow(name) << proposal << QString::fromLatin1(field);
    };
    residents::Contact contact;
    contact.person = {people::child};
    row("an empty note", aNewNote({}), "text");
    row("a long note", aNewNote(QString(1001, u'長')), "text");
    row("no contact at all", {contact, 0, {}}, "telephone");
    contact.sendPostalCode = QStringLiteral("12");
    row("a postal code", {contact, 0, {}}, "sendPostalCode");
    residents::Restriction restriction = counterwork::aNewRestriction(people::child);
    row("no reason", {restriction, 0, {}}, "reason");
    restriction.from = {};
    row("no beginning", {restriction, 0, why}, "from");
}

/// Nothing is filed, nothing is sent, and nothing was handed out that a row would tell of.
void TestDeskFiling::aFieldThatCannotBeIsNamed()
{
    QFETCH(Proposal, proposal);
    QFETCH(QString, field);
    const auto filed = m_place->file(proposal);
    QCOMPARE(codeOf(filed), ErrorCode::EntryIncomplete);
    QCOMPARE(filed.error().detail, field);
    QVERIFY(m_place->place().items().isEmpty());
    QVERIFY(m_place->reg().submitted.isEmpty());
    QVERIFY(m_place->place().newRows().isEmpty());
    // What was typed so far can be kept all the same.
    QVERIFY(desk().keepDraft(m_place->request(people::child), proposal).result().has_value());
}

void TestDeskFiling::whatItChangesIsThere()
{
    QCOMPARE(codeOf(m_place->file({counterwork::aNote(99, people::father, words::first), 1, {}})),
             ErrorCode::EntryUnknown);
    // Somebody else's note.
    QCOMPARE(codeOf(m_place->file({counterwork::aNote(1, people::child, words::first), 2, {}})),
             ErrorCode::EntryUnknown);
    QCOMPARE(codeOf(m_place->file({counterwork::aNote(1, people::father, words::first), 3, {}})),
             ErrorCode::EntryUnknown);
    // What the clerk saw may be old by now: the register tells.
    m_place->reg().reached = false;
    const auto old = m_place->file({counterwork::aNote(1, people::father, words::gone), 1, {}});
    QVERIFY(old.has_value());
    const auto before = residents::decodeNote(m_place->item(old->uuid).before);
    QCOMPARE(before->text, words::first);
}

void TestDeskFiling::aHouseholdIsThatOfThePerson()
{
    residents::Restriction whole = counterwork::aNewRestriction(0);
    whole.household = {1};
    const auto filed = desk().file(m_place->request(people::mother), {whole, 0, why}).result();
    QVERIFY(filed.has_value());
    QCOMPARE(m_place->item(filed->uuid).household, 1);
    QCOMPARE(m_place->item(filed->uuid).person, 0);
    QCOMPARE(m_place->place().newRows().first().subjects.first().person.value, people::mother);
    whole.household = {people::newcomer};
    QCOMPARE(codeOf(desk().file(m_place->request(people::mother), {whole, 0, why}).result()),
             ErrorCode::EntryIncomplete);
}

/// Who calls has not been seen to be himself; where papers go is not changed for him.
void TestDeskFiling::theTelephoneChangesNoContact()
{
    const Proposal contact = kinds().at(1).change;
    const auto request = m_place->request(people::father, Caller::Telephone);
    QCOMPARE(codeOf(desk().file(request, contact).result()), ErrorCode::CallerUnknown);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().reason, QStringLiteral("CallerUnknown"));
    QVERIFY(desk()
                .file(m_place->request(people::child, Caller::Telephone), aNewNote())
                .result()
                .has_value());
}

void TestDeskFiling::theTelephoneWritesOverNothingUnseen()
{
    const Proposal note{counterwork::aNote(3, people::father, QStringLiteral("直った")), 1, {}};
    QCOMPARE(
        codeOf(desk().file(m_place->request(people::father, Caller::Telephone), note).result()),
        ErrorCode::CallerUnknown);
    QVERIFY(desk().file(m_place->request(people::father), note).result().has_value());
}

void TestDeskFiling::withoutTheRegisterItIsFiled()
{
    m_place->reg().reached = false;
    const auto filed = m_place->file(aNewNote());
    QVERIFY(filed.has_value());
    QCOMPARE(filed->state, ItemState::Filed);
    QVERIFY(!filed->reason.has_value());
    QCOMPARE(m_place->place().newRows().size(), 1);
    m_place->reg().reached = true;
    QCOMPARE(m_place->desk().outbox().retry(filed->uuid).result()->state, ItemState::Registered);
    QCOMPARE(m_place->reg().submitted.first().uuid, filed->uuid);
}

void TestDeskFiling::whatTheRegisterSaysIsAnswered_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::EntryPending, ErrorCode::EntryUnknown,
                                 ErrorCode::ResidentUnknown, ErrorCode::RightMissing})
        QTest::newRow(qPrintable(base::errorName(code))) << code;
    QTest::newRow("conflict") << ErrorCode::EntryConflict;
}

void TestDeskFiling::whatTheRegisterSaysIsAnswered()
{
    QFETCH(ErrorCode, code);
    const bool conflict = code == ErrorCode::EntryConflict;
    m_place->reg().answer = [&](const auto &) -> counterwork::ScriptedRegister::Answered {
        if (!conflict)
            return base::fail(code);
        return central::SubmissionAnswer{.verdict = central::Verdict::Conflict};
    };
    const auto filed = m_place->file(aNewNote());
    QVERIFY(filed.has_value()); // nothing is lost: it stands in the outbox
    QCOMPARE(filed->state, conflict ? ItemState::Conflict : ItemState::Refused);
    QCOMPARE(filed->reason, std::optional(code));
    QCOMPARE(m_place->item(filed->uuid).state, filed->state);
}

/// Neither the item nor its sending without the row.
void TestDeskFiling::nothingIsFiledWithoutItsRow()
{
    const desk::EntryRequest request = m_place->request(people::child);
    const auto filed = [&] {
        const counterwork::FullDisk full;
        return desk().file(request, aNewNote()).result();
    }();
    QVERIFY(!filed.has_value());
    QVERIFY(filed.error().code == ErrorCode::LogNotWritten ||
            filed.error().code == ErrorCode::DiskFull);
    QVERIFY(m_place->reg().submitted.isEmpty());
    QVERIFY(m_place->place().items().isEmpty());
    QVERIFY(desk().file(request, aNewNote()).result().has_value());
}

void TestDeskFiling::aDraftIsKeptAndFiled()
{
    const auto request = m_place->request(people::child);
    const auto kept = desk().keepDraft(request, aNewNote(QStringLiteral("書きかけ"))).result();
    QVERIFY(kept.has_value());
    QCOMPARE(m_place->item(*kept).state, ItemState::Draft);
    QVERIFY(m_place->place().newRows().isEmpty()); // nothing is handed out
    QVERIFY(m_place->reg().submitted.isEmpty());
    QCOMPARE(desk()
                 .keepDraft(request, aNewNote(QStringLiteral("書きかけ２")), *kept)
                 .result()
                 .value_or(QString()),
             *kept);
    QCOMPARE(m_place->place().items().size(), 1);
    const auto filed = desk().file(request, aNewNote(QStringLiteral("書いた")), *kept).result();
    QCOMPARE(filed->uuid, *kept);
    QCOMPARE(m_place->place().items().size(), 1);
    const auto &sent = m_place->reg().submitted.first().proposal.entered;
    QCOMPARE(std::get<residents::Note>(sent).text, QStringLiteral("書いた"));
    // What went out is no draft any more.
    QCOMPARE(codeOf(desk().keepDraft(request, aNewNote(), *kept).result()),
             ErrorCode::EntryDecided);
    QCOMPARE(codeOf(desk().file(request, aNewNote(), *kept).result()), ErrorCode::EntryDecided);
    QCOMPARE(codeOf(desk().file(request, aNewNote(), QStringLiteral("no such")).result()),
             ErrorCode::EntryUnknown);
}

/// The idle lock comes while somebody types: what was typed is kept, nothing else goes.
void TestDeskFiling::aDraftIsKeptBehindALockedScreen()
{
    const auto request = m_place->request(people::child);
    m_place->place().counter().setLocked(true);
    const auto kept = desk().keepDraft(request, aNewNote()).result();
    QVERIFY(kept.has_value());
    QCOMPARE(codeOf(desk().file(request, aNewNote(), *kept).result()), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(desk().entries(request).result()), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(desk().begin(request, aNewNote()).result()), ErrorCode::NotSignedIn);
    m_place->place().counter().setLocked(false);
    QVERIFY(desk().file(request, aNewNote(), *kept).result().has_value());
}

void TestDeskFiling::aDraftIsItsAuthors()
{
    const auto kept = desk().keepDraft(m_place->request(people::child), aNewNote()).result();
    QVERIFY(kept.has_value());
    Colleague colleague(*m_place, WritingPlace::writer());
    const desk::EntryRequest request{
        .visit = colleague.visit(), .person = {people::child}, .reason = {}};
    m_place->place().forgetRows();
    QCOMPARE(codeOf(colleague.desk().writeEntries().keepDraft(request, aNewNote(), *kept).result()),
             ErrorCode::RightMissing);
    QCOMPARE(codeOf(colleague.desk().writeEntries().file(request, aNewNote(), *kept).result()),
             ErrorCode::RightMissing);
    QCOMPARE(m_place->place().newRows().size(), 2);
    QCOMPARE(m_place->item(*kept).state, ItemState::Draft);
    QCOMPARE(m_place->item(*kept).user, QStringLiteral("u1"));
}

QTEST_MAIN(TestDeskFiling)
#include "tst_deskfiling.moc"
