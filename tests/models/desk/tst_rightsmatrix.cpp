// links: madoguchi_app
#include "models/desk/counterwork.h"
#include "support/cases.h"

#include <QtTest>

#include <functional>

using base::ErrorCode;
using counterwork::AtDesk;
using support::waited;

namespace {

const QStringList users{QStringLiteral("kanri1"),     QStringLiteral("shunin1"),
                        QStringLiteral("madoguchi1"), QStringLiteral("zeimu1"),
                        QStringLiteral("shuno1"),     QStringLiteral("nenkin1")};

using Try = std::function<std::optional<ErrorCode>(AtDesk &, desk::VisitId)>;

template <typename T>
std::optional<ErrorCode> codeOf(const base::Result<T> &answer)
{
    return answer ? std::nullopt : std::optional(answer.error().code);
}

} // namespace

/// Who may do what, from tests/data/rights.csv: every cell tried by that person at the real desk of
/// a made-up city, and its row of the log read (地方税法 第22条; R-AUZ).
class TestRightsMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyProcedureIsInTheTable();
    void everyCell_data();
    void everyCell();

private:
    void chooseTaxpayer();
    void fileAnEntry();
    void addEntryTries(QHash<QString, Try> &all) const;
    [[nodiscard]] QHash<QString, Try> tries() const;
    [[nodiscard]] desk::FileRequest ask(desk::VisitId visit, const char *purpose) const
    {
        return {.visit = visit, .person = m_bill.person, .purpose = QString::fromLatin1(purpose)};
    }
    [[nodiscard]] AtDesk &at(const QString &user);

    std::unique_ptr<support::TrainingPlace> m_place;
    counterwork::City m_city;
    QString m_user;
    std::unique_ptr<AtDesk> m_work;
    QList<residents::Snapshot> m_family;
    qint64 m_entry = 0; ///< a 仮登録 of madoguchi1
    tax::Assessment m_assessment;
    tax::LedgerRow m_bill; ///< of the same person
};

void TestRightsMatrix::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    m_city.read(at(QStringLiteral("shunin1")));
    m_family = m_city.anOrdinaryHousehold(2);
    chooseTaxpayer();
    fileAnEntry();
}

namespace {

/// 抑止 that keeps nobody from anything.
residents::Proposal aRestriction(base::PersonId person, QDate day)
{
    residents::Restriction restriction;
    restriction.person = person;
    restriction.kind = residents::RestrictionKind::Other;
    restriction.inquiry = residents::RestrictionLevel::None;
    restriction.certificate = residents::RestrictionLevel::None;
    restriction.movement = residents::RestrictionLevel::None;
    restriction.hidesAddress = false;
    restriction.from = day;
    return {restriction, 0, QStringLiteral("権限の確認")};
}

} // namespace

void TestRightsMatrix::fileAnEntry()
{
    AtDesk &work = at(QStringLiteral("madoguchi1"));
    const base::PersonId person = m_family.first().id.person;
    const auto filed = waited(
        work.desk().writeEntries().file({.visit = work.visit(), .person = person, .reason = {}},
                                        aRestriction(person, work.clock().today())));
    QVERIFY(filed.has_value());
    QCOMPARE(filed->state, desk::ItemState::Provisional);
    m_entry = filed->entry;
}

/// Somebody on whom nothing rests, with an assessment of a year the tables hold and a 期別.
void TestRightsMatrix::chooseTaxpayer()
{
    for (const tax::Assessment &one : m_city.assessments()) {
        const residents::Snapshot &person = m_city.person(one.person);
        if (one.fiscalYear != 2026 || m_city.isTouched(person) || !person.bornOn.isDay())
            continue;
        const auto bill = std::find_if(
            m_city.ledger().begin(), m_city.ledger().end(), [&one](const tax::LedgerRow &row) {
                return row.person == one.person && row.fiscalYear == 2026 &&
                       row.kind == tax::TaxKind::Resident && row.dueOn.isValid();
            });
        if (bill == m_city.ledger().end())
            continue;
        m_assessment = one;
        m_bill = *bill;
        return;
    }
    QFAIL("nobody pays taxes");
}

/// One person at a time: they share the workstation.
AtDesk &TestRightsMatrix::at(const QString &user)
{
    if (user != m_user) {
        m_work.reset();
        m_work = std::make_unique<AtDesk>(*m_place, user);
        m_user = user;
    }
    return *m_work;
}

QHash<QString, Try> TestRightsMatrix::tries() const
{
    const residents::Snapshot person = m_family.first();
    const certificates::Request request = counterwork::anApplication(m_family);
    desk::SearchConditions conditions;
    conditions.person = person.id.person;
    const int key = tax::ledgerKey(m_bill.kind, m_bill.fiscalYear, m_bill.period);
    const QDate payOn = m_bill.dueOn;
    QHash<QString, Try> all;
    const auto add = [&all](const char *name, auto procedure) {
        all.insert(QString::fromLatin1(name), [procedure](AtDesk &work, desk::VisitId visit) {
            return codeOf(waited(procedure(work.desk(), visit)));
        });
    };
    add("FindPeople",
        [=](desk::Desk &desk, auto visit) { return desk.findPeople().find(visit, conditions); });
    add("ViewResident", [=](desk::Desk &desk, auto visit) {
        return desk.viewRecords().resident(visit, person.id.person);
    });
    add("ViewHousehold", [=](desk::Desk &desk, auto visit) {
        return desk.viewRecords().household(visit, person.household);
    });
    add("ViewHistory", [=](desk::Desk &desk, auto visit) {
        return desk.viewRecords().history(visit, person.id.person);
    });
    add("ViewFormerState", [=](desk::Desk &desk, auto visit) {
        return desk.viewRecords().formerState(visit, {person.id.person, 1});
    });
    add("PreviewCertificate",
        [=](desk::Desk &desk, auto visit) { return desk.certificates().preview(visit, request); });
    add("IssueCertificate", [=](desk::Desk &desk, auto visit) {
        return desk.certificates().issue(visit, request, {});
    });
    add("ViewTax",
        [this](desk::Desk &desk, auto visit) { return desk.viewTax().tax(ask(visit, "tax")); });
    add("ExplainTax", [this](desk::Desk &desk, auto visit) {
        return desk.viewTax().explain(ask(visit, "tax"), m_assessment.fiscalYear,
                                      m_assessment.history);
    });
    add("ViewLedger", [this](desk::Desk &desk, auto visit) {
        return desk.viewTax().ledger(ask(visit, "payment"));
    });
    add("CalculateLateCharge", [=, this](desk::Desk &desk, auto visit) {
        return desk.viewTax().lateCharge(ask(visit, "payment"), key, payOn);
    });
    add("ViewPension", [this](desk::Desk &desk, auto visit) {
        return desk.viewTax().pension(ask(visit, "pension"));
    });
    const auto chart = [](desk::Chart what) {
        return desk::ChartOrder{.chart = what,
                                .draw = [](QPainter &, const QRectF &) {},
                                .printer = QStringLiteral("chart.pdf")};
    };
    add("PrintArrears", [=, this](desk::Desk &desk, auto visit) {
        return desk.viewTax().printChart(ask(visit, "payment"), chart(desk::Chart::Arrears));
    });
    add("PrintTimeline", [=, this](desk::Desk &desk, auto visit) {
        return desk.viewTax().printChart(ask(visit, "pension"), chart(desk::Chart::Timeline));
    });
    addEntryTries(all);
    add("ViewHouseholdFiles", [this](desk::Desk &desk, auto visit) {
        const desk::Rights rights = desk.clerk().rights;
        return desk.viewTax().neededMembers(ask(visit, rights.testFlag(desk::Right::ViewTax) ? "tax"
                                                       : rights.testFlag(desk::Right::ViewLedger)
                                                           ? "payment"
                                                           : "pension"));
    });
    return all;
}

/// What is entered at the register, about the second of the family.
void TestRightsMatrix::addEntryTries(QHash<QString, Try> &all) const
{
    const base::PersonId person = m_family.last().id.person;
    const QString why = QStringLiteral("権限の確認");
    const auto add = [&all](const char *name, auto procedure) {
        all.insert(QString::fromLatin1(name), [procedure](AtDesk &work, desk::VisitId visit) {
            return codeOf(waited(procedure(work.desk(), visit)));
        });
    };
    const auto request = [person](desk::VisitId visit) {
        return desk::EntryRequest{.visit = visit, .person = person, .reason = {}};
    };
    const auto addEntered = [&](const char *name, const residents::Proposal &proposal) {
        add(name, [=](desk::Desk &desk, auto visit) {
            return desk.writeEntries().file(request(visit), proposal);
        });
    };
    residents::Note note;
    note.person = person;
    note.text = why;
    residents::Contact contact;
    contact.person = person;
    contact.telephone = QStringLiteral("0900000000");
    addEntered("EnterNote", {note, 0, {}});
    addEntered("EnterContact", {contact, 0, {}});
    addEntered("EnterRestriction", aRestriction(person, base::SystemClock().today()));
    add("ViewEntries",
        [=](desk::Desk &desk, auto visit) { return desk.writeEntries().entries(request(visit)); });
    add("BreakLock", [=](desk::Desk &desk, auto visit) {
        return desk.writeEntries().breakLock(request(visit),
                                             {central::LockKey::Kind::Person, person.value}, why);
    });
    add("ListOutbox", [](desk::Desk &desk, auto) { return desk.outbox().items(); });
    add("ListEntries", [](desk::Desk &desk, auto) { return desk.checks().queue(); });
    add("OpenEntry", [this](desk::Desk &desk, auto) { return desk.checks().open(m_entry); });
    add("CheckEntry", [this](desk::Desk &desk, auto) {
        return desk.checks().decide(m_entry, desk::CheckOutcome::Register, {});
    });
    add("RevealNumber",
        [=](desk::Desk &desk, auto visit) { return desk.numbers().reveal(visit, person, why); });
}

void TestRightsMatrix::everyProcedureIsInTheTable()
{
    const auto rows = support::cases("rights");
    QStringList named;
    for (const support::Case &row : rows)
        named.append(row.text("procedure"));
    QStringList tried = tries().keys();
    named.sort();
    tried.sort();
    QCOMPARE(named, tried);
}

void TestRightsMatrix::everyCell_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("answer");
    for (const QString &user : users) {
        for (const support::Case &row : support::cases("rights")) {
            const QString procedure = row.text("procedure");
            QTest::addRow("%s %s", qPrintable(user), qPrintable(procedure))
                << user << procedure << row.text("file")
                << row.fields.value(user, QStringLiteral("no such column"));
        }
    }
}

void TestRightsMatrix::everyCell()
{
    QFETCH(QString, user);
    QFETCH(QString, procedure);
    QFETCH(QString, file);
    QFETCH(QString, answer);
    QVERIFY2(answer == u"allowed" || answer == u"refused", qPrintable(answer));
    const bool may = answer == u"allowed";
    AtDesk &work = at(user);
    const desk::VisitId visit = work.visit();
    work.forgetRows();
    const auto code = tries().value(procedure)(work, visit);
    if (may)
        QVERIFY2(!code, qPrintable(QString::number(code ? int(*code) : 0)));
    else
        QCOMPARE(code, std::optional(ErrorCode::RightMissing));
    const QList<evidence::Row> rows = work.newRows();
    QCOMPARE(rows.size(), 1);
    const evidence::Row &row = rows.first();
    QCOMPARE(row.procedure, procedure);
    QCOMPARE(row.user, user);
    QCOMPARE(row.individualNumberAccessed, may && procedure == u"RevealNumber");
    QCOMPARE(row.outcome, may ? evidence::Outcome::Done : evidence::Outcome::Refused);
    if (may) {
        QCOMPARE(row.fileName, file);
        QVERIFY(!row.subjects.isEmpty());
    } else {
        QCOMPARE(row.reason, QStringLiteral("RightMissing"));
        QVERIFY(row.subjects.isEmpty());
        QVERIFY(row.sealed.isEmpty());
    }
}

QTEST_MAIN(TestRightsMatrix)
#include "tst_rightsmatrix.moc"
