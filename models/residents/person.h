#pragma once

#include "base/ids.h"
#include "calendar/partialdate.h"
#include "residents/address.h"
#include "residents/movement.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

// The 28 items of the 住民基本台帳ファイル (requirements/juki.md 3.1). Items 21 and 22
// (住民票コード, 個人番号) and the number of the residence card are not here: see numbers.h. Text
// is kept byte for byte as registered, variation selectors included (municipal-facts.md 2.3: never
// NFC).
namespace residents {

enum class Kind { Japanese, Foreign };

/// ISO 5218 (municipal-facts.md 1.6).
enum class Sex { Unknown = 0, Male = 1, Female = 2, NotApplicable = 9 };

/// 住民状態 (municipal-facts.md 12).
enum class State {
    Resident,           ///< 住民
    MoveOutPlanned,     ///< 転出予定: still a resident until the earlier date
    MovedOut,           ///< 除票-転出
    Died,               ///< 除票-死亡
    RemovedExOfficio,   ///< 除票-職権消除
    Remade,             ///< 除票-改製
    NationalityChanged, ///< 除票-国籍等
};
[[nodiscard]] constexpr bool isPresent(State state)
{
    return state == State::Resident || state == State::MoveOutPlanned;
}

/// State of one part of the furigana (住民基本台帳法 第7条第1号の2, since 2025-05-26).
enum class ReadingState { NotPublic, Notified, ExOfficio };

struct Reading
{
    QString kana; ///< full-width katakana; empty while not public
    ReadingState state = ReadingState::NotPublic;
    bool operator==(const Reading &) const = default;
};

/// Items 3, 4 and 28.
struct PersonName
{
    QString family; ///< 氏; for a foreign resident the whole 漢字氏名, if any
    QString given;  ///< 名; empty for a foreign resident
    Reading familyReading;
    Reading givenReading;
    QString searchKana; ///< 便宜フリガナ "ワタナベ ハナコ": a search key only, never printed
    QString latin;        ///< 英字氏名 of a foreign resident
    QString alias;        ///< 通称 of a foreign resident (item 4)
    QString aliasKana;    ///< search key of the 通称
    QString formerFamily; ///< 旧氏 (item 28)
    Reading formerFamilyReading;
    bool operator==(const PersonName &) const = default;
};
/// The name as it stands in 氏名: "氏　名" for Japanese residents, the Latin or kanji name for
/// others.
[[nodiscard]] QString fullName(const PersonName &name);

/// A fact's date and the day it was notified or entered.
struct DatedEntry
{
    calendar::PartialDate on;
    QDate notifiedOn;
    bool operator==(const DatedEntry &) const = default;
};

/// Class of a foreign resident (住民基本台帳法 第30条の45).
enum class ForeignClass {
    MidToLongTerm,    ///< 中長期在留者
    SpecialPermanent, ///< 特別永住者
    TemporaryRefuge,  ///< 一時庇護許可者
    ProvisionalStay,  ///< 仮滞在許可者
    Transitional,     ///< 経過滞在者
};

/// Items 18 to 20 without the card number. Dates of foreign residents are shown in 西暦 only
/// (municipal-facts.md 3.1).
struct ForeignItems
{
    QString nationality;
    DatedEntry becameForeignResident;
    ForeignClass foreignClass = ForeignClass::MidToLongTerm;
    QString statusOfResidence; ///< 在留資格
    QString periodOfStay;      ///< 在留期間, e.g. "５年"
    QDate expiresOn;           ///< 在留期間の満了の日
    bool operator==(const ForeignItems &) const = default;
};

/// Items 23 to 27: owned by other sections, shown here. Empty status = not entitled.
struct Entitlement
{
    QString status;
    QDate since;
    bool operator==(const Entitlement &) const = default;
};
struct Entitlements
{
    Entitlement healthInsurance; ///< 国保
    Entitlement pension;         ///< 国民年金
    Entitlement childAllowance;  ///< 児童手当
    Entitlement longTermCare;    ///< 介護
    Entitlement lateElderly;     ///< 後期高齢
    bool operator==(const Entitlements &) const = default;
};

/// Item 13. 予定 and 確定 are kept apart; a confirmation never overwrites the plan
/// (municipal-facts.md 4.6).
struct Destination
{
    Address address;
    QDate on;
    bool operator==(const Destination &) const = default;
};

/// Item 17.
struct Removal
{
    calendar::PartialDate on;
    QDate notifiedOn;
    MovementReason reason = MovementReason::MoveOut;
    bool operator==(const Removal &) const = default;
};

/// One state of one person: everything the register holds of him at that time. History is a row of
/// these per (宛名番号, 履歴番号); a correction or cancellation stacks a new one (JS1 1.2.1).
struct Snapshot
{
    base::SnapshotId id;         ///< item 1 and 履歴番号
    Movement movement;           ///< what made this state
    base::HouseholdId household; ///< item 2
    int orderInHousehold = 0;    ///< 並び順: memberorder.h; 0 = by rule
    Kind kind = Kind::Japanese;
    State state = State::Resident;
    PersonName name;              ///< items 3, 4, 28
    calendar::PartialDate bornOn; ///< item 5
    Sex sex = Sex::Unknown;       ///< item 6
    QString relationship;         ///< item 7, e.g. "世帯主", "子の妻": relationship.h
    DatedEntry becameResident;    ///< item 8
    QString headName;             ///< item 9, follows household changes
    Address address;              ///< item 10
    DatedEntry addressSettled;    ///< item 11
    MovementReason addressReason = MovementReason::MoveIn; ///< item 11: 住定事由
    Address formerAddress;                                 ///< item 12
    Address addressBeforeMoveIn; ///< 転入前住所: the last one outside this municipality
    std::optional<Destination> plannedDestination;   ///< item 13: 予定
    std::optional<Destination> confirmedDestination; ///< item 13: 確定
    QString registeredDomicile;                      ///< item 14: 本籍地
    QString domicileHead;                            ///< item 15: 筆頭者
    QString remarks;                                 ///< item 16: 備考
    std::optional<Removal> removal;                  ///< item 17
    std::optional<ForeignItems> foreign;             ///< items 18 to 20
    Entitlements entitlements;                       ///< items 23 to 27
    QString telephone; ///< contact given at the counter; searchable, never printed
    bool operator==(const Snapshot &) const = default;
};

} // namespace residents
