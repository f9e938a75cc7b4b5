#pragma once

#include "desk/record.h"
#include "support/answers.h"

#include <QFuture>
#include <QPromise>

// Made-up people of a made-up city for the tests of the pages of a record.
namespace people {

using support::now;

inline calendar::PartialDate day(int year, int month, int date)
{
    return calendar::PartialDate::on({year, month, date});
}

inline residents::Address home()
{
    return {.code = QStringLiteral("10999000101"),
            .postalCode = QStringLiteral("3790000"),
            .municipality = QStringLiteral("あさぎり県みどり野市"),
            .town = QStringLiteral("本町三丁目"),
            .lot = QStringLiteral("１２番地の３"),
            .building = QStringLiteral("メゾン緑　２０１号室")};
}

inline residents::Address elsewhere()
{
    return {.code = {},
            .postalCode = QStringLiteral("3710001"),
            .municipality = QStringLiteral("かすみ県あおば市"),
            .town = QStringLiteral("朝日町一丁目"),
            .lot = QStringLiteral("５番６号"),
            .building = QStringLiteral("グランドヒルズ朝日町ウエストコート　１２０４号室")};
}

/// 渡邉 with a selector of Moji_Joho.
inline QString rareFamily()
{
    return QStringLiteral(u"渡\u9089\U000E0110");
}

inline residents::Snapshot woman()
{
    using residents::ReadingState;
    residents::Snapshot one;
    one.id = {{2000019}, 3};
    one.movement = {residents::MovementReason::MoveWithin,
                    day(2024, 12, 25),
                    {2025, 1, 6},
                    {2025, 1, 6},
                    QStringLiteral("a1024"),
                    QStringLiteral("本庁1")};
    one.household = {1000016};
    one.name = {.family = rareFamily(),
                .given = QStringLiteral("和子"),
                .familyReading = {QStringLiteral("ワタナベ"), ReadingState::Notified},
                .givenReading = {QStringLiteral("カズコ"), ReadingState::ExOfficio},
                .searchKana = QStringLiteral("ワタナベ　カズコ"),
                .latin = {},
                .alias = {},
                .aliasKana = {},
                .formerFamily = QStringLiteral("髙𣘺"),
                .formerFamilyReading = {QStringLiteral("タカハシ"), ReadingState::Notified}};
    one.bornOn = day(1968, 2, 3);
    one.sex = residents::Sex::Female;
    one.relationship = QStringLiteral("妻");
    one.becameResident = {day(2019, 5, 1), {2019, 5, 7}};
    one.headName = rareFamily() + QStringLiteral("　太郎");
    one.address = home();
    one.addressSettled = {day(2024, 12, 25), {2025, 1, 6}};
    one.addressReason = residents::MovementReason::MoveWithin;
    one.formerAddress = home();
    one.formerAddress.lot = QStringLiteral("８番地");
    one.formerAddress.building.clear();
    one.addressBeforeMoveIn = elsewhere();
    one.registeredDomicile = QStringLiteral("あさぎり県みどり野市本町三丁目１２番地");
    one.domicileHead = rareFamily() + QStringLiteral("　太郎");
    one.entitlements.healthInsurance = {QStringLiteral("被保険者"), {2019, 5, 1}};
    one.entitlements.pension = {QStringLiteral("第１号被保険者"), {2019, 5, 1}};
    one.telephone = QStringLiteral("000-0000-1234");
    return one;
}

inline residents::Snapshot foreigner()
{
    residents::Snapshot one = woman();
    one.id = {{2000051}, 1};
    one.kind = residents::Kind::Foreign;
    one.name = {};
    one.name.latin = QStringLiteral("NGUYEN THI MAI ANH");
    one.name.alias = QStringLiteral("渡辺　舞");
    one.name.aliasKana = QStringLiteral("ワタナベ　マイ");
    one.name.searchKana = QStringLiteral("グエン　ティ　マイ　アイン");
    one.bornOn = day(1990, 8, 9);
    one.registeredDomicile.clear();
    one.domicileHead.clear();
    one.foreign = residents::ForeignItems{.nationality = QStringLiteral("ベトナム"),
                                          .becameForeignResident = {day(2020, 4, 2), {2020, 4, 3}},
                                          .foreignClass = residents::ForeignClass::MidToLongTerm,
                                          .statusOfResidence = QStringLiteral("日本人の配偶者等"),
                                          .periodOfStay = QStringLiteral("５年"),
                                          .expiresOn = {2028, 3, 31}};
    return one;
}

inline residents::Restriction support()
{
    residents::Restriction one;
    one.person = {2000019};
    one.from = {2026, 4, 1};
    one.until = {2027, 3, 31};
    return one;
}

inline desk::ResidentView viewOf(const residents::Snapshot &one)
{
    return {.record = {one, {}}, .age = 58, .addressHidden = false, .withheld = {}, .logRow = 1};
}

inline desk::ResidentView protectedView()
{
    desk::ResidentView view = viewOf(woman());
    view.record.restrictions = {support()};
    view.addressHidden = true;
    return view;
}

inline desk::ResidentView removedView()
{
    residents::Snapshot one = woman();
    one.state = residents::State::MovedOut;
    one.plannedDestination = residents::Destination{elsewhere(), {2026, 10, 1}};
    one.confirmedDestination = residents::Destination{elsewhere(), {2026, 10, 3}};
    one.removal =
        residents::Removal{day(2026, 10, 1), {2026, 9, 20}, residents::MovementReason::MoveOut};
    one.entitlements = {};
    return viewOf(one);
}

inline desk::MemberLine lineOf(qint64 number, const QString &name, const QString &kana,
                               const QString &relationship)
{
    desk::MemberLine line;
    line.id = {{number}, 1};
    line.name = name;
    line.kana = kana;
    line.relationship = relationship;
    line.bornOn = day(1965, 11, 30);
    line.age = 60;
    line.sex = residents::Sex::Male;
    return line;
}

inline desk::HouseholdView household()
{
    const QString family = rareFamily() + QChar(0x3000);
    desk::HouseholdView view;
    view.id = {1000016};
    view.address =
        QStringLiteral("あさぎり県みどり野市本町三丁目１２番地の３　メゾン緑　２０１号室");
    view.members = {lineOf(2000001, family + QStringLiteral("太郎"),
                           QStringLiteral("ワタナベ　タロウ"), QStringLiteral("世帯主")),
                    lineOf(2000019, family + QStringLiteral("和子"),
                           QStringLiteral("ワタナベ　カズコ"), QStringLiteral("妻")),
                    lineOf(2000027, family + QStringLiteral("翔"),
                           QStringLiteral("ワタナベ　ショウ"), QStringLiteral("子")),
                    lineOf(2000051, QStringLiteral("NGUYEN THI MAI ANH"),
                           QStringLiteral("グエン　ティ　マイ　アイン"), QStringLiteral("子の妻"))};
    view.members[1].sex = residents::Sex::Female;
    view.members[2].state = residents::State::MoveOutPlanned;
    view.members[3].kind = residents::Kind::Foreign;
    view.members[3].sex = residents::Sex::Female;
    view.members[3].bornOn = day(1990, 8, 9);
    view.members[3].age = -1;
    auto gone = lineOf(2000035, family + QStringLiteral("ハナ"), QStringLiteral("ワタナベ　ハナ"),
                       QStringLiteral("母"));
    gone.bornOn = {.text = QStringLiteral("昭和5年　月日不詳"),
                   .earliest = {1930, 1, 1},
                   .latest = {1930, 12, 31},
                   .precision = calendar::Precision::Year};
    gone.state = residents::State::Died;
    gone.leftOn = day(2021, 2, 14);
    view.formerMembers = {gone};
    view.logRow = 2;
    return view;
}

inline desk::HistoryView history()
{
    using residents::MovementReason;
    desk::HistoryView view;
    view.person = {2000019};
    view.lines = {
        {3, woman().movement, true},
        {2,
         {MovementReason::CorrectionExOfficio,
          day(2021, 6, 1),
          {2021, 6, 3},
          {2021, 6, 3},
          QStringLiteral("a1024"),
          QStringLiteral("本庁1")},
         false},
        {1,
         {MovementReason::MoveIn,
          day(2019, 5, 1),
          {2019, 5, 7},
          {2019, 5, 7},
          QStringLiteral("b0007"),
          QStringLiteral("北出張所1")},
         false},
    };
    view.logRow = 3;
    return view;
}

inline desk::FormerStateView states()
{
    residents::Snapshot before = woman();
    before.address = before.formerAddress;
    before.formerAddress = {};
    before.name.formerFamily.clear();
    before.addressSettled = before.becameResident;
    return {.state = woman(),
            .withheld = {},
            .before = before,
            .withheldBefore = {},
            .addressHidden = false,
            .logRow = 4};
}

} // namespace people
