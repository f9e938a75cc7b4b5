#pragma once

#include "certificates/content.h"
#include "certificates/rules.h"
#include "residents/household.h"

#include <QDate>
#include <QString>
#include <QStringList>

// A made-up household for the tests of rules and paper.
namespace household {

inline QDate today()
{
    return {2026, 11, 20};
}

inline residents::Address address()
{
    return {.code = QStringLiteral("10999000101"),
            .postalCode = QStringLiteral("3790000"),
            .municipality = QStringLiteral("あさぎり県みどり野市"),
            .town = QStringLiteral("本町三丁目"),
            .lot = QStringLiteral("１２番地の３"),
            .building = QStringLiteral("メゾン緑　２０１号室")};
}

inline residents::PersonRecord person(qint64 id, const QString &family, const QString &given,
                                      const QString &relationship)
{
    residents::Snapshot one;
    one.id = {{id}, 1};
    one.household = {7};
    one.orderInHousehold = int(id);
    one.name.family = family;
    one.name.given = given;
    one.name.familyReading = {QStringLiteral("ワタナベ"), residents::ReadingState::Notified};
    one.name.givenReading = {QStringLiteral("タロウ"), residents::ReadingState::ExOfficio};
    one.name.searchKana = QStringLiteral("ケンサク ダケ");
    one.bornOn = calendar::PartialDate::on({1968, 2, 3});
    one.sex = residents::Sex::Male;
    one.relationship = relationship;
    one.becameResident = {calendar::PartialDate::on({2019, 5, 1}), {2019, 5, 7}};
    one.addressSettled = {calendar::PartialDate::on({2024, 12, 25}), {2025, 1, 6}};
    one.headName = family + QChar(0x3000) + given;
    one.address = address();
    one.addressBeforeMoveIn.municipality = QStringLiteral("かすみ県あおば市");
    one.addressBeforeMoveIn.town = QStringLiteral("朝日町一丁目");
    one.addressBeforeMoveIn.lot = QStringLiteral("５番６号");
    one.registeredDomicile = QStringLiteral("あさぎり県みどり野市本町三丁目１２番地");
    one.domicileHead = family + QChar(0x3000) + given;
    one.telephone = QStringLiteral("000-0000-1234");
    return {one, {}};
}

inline residents::PersonRecord foreigner(qint64 id)
{
    auto record = person(id, {}, {}, QStringLiteral("妻"));
    auto &one = record.snapshot;
    one.kind = residents::Kind::Foreign;
    one.name = {};
    one.name.latin = QStringLiteral("NGUYEN THI MAI ANH");
    one.name.alias = QStringLiteral("渡辺　舞");
    one.sex = residents::Sex::Female;
    one.bornOn = calendar::PartialDate::on({1990, 8, 9});
    one.registeredDomicile.clear();
    one.domicileHead.clear();
    one.foreign = residents::ForeignItems{
        .nationality = QStringLiteral("ベトナム"),
        .becameForeignResident = {calendar::PartialDate::on({2020, 4, 2}), {2020, 4, 3}},
        .foreignClass = residents::ForeignClass::MidToLongTerm,
        .statusOfResidence = QStringLiteral("日本人の配偶者等"),
        .periodOfStay = QStringLiteral("５年"),
        .expiresOn = {2028, 3, 31}};
    return record;
}

/// 渡邉 with a selector of Moji_Joho, three others after him.
inline QString rareFamily()
{
    return QStringLiteral(u"渡\u9089\U000E0110");
}

inline residents::HouseholdRecord ofSize(int size)
{
    residents::HouseholdRecord record;
    record.household = {.id = {7}, .version = 1, .head = {1}, .address = address()};
    const QStringList given{QStringLiteral("太郎"), QStringLiteral("花子"), QStringLiteral("翔"),
                            QStringLiteral("結衣"), QStringLiteral("蓮")};
    for (int i = 0; i < size; ++i)
        record.members.append(person(i + 1, rareFamily(), given.at(i % given.size()),
                                     i == 0   ? QStringLiteral("世帯主")
                                     : i == 1 ? QStringLiteral("妻")
                                              : QStringLiteral("子")));
    return record;
}

inline certificates::Request everybody(const residents::HouseholdRecord &record)
{
    certificates::Request request;
    request.household = record.household.id;
    for (const auto &member : record.members)
        request.persons.append(member.snapshot.id.person);
    request.identification.documents = {QStringLiteral("mynumber-card")};
    return request;
}

inline certificates::Issuing issuing()
{
    return {today(), QStringLiteral("あさぎり県みどり野市")};
}

} // namespace household
