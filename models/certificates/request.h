#pragma once

#include "base/ids.h"

#include <QFlags>
#include <QList>
#include <QString>

namespace certificates {

/// Who asks for 住民票の写し (住民基本台帳法 第12条, 第12条の2, 第12条の3; municipal-facts.md 5.3).
enum class RequesterKind {
    Self,          ///< 本人
    SameHousehold, ///< 同一世帯の者
    Agent,         ///< 代理人 (with 委任状)
    Official,      ///< 国・地方公共団体の機関 (公用, 第12条の2)
    ThirdParty,    ///< 第三者 (第12条の3第1項)
    Professional,  ///< 特定事務受任者 (第12条の3第2項)
};

/// What is printed only on special request (municipal-facts.md 5.1).
enum class Item {
    Relationship = 0x01, ///< 世帯主・続柄
    Domicile = 0x02,     ///< 本籍・筆頭者
    ForeignItems = 0x04, ///< 国籍・地域, 第30条の45区分, 在留資格, 在留期間, 満了の日
    FormerFamily = 0x08,     ///< 旧氏 (with its furigana)
    History = 0x10,          ///< 前住所 and the earlier addresses; not on 世帯連記式
    IndividualNumber = 0x20, ///< 個人番号: 本人・同一世帯 only (municipal-facts.md 5.3)
    ResidentCode = 0x40,     ///< 住民票コード: the same
};
Q_DECLARE_FLAGS(Items, Item)

/// Which paper (municipal-facts.md 5.2).
enum class FormKind {
    Household,  ///< 住民票の写し, 世帯連記式: the latest state, four persons a sheet
    Individual, ///< 住民票の写し, 個人票: one person, earlier addresses on request
    Removed, ///< 除票の写し (住民基本台帳法 第15条の4): one person who was removed
};
/// One person a paper.
[[nodiscard]] constexpr bool isForOnePerson(FormKind form)
{
    return form != FormKind::Household;
}

/// How the requester was identified (municipal-facts.md 5.4): codes of
/// resources/tables/identity.csv.
struct Identification
{
    QStringList documents;   ///< codes; one of class 1 or two of class 2
    bool questioned = false; ///< 口頭質問 instead of documents
    bool operator==(const Identification &) const = default;
};

/// An application for 住民票の写し or 除票の写し.
struct Request
{
    FormKind form = FormKind::Household;
    base::HouseholdId household;   ///< of a removed person: the one he belonged to last
    QList<base::PersonId> persons; ///< the chosen members; all of them = 世帯全員
    Items items;
    RequesterKind requester = RequesterKind::Self;
    QString requesterName; ///< needed unless Self
    QString useOf;         ///< 利用目的: needed for ThirdParty and Professional, concrete
    Identification identification;
    int copies = 1; ///< 1 to 20
    bool operator==(const Request &) const = default;
};

} // namespace certificates
Q_DECLARE_OPERATORS_FOR_FLAGS(certificates::Items)

namespace certificates {

/// Whether a number is asked for that only the register holds.
[[nodiscard]] inline bool asksNumbers(Items items)
{
    return (items & (Items(Item::IndividualNumber) | Item::ResidentCode)) != Items{};
}

} // namespace certificates
