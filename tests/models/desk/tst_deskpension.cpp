// links: madoguchi_app
#include "models/desk/fileworld.h"

#include <QtTest>

#include <algorithm>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Handmade;
using desk::Caller;
using desk::Right;
using desk::Rights;
namespace people = counterwork::people;

/// 国民年金資格情報ファイル at the counter: the record as it is held, its months as the law counts
/// them (国民年金法 第7条, 第11条), nothing of the 基礎年金番号 but its last four digits.
class TestDeskPension : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(counterwork::fileWorld()); }
    void theRecordIsShownWithItsMonths();
    void withoutABirthDayThereAreNoMonths();
    void aStationWithoutTheFileSaysSo();
    void taxClerksSeeNoPension();
    void pensionClerksSeeNoTax();
    void aCallerHearsNothingOfAProtectedPerson();
    void aRecordThatIsDamagedIsNotShown();

private:
    void open(const QList<cache::StoredRow> &rows, Rights rights = Right::ViewPension);
    [[nodiscard]] desk::FileRequest ask(qint64 person)
    {
        return {.visit = m_place->visit(QStringLiteral("pension")), .person = {person}};
    }

    std::unique_ptr<Handmade> m_place;
    std::unique_ptr<desk::ViewTax> m_view;
};

void TestDeskPension::open(const QList<cache::StoredRow> &rows, Rights rights)
{
    m_view.reset();
    m_place = std::make_unique<Handmade>(rows, rights, true);
    m_view = std::make_unique<desk::ViewTax>(m_place->counter());
}

/// Born on 1 January 1970, 20 on 31 December 1989; 第2号 from April 2010 to March 2012: of the 444
/// months to November 2026, 420 as 第1号.
void TestDeskPension::theRecordIsShownWithItsMonths()
{
    const auto view = m_view->pension(ask(people::father)).result();
    QVERIFY(view.has_value());
    QCOMPARE(view->person.value, people::father);
    QCOMPARE(view->record, counterwork::aPensionRecord(people::father));
    QCOMPARE(view->logRow, m_place->rows().last().number);
    const auto &spans = view->timeline.spans;
    QVERIFY(!spans.isEmpty());
    const auto second = std::find_if(spans.begin(), spans.end(), [](const auto &span) {
        return span.state == pension::MonthState::Second;
    });
    QVERIFY(second != spans.end());
    QCOMPARE(second->months, (pension::MonthSpan{{2010, 4}, {2012, 3}}));
    QCOMPARE(view->timeline.monthsMissing, 0);
    QCOMPARE(view->timeline.monthsFirst, 444 - 24);
}

void TestDeskPension::withoutABirthDayThereAreNoMonths()
{
    calendar::PartialDate unknown;
    unknown.text = QStringLiteral("年月日不詳");
    const residents::Snapshot person = support::aPerson(1).bornOn(unknown);
    open({support::rowOf(person), support::rowOf(counterwork::aPensionRecord(1))});
    const auto view = m_view->pension(ask(1)).result();
    QVERIFY(view.has_value());
    QCOMPARE(view->record.periods.size(), 3);
    QVERIFY(view->timeline.spans.isEmpty());
}

/// Nothing held here is not the same as nothing there.
void TestDeskPension::aStationWithoutTheFileSaysSo()
{
    m_place->holdOnly(cache::CacheState::residentTables());
    QCOMPARE(codeOf(m_view->pension(ask(people::father)).result()), ErrorCode::RegisterRefused);
    QVERIFY(m_place->rows().isEmpty());
}

/// 地方税法 第22条, in both directions: with every right of the other work.
void TestDeskPension::taxClerksSeeNoPension()
{
    open(counterwork::fileWorld(), Rights(Right::ViewTax) | Right::ExplainTax | Right::ViewLedger |
                                       Right::LateCharge | Right::Search | Right::OpenRestricted);
    QCOMPARE(codeOf(m_view->pension(ask(people::father)).result()), ErrorCode::RightMissing);
    QCOMPARE(m_place->rows().last().outcome, evidence::Outcome::Refused);
}

void TestDeskPension::pensionClerksSeeNoTax()
{
    open(counterwork::fileWorld(),
         Rights(Right::ViewPension) | Right::Search | Right::OpenRestricted);
    desk::FileRequest request = ask(people::father);
    request.purpose = QStringLiteral("tax");
    QCOMPARE(codeOf(m_view->tax(request).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(m_view->explain(request, 2026, 1).result()), ErrorCode::RightMissing);
    request.purpose = QStringLiteral("payment");
    QCOMPARE(codeOf(m_view->ledger(request).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(m_view->lateCharge(request, 1, QDate(2026, 11, 2)).result()),
             ErrorCode::RightMissing);
    for (const evidence::Row &row : m_place->rows())
        QCOMPARE(row.outcome, evidence::Outcome::Refused);
}

void TestDeskPension::aCallerHearsNothingOfAProtectedPerson()
{
    const auto visit = m_place->visit(QStringLiteral("pension"), Caller::Telephone);
    const auto answer = m_view
                            ->pension({.visit = visit,
                                       .person = {people::hidden},
                                       .reason = QStringLiteral("本人からの電話"),
                                       .caller = counterwork::aKnownCaller()})
                            .result();
    QCOMPARE(codeOf(answer), ErrorCode::RestrictedRecord);
}

void TestDeskPension::aRecordThatIsDamagedIsNotShown()
{
    cache::StoredRow row = support::rowOf(counterwork::aPensionRecord(people::father));
    row.body.chop(1);
    open({support::rowOf(counterwork::father()), row});
    QCOMPARE(codeOf(m_view->pension(ask(people::father)).result()), ErrorCode::CacheDamaged);
    QVERIFY(m_place->rows().isEmpty());
}

QTEST_MAIN(TestDeskPension)
#include "tst_deskpension.moc"
