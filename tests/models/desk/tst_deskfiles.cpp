// links: madoguchi_app
#include "desk/viewrecords.h"
#include "models/desk/fileworld.h"

#include <QtTest>

#include <algorithm>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Handmade;
using desk::Caller;
using desk::FileRequest;
using desk::Right;
using desk::Rights;
namespace people = counterwork::people;

namespace {

constexpr ErrorCode done = ErrorCode::Count;
const Rights all = Rights(Right::ViewTax) | Right::ExplainTax | Right::ViewLedger |
                   Right::LateCharge | Right::ViewPension;
const QString why = QStringLiteral("本人が来庁し相談");
const QDate payDay(2026, 11, 2);
const int firstBill = tax::ledgerKey(tax::TaxKind::Resident, 2026, 1);

} // namespace

/// What the procedures on the files of tax and collection hand out: everything that is there, in
/// its order, with what does not agree beside it; no address on the telephone.
class TestDeskFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void assessmentsAreNewestFirst();
    void whatDoesNotAgreeIsShown();
    void theLedgerIsNewestFirst();
    void addressesOfTheLedgerAreHidden();
    void whereSomebodyHidesIsNotTold_data();
    void whereSomebodyHidesIsNotTold();
    void notesDoNotTellWhereSomebodyHides();
    void notesDoNotReadOutTheAddress();
    void aLateChargeIsWorkedOut();
    void aLateChargeNeedsItsRowAndDay();
    void aYearWithoutATableIsNamed();
    void taxIsExplained();
    void aHouseholdIsListedWithoutItsFiles();
    void whoLivesWithAProtectedPersonIsMarkedToo();
    void whoHasNoFileIsSeenToHaveNone();

private:
    [[nodiscard]] desk::ViewTax &desk() { return *m_view; }
    /// A place of its own with these rows.
    void open(const QList<cache::StoredRow> &rows, Rights rights = all);

    std::unique_ptr<Handmade> m_place;
    std::unique_ptr<desk::ViewTax> m_view;
};

void TestDeskFiles::init()
{
    open(counterwork::fileWorld());
}

void TestDeskFiles::open(const QList<cache::StoredRow> &rows, Rights rights)
{
    m_view.reset();
    m_place = std::make_unique<Handmade>(rows, rights, true);
    m_view = std::make_unique<desk::ViewTax>(m_place->counter());
}

void TestDeskFiles::assessmentsAreNewestFirst()
{
    const auto view =
        desk()
            .tax({.visit = m_place->visit(QStringLiteral("tax")), .person = {people::father}})
            .result();
    QVERIFY(view.has_value());
    QCOMPARE(view->person.value, people::father);
    QCOMPARE(view->logRow, m_place->rows().last().number);
    QList<tax::Assessment> shown;
    for (const desk::AssessmentView &one : view->assessments)
        shown.append(one.assessment);
    QCOMPARE(shown, (QList{counterwork::anAssessment(people::father, 2026, 2),
                           counterwork::anAssessment(people::father, 2026, 1),
                           counterwork::anAssessment(people::father, 2025, 1)}));
}

/// 年税額 100,000 (item 152) and instalments of 90,000: shown, with what does not agree beside it.
void TestDeskFiles::whatDoesNotAgreeIsShown()
{
    tax::Assessment assessment = counterwork::anAssessment(people::father);
    assessment.amounts = {{152, 100'000}};
    for (int i = 1; i <= 3; ++i)
        assessment.instalments.append(
            {.number = i, .month = 6, .dueOn = QDate(2026, 6, 30), .yen = 30'000});
    open(QList{support::rowOf(counterwork::father()), support::rowOf(assessment)});
    const FileRequest request{.visit = m_place->visit(QStringLiteral("tax")),
                              .person = {people::father}};
    const auto sums = [](const QList<tax::Contradiction> &contradictions) {
        QList<QPair<qint64, qint64>> found;
        for (const tax::Contradiction &one : contradictions) {
            if (one.code == QStringLiteral("instalments-sum"))
                found.append(std::minmax(one.storedYen, one.expectedYen));
        }
        return found;
    };
    const QList<QPair<qint64, qint64>> wanted{{90'000, 100'000}};
    const auto view = desk().tax(request).result();
    QVERIFY(view.has_value());
    QCOMPARE(view->assessments.size(), 1);
    QCOMPARE(view->assessments.first().assessment, assessment);
    QCOMPARE(sums(view->assessments.first().contradictions), wanted);
    const auto explained = desk().explain(request, 2026, 1).result();
    QVERIFY(explained.has_value());
    QCOMPARE(sums(explained->contradictions), wanted);
}

void TestDeskFiles::theLedgerIsNewestFirst()
{
    const auto view = desk()
                          .ledger({.visit = m_place->visit(QStringLiteral("payment")),
                                   .person = {people::father}})
                          .result();
    QVERIFY(view.has_value());
    QCOMPARE(view->logRow, m_place->rows().last().number);
    QCOMPARE(view->rows, (QList{counterwork::aBill(people::father, 2026, 1),
                                counterwork::aBill(people::father, 2026, 2),
                                counterwork::aBill(people::father, 2025, 4)}));
    QCOMPARE(view->file.inCharge, QStringLiteral("徴収　係子"));
    QCOMPARE(view->paymentsUpTo, QDate(2026, 10, 30)); // as the register said
}

/// On the telephone never, also with a reason; at the counter a protected person's only after it.
void TestDeskFiles::addressesOfTheLedgerAreHidden()
{
    open(counterwork::fileWorld(), all | Right::OpenRestricted);
    const QString purpose = QStringLiteral("payment");
    const auto here = m_place->visit(purpose);
    const auto telephone = m_place->visit(purpose, Caller::Telephone);
    for (const qint64 person : {people::father, people::hidden}) {
        const auto shown =
            desk().ledger({.visit = here, .person = {person}, .reason = why}).result();
        QVERIFY(shown.has_value());
        QVERIFY(!shown->addressHidden);
        QCOMPARE(shown->file.sendTo, counterwork::sendTo);
        QCOMPARE(shown->file.agent, counterwork::agent);
        const auto spoken = desk()
                                .ledger({.visit = telephone,
                                         .person = {person},
                                         .reason = why,
                                         .caller = counterwork::aKnownCaller()})
                                .result();
        QVERIFY(spoken.has_value());
        QVERIFY(spoken->addressHidden);
        QVERIFY(spoken->file.sendTo.isEmpty());
        QVERIFY(spoken->file.agent.isEmpty());
        QCOMPARE(spoken->file.inCharge, QStringLiteral("徴収　係子"));
    }
    // Nothing is left out of what holds nothing.
    const auto none = desk()
                          .ledger({.visit = telephone,
                                   .person = {people::newcomer},
                                   .caller = counterwork::aKnownCaller()})
                          .result();
    QVERIFY(none.has_value());
    QVERIFY(!none->addressHidden);
}

void TestDeskFiles::whereSomebodyHidesIsNotTold_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("told");
    // 葉子 hides at 本町三丁目5番地.
    QTest::newRow("as registered")
        << QStringLiteral("あさぎり県みどり野市本町三丁目5番地　川野方") << false;
    QTest::newRow("as people write") << QStringLiteral("川野様方、本町３－５") << false;
    QTest::newRow("the next house")
        << QStringLiteral("あさぎり県みどり野市本町三丁目51番地") << true;
    QTest::newRow("the town") << QStringLiteral("本町三丁目") << true;
    QTest::newRow("elsewhere") << counterwork::sendTo << true;
}

/// municipal-facts.md 4.12, case 3: papers of a former husband are sent to where she hides; his
/// file does not tell it to anybody, also not with the right to open hers.
void TestDeskFiles::whereSomebodyHidesIsNotTold()
{
    QFETCH(QString, words);
    QFETCH(bool, told);
    tax::TaxpayerFile file;
    file.person = {people::newcomer};
    for (const bool asAgent : {false, true}) {
        file.sendTo = asAgent ? counterwork::sendTo : words;
        file.agent = asAgent ? words : counterwork::agent;
        open(counterwork::fileWorld() + QList{support::rowOf(file)}, all | Right::OpenRestricted);
        const auto view = desk()
                              .ledger({.visit = m_place->visit(QStringLiteral("payment")),
                                       .person = {people::newcomer},
                                       .reason = why})
                              .result();
        QVERIFY(view.has_value());
        QCOMPARE(view->addressHidden, !told);
        QCOMPARE(view->file.sendTo, told || asAgent ? file.sendTo : QString());
        QCOMPARE(view->file.agent, told || !asAgent ? file.agent : QString());
    }
}

/// What was said and what was found is read by whoever opens the file.
void TestDeskFiles::notesDoNotTellWhereSomebodyHides()
{
    const QString told = QStringLiteral("妻の転居先は本町3丁目5番地とのこと。");
    const QString other = QStringLiteral("本町3丁目50番地の家屋を調査。");
    tax::TaxpayerFile file;
    file.person = {people::newcomer};
    for (const QString &text : {told, other}) {
        file.negotiations.append({.on = payDay, .way = {}, .with = {}, .text = text, .by = {}});
        file.properties.append({.kind = QStringLiteral("不動産"), .words = text, .foundOn = {}});
    }
    open(counterwork::fileWorld() + QList{support::rowOf(file)}, all | Right::OpenRestricted);
    const auto view = desk()
                          .ledger({.visit = m_place->visit(QStringLiteral("payment")),
                                   .person = {people::newcomer}})
                          .result();
    QVERIFY(view.has_value());
    QVERIFY(!view->addressHidden);
    QCOMPARE(view->file.negotiations.size(), 2);
    QCOMPARE(view->file.negotiations.first().text, residents::withheldWords());
    QCOMPARE(view->file.negotiations.first().on, payDay);
    QCOMPARE(view->file.negotiations.last().text, other);
    QCOMPARE(view->file.properties.first().words, residents::withheldWords());
    QCOMPARE(view->file.properties.last().words, other);
    pension::PensionRecord record = counterwork::aPensionRecord(people::newcomer);
    record.notes = {{.on = payDay, .special = other, .consulted = told, .remarks = told}};
    record.reports.append(pension::Report());
    record.reports.first().message = told;
    open(counterwork::fileWorld() + QList{support::rowOf(record)}, all);
    const auto pension = desk()
                             .pension({.visit = m_place->visit(QStringLiteral("pension")),
                                       .person = {people::newcomer}})
                             .result();
    QVERIFY(pension.has_value());
    const pension::Note &note = pension->record.notes.first();
    QCOMPARE(note.special, other);
    QCOMPARE(note.consulted, residents::withheldWords());
    QCOMPARE(note.remarks, residents::withheldWords());
    QCOMPARE(pension->record.reports.first().message, residents::withheldWords());
}

/// On the telephone no note reads out where he lives.
void TestDeskFiles::notesDoNotReadOutTheAddress()
{
    const QString home = QStringLiteral("本町3-1の土地家屋"); // 父 lives at 本町三丁目1番地
    tax::TaxpayerFile file;
    file.person = {people::father};
    file.properties.append({.kind = QStringLiteral("不動産"), .words = home, .foundOn = {}});
    pension::PensionRecord record = counterwork::aPensionRecord(people::father);
    record.notes = {{.on = payDay, .special = home, .consulted = {}, .remarks = {}}};
    auto rows = counterwork::fileWorld();
    rows.append({support::rowOf(file, 1), support::rowOf(record, 1)});
    open(rows);
    for (const Caller caller : {Caller::Self, Caller::Telephone}) {
        const bool shown = caller == Caller::Self;
        FileRequest request{.visit = m_place->visit(QStringLiteral("payment"), caller),
                            .person = {people::father},
                            .caller = counterwork::aKnownCaller()};
        const auto ledger = desk().ledger(request).result();
        QVERIFY(ledger.has_value());
        QCOMPARE(ledger->file.properties.first().words == home, shown);
        QVERIFY(!ledger->file.properties.first().words.isEmpty());
        request.purpose = QStringLiteral("pension");
        const auto pension = desk().pension(request).result();
        QVERIFY(pension.has_value());
        QCOMPARE(pension->record.notes.first().special == home, shown);
    }
}

/// 50,000 yen due on 30 June 2026, paid on 2 November: 31 days at 2.8 % (118), 94 at 9.1 % (1,171),
/// cut to 100 (地方税法 附則第3条の2, 第20条の4の2; rates of 2026: municipal-facts.md 6.9).
void TestDeskFiles::aLateChargeIsWorkedOut()
{
    const FileRequest request{.visit = m_place->visit(QStringLiteral("payment")),
                              .person = {people::father}};
    const auto view = desk().lateCharge(request, firstBill, payDay).result();
    QVERIFY(view.has_value());
    QCOMPARE(view->row, counterwork::aBill(people::father));
    QCOMPARE(view->payOn, payDay);
    QCOMPARE(view->unpaidYen, 50'000);
    QCOMPARE(view->working.sumYen, 118 + 1'171);
    QCOMPARE(view->working.chargeYen, 1'200);
    const evidence::Row row = m_place->rows().last();
    QCOMPARE(row.number, view->logRow);
    QCOMPARE(row.tablesVersion, view->working.tableVersion);
    const QList<QPair<QString, QString>> wanted{
        {QStringLiteral("期別"), QString::number(firstBill)},
        {QStringLiteral("計算日"), QStringLiteral("2026-11-02")}};
    QCOMPARE(m_place->opened(row).conditions, wanted);
}

void TestDeskFiles::aLateChargeNeedsItsRowAndDay()
{
    const FileRequest request{.visit = m_place->visit(QStringLiteral("payment")),
                              .person = {people::father}};
    const int third = tax::ledgerKey(tax::TaxKind::Resident, 2026, 3);
    for (const int key : {third, 0, -1})
        QCOMPARE(codeOf(desk().lateCharge(request, key, payDay).result()),
                 ErrorCode::ArgumentWrong);
    QCOMPARE(codeOf(desk().lateCharge(request, firstBill, QDate()).result()),
             ErrorCode::ArgumentWrong);
    QVERIFY(m_place->rows().isEmpty());
}

/// The rates of 2030 are not known; nor are the rules of 2012.
void TestDeskFiles::aYearWithoutATableIsNamed()
{
    open(QList{support::rowOf(counterwork::father()),
               support::rowOf(counterwork::aBill(people::father)),
               support::rowOf(counterwork::anAssessment(people::father, 2012, 1))});
    const auto late = desk()
                          .lateCharge({.visit = m_place->visit(QStringLiteral("payment")),
                                       .person = {people::father}},
                                      firstBill, QDate(2030, 2, 1))
                          .result();
    QCOMPARE(codeOf(late), ErrorCode::TableYearMissing);
    const FileRequest request{.visit = m_place->visit(QStringLiteral("tax")),
                              .person = {people::father}};
    QCOMPARE(codeOf(desk().explain(request, 2012, 1).result()), ErrorCode::TableYearMissing);
    QVERIFY(m_place->rows().isEmpty()); // nothing was shown
    // The assessment itself is shown.
    QCOMPARE(codeOf(desk().tax(request).result()), done);
}

void TestDeskFiles::taxIsExplained()
{
    const FileRequest request{.visit = m_place->visit(QStringLiteral("tax")),
                              .person = {people::father}};
    const auto view = desk().explain(request, 2026, 1).result();
    QVERIFY(view.has_value());
    QCOMPARE(view->assessment, counterwork::anAssessment(people::father, 2026, 1));
    QVERIFY(!view->computation.lines.isEmpty());
    const evidence::Row row = m_place->rows().last();
    QCOMPARE(row.number, view->logRow);
    QVERIFY(!row.tablesVersion.isEmpty());
    QCOMPARE(row.tablesVersion, view->computation.tableVersion);
    const QList<QPair<QString, QString>> wanted{{QStringLiteral("年度"), QStringLiteral("2026")},
                                                {QStringLiteral("履歴"), QStringLiteral("1")}};
    QCOMPARE(m_place->opened(row).conditions, wanted);
    QCOMPARE(codeOf(desk().explain(request, 2026, 3).result()), ErrorCode::ArgumentWrong);
    QCOMPARE(codeOf(desk().explain(request, 2024, 1).result()), ErrorCode::ArgumentWrong);
}

void TestDeskFiles::aHouseholdIsListedWithoutItsFiles()
{
    open(counterwork::fileWorld(), all | Right::OpenRestricted);
    const auto view = desk()
                          .neededMembers({.visit = m_place->visit(QStringLiteral("tax")),
                                          .person = {people::mother}})
                          .result();
    QVERIFY(view.has_value());
    QStringList shown;
    for (const desk::NeededMember &one : view->members)
        shown.append(one.name + u'/' + one.relationship);
    QCOMPARE(shown,
             (QStringList{QStringLiteral("山田　太郎/世帯主"), QStringLiteral("山田　花子/妻"),
                          QStringLiteral("山田　一郎/子")}));
    const auto rows = m_place->newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().number, view->logRow);
    QCOMPARE(rows.first().fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(rows.first().count, 3u);
    for (const audit::FourItems &one : m_place->opened(rows.first()).people) {
        QVERIFY(!one.name.isEmpty());
        QVERIFY(one.address.isEmpty());
        QVERIFY(one.bornOn.isEmpty());
    }
    const auto theirs = desk()
                            .neededMembers({.visit = m_place->visit(QStringLiteral("tax")),
                                            .person = {people::hidden},
                                            .reason = why})
                            .result();
    QVERIFY(theirs.has_value());
    QCOMPARE(theirs->members.size(), 2);
    QVERIFY(theirs->members.first().isProtected);
    // Every restriction has its mark, not only those that hide an address.
    residents::Restriction lawsuit = support::aProtection(2, people::child);
    lawsuit.kind = residents::RestrictionKind::Litigation;
    lawsuit.hidesAddress = false;
    open(counterwork::fileWorld() + QList{support::rowOf(lawsuit)});
    const auto marked = desk()
                            .neededMembers({.visit = m_place->visit(QStringLiteral("tax")),
                                            .person = {people::mother}})
                            .result();
    QVERIFY(marked.has_value());
    QVERIFY(!marked->members.first().restricted);
    QVERIFY(marked->members.last().restricted && !marked->members.last().isProtected);
}

/// The address is the same: the header of his record and of every tab says so.
void TestDeskFiles::whoLivesWithAProtectedPersonIsMarkedToo()
{
    open(counterwork::fileWorld(), Rights(Right::Search) | Right::OpenRestricted);
    desk::ViewRecords records(m_place->counter());
    for (const qint64 person : {people::hidden, people::housemate, people::father}) {
        const auto view = records.resident(m_place->visit(), {person}, why).result();
        QVERIFY(view.has_value());
        QCOMPARE(view->isProtected, person != people::father);
        QCOMPARE(view->record.restrictions.isEmpty(), person != people::hidden);
    }
}

void TestDeskFiles::whoHasNoFileIsSeenToHaveNone()
{
    const base::PersonId newcomer{people::newcomer};
    const auto taxes =
        desk().tax({.visit = m_place->visit(QStringLiteral("tax")), .person = newcomer}).result();
    QVERIFY(taxes.has_value());
    QVERIFY(taxes->assessments.isEmpty());
    const auto ledger =
        desk()
            .ledger({.visit = m_place->visit(QStringLiteral("payment")), .person = newcomer})
            .result();
    QVERIFY(ledger.has_value());
    QVERIFY(ledger->rows.isEmpty());
    const auto pension =
        desk()
            .pension({.visit = m_place->visit(QStringLiteral("pension")), .person = newcomer})
            .result();
    QVERIFY(pension.has_value());
    QVERIFY(pension->record.periods.isEmpty());
    QCOMPARE(pension->record.person, newcomer);
    // No record is no gap of thirty years.
    QVERIFY(!pension->held);
    QVERIFY(pension->timeline.spans.isEmpty() && pension->timeline.irregularities.isEmpty());
    QCOMPARE(m_place->rows().size(), 3);
}

QTEST_MAIN(TestDeskFiles)
#include "tst_deskfiles.moc"
