#pragma once

#include "base/ids.h"
#include "residents/address.h"
#include "residents/movement.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

// 異動 as a clerk enters it from a 届出 (住民基本台帳法 第22条 to 第25条; juki.md 2.1). What it
// makes of the persons and households it names: moveoutcome.h. What it must keep to: moverules.h.
namespace residents {

/// 届出人 (住民基本台帳法 第26条). The values are stored.
enum class NotifierKind {
    Self = 1,   ///< 本人
    Head = 2,   ///< 世帯主 (第26条第1項)
    Member = 3, ///< 世帯員
    Agent = 4,  ///< 代理人, with a mandate (第27条)
};

/// Who gave notice and how he was known (R-ACQ-01, R-ACQ-07).
struct Notifier
{
    NotifierKind kind = NotifierKind::Self;
    QString name;            ///< of an agent, needed; at most 100 characters
    QStringList documents;   ///< codes of resources/tables/identity.csv
    bool questioned = false; ///< 口頭質問 instead of documents
    bool mandate = false;    ///< an agent's 委任状 was shown
    bool operator==(const Notifier &) const = default;
};

/// One person of the households concerned, as the clerk saw him, and what he is afterwards.
struct MemberChange
{
    base::PersonId person;
    int baseVersion = 0;  ///< 履歴番号 that the clerk saw
    QString relationship; ///< 続柄 towards the head of the household he is in afterwards
    bool operator==(const MemberChange &) const = default;
};

/// A household as the clerk saw it.
struct HouseholdBase
{
    base::HouseholdId id;
    int baseVersion = 0; ///< 0 = a new one, under a number that the register gave out for it
    bool operator==(const HouseholdBase &) const = default;
};

/// One 異動 of one or more persons. Only what its 異動事由 changes is named here: no field of it
/// can carry a name or a birth date (R-ACC-02).
struct Move
{
    base::PersonId person; ///< whose record was open; one of the movers
    MovementReason reason = MovementReason::MoveWithin;
    QDate happenedOn; ///< 異動日
    QDate notifiedOn; ///< 届出日
    Notifier notifier;
    QString paper; ///< under which the 届出書 is kept (R-ACC-05); at most 40 characters
    /// Left, and lived in from then on. The same twice: the whole household moves and keeps its
    /// 世帯番号.
    HouseholdBase from;
    HouseholdBase to;
    Address address; ///< the new one
    QList<MemberChange> movers;
    /// Members of both households who stay and whose 続柄 changes, because the head does
    /// (世帯主変更).
    QList<MemberChange> others;
    QStringList acknowledged; ///< アラート that the clerk has read: names of MoveRule
    bool operator==(const Move &) const = default;
};
/// A household of any size.
constexpr int mostMovers = 50;

/// Everybody it names: who moves, then whose 続柄 changes.
[[nodiscard]] QList<base::PersonId> personsIn(const Move &move);
/// The household that is left and, if it is another, the one lived in from then on.
[[nodiscard]] QList<base::HouseholdId> householdsIn(const Move &move);

} // namespace residents
