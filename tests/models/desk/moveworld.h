#pragma once

#include "models/desk/writingworld.h"

#include <QtTest>

// What the tests of 異動 at the counter share.
namespace moveworld {

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::WritingPlace;
using desk::ItemState;
using desk::Right;
using desk::Rights;
using residents::Move;
using residents::MoveRule;
using residents::RestrictionLevel;
namespace people = counterwork::people;

inline const auto homeTown = QStringLiteral("本町三丁目");
inline const auto newTown = QStringLiteral("緑が丘一丁目");
inline const auto newLot = QStringLiteral("２番３号");

inline residents::Household household(qint64 id, const residents::Snapshot &head)
{
    return {.id = {id}, .version = 1, .head = head.id.person, .address = head.address};
}

/// 太郎, 花子 and 一郎 in household 1; 来太 in 9 at the new lot, and 葉子, who hides, with 次郎.
inline QList<cache::StoredRow> world()
{
    const residents::Snapshot father = support::aPerson(people::father)
                                           .named(u"山田", u"太郎")
                                           .sex(residents::Sex::Male)
                                           .livingAt(homeTown, u"１番地")
                                           .version(3);
    const residents::Snapshot newcomer = support::aPerson(people::newcomer)
                                             .named(u"新井", u"来太")
                                             .livingAt(newTown, newLot, u"コーポ緑　１０１号室");
    const residents::Snapshot hidden = support::aPerson(people::hidden)
                                           .named(u"川野", u"葉子")
                                           .livingAt(newTown, newLot, u"コーポ緑　１０２号室");
    const auto member = [](qint64 id, QStringView given, QStringView as) {
        return support::aPerson(id)
            .named(u"山田", given)
            .inHousehold(1)
            .as(as)
            .livingAt(homeTown, u"１番地");
    };
    return {support::rowOf(father),
            support::rowOf(member(people::mother, u"花子", u"妻").snapshot()),
            support::rowOf(member(people::child, u"一郎", u"子").bornOn(2004, 5, 1).snapshot()),
            support::rowOf(newcomer),
            support::rowOf(hidden),
            support::rowOf(support::aPerson(people::housemate)
                               .named(u"川野", u"次郎")
                               .inHousehold(people::hidden)
                               .as(u"子")
                               .livingAt(newTown, newLot, u"コーポ緑　１０２号室")
                               .snapshot()),
            support::rowOf(household(1, father)),
            support::rowOf(household(people::hidden, hidden)),
            support::rowOf(household(people::newcomer, newcomer)),
            support::rowOf(support::aProtection(1, people::hidden))};
}

inline residents::Address newHome(const QString &building = QStringLiteral("コーポ緑　２０１号室"))
{
    return {.code = QStringLiteral("98201003001"),
            .postalCode = {},
            .municipality = QStringLiteral("あさぎり県みどり野市"),
            .town = newTown,
            .lot = newLot,
            .building = building};
}

inline residents::MemberChange as(qint64 person, const QString &relationship)
{
    return {.person = {person},
            .baseVersion = person == people::father ? 3 : 1,
            .relationship = relationship};
}

/// 太郎 and 花子 into a new household; 一郎 stays.
inline Move theParents()
{
    return {.person = {people::father},
            .kind = residents::MoveKind::Within,
            .happenedOn = QDate(2026, 10, 30),
            .notifiedOn = QDate(2026, 11, 2),
            .notifier = {.kind = residents::NotifierKind::Self,
                         .name = {},
                         .documents = {QStringLiteral("driving-licence")}},
            .paper = {},
            .from = {.id = {1}, .baseVersion = 1},
            .to = {},
            .address = newHome(),
            .movers = {as(people::father, QStringLiteral("世帯主")),
                       as(people::mother, QStringLiteral("妻"))},
            .others = {},
            .acknowledged = {}};
}

inline QList<qint64> personsOf(const evidence::Row &row)
{
    QList<qint64> persons;
    for (const base::SnapshotId &one : row.subjects)
        persons.append(one.person.value);
    std::sort(persons.begin(), persons.end());
    return persons;
}

inline const QList<qint64> theFamily{people::father, people::mother, people::child};

inline QStringList rulesOf(const base::Result<QList<residents::MoveFinding>> &findings)
{
    QStringList rules;
    if (!findings)
        return {QStringLiteral("failed %1").arg(int(findings.error().code))};
    for (const auto &finding : *findings)
        rules.append(residents::moveRuleName(finding.rule));
    return rules;
}

} // namespace moveworld
