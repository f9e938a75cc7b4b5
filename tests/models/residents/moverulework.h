#pragma once

#include "residents/moverules.h"
#include "support/builders.h"

// What the tests of the rules of 異動 share: a family of three at home, and how it moves.
namespace moverulework {

using namespace residents;

inline Address home(const QString &lot, const QString &building = {})
{
    return {.code = QStringLiteral("98201001001"),
            .postalCode = {},
            .municipality = QStringLiteral("あさぎり県みどり野市"),
            .town = QStringLiteral("本町三丁目"),
            .lot = lot,
            .building = building};
}

inline Snapshot member(qint64 id, const QString &given, const QString &relationship, Sex sex)
{
    Snapshot one =
        support::aPerson(id).named(u"山田", given).inHousehold(1).as(relationship).sex(sex);
    one.headName = QStringLiteral("山田　太郎");
    one.address = home(QStringLiteral("１番地"));
    one.becameResident = {calendar::PartialDate::on(QDate(2015, 4, 1)), QDate(2015, 4, 2)};
    one.addressSettled = {calendar::PartialDate::on(QDate(2020, 6, 1)), QDate(2020, 6, 2)};
    return one;
}

/// 太郎, 花子 and their child live in household 1; today is Monday, 2 November 2026.
inline MoveGround ground()
{
    return {.today = QDate(2026, 11, 2),
            .municipalityCode = QStringLiteral("982016"),
            .plannedUntil = {},
            .identityClasses = {{QStringLiteral("driving-licence"), 1},
                                {QStringLiteral("student"), 2},
                                {QStringLiteral("pension-book"), 2}},
            .members = {member(1, QStringLiteral("太郎"), QStringLiteral("世帯主"), Sex::Male),
                        member(2, QStringLiteral("花子"), QStringLiteral("妻"), Sex::Female),
                        member(3, QStringLiteral("一郎"), QStringLiteral("子"), Sex::Male)},
            .households =
                {{.id = {1}, .version = 1, .head = {1}, .address = home(QStringLiteral("１番地"))}},
            .restrictions = {},
            .pending = false,
            .othersThere = {}};
}

/// Another household at the new lot.
inline Household elsewhere(const QString &building)
{
    return {
        .id = {5}, .version = 1, .head = {5}, .address = home(QStringLiteral("８番地"), building)};
}

inline MemberChange as(qint64 person, const QString &relationship)
{
    return {.person = {person}, .baseVersion = 1, .relationship = relationship};
}

inline Move wholeHousehold()
{
    return {.person = {1},
            .kind = MoveKind::Within,
            .happenedOn = QDate(2026, 10, 30),
            .notifiedOn = QDate(2026, 11, 2),
            .notifier = {.kind = NotifierKind::Head,
                         .name = {},
                         .documents = {QStringLiteral("driving-licence")}},
            .paper = {},
            .from = {.id = {1}, .baseVersion = 1},
            .to = {.id = {1}, .baseVersion = 1},
            .address = home(QStringLiteral("８番地")),
            .movers = {as(1, QStringLiteral("世帯主")), as(2, QStringLiteral("妻")),
                       as(3, QStringLiteral("子"))},
            .others = {},
            .acknowledged = {}};
}

inline QStringList namesOf(const QList<MoveFinding> &findings)
{
    QStringList names;
    for (const auto &finding : findings) {
        names.append(finding.person.value == 0 ? moveRuleName(finding.rule)
                                               : moveRuleName(finding.rule) + u' ' +
                                                     QString::number(finding.person.value));
    }
    return names;
}

} // namespace moverulework
