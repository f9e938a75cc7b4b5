// links: madoguchi_app
#include "models/desk/counterwork.h"

#include <QPdfWriter>
#include <QtTest>

using counterwork::addressOf;
using counterwork::nameOf;
using support::waited;

/// Every procedure leaves exactly the row it must, with all fields (R-LOG-02, R-LOG-06, LG-3, LG-8,
/// PEN-R40), and tells about people only in what is sealed.
class TestDeskLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void signInIsLogged();
    void aClockSetBackIsNoted();
    void visitsAreLogged();
    void searchesAreLogged();
    void recordsAreLogged();
    void householdsAreLogged();
    void historyIsLogged();
    void formerStatesAreLogged();
    void papersAreLogged();
    void lockAndUnlockAreLogged();
    void aRefusedUnlockIsLogged();
    void signOutIsLogged();

private:
    /// The one row written since the visit was opened, with what every row in a visit has.
    [[nodiscard]] evidence::Row theRow(const QString &procedure);
    void expectInVisit(const evidence::Row &row, desk::VisitId visit) const;
    void expectSilent(const evidence::Row &row) const;
    [[nodiscard]] audit::FourItems items(const residents::Snapshot &person) const;

    std::unique_ptr<support::TrainingPlace> m_place;
    counterwork::City m_city;
    std::unique_ptr<counterwork::AtDesk> m_work;
    QList<residents::Snapshot> m_family;
};

void TestDeskLog::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    counterwork::AtDesk supervisor(*m_place, QStringLiteral("shunin1"));
    m_city.read(supervisor);
    m_family = m_city.anOrdinaryHousehold(3);
}

void TestDeskLog::init()
{
    if (!m_work)
        m_work = std::make_unique<counterwork::AtDesk>(*m_place, QStringLiteral("madoguchi1"));
}

evidence::Row TestDeskLog::theRow(const QString &procedure)
{
    const QList<evidence::Row> rows = m_work->newRows();
    if (rows.size() != 1 || rows.first().procedure != procedure) {
        qWarning("%d rows, the first of %s", int(rows.size()),
                 rows.isEmpty() ? "nothing" : qPrintable(rows.first().procedure));
        return {};
    }
    return rows.first();
}

void TestDeskLog::expectInVisit(const evidence::Row &row, desk::VisitId visit) const
{
    QCOMPARE(row.user, QStringLiteral("madoguchi1"));
    QCOMPARE(row.section, QStringLiteral("市民課"));
    QCOMPARE(row.card, m_work->card().serial);
    QCOMPARE(row.station, m_work->station());
    QVERIFY(!row.signIn.isEmpty());
    QCOMPARE(row.visit, visit.value.toString(QUuid::WithoutBraces));
    QCOMPARE(row.visitNumber, QStringLiteral("12"));
    QCOMPARE(row.purpose, QStringLiteral("certificate"));
    QCOMPARE(row.atMs, m_work->clock().now().toMSecsSinceEpoch());
    QCOMPARE(row.individualNumberAccessed, false);
    QCOMPARE(row.outcome, evidence::Outcome::Done);
    expectSilent(row);
}

/// Outside the sealed part stands nothing that tells who somebody is; nor in the sealed part as it
/// stands in the file.
void TestDeskLog::expectSilent(const evidence::Row &row) const
{
    evidence::Row clear = row;
    clear.sealed.clear();
    const QByteArray bytes = evidence::encode(clear) + row.sealed;
    for (const auto &member : m_family) {
        QVERIFY(!bytes.contains(member.name.family.toUtf8()));
        QVERIFY(!bytes.contains(nameOf(member).toUtf8()));
        QVERIFY(!bytes.contains(member.name.searchKana.toUtf8()));
        QVERIFY(!bytes.contains((member.address.town + member.address.lot).toUtf8()));
        QVERIFY(!bytes.contains(member.bornOn.earliest.toString(Qt::ISODate).toUtf8()));
    }
}

audit::FourItems TestDeskLog::items(const residents::Snapshot &person) const
{
    return {.name = nameOf(person),
            .address = addressOf(person),
            .bornOn = person.bornOn.earliest.toString(Qt::ISODate),
            .sex = QString::number(int(person.sex))};
}

void TestDeskLog::signInIsLogged()
{
    const QList<evidence::Row> rows = m_work->newRows();
    QVERIFY(!rows.isEmpty());
    const evidence::Row row = rows.last();
    QCOMPARE(row.procedure, QStringLiteral("SignIn"));
    QCOMPARE(row.operation, evidence::Operation::Session);
    QCOMPARE(row.outcome, evidence::Outcome::Done);
    QCOMPARE(row.user, QStringLiteral("madoguchi1"));
    QCOMPARE(row.section, QStringLiteral("市民課"));
    QCOMPARE(row.card, m_work->card().serial);
    QCOMPARE(row.station, m_work->station());
    QVERIFY(!row.signIn.isEmpty());
    QVERIFY(row.visit.isEmpty());
    const auto supervisors = std::count_if(rows.begin(), rows.end(), [](const evidence::Row &one) {
        return one.procedure == u"SignIn" && one.user == u"shunin1" && !one.signIn.isEmpty();
    });
    QCOMPARE(supervisors, 1);
}

/// design.md 3: more than five minutes behind the highest time that was ever trusted.
void TestDeskLog::aClockSetBackIsNoted()
{
    const qint64 nowMs = m_work->clock().now().toMSecsSinceEpoch();
    for (const auto &[minutes, reason] : {std::pair(4, ""), std::pair(6, "ClockBehind")}) {
        const auto kept =
            m_work->office().withJournal([ms = nowMs + minutes * 60'000](auto &journal) {
                return journal.memory().trustTime(ms);
            });
        QVERIFY(kept.has_value());
        m_work.reset();
        m_work = std::make_unique<counterwork::AtDesk>(*m_place, QStringLiteral("madoguchi1"));
        const QList<evidence::Row> rows = m_work->newRows();
        QCOMPARE(rows.last().procedure, QStringLiteral("SignIn"));
        QCOMPARE(rows.last().reason, QString::fromLatin1(reason));
    }
}

void TestDeskLog::visitsAreLogged()
{
    m_work->forgetRows();
    const desk::VisitId visit = m_work->visit();
    const evidence::Row opened = theRow(QStringLiteral("OpenVisit"));
    expectInVisit(opened, visit);
    QCOMPARE(opened.operation, evidence::Operation::Session);
    QVERIFY(!opened.tablesVersion.isEmpty());
    QVERIFY(waited(m_work->desk().visits().end(visit)).has_value());
    const evidence::Row ended = theRow(QStringLiteral("EndVisit"));
    expectInVisit(ended, visit);
    QCOMPARE(ended.operation, evidence::Operation::Session);
    // Ending it again is nothing that happened.
    QVERIFY(waited(m_work->desk().visits().end(visit)).has_value());
    QVERIFY(m_work->newRows().isEmpty());
}

void TestDeskLog::searchesAreLogged()
{
    const desk::VisitId visit = m_work->visit();
    m_work->forgetRows();
    const residents::Snapshot &person = m_family.first();
    desk::SearchConditions conditions;
    conditions.name = person.name.family;
    conditions.birth = desk::BirthRange{person.bornOn.earliest, person.bornOn.earliest};
    conditions.sex = person.sex;
    const auto found = waited(m_work->desk().findPeople().find(visit, conditions));
    QVERIFY(found.has_value());
    QVERIFY(!found->rows.isEmpty());
    const evidence::Row row = theRow(QStringLiteral("FindPeople"));
    expectInVisit(row, visit);
    QCOMPARE(row.number, found->logRow);
    QCOMPARE(row.operation, evidence::Operation::Access);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.count, quint32(found->rows.size()));
    QCOMPARE(row.subjects.size(), found->rows.size());
    QVERIFY(row.subjects.contains(person.id));
    const audit::Details details = m_city.opened(row);
    const QString day = person.bornOn.earliest.toString(Qt::ISODate);
    const QList<QPair<QString, QString>> wanted{
        {QStringLiteral("氏名"), person.name.family},
        {QStringLiteral("生年月日"), day + u'/' + day},
        {QStringLiteral("性別"), QString::number(int(person.sex))}};
    QCOMPARE(details.conditions, wanted);
    QCOMPARE(details.people.size(), row.subjects.size());
    QCOMPARE(details.people.at(row.subjects.indexOf(person.id)), items(person));
    // One that finds nobody is a row as well.
    conditions.birth = desk::BirthRange{QDate(1850, 1, 1), QDate(1850, 1, 1)};
    const auto nobody = waited(m_work->desk().findPeople().find(visit, conditions));
    QVERIFY(nobody.has_value());
    const evidence::Row empty = theRow(QStringLiteral("FindPeople"));
    QCOMPARE(empty.count, 0u);
    QVERIFY(empty.subjects.isEmpty());
    QCOMPARE(m_city.opened(empty).conditions.size(), 3);
}

void TestDeskLog::recordsAreLogged()
{
    const desk::VisitId visit = m_work->visit();
    m_work->forgetRows();
    const residents::Snapshot &person = m_family.last();
    const auto view = waited(m_work->desk().viewRecords().resident(visit, person.id.person));
    QVERIFY(view.has_value());
    QCOMPARE(view->record.snapshot, person);
    const evidence::Row row = theRow(QStringLiteral("ViewResident"));
    expectInVisit(row, visit);
    QCOMPARE(row.number, view->logRow);
    QCOMPARE(row.operation, evidence::Operation::Access);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.count, 1u);
    QCOMPARE(row.subjects, QList{person.id});
    QCOMPARE(m_city.opened(row).people, QList{items(person)});
    // What opens nothing leaves none.
    QCOMPARE(waited(m_work->desk().viewRecords().resident(visit, {999'999'999})).error().code,
             base::ErrorCode::ResidentUnknown);
    QVERIFY(m_work->newRows().isEmpty());
}

void TestDeskLog::householdsAreLogged()
{
    const desk::VisitId visit = m_work->visit();
    m_work->forgetRows();
    const auto view =
        waited(m_work->desk().viewRecords().household(visit, m_family.first().household));
    QVERIFY(view.has_value());
    QCOMPARE(view->members.size(), m_family.size());
    const evidence::Row row = theRow(QStringLiteral("ViewHousehold"));
    expectInVisit(row, visit);
    QCOMPARE(row.number, view->logRow);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.count, quint32(view->members.size() + view->formerMembers.size()));
    QCOMPARE(row.subjects.size(), qsizetype(row.count));
    const audit::Details details = m_city.opened(row);
    QCOMPARE(details.people.size(), row.subjects.size());
    for (const auto &member : m_family) {
        const qsizetype at = row.subjects.indexOf(member.id);
        QVERIFY(at >= 0);
        audit::FourItems shown = items(member);
        shown.address.clear(); // a list of members has one address, that of the household
        QCOMPARE(details.people.at(at), shown);
    }
    QCOMPARE(details.conditions.size(), 1);
    QVERIFY(details.conditions.first().second.startsWith(m_family.first().address.street()));
}

void TestDeskLog::historyIsLogged()
{
    const desk::VisitId visit = m_work->visit();
    m_work->forgetRows();
    const residents::Snapshot &person = m_family.first();
    const auto view = waited(m_work->desk().viewRecords().history(visit, person.id.person));
    QVERIFY(view.has_value());
    QCOMPARE(view->lines.size(), qsizetype(person.id.version));
    const evidence::Row row = theRow(QStringLiteral("ViewHistory"));
    expectInVisit(row, visit);
    QCOMPARE(row.number, view->logRow);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.subjects, QList{person.id});
    QCOMPARE(m_city.opened(row).people, QList{items(person)});
}

void TestDeskLog::formerStatesAreLogged()
{
    const auto second =
        std::find_if(m_city.former().begin(), m_city.former().end(), [this](const auto &state) {
            return state.id.version == 2 && state.bornOn.isDay() &&
                   state.kind == residents::Kind::Japanese &&
                   !m_city.isTouched(m_city.person(state.id.person));
        });
    QVERIFY(second != m_city.former().end());
    const auto first =
        std::find_if(m_city.former().begin(), m_city.former().end(), [&](const auto &state) {
            return state.id == base::SnapshotId{second->id.person, 1};
        });
    QVERIFY(first != m_city.former().end());
    const desk::VisitId visit = m_work->visit();
    m_work->forgetRows();
    const auto view = waited(m_work->desk().viewRecords().formerState(visit, second->id));
    QVERIFY(view.has_value());
    QCOMPARE(view->state, *second);
    QCOMPARE(*view->before, *first);
    const evidence::Row row = theRow(QStringLiteral("ViewFormerState"));
    expectInVisit(row, visit);
    QCOMPARE(row.number, view->logRow);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    // Both states were handed out.
    QCOMPARE(row.subjects, (QList{second->id, first->id}));
    QCOMPARE(m_city.opened(row).people, (QList{items(*second), items(*first)}));
}

void TestDeskLog::papersAreLogged()
{
    const desk::VisitId visit = m_work->visit();
    m_work->forgetRows();
    desk::CertificateDesk &desk = m_work->desk().certificates();
    certificates::Request request = counterwork::anApplication(m_family, 2);
    request.requester = certificates::RequesterKind::Agent;
    request.requesterName = QStringLiteral("代理　人太");
    QList<base::SnapshotId> subjects;
    QList<audit::FourItems> people;
    for (const auto &member : m_family) {
        subjects.append(member.id);
        people.append(items(member));
    }
    const auto expectPaper = [&](const evidence::Row &row) {
        expectInVisit(row, visit);
        QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
        QCOMPARE(row.copies, 2u);
        QCOMPARE(row.reason, QStringLiteral("住民基本台帳法第12条第4項"));
        QVERIFY(!row.tablesVersion.isEmpty());
        QVERIFY(std::is_permutation(row.subjects.begin(), row.subjects.end(), subjects.begin(),
                                    subjects.end()));
        const audit::Details details = m_city.opened(row);
        for (qsizetype i = 0; i < row.subjects.size(); ++i)
            QCOMPARE(details.people.at(i), people.at(subjects.indexOf(row.subjects.at(i))));
        QVERIFY(details.conditions.contains({QStringLiteral("請求者"), request.requesterName}));
        QVERIFY(!evidence::encode(row).contains(request.requesterName.toUtf8()));
    };

    const auto preview = waited(desk.preview(visit, request));
    QVERIFY(preview.has_value());
    QVERIFY(preview->pages.pageCount() > 0);
    const evidence::Row looked = theRow(QStringLiteral("PreviewCertificate"));
    expectPaper(looked);
    QCOMPARE(looked.number, preview->logRow);
    QCOMPARE(looked.operation, evidence::Operation::Access);
    QVERIFY(looked.issueNumbers.isEmpty());

    const auto issued = waited(desk.issue(visit, request, QStringLiteral("窓口プリンタ")));
    QVERIFY(issued.has_value());
    const evidence::Row row = theRow(QStringLiteral("IssueCertificate"));
    expectPaper(row);
    QCOMPARE(row.number, issued->logRow);
    QCOMPARE(row.operation, evidence::Operation::Print);
    QCOMPARE(row.issueNumbers, issued->numbers);
    QCOMPARE(row.issueNumbers.size(), 2);
    QCOMPARE(row.printer, QStringLiteral("窓口プリンタ"));

    QVERIFY(waited(desk.outcome(visit, issued->numbers, desk::PrintResult::Printed)).has_value());
    const evidence::Row outcome = theRow(QStringLiteral("PrintOutcome"));
    expectInVisit(outcome, visit);
    QCOMPARE(outcome.operation, evidence::Operation::Print);
    QCOMPARE(outcome.issueNumbers, issued->numbers);
    QCOMPARE(outcome.copies, 2u);
}

void TestDeskLog::lockAndUnlockAreLogged()
{
    m_work->forgetRows();
    m_work->desk().lock(desk::LockReason::Key);
    QVERIFY(m_work->desk().isLocked());
    const app::Credential mine = m_place->credential(QStringLiteral("madoguchi1"));
    QVERIFY(waited(m_work->desk().unlock(app::toSecret(mine.password), app::toSecret(mine.pin)))
                .has_value());
    QVERIFY(!m_work->desk().isLocked());
    const QList<evidence::Row> rows = m_work->newRows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).procedure, QStringLiteral("Lock"));
    QCOMPARE(rows.at(0).reason, QStringLiteral("Key"));
    QCOMPARE(rows.at(1).procedure, QStringLiteral("Unlock"));
    for (const evidence::Row &row : rows) {
        QCOMPARE(row.operation, evidence::Operation::Session);
        QCOMPARE(row.outcome, evidence::Outcome::Done);
        QCOMPARE(row.user, QStringLiteral("madoguchi1"));
        QCOMPARE(row.card, m_work->card().serial);
    }
}

void TestDeskLog::aRefusedUnlockIsLogged()
{
    m_work->desk().lock(desk::LockReason::Idle);
    const app::Credential mine = m_place->credential(QStringLiteral("madoguchi1"));
    const auto wrong = waited(m_work->desk().unlock(
        app::toSecret(QStringLiteral("not the password")), app::toSecret(mine.pin)));
    QCOMPARE(wrong.error().code, base::ErrorCode::PasswordWrong);
    QVERIFY(m_work->desk().isLocked());
    const QList<evidence::Row> rows = m_work->newRows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(1).procedure, QStringLiteral("Unlock"));
    QCOMPARE(rows.at(1).outcome, evidence::Outcome::Refused);
    QVERIFY(waited(m_work->desk().unlock(app::toSecret(mine.password), app::toSecret(mine.pin)))
                .has_value());
}

/// With a visit still open: it is ended first.
void TestDeskLog::signOutIsLogged()
{
    for (const desk::VisitId visit : {m_work->visit(), m_work->visit()})
        QVERIFY(!visit.value.isNull());
    const quint64 before = m_work->rows().last().number;
    m_work->forgetRows();
    const auto head = waited(m_work->desk().signOut());
    QVERIFY(head.has_value());
    const QList<evidence::Row> rows = m_work->newRows();
    QVERIFY(rows.size() >= 3);
    QCOMPARE(rows.last().procedure, QStringLiteral("SignOut"));
    QCOMPARE(rows.last().operation, evidence::Operation::Session);
    QCOMPARE(rows.last().user, QStringLiteral("madoguchi1"));
    for (const evidence::Row &row : rows.first(rows.size() - 1))
        QCOMPARE(row.procedure, QStringLiteral("EndVisit"));
    QCOMPARE(head->count, before + quint64(rows.size()));
    QVERIFY(m_work->desk().isLocked());
}

QTEST_MAIN(TestDeskLog)
#include "tst_desklog.moc"
