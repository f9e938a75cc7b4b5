#pragma once

#include "base/ids.h"
#include "residents/address.h"
#include "residents/movement.h"
#include "residents/person.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

// 異動 as a clerk enters it from a 届出 (住民基本台帳法 第22条 to 第25条; juki.md 2.1). What it
// makes of the persons and households it names: moveoutcome.h. What it must keep to: moverules.h.
namespace residents {

/// 異動処理: what one form enters; which 異動事由 its rows get: reasonOf (municipal-facts.md 4.5).
/// A 転出 is noticed first and carried out later (4.6); "転出確定" is no act of its own.
enum class MoveKind {
    Within,     ///< 転居 (住民基本台帳法 第23条)
    OutNotice,  ///< 転出届 (第24条): they are 転出予定者 and stay residents
    OutRemoval, ///< 転出による消除: 転入通知 (第9条第1項) came, or the planned day
    OutCancellation, ///< 転出予定 is taken back
    In,              ///< 国内転入 (第22条): persons new here, or here again
    Count
};
/// Stable name for files and exchange: "MoveWithin".
[[nodiscard]] QString moveKindName(MoveKind kind);
/// Count when there is no such name.
[[nodiscard]] MoveKind moveKindFromName(const QString &name);
/// 異動事由 of who moves.
[[nodiscard]] MovementReason reasonOf(MoveKind kind);

/// What sets one 異動処理 apart from another; rules, outcome and form go by it.
struct MoveTraits
{
    /// What `Move::address` is: a place here, a place elsewhere, one elsewhere if it is known,
    /// nothing.
    enum class Place { Here, Elsewhere, ElsewhereIfKnown, None } place = Place::Here;
    bool anotherLife = false; ///< who lives together changes: heads and 続柄 are looked at
    bool mayLieAhead = false; ///< 異動日 after today
    bool ofPlanned = false;   ///< of 転出予定者, who may do nothing else
    bool ofTheOffice = false; ///< nobody gives notice
    bool ofNewcomers = false; ///< who moves comes from elsewhere: `Move::newcomers`
    /// A 住民票 is made, removed or corrected in what the prefecture is told (第30条の6第1項).
    bool isReported = false;
};
[[nodiscard]] const MoveTraits &traitsOf(MoveKind kind);

/// Why somebody is removed by moving out (JS1 1.1.5), while it is being entered. What is filed says
/// it by its place, and holds ByPlace.
enum class RemovalCause {
    ByPlace, ///< with one a 転入通知 came, without one the planned day
    Noticed, ///< 転入通知, of which the place may not be typed yet
    DayCame, ///< 転出予定日
};

/// 届出人 (住民基本台帳法 第26条). The values are stored.
enum class NotifierKind {
    Self = 1,   ///< 本人
    Head = 2,   ///< 世帯主 (第26条第1項)
    Member = 3, ///< 世帯員
    Agent = 4,  ///< 代理人, with a mandate (第27条)
    Office = 5, ///< nobody: by a notice of another office, or ex officio
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
    /// 履歴番号 that the clerk saw; 0 = of a newcomer, under a number that the register gave out.
    int baseVersion = 0;
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

/// One 異動 of one or more persons. Only what its 異動事由 changes is named here: but for a 転入,
/// no field of it can carry a name or a birth date (R-ACC-02).
struct Move
{
    base::PersonId person; ///< whose record was open; one of the movers
    MoveKind kind = MoveKind::Within;
    /// 異動日; of a 転出届 転出予定年月日, of a 消除 the day in the 転入通知 or, without one, the
    /// planned day, of a cancellation the day on which it is asked for.
    QDate happenedOn;
    QDate notifiedOn; ///< 届出日; of a 消除 the day on which the office learned of it
    Notifier notifier;
    QString paper; ///< under which the 届出書 is kept (R-ACC-05); at most 40 characters
    /// Left, and lived in from then on. The same twice: the whole household moves and keeps its
    /// 世帯番号; always so where nobody leaves one here for another.
    HouseholdBase from;
    HouseholdBase to;
    Address address; ///< the new one; of a 転出 転出先, the 市区町村 at least
    RemovalCause cause = RemovalCause::ByPlace; ///< of a 消除 that is a draft yet
    QList<MemberChange> movers;
    /// Of a 転入 each of the movers, in their order, as the 転出証明書 names him (住民基本台帳法
    /// 第22条): only what `identityOf` leaves of a person.
    QList<Snapshot> newcomers = {};
    Address formerAddress = {}; ///< of a 転入 転入前住所 (住民基本台帳法施行令 第22条), else empty
    bool certificate = false; ///< of a 転入, its 転出証明書 was handed in (R-ACQ-02)
    /// Members of both households who stay and whose 続柄 changes, because the head does
    /// (世帯主変更).
    QList<MemberChange> others;
    QStringList acknowledged; ///< アラート that the clerk has read: names of MoveRule
    bool operator==(const Move &) const = default;
};
/// A household of any size.
constexpr int mostMovers = 50;

/// What of a person stands in a 転出証明書: his number here, name, birth, 性別, 本籍 and 筆頭者,
/// and the items of a foreign resident (住民基本台帳法施行令 第23条第2項). Not where he lives, what
/// he is in a household nor what other sections hold.
[[nodiscard]] Snapshot identityOf(const Snapshot &person);
/// A key of the three items 氏名, 生年月日 and 性別, above zero: who is entered at two counters at
/// once has the same.
[[nodiscard]] qint64 threeItemsOf(const Snapshot &person);
/// He is among the movers.
[[nodiscard]] bool isMover(const Move &move, base::PersonId person);
/// A 消除 that rests on a 転入通知, not on the planned day alone.
[[nodiscard]] bool isNoticed(const Move &move);
/// Everybody it names: who moves, then whose 続柄 changes.
[[nodiscard]] QList<base::PersonId> personsIn(const Move &move);
/// The household that is left and, if it is another, the one lived in from then on; of a 転入 the
/// one they come into.
[[nodiscard]] QList<base::HouseholdId> householdsIn(const Move &move);

} // namespace residents
