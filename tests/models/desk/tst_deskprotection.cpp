// links: madoguchi_app
#include "models/desk/counterwork.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::addressOf;
using counterwork::nameOf;
using support::waited;

/// 支援措置 at the counter (municipal-facts.md 4.12): never an address in a list, not found by it,
/// nothing told by counts; opened by the right and a reason only, for ten minutes and one visit;
/// certificates refused for everybody who lives there.
class TestDeskProtection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsHideTheAddress();
    void addressAndHeadFindNobody_data();
    void addressAndHeadFindNobody();
    void countsDoNotTellWhereSomebodyLives();
    void aClerkIsRefused_data();
    void aClerkIsRefused();
    void aHouseholdHidesItsAddress();
    void certificatesAreRefusedToAll();
    void aSupervisorNeedsAReason();
    void theReasonHoldsForTenMinutes();
    void theReasonHoldsForOneVisit();
    void theReasonIsOneRecordsOnly();
    void reasonsAreChecked();

private:
    [[nodiscard]] desk::FoundPeople found(const desk::SearchConditions &conditions);
    [[nodiscard]] desk::SearchConditions byBirth() const;
    [[nodiscard]] std::optional<ErrorCode> opening(desk::VisitId visit, base::PersonId person,
                                                   const QString &reason = {});
    void signIn(const QString &user);

    std::unique_ptr<support::TrainingPlace> m_place;
    counterwork::City m_city;
    QString m_user;
    std::unique_ptr<counterwork::AtDesk> m_work;
    residents::Snapshot m_person;
    QList<residents::Snapshot> m_household;
};

namespace {
constexpr qint64 minute = 60'000;
const QString why = QStringLiteral("本人が来庁し相談");
} // namespace

void TestDeskProtection::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    signIn(QStringLiteral("shunin1"));
    m_city.read(*m_work);
    m_person = m_city.aProtected();
    m_household = m_city.present(m_person.household);
    QVERIFY(m_household.size() > 1);
    QVERIFY(m_person.bornOn.isDay());
    signIn(QStringLiteral("madoguchi1"));
}

void TestDeskProtection::signIn(const QString &user)
{
    if (user == m_user)
        return;
    m_work.reset();
    m_work = std::make_unique<counterwork::AtDesk>(*m_place, user);
    m_user = user;
}

desk::FoundPeople TestDeskProtection::found(const desk::SearchConditions &conditions)
{
    const auto answer = waited(m_work->desk().findPeople().find(m_work->visit(), conditions));
    if (!answer)
        qFatal("search failed: %d", int(answer.error().code));
    return *answer;
}

desk::SearchConditions TestDeskProtection::byBirth() const
{
    desk::SearchConditions conditions;
    conditions.birth = desk::BirthRange{m_person.bornOn.earliest, m_person.bornOn.earliest};
    return conditions;
}

std::optional<ErrorCode> TestDeskProtection::opening(desk::VisitId visit, base::PersonId person,
                                                     const QString &reason)
{
    const auto view = waited(m_work->desk().viewRecords().resident(visit, person, reason));
    return view ? std::nullopt : std::optional(view.error().code);
}

void TestDeskProtection::listsHideTheAddress()
{
    for (const auto &member : m_household) {
        desk::SearchConditions conditions;
        conditions.person = member.id.person;
        const desk::FoundPeople answer = found(conditions);
        QCOMPARE(answer.rows.size(), 1);
        const desk::FoundPerson &line = answer.rows.first();
        QCOMPARE(line.name, nameOf(member));
        QVERIFY(line.addressHidden);
        QVERIFY(line.address.isEmpty());
        QVERIFY(line.headName.isEmpty());
        const audit::Details details = m_city.opened(m_work->newRows().last());
        QCOMPARE(details.people.size(), 1);
        QVERIFY(details.people.first().address.isEmpty());
    }
    // By name and birth as well, among others whose address stands there.
    desk::SearchConditions conditions = byBirth();
    conditions.birth->from = conditions.birth->from.addYears(-40);
    conditions.birth->to = conditions.birth->to.addYears(40);
    conditions.name = m_person.name.family;
    conditions.withRemoved = true;
    for (const desk::FoundPerson &line : found(conditions).rows) {
        QVERIFY(line.household != m_person.household || line.address.isEmpty());
        QVERIFY(!line.address.contains(m_person.address.lot) || !line.addressHidden);
    }
}

void TestDeskProtection::addressAndHeadFindNobody_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("head");
    QTest::newRow("town and lot") << m_person.address.town + m_person.address.lot << QString();
    QTest::newRow("town") << m_person.address.town << QString();
    QTest::newRow("lot") << m_person.address.lot << QString();
    QTest::newRow("head") << QString() << m_person.headName;
    QTest::newRow("both") << m_person.address.town << m_person.headName;
}

/// As if he lived nowhere: by name, by birth and by number, with his real address.
void TestDeskProtection::addressAndHeadFindNobody()
{
    QFETCH(QString, address);
    QFETCH(QString, head);
    for (const int by : {0, 1, 2, 3}) {
        desk::SearchConditions conditions = by == 1 ? byBirth() : desk::SearchConditions{};
        if (by == 0)
            conditions.name = nameOf(m_person);
        if (by == 2)
            conditions.person = m_person.id.person;
        if (by == 3)
            conditions.household = m_person.household;
        conditions.address = address;
        conditions.headName = head;
        const desk::FoundPeople answer = found(conditions);
        for (const desk::FoundPerson &line : answer.rows)
            QVERIFY(line.household != m_person.household);
        const evidence::Row row = m_work->newRows().last();
        for (const auto &member : m_household)
            QVERIFY(!row.subjects.contains(member.id));
        QCOMPARE(row.count, quint32(answer.rows.size()));
        QVERIFY(by < 2 || answer.rows.isEmpty());
    }
}

/// Searching for him with his own address and with any other gives the same.
void TestDeskProtection::countsDoNotTellWhereSomebodyLives()
{
    desk::SearchConditions conditions = byBirth();
    conditions.name = nameOf(m_person);
    QCOMPARE(found(conditions).rows.size(), 1);
    for (const QString &address :
         {m_person.address.town + m_person.address.lot, m_person.address.town,
          m_person.address.building, QStringLiteral("どこにもない町九丁目")}) {
        if (address.isEmpty())
            continue;
        conditions.address = address;
        const desk::FoundPeople answer = found(conditions);
        QCOMPARE(answer.rows.size(), 0);
        QVERIFY(!answer.more);
    }
}

void TestDeskProtection::aClerkIsRefused_data()
{
    QTest::addColumn<QString>("procedure");
    for (const char *one : {"ViewResident", "ViewHistory", "ViewFormerState"})
        QTest::newRow(one) << QString::fromLatin1(one);
}

/// With a reason or without, the protected person and who lives with him; each time a row.
void TestDeskProtection::aClerkIsRefused()
{
    QFETCH(QString, procedure);
    signIn(QStringLiteral("madoguchi1"));
    const desk::VisitId visit = m_work->visit();
    desk::ViewRecords &records = m_work->desk().viewRecords();
    for (const auto &member : m_household) {
        for (const QString &reason : {QString(), why}) {
            m_work->forgetRows();
            const base::PersonId person = member.id.person;
            const auto code = [](const auto &answer) {
                return answer ? ErrorCode::Unexpected : answer.error().code;
            };
            if (procedure == u"ViewResident")
                QCOMPARE(code(waited(records.resident(visit, person, reason))),
                         ErrorCode::RestrictedRecord);
            else if (procedure == u"ViewHistory")
                QCOMPARE(code(waited(records.history(visit, person, reason))),
                         ErrorCode::RestrictedRecord);
            else
                QCOMPARE(code(waited(records.formerState(visit, {person, 1}, reason))),
                         ErrorCode::RestrictedRecord);
            const QList<evidence::Row> rows = m_work->newRows();
            QCOMPARE(rows.size(), 1);
            QCOMPARE(rows.first().procedure, procedure);
            QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
            QCOMPARE(rows.first().reason, QStringLiteral("RestrictedRecord"));
            QCOMPARE(rows.first().subjects, QList{member.id});
            QVERIFY(rows.first().sealed.isEmpty()); // nothing was handed out
        }
    }
}

void TestDeskProtection::aHouseholdHidesItsAddress()
{
    for (const char *user : {"madoguchi1", "shunin1"}) {
        signIn(QString::fromLatin1(user));
        const auto view =
            waited(m_work->desk().viewRecords().household(m_work->visit(), m_person.household));
        QVERIFY(view.has_value());
        QVERIFY(view->addressHidden);
        QVERIFY(view->address.isEmpty());
        const auto marked =
            std::find_if(view->members.begin(), view->members.end(),
                         [this](const auto &line) { return line.id == m_person.id; });
        QVERIFY(marked != view->members.end());
        QVERIFY(marked->isProtected);
        const audit::Details details = m_city.opened(m_work->newRows().last());
        QVERIFY(details.conditions.isEmpty());
        for (const audit::FourItems &one : details.people)
            QVERIFY(one.address.isEmpty());
    }
}

void TestDeskProtection::certificatesAreRefusedToAll()
{
    const QString rule = QStringLiteral("支援措置（住民基本台帳事務処理要領第5の10）");
    for (const char *user : {"madoguchi1", "shunin1"}) {
        signIn(QString::fromLatin1(user));
        const desk::VisitId visit = m_work->visit();
        if (m_user == u"shunin1") // opening the record with a reason changes nothing
            QCOMPARE(opening(visit, m_person.id.person, why), std::nullopt);
        for (const auto &member : m_household) {
            const certificates::Request request = counterwork::anApplication({member});
            m_work->forgetRows();
            const auto preview = waited(m_work->desk().certificates().preview(visit, request));
            QVERIFY(!preview.has_value());
            QCOMPARE(preview.error().code, ErrorCode::RefusedRestriction);
            QCOMPARE(preview.error().detail, rule);
            const auto issued =
                waited(m_work->desk().certificates().issue(visit, request, QString()));
            QVERIFY(!issued.has_value());
            QCOMPARE(issued.error().code, ErrorCode::RefusedRestriction);
            const QList<evidence::Row> rows = m_work->newRows();
            QCOMPARE(rows.size(), 2);
            QCOMPARE(rows.at(0).procedure, QStringLiteral("PreviewCertificate"));
            QCOMPARE(rows.at(1).procedure, QStringLiteral("IssueCertificate"));
            for (const evidence::Row &row : rows) {
                QCOMPARE(row.outcome, evidence::Outcome::Refused);
                QCOMPARE(row.reason, rule);
                QVERIFY(row.issueNumbers.isEmpty());
                QCOMPARE(row.subjects.size(), 1);
                QCOMPARE(row.subjects.first().person, member.id.person);
            }
        }
    }
}

void TestDeskProtection::aSupervisorNeedsAReason()
{
    signIn(QStringLiteral("shunin1"));
    const desk::VisitId visit = m_work->visit();
    m_work->forgetRows();
    for (const QString &nothing : {QString(), QStringLiteral("   "), QStringLiteral("　")})
        QCOMPARE(opening(visit, m_person.id.person, nothing), ErrorCode::ReasonMissing);
    QVERIFY(m_work->newRows().isEmpty()); // nothing was shown yet
    QCOMPARE(opening(visit, m_person.id.person, why), std::nullopt);
    const QList<evidence::Row> rows = m_work->newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().reason, QStringLiteral("OpenRestricted"));
    QVERIFY(!evidence::encode(rows.first()).contains(why.toUtf8()));
    const audit::Details details = m_city.opened(rows.first());
    QCOMPARE(details.reason, why);
    QCOMPARE(details.people.size(), 1);
    QCOMPARE(details.people.first().address, addressOf(m_person));
    // What is opened under it carries it as well.
    QVERIFY(waited(m_work->desk().viewRecords().history(visit, m_person.id.person)).has_value());
    QCOMPARE(m_city.opened(m_work->newRows().last()).reason, why);
}

void TestDeskProtection::theReasonHoldsForTenMinutes()
{
    signIn(QStringLiteral("shunin1"));
    const desk::VisitId visit = m_work->visit();
    QCOMPARE(opening(visit, m_person.id.person, why), std::nullopt);
    m_work->clock().pass(10 * minute - 1);
    QCOMPARE(opening(visit, m_person.id.person), std::nullopt);
    m_work->clock().pass(1);
    QCOMPARE(opening(visit, m_person.id.person), ErrorCode::ReasonMissing);
    // Looking again does not make it last longer; a reason does.
    QCOMPARE(opening(visit, m_person.id.person, why), std::nullopt);
}

void TestDeskProtection::theReasonHoldsForOneVisit()
{
    signIn(QStringLiteral("shunin1"));
    const desk::VisitId visit = m_work->visit();
    QCOMPARE(opening(visit, m_person.id.person, why), std::nullopt);
    QCOMPARE(opening(m_work->visit(), m_person.id.person), ErrorCode::ReasonMissing);
    QVERIFY(waited(m_work->desk().visits().end(visit)).has_value());
    QCOMPARE(opening(visit, m_person.id.person), ErrorCode::VisitMissing);
    QCOMPARE(opening(m_work->visit(), m_person.id.person), ErrorCode::ReasonMissing);
}

void TestDeskProtection::theReasonIsOneRecordsOnly()
{
    signIn(QStringLiteral("shunin1"));
    const desk::VisitId visit = m_work->visit();
    QCOMPARE(opening(visit, m_person.id.person, why), std::nullopt);
    for (const auto &member : m_household) {
        if (member.id != m_person.id)
            QCOMPARE(opening(visit, member.id.person), ErrorCode::ReasonMissing);
    }
}

void TestDeskProtection::reasonsAreChecked()
{
    signIn(QStringLiteral("shunin1"));
    const desk::VisitId visit = m_work->visit();
    QCOMPARE(opening(visit, m_person.id.person, QString(200, u'理')), std::nullopt);
    QCOMPARE(opening(m_work->visit(), m_person.id.person, QString(201, u'理')),
             ErrorCode::ConditionTooLong);
}

QTEST_MAIN(TestDeskProtection)
#include "tst_deskprotection.moc"
