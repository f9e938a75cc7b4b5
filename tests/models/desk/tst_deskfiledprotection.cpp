// links: madoguchi_app
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using certificates::FormKind;
using counterwork::codeOf;
using counterwork::Colleague;
using counterwork::WritingPlace;
using desk::ItemState;
using desk::Right;
using desk::Rights;
namespace people = counterwork::people;

namespace {

const QString why = QStringLiteral("警察の意見書");
const Rights clerk = WritingPlace::writer() | Right::IssueCertificate | Right::ViewTax;
const qint64 telling = 31; ///< a note on somebody else that names 太郎's house

QList<cache::StoredRow> world()
{
    QList<cache::StoredRow> rows = counterwork::writingWorld();
    residents::Household home = support::aHousehold(1, people::father);
    home.address = counterwork::father().address;
    rows.append(support::rowOf(home));
    rows.append(counterwork::rowOf(
        counterwork::aNote(telling, people::newcomer, QStringLiteral("夫は本町三丁目1番地"))));
    return rows;
}

/// 支援措置 on one person, or on the whole household.
residents::Proposal protection(bool household)
{
    residents::Restriction wanted = support::aProtection(0, household ? 0 : people::father);
    if (household)
        wanted.household = {1};
    return {wanted, 0, why};
}

certificates::Request paper(qint64 person)
{
    certificates::Request request;
    request.household = {1};
    request.persons = {{person}};
    request.requester = certificates::RequesterKind::Self;
    request.identification.documents = {QStringLiteral("driving-licence")};
    return request;
}

} // namespace

/// 支援措置 protects at this station from the moment it was filed, whether or not the register was
/// reached: an address told meanwhile cannot be taken back (municipal-facts.md 4.12).
class TestDeskFiledProtection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recordsClose_data() { eachKind(); }
    void recordsClose();
    void noListShowsTheAddress_data() { eachKind(); }
    void noListShowsTheAddress();
    void nothingIsPrinted_data() { eachKind(); }
    void nothingIsPrinted();
    void noFileOfAnotherNamesIt();
    void aColleagueIsStoppedToo();
    void untilTheFeedHasIt();
    void whatWasWithdrawnProtectsNobody();
    void endingOneWaitsForTheRegister();

private:
    static void eachKind()
    {
        QTest::addColumn<bool>("household");
        QTest::newRow("person") << false;
        QTest::newRow("household") << true;
    }
    QString file(bool household)
    {
        const auto filed = m_place->desk()
                               .writeEntries()
                               .file(m_place->request(people::father), protection(household))
                               .result();
        return filed ? filed->uuid : QString();
    }
    [[nodiscard]] ErrorCode opening(qint64 person)
    {
        return codeOf(m_place->desk().viewRecords().resident(visit(), {person}).result());
    }
    [[nodiscard]] desk::VisitId visit()
    {
        return m_place->place().visit(QStringLiteral("certificate"));
    }
    [[nodiscard]] desk::FoundPeople found(const desk::SearchConditions &conditions)
    {
        const auto answer = m_place->desk().findPeople().find(visit(), conditions).result();
        return answer ? *answer : desk::FoundPeople();
    }
    std::unique_ptr<WritingPlace> m_place;
};

void TestDeskFiledProtection::init()
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(world(), clerk);
    m_place->reg().reached = false;
}

void TestDeskFiledProtection::recordsClose()
{
    QFETCH(bool, household);
    QCOMPARE(opening(people::father), ErrorCode::Count);
    QCOMPARE(m_place->place().items().size(), 0);
    QVERIFY(!file(household).isEmpty());
    for (const qint64 person : {people::father, people::mother, people::child})
        QCOMPARE(opening(person), ErrorCode::RestrictedRecord);
    QCOMPARE(opening(people::newcomer), ErrorCode::Count);
    const auto tax = m_place->desk()
                         .viewTax()
                         .tax({.visit = m_place->place().visit(QStringLiteral("tax")),
                               .person = {people::mother}})
                         .result();
    QCOMPARE(codeOf(tax), ErrorCode::RestrictedRecord);
}

void TestDeskFiledProtection::noListShowsTheAddress()
{
    QFETCH(bool, household);
    desk::SearchConditions byPlace;
    byPlace.name = QStringLiteral("山田");
    byPlace.address = QStringLiteral("本町三丁目1番地");
    QCOMPARE(found(byPlace).rows.size(), 1);
    QVERIFY(!file(household).isEmpty());
    QCOMPARE(found(byPlace).rows.size(), 0);
    desk::SearchConditions byNumber;
    byNumber.household = base::HouseholdId{1};
    const auto rows = found(byNumber).rows;
    QCOMPARE(rows.size(), 3);
    for (const desk::FoundPerson &row : rows) {
        QVERIFY(row.addressHidden);
        QVERIFY(row.address.isEmpty());
        QVERIFY(row.headName.isEmpty());
    }
    const auto home = m_place->desk().viewRecords().household(visit(), {1}).result();
    QVERIFY(home.has_value());
    QVERIFY(home->addressHidden);
    QVERIFY(home->address.isEmpty());
}

void TestDeskFiledProtection::nothingIsPrinted()
{
    QFETCH(bool, household);
    const auto preview = [this](qint64 person) {
        return codeOf(m_place->desk().certificates().preview(visit(), paper(person)).result());
    };
    QCOMPARE(preview(people::mother), ErrorCode::Count);
    QVERIFY(!file(household).isEmpty());
    for (const qint64 person : {people::father, people::mother, people::child}) {
        QVERIFY(preview(person) != ErrorCode::Count);
        const auto issued = m_place->desk()
                                .certificates()
                                .issue(visit(), paper(person), QStringLiteral("paper.pdf"))
                                .result();
        QVERIFY(!issued.has_value());
    }
    QCOMPARE(preview(people::father), ErrorCode::RefusedRestriction);
}

void TestDeskFiledProtection::noFileOfAnotherNamesIt()
{
    const auto words = [this] {
        const auto view =
            m_place->desk().writeEntries().entries(m_place->request(people::newcomer)).result();
        return view && !view->notes.isEmpty() ? view->notes.first().note.text : QString();
    };
    QVERIFY(words().contains(QStringLiteral("本町三丁目1番地")));
    QVERIFY(!file(false).isEmpty());
    QVERIFY(!words().isEmpty());
    QVERIFY(!words().contains(QStringLiteral("本町")));
}

void TestDeskFiledProtection::aColleagueIsStoppedToo()
{
    QVERIFY(!file(false).isEmpty());
    Colleague colleague(*m_place, clerk);
    QCOMPARE(
        codeOf(
            colleague.desk().viewRecords().resident(colleague.visit(), {people::father}).result()),
        ErrorCode::RestrictedRecord);
    // With the right and a reason it opens, as any other protected record.
    Colleague chief(*m_place, clerk | Right::OpenRestricted, desk::Role::Supervisor,
                    QStringLiteral("u3"));
    const auto view =
        chief.desk().viewRecords().resident(chief.visit(), {people::father}, why).result();
    QVERIFY(view.has_value());
    QVERIFY(view->isProtected);
    QCOMPARE(view->record.restrictions.size(), 1);
    QVERIFY(view->record.restrictions.first().provisional);
}

/// Accepted as 仮登録; the line is cut before the feed brings it.
void TestDeskFiledProtection::untilTheFeedHasIt()
{
    m_place->reg().reached = true;
    const QString uuid = file(false);
    QCOMPARE(m_place->item(uuid).state, ItemState::Provisional);
    QVERIFY(m_place->item(uuid).feedNumber > 0);
    QCOMPARE(opening(people::father), ErrorCode::RestrictedRecord);
    // From then on the replica's word counts: here it holds nothing that protects him.
    while (m_place->item(uuid).feedNumber > m_place->place().feedNumber())
        m_place->place().feed(
            {counterwork::rowOf(counterwork::aNote(77, people::newcomer, QStringLiteral("別件")))});
    QCOMPARE(opening(people::father), ErrorCode::Count);
}

void TestDeskFiledProtection::whatWasWithdrawnProtectsNobody()
{
    const QString uuid = file(false);
    QCOMPARE(opening(people::father), ErrorCode::RestrictedRecord);
    // Never sent: it is taken back here.
    QVERIFY(m_place->item(uuid).tries <= 1);
    m_place->reg().reached = true;
    m_place->reg().answer = [](const auto &) -> counterwork::ScriptedRegister::Answered {
        return base::fail(ErrorCode::RightMissing);
    };
    QCOMPARE(m_place->desk().outbox().retry(uuid).result()->state, ItemState::Refused);
    QCOMPARE(opening(people::father), ErrorCode::Count);
}

/// What changes or ends one counts when it was checked, here as at the register.
void TestDeskFiledProtection::endingOneWaitsForTheRegister()
{
    residents::Restriction former = support::aProtection(7, people::child);
    QVERIFY(m_place->desk()
                .writeEntries()
                .file(m_place->request(people::child), {former, 2, why})
                .result()
                .has_value());
    QCOMPARE(opening(people::child), ErrorCode::Count);
    residents::Restriction standing = support::aProtection(1, people::hidden);
    standing.ended = true;
    Colleague chief(*m_place, clerk | Right::OpenRestricted, desk::Role::Supervisor,
                    QStringLiteral("u3"));
    const auto filed =
        chief.desk()
            .writeEntries()
            .file({.visit = chief.visit(), .person = {people::hidden}, .reason = why},
                  {standing, 1, why})
            .result();
    QVERIFY(filed.has_value());
    QCOMPARE(filed->state, ItemState::Filed);
    QCOMPARE(opening(people::hidden), ErrorCode::RestrictedRecord);
    QCOMPARE(opening(people::housemate), ErrorCode::RestrictedRecord);
}

QTEST_MAIN(TestDeskFiledProtection)
#include "tst_deskfiledprotection.moc"
