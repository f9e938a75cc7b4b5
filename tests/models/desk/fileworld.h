#pragma once

#include "desk/viewtax.h"
#include "models/desk/handmade.h"
#include "support/filerows.h"

namespace counterwork {

/// A few people with files of tax, collection and pension: 1 to 3 live together, nothing rests on
/// them; 5 is protected and lives with 6; 9 has no files.
namespace people {
constexpr qint64 father = 1;
constexpr qint64 mother = 2;
constexpr qint64 child = 3;
constexpr qint64 hidden = 5;
constexpr qint64 housemate = 6;
constexpr qint64 newcomer = 9;
} // namespace people

inline const QString sendTo = QStringLiteral("よその県よその市八幡町1番1号　山田方");
inline const QString agent = QStringLiteral("管理　太郎（よその県よその市九番町2番）");

/// 50,000 yen, due on 30 June 2026, nothing paid.
[[nodiscard]] inline tax::LedgerRow aBill(qint64 person, int fiscalYear = 2026, int period = 1)
{
    tax::LedgerRow bill;
    bill.person = {person};
    bill.fiscalYear = fiscalYear;
    bill.settlementYear = fiscalYear;
    bill.period = period;
    bill.notice = QStringLiteral("0012345");
    bill.chargedYen = 50'000;
    bill.chargedAtFirstYen = 50'000;
    bill.dueOn = QDate(fiscalYear, 6, 30);
    return bill;
}

[[nodiscard]] inline tax::Assessment anAssessment(qint64 person, int fiscalYear = 2026,
                                                  int history = 1)
{
    tax::Assessment assessment;
    assessment.person = {person};
    assessment.fiscalYear = fiscalYear;
    assessment.history = history;
    assessment.municipality = QStringLiteral("982010");
    assessment.changeKind = history == 1 ? QStringLiteral("当初") : QStringLiteral("更正");
    return assessment;
}

/// 第1号 from the day he was 20 on, but for two years as 第2号.
[[nodiscard]] inline pension::PensionRecord aPensionRecord(qint64 person)
{
    pension::PensionRecord record;
    record.person = {person};
    record.numberTail = QStringLiteral("9018");
    record.insured = true;
    pension::InsuredPeriod first;
    first.category = pension::Category::First;
    first.acquiredOn = QDate(1989, 12, 31);
    first.acquiredNotifiedOn = QDate(1990, 1, 8);
    first.lostOn = QDate(2010, 4, 1);
    pension::InsuredPeriod again = first;
    again.acquiredOn = QDate(2012, 4, 1);
    again.acquiredNotifiedOn = QDate(2012, 4, 2);
    again.lostOn = {};
    pension::InsuredPeriod second = first;
    second.category = pension::Category::Second;
    second.acquiredOn = QDate(2010, 4, 1);
    second.lostOn = QDate(2012, 4, 1);
    record.periods = {first, second, again};
    return record;
}

[[nodiscard]] inline QList<cache::StoredRow> filesOf(qint64 person)
{
    tax::TaxpayerFile file;
    file.person = {person};
    file.sendTo = sendTo;
    file.agent = agent;
    file.inCharge = QStringLiteral("徴収　係子");
    return {support::rowOf(anAssessment(person, 2025)),
            support::rowOf(anAssessment(person, 2026, 1)),
            support::rowOf(anAssessment(person, 2026, 2)),
            support::rowOf(aBill(person, 2025, 4)),
            support::rowOf(aBill(person, 2026, 1)),
            support::rowOf(aBill(person, 2026, 2)),
            support::rowOf(file),
            support::rowOf(aPensionRecord(person))};
}

[[nodiscard]] inline residents::Snapshot father()
{
    return support::aPerson(people::father).named(u"山田", u"太郎").version(3);
}

[[nodiscard]] inline QList<cache::StoredRow> fileWorld()
{
    const auto row = [](const residents::Snapshot &person) { return support::rowOf(person); };
    QList<cache::StoredRow> rows{
        row(father()),
        row(support::aPerson(people::mother).named(u"山田", u"花子").inHousehold(1).as(u"妻")),
        row(support::aPerson(people::child)
                .named(u"山田", u"一郎")
                .inHousehold(1)
                .as(u"子")
                .bornOn(2004, 5, 1)),
        row(support::aPerson(people::hidden).named(u"川野", u"葉子")),
        row(support::aPerson(people::housemate)
                .named(u"川野", u"次郎")
                .inHousehold(people::hidden)
                .as(u"子")
                .bornOn(2001, 7, 9)),
        row(support::aPerson(people::newcomer).named(u"新井", u"来太")),
        support::rowOf(support::aHousehold(1, people::father)),
        support::rowOf(support::aHousehold(people::hidden, people::hidden)),
        support::rowOf(support::aHousehold(people::newcomer, people::newcomer)),
        support::rowOf(support::aProtection(1, people::hidden)),
    };
    for (const qint64 person : {people::father, people::mother, people::hidden, people::housemate})
        rows += filesOf(person);
    return rows;
}

/// Three of four, the name among them.
[[nodiscard]] inline desk::CallerCheck aKnownCaller()
{
    return {.name = true, .birthDate = true, .address = false, .number = true, .note = {}};
}

template <typename T>
[[nodiscard]] base::ErrorCode codeOf(const base::Result<T> &answer)
{
    return answer ? base::ErrorCode::Count : answer.error().code;
}

} // namespace counterwork
