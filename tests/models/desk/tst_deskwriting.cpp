// links: madoguchi_app
#include "models/desk/counterwork.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::AtDesk;
using desk::CheckOutcome;
using desk::ItemState;
using residents::Proposal;
using support::waited;

namespace {

const QString why = QStringLiteral("本人の申出");

residents::Note aNote(base::PersonId person, const QString &text)
{
    residents::Note note;
    note.person = person;
    note.text = text;
    return note;
}

Proposal aRestriction(base::PersonId person, QDate day)
{
    residents::Restriction restriction;
    restriction.person = person;
    restriction.kind = residents::RestrictionKind::Litigation;
    restriction.inquiry = residents::RestrictionLevel::None;
    restriction.certificate = residents::RestrictionLevel::None;
    restriction.hidesAddress = false;
    restriction.from = day;
    return {restriction, 0, why};
}

} // namespace

/// The whole way in a made-up city: a clerk enters, the register decides, somebody else checks, and
/// everybody sees it; each step a row, and nothing lost when people change places.
class TestDeskWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aNoteIsRegisteredAndChanged();
    void aContactIsFoundByItsTelephone();
    void aRestrictionTakesTwoPeople();
    void whatIsSentBackComesBack();
    void whatIsTakenBackIsGone();
    void aConflictIsKept();
    void draftsOutliveTheSignIn();
    void aNumberComesFromTheRegister();
    void paperBearsTheNumberOnRequest();

private:
    void signIn(const QString &user);
    [[nodiscard]] desk::EntryRequest request(base::PersonId person)
    {
        return {.visit = m_work->visit(), .person = person, .reason = {}};
    }
    [[nodiscard]] desk::Filed file(const Proposal &proposal);
    [[nodiscard]] desk::PersonEntries view(base::PersonId person);
    [[nodiscard]] std::optional<ItemState> stateOf(const QString &uuid);

    std::unique_ptr<support::TrainingPlace> m_place;
    counterwork::City m_city;
    QString m_user;
    std::unique_ptr<AtDesk> m_work;
    QList<residents::Snapshot> m_family;
    base::PersonId m_first;
    base::PersonId m_second;
};

void TestDeskWriting::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    signIn(QStringLiteral("shunin1"));
    m_city.read(*m_work);
    m_family = m_city.anOrdinaryHousehold(2);
    m_first = m_family.first().id.person;
    m_second = m_family.last().id.person;
    signIn(QStringLiteral("madoguchi1"));
}

void TestDeskWriting::signIn(const QString &user)
{
    if (user == m_user)
        return;
    m_work.reset();
    m_work = std::make_unique<AtDesk>(*m_place, user);
    m_user = user;
}

desk::Filed TestDeskWriting::file(const Proposal &proposal)
{
    const auto filed = waited(m_work->desk().writeEntries().file(
        request(residents::personOf(proposal.entered)), proposal));
    if (!filed)
        qFatal("not filed: %d %s", int(filed.error().code), qPrintable(filed.error().detail));
    return *filed;
}

desk::PersonEntries TestDeskWriting::view(base::PersonId person)
{
    const auto seen = waited(m_work->desk().writeEntries().entries(request(person)));
    if (!seen)
        qFatal("not seen: %d", int(seen.error().code));
    return *seen;
}

std::optional<ItemState> TestDeskWriting::stateOf(const QString &uuid)
{
    const auto lines = waited(m_work->desk().outbox().items(true));
    if (!lines)
        qFatal("no list: %d", int(lines.error().code));
    for (const desk::OutboxLine &line : *lines) {
        if (line.uuid == uuid)
            return line.state;
    }
    return {};
}

void TestDeskWriting::aNoteIsRegisteredAndChanged()
{
    const qsizetype before = view(m_first).notes.size();
    const auto filed = file({aNote(m_first, QStringLiteral("次回は通訳を手配")), 0, {}});
    QCOMPARE(filed.state, ItemState::Registered);
    const desk::PersonEntries seen = view(m_first);
    QCOMPARE(seen.notes.size(), before + 1);
    const residents::Note note = seen.notes.first().note;
    QCOMPARE(note.text, QStringLiteral("次回は通訳を手配"));
    QCOMPARE(note.by.user, QStringLiteral("madoguchi1"));
    QVERIFY(note.id > 0);
    QVERIFY(seen.waiting.isEmpty());
    signIn(QStringLiteral("shunin1"));
    residents::Note changed = note;
    changed.text = QStringLiteral("次回は通訳（英語）を手配");
    QCOMPARE(file({changed, note.version, {}}).state, ItemState::Registered);
    const desk::NoteView newest = view(m_first).notes.first();
    QCOMPARE(newest.note.text, changed.text);
    QCOMPARE(newest.note.by.user, QStringLiteral("shunin1"));
    QCOMPARE(newest.earlier, QList{note});
    signIn(QStringLiteral("madoguchi1"));
}

void TestDeskWriting::aContactIsFoundByItsTelephone()
{
    residents::Contact contact;
    contact.person = m_second;
    contact.telephone = QStringLiteral("0909999123");
    const auto standing = view(m_second).contact;
    QCOMPARE(file({contact, standing ? standing->version : 0, {}}).state, ItemState::Registered);
    QCOMPARE(view(m_second).contact->telephone, contact.telephone);
    desk::SearchConditions conditions;
    conditions.telephone = contact.telephone;
    conditions.name = counterwork::nameOf(m_family.last());
    const auto found = waited(m_work->desk().findPeople().find(m_work->visit(), conditions));
    QVERIFY(found.has_value());
    QCOMPARE(found->rows.size(), 1);
    QCOMPARE(found->rows.first().id.person, m_second);
}

void TestDeskWriting::aRestrictionTakesTwoPeople()
{
    const QDate day = m_work->clock().today();
    const auto filed = file(aRestriction(m_first, day));
    QCOMPARE(filed.state, ItemState::Provisional);
    const desk::PersonEntries waiting = view(m_first);
    QCOMPARE(waiting.waiting.size(), 1);
    QCOMPARE(waiting.waiting.first().uuid, filed.uuid);
    QCOMPARE(waiting.waiting.first().entry, filed.entry);
    // It protects from the moment it was filed.
    QCOMPARE(waiting.restrictions.size(), 1);
    QVERIFY(waiting.restrictions.first().provisional);
    // Another one has to wait, and is not lost.
    const auto second = file(aRestriction(m_first, day));
    QCOMPARE(second.state, ItemState::Refused);
    QCOMPARE(second.reason, std::optional(ErrorCode::EntryPending));
    QVERIFY(waited(m_work->desk().outbox().discard(second.uuid)).has_value());

    signIn(QStringLiteral("shunin1"));
    const auto queue = waited(m_work->desk().checks().queue());
    QVERIFY(queue.has_value());
    QVERIFY(std::any_of(queue->begin(), queue->end(),
                        [&](const auto &line) { return line.entry == filed.entry; }));
    const auto opened = waited(m_work->desk().checks().open(filed.entry));
    QVERIFY(opened.has_value());
    QCOMPARE(opened->entry.proposal.reason, why);
    QVERIFY(waited(m_work->desk().checks().decide(filed.entry, CheckOutcome::Register, {})));
    const auto again = waited(m_work->desk().checks().open(filed.entry));
    QCOMPARE(again.error().code, ErrorCode::EntryDecided);

    signIn(QStringLiteral("madoguchi1"));
    QTRY_COMPARE(stateOf(filed.uuid), std::optional(ItemState::Registered));
    QVERIFY(!view(m_first).restrictions.first().provisional);
    QVERIFY(view(m_first).waiting.isEmpty());
}

void TestDeskWriting::whatIsSentBackComesBack()
{
    const auto filed = file(aRestriction(m_second, m_work->clock().today()));
    signIn(QStringLiteral("shunin1"));
    const QString answer = QStringLiteral("申出書の日付が違う");
    QVERIFY(waited(m_work->desk().checks().decide(filed.entry, CheckOutcome::SendBack, answer)));
    signIn(QStringLiteral("madoguchi1"));
    QTRY_COMPARE(stateOf(filed.uuid), std::optional(ItemState::SentBack));
    const auto item = waited(m_work->desk().outbox().open(filed.uuid));
    QVERIFY(item.has_value());
    QCOMPARE(item->line.answer, answer);
    const auto draft = waited(m_work->desk().outbox().keepAsDraft(filed.uuid));
    QVERIFY(draft.has_value());
    const auto opened = waited(m_work->desk().outbox().open(*draft));
    QVERIFY(opened.has_value());
    const auto better =
        waited(m_work->desk().writeEntries().file(request(m_second), opened->mine, *draft));
    QVERIFY(better.has_value());
    QCOMPARE(better->state, ItemState::Provisional);
    QVERIFY(waited(m_work->desk().outbox().withdraw(better->uuid, why)).has_value());
}

void TestDeskWriting::whatIsTakenBackIsGone()
{
    const auto filed = file(aRestriction(m_second, m_work->clock().today()));
    QCOMPARE(filed.state, ItemState::Provisional);
    QVERIFY(waited(m_work->desk().outbox().withdraw(filed.uuid, why)).has_value());
    QCOMPARE(stateOf(filed.uuid), std::optional(ItemState::Withdrawn));
    const auto seen = view(m_second);
    QVERIFY(seen.waiting.isEmpty());
    for (const residents::Restriction &one : seen.restrictions)
        QVERIFY(one.ended);
}

void TestDeskWriting::aConflictIsKept()
{
    const residents::Note note = view(m_first).notes.first().note;
    residents::Note first = note;
    first.text = QStringLiteral("先の変更");
    QCOMPARE(file({first, note.version, {}}).state, ItemState::Registered);
    residents::Note late = note;
    late.text = QStringLiteral("後の変更");
    const auto filed = file({late, note.version, {}});
    QCOMPARE(filed.state, ItemState::Conflict);
    const auto item = waited(m_work->desk().outbox().open(filed.uuid));
    QVERIFY(item.has_value());
    QCOMPARE(std::get<residents::Note>(item->mine.entered).text, late.text);
    QCOMPARE(std::get<residents::Note>(*item->theirs).text, first.text);
    const auto draft = waited(m_work->desk().outbox().keepAsDraft(filed.uuid));
    QVERIFY(draft.has_value());
    const auto opened = waited(m_work->desk().outbox().open(*draft));
    QCOMPARE(opened->mine.baseVersion, note.version + 1);
    const auto again =
        waited(m_work->desk().writeEntries().file(request(m_first), opened->mine, *draft));
    QCOMPARE(again->state, ItemState::Registered);
    QCOMPARE(view(m_first).notes.first().note.text, late.text);
}

void TestDeskWriting::draftsOutliveTheSignIn()
{
    const auto kept = waited(m_work->desk().writeEntries().keepDraft(
        request(m_first), {aNote(m_first, QStringLiteral("書きかけ")), 0, {}}));
    QVERIFY(kept.has_value());
    signIn(QStringLiteral("shunin1"));
    QVERIFY(!stateOf(*kept).has_value()); // nobody else's
    signIn(QStringLiteral("madoguchi1"));
    QCOMPARE(stateOf(*kept), std::optional(ItemState::Draft));
    QVERIFY(waited(m_work->desk().outbox().discard(*kept)).has_value());
}

void TestDeskWriting::aNumberComesFromTheRegister()
{
    m_work->forgetRows();
    const auto number = waited(m_work->desk().numbers().reveal(m_work->visit(), m_first, why));
    QVERIFY(number.has_value());
    QCOMPARE(number->individualNumber.size(), std::size_t(12));
    const auto rows = m_work->newRows();
    QCOMPARE(rows.last().procedure, QStringLiteral("RevealNumber"));
    QVERIFY(rows.last().individualNumberAccessed);
}

void TestDeskWriting::paperBearsTheNumberOnRequest()
{
    certificates::Request request = counterwork::anApplication({m_family.first()});
    request.items = certificates::Item::IndividualNumber;
    m_work->forgetRows();
    const auto issued = waited(
        m_work->desk().certificates().issue(m_work->visit(), request, QStringLiteral("paper.pdf")));
    QVERIFY2(issued.has_value(), qPrintable(issued ? QString() : issued.error().detail));
    const auto rows = m_work->newRows();
    QCOMPARE(rows.last().procedure, QStringLiteral("IssueCertificate"));
    QVERIFY(rows.last().individualNumberAccessed);
}

QTEST_MAIN(TestDeskWriting)
#include "tst_deskwriting.moc"
