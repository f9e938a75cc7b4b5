#pragma once

#include "entrywork.h"

#include "central/numberblocks.h"
#include "residents/moverules.h"

// What the tests of 異動 at the register share: a family of four in household 1 (山田 太郎, 花子,
// 一郎, 二葉), a couple in household 5, one person in household 7.
namespace movework {

using namespace entrywork;
using residents::Address;
using residents::Household;
using residents::MemberChange;
using residents::Move;
using residents::MovementReason;
using residents::Snapshot;

inline const QDate movedOn(2026, 10, 30);
inline const QDate notifiedOn(2026, 11, 2);

inline Address place(const QString &town, const QString &lot, const QString &building = {})
{
    return {.code = QStringLiteral("98201001001"),
            .postalCode = QStringLiteral("9990001"),
            .municipality = QStringLiteral("あさぎり県みどり野市"),
            .town = town,
            .lot = lot,
            .building = building};
}
inline Address oldHome()
{
    return place(QStringLiteral("本町三丁目"), QStringLiteral("１番地"));
}
inline Address newHome()
{
    return place(QStringLiteral("緑町"), QStringLiteral("８番地の２"),
                 QStringLiteral("メゾン緑　２０１号室"));
}
inline Address couplesHome()
{
    return place(QStringLiteral("旭町"), QStringLiteral("５番地"));
}

inline Snapshot member(qint64 id, qint64 household, const QString &given,
                       const QString &relationship, const QString &head, const Address &home,
                       residents::Sex sex)
{
    Snapshot state = support::aPerson(id)
                         .named(u"山田", given)
                         .inHousehold(household)
                         .as(relationship)
                         .headed(head)
                         .sex(sex);
    state.address = home;
    state.becameResident = {calendar::PartialDate::on(QDate(2015, 4, 1)), QDate(2015, 4, 2)};
    state.addressSettled = state.becameResident;
    state.registeredDomicile = QStringLiteral("あさぎり県みどり野市本町１番地");
    state.domicileHead = head;
    return state;
}

inline central::CityPart familyCity()
{
    using residents::Sex;
    const auto taro = QStringLiteral("山田　太郎");
    const auto jiro = QStringLiteral("山田　次郎");
    central::CityPart city;
    city.households = {{.id = {1}, .version = 1, .head = {1}, .address = oldHome()},
                       {.id = {5}, .version = 1, .head = {5}, .address = couplesHome()},
                       {.id = {7}, .version = 1, .head = {7}, .address = {}}};
    city.people = {
        {member(1, 1, QStringLiteral("太郎"), QStringLiteral("世帯主"), taro, oldHome(),
                Sex::Male)},
        {member(2, 1, QStringLiteral("花子"), QStringLiteral("妻"), taro, oldHome(), Sex::Female)},
        {member(3, 1, QStringLiteral("一郎"), QStringLiteral("子"), taro, oldHome(), Sex::Male)},
        {member(4, 1, QStringLiteral("二葉"), QStringLiteral("子"), taro, oldHome(), Sex::Female)},
        {member(5, 5, QStringLiteral("次郎"), QStringLiteral("世帯主"), jiro, couplesHome(),
                Sex::Male)},
        {member(6, 5, QStringLiteral("梅"), QStringLiteral("妻"), jiro, couplesHome(),
                Sex::Female)},
        {member(7, 7, QStringLiteral("三郎"), QStringLiteral("世帯主"),
                QStringLiteral("山田　三郎"),
                place(QStringLiteral("旭町"), QStringLiteral("７番地")), Sex::Male)}};
    return city;
}

inline MemberChange change(qint64 person, const QString &relationship, int version = 1)
{
    return {.person = {person}, .baseVersion = version, .relationship = relationship};
}

/// The whole family moves; what a test is about it changes.
inline Move wholeFamily()
{
    return {.person = {1},
            .kind = residents::MoveKind::Within,
            .happenedOn = movedOn,
            .notifiedOn = notifiedOn,
            .notifier = {.kind = residents::NotifierKind::Head,
                         .name = {},
                         .documents = {QStringLiteral("driving-licence")}},
            .paper = QStringLiteral("R8-1234"),
            .from = {.id = {1}, .baseVersion = 1},
            .to = {.id = {1}, .baseVersion = 1},
            .address = newHome(),
            .movers = {change(1, QStringLiteral("世帯主")), change(2, QStringLiteral("妻")),
                       change(3, QStringLiteral("子")), change(4, QStringLiteral("子"))},
            .others = {},
            .acknowledged = {QStringLiteral("OthersLiveThere")}};
}
/// One of them leaves for a household of his own, under this number.
inline Move leaves(qint64 person, qint64 household)
{
    Move move = wholeFamily();
    move.person = {person};
    move.to = {.id = {household}, .baseVersion = 0};
    move.movers = {change(person, QStringLiteral("世帯主"))};
    return move;
}

/// A 世帯番号 that nobody has.
inline qint64 newHousehold(central::CentralLink &link)
{
    const auto numbers = link.takeNumbers(central::NumberSeries::Household, 1);
    if (!numbers)
        qFatal("no number");
    return numbers->first();
}

inline QList<Snapshot> peopleOf(central::CentralLink &link)
{
    return recordsOf(link, Table::Person, &residents::decodeSnapshot);
}
inline QList<Snapshot> formerOf(central::CentralLink &link)
{
    return recordsOf(link, Table::FormerSnapshot, &residents::decodeSnapshot);
}
inline QList<Household> householdsOf(central::CentralLink &link)
{
    return recordsOf(link, Table::Household, &residents::decodeHousehold);
}
inline Snapshot personOf(central::CentralLink &link, qint64 id)
{
    for (const Snapshot &one : peopleOf(link)) {
        if (one.id.person.value == id)
            return one;
    }
    return {};
}
inline Household householdOf(central::CentralLink &link, qint64 id)
{
    for (const Household &one : householdsOf(link)) {
        if (one.id.value == id)
            return one;
    }
    return {};
}

/// Entered by the clerk and registered by somebody else.
inline void carryOut(Work &work, const Move &move, int number)
{
    const auto sent = work.clerks().submit(submission(number, move));
    QVERIFY2(sent, qPrintable(detailOf(sent)));
    QCOMPARE(sent->verdict, Verdict::Provisional);
    const auto done = work.chiefs().decide(registering(sent->entry));
    QVERIFY2(done, qPrintable(detailOf(done)));
}

/// The state that this 異動 makes of somebody: nothing but what the law lets it change.
inline Snapshot after(Snapshot state, MovementReason reason, QDate processedOn = QDate(2026, 11, 2))
{
    ++state.id.version;
    state.movement = {.reason = reason,
                      .happenedOn = calendar::PartialDate::on(movedOn),
                      .notifiedOn = notifiedOn,
                      .processedOn = processedOn,
                      .enteredBy = clerk,
                      .enteredAt = QStringLiteral("S0001")};
    return state;
}
inline Snapshot moved(const Snapshot &before, const Address &to)
{
    Snapshot state = after(before, MovementReason::MoveWithin);
    state.formerAddress = before.address;
    state.address = to;
    state.addressSettled = {calendar::PartialDate::on(movedOn), notifiedOn};
    state.addressReason = MovementReason::MoveWithin;
    return state;
}

} // namespace movework
