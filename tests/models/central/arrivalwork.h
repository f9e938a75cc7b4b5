#pragma once

#include "movework.h"

// What the tests of 転入 at the register share: a family of four from another city, one of them a
// foreign resident (municipal-facts.md 4.2).
namespace arrivalwork {

using namespace movework;

/// A 宛名番号 that nobody has.
inline qint64 newPerson(central::CentralLink &link)
{
    const auto numbers = link.takeNumbers(central::NumberSeries::Person, 1);
    if (!numbers)
        qFatal("no number");
    return numbers->first();
}

inline Address farAway()
{
    Address there;
    there.postalCode = QStringLiteral("9980001");
    there.municipality = QStringLiteral("とおくの県隣市");
    there.town = QStringLiteral("中央一丁目");
    there.lot = QStringLiteral("２番３号");
    return there;
}

/// What a 転出証明書 says of somebody.
inline Snapshot named(qint64 id, const QString &given, const QString &kana, residents::Sex sex,
                      QDate born)
{
    Snapshot one = support::aPerson(id)
                       .named(u"佐藤", given)
                       .read(u"サトウ", kana)
                       .searchKana(QStringLiteral("サトウ　") + kana)
                       .sex(sex);
    one.bornOn = calendar::PartialDate::on(born);
    one.registeredDomicile = QStringLiteral("とおくの県隣市中央一丁目２番");
    one.domicileHead = QStringLiteral("佐藤　健");
    return residents::identityOf(one);
}

inline Snapshot foreigner(qint64 id)
{
    Snapshot one = support::aPerson(id).foreign(u"NGUYEN THI LAN", u"佐藤　蘭", u"サトウ　ラン");
    one.name.family.clear();
    one.name.given.clear();
    one.bornOn = {.text = QStringLiteral("1990年5月"),
                  .earliest = QDate(1990, 5, 1),
                  .latest = QDate(1990, 5, 31),
                  .precision = calendar::Precision::Month};
    one.foreign = residents::ForeignItems{
        .nationality = QStringLiteral("ベトナム"),
        .becameForeignResident = {calendar::PartialDate::on(QDate(2018, 4, 1)), QDate(2018, 4, 3)},
        .foreignClass = residents::ForeignClass::MidToLongTerm,
        .statusOfResidence = QStringLiteral("日本人の配偶者等"),
        .periodOfStay = QStringLiteral("３年"),
        .expiresOn = QDate(2028, 3, 31)};
    return residents::identityOf(one);
}

/// They move into a home of their own, under numbers that the register gave out.
inline Move arrival(central::CentralLink &link)
{
    using residents::Sex;
    Move move = wholeFamily();
    move.kind = residents::MoveKind::In;
    move.from = move.to = {.id = {newHousehold(link)}, .baseVersion = 0};
    move.newcomers = {
        named(newPerson(link), QStringLiteral("健"), QStringLiteral("ケン"), Sex::Male,
              QDate(1988, 2, 29)),
        foreigner(newPerson(link)),
        named(newPerson(link), QStringLiteral("空"), QStringLiteral("ソラ"), Sex::Female,
              QDate(2019, 7, 1)),
        named(newPerson(link), QStringLiteral("海"), QStringLiteral("ウミ"), Sex::Male,
              QDate(2019, 7, 1)),
    };
    move.newcomers[2].name.givenReading = {}; // not public yet
    move.newcomers[3].name.formerFamily = QStringLiteral("鈴木");
    move.newcomers[3].name.formerFamilyReading = {QStringLiteral("スズキ"),
                                                  residents::ReadingState::ExOfficio};
    const QStringList relationships{QStringLiteral("世帯主"), QStringLiteral("妻"),
                                    QStringLiteral("子"), QStringLiteral("子")};
    move.movers.clear();
    for (int i = 0; i < move.newcomers.size(); ++i)
        move.movers.append(change(move.newcomers[i].id.person.value, relationships[i], 0));
    move.person = move.movers.first().person;
    move.formerAddress = farAway();
    move.certificate = true;
    return move;
}
/// One of them alone, into household 5 (次郎 and 梅).
inline Move joinsTheCouple(central::CentralLink &link, const QString &relationship)
{
    Move move = arrival(link);
    move.from = move.to = {.id = {5}, .baseVersion = 1};
    move.address = couplesHome();
    move.newcomers = {move.newcomers[2]};
    move.movers = {change(move.newcomers[0].id.person.value, relationship, 0)};
    move.person = move.movers.first().person;
    return move;
}

/// A resident as the law wants him written after it (住民基本台帳法 第7条): what the certificate
/// says, and since when he lives where.
inline Snapshot arrived(const Snapshot &newcomer, qint64 household, const QString &relationship,
                        const QString &head, const Address &home, int version = 1)
{
    Snapshot state = newcomer;
    state.id.version = version;
    state.household = {household};
    state.relationship = relationship;
    state.headName = head;
    state.state = residents::State::Resident;
    state.becameResident = {calendar::PartialDate::on(movedOn), notifiedOn};
    state.address = home;
    state.addressSettled = state.becameResident;
    state.addressReason = MovementReason::MoveIn;
    state.formerAddress = farAway();
    state.addressBeforeMoveIn = farAway();
    state.movement = {.reason = MovementReason::MoveIn,
                      .happenedOn = calendar::PartialDate::on(movedOn),
                      .notifiedOn = notifiedOn,
                      .processedOn = QDate(2026, 11, 2),
                      .enteredBy = clerk,
                      .enteredAt = QStringLiteral("S0001")};
    return state;
}

} // namespace arrivalwork
