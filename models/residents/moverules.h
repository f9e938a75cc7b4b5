#pragma once

#include "calendar/officecalendar.h"
#include "residents/household.h"
#include "residents/move.h"

#include <QHash>
#include <QList>

#include <optional>

// What an 異動 must keep to. エラー stops it, an アラート has to be read and is recorded
// (municipal-facts.md 9.5). A further 異動事由 is a row in `rulesFor`, not a copy.
namespace residents {

enum class MoveRule {
    // エラー
    Restricted,       ///< 抑止 of level エラー on 異動, or an address hidden from the clerk
    ProtectedMoveOut, ///< 支援措置 would have to be handed over with the 転出 (JS1 3.4)
    MoversMissing,    ///< nobody was chosen
    DateMissing,      ///< 異動日 (JS1 4.0.3: starts empty)
    DateInFuture,     ///< 異動日 after today
    NoticeMissing,    ///< 届出日
    NoticeInFuture,   ///< 届出日 after today
    NoticeEarly, ///< 届出日 of a 転居 before it (住民基本台帳法 第23条: within 14 days of it)
    NotResident,     ///< removed already
    AlreadyResident, ///< who comes lives here (R-ACC-02): that is a 転居
    MoveOutPlanned,  ///< the 転出 has to be cancelled first
    NotPlanned,      ///< no 転出届 stands that could be carried out or cancelled
    NotOfHousehold,  ///< no member of the household that is left
    BeforeResident,  ///< 異動日 before 住民となった日
    NotOnPlannedDay, ///< without a 転入通知 they are removed on the planned day (JS1 1.1.5)
    NoticeTooLate,   ///< no 転出届 any more 14 days after, but 職権 (JS1 4.1.3.0.1)
    NameMissing,     ///< of a newcomer: 氏 and 名, or the Latin or kanji name
    ReadingWrong,    ///< a reading that is not in full-width katakana
    BirthMissing,    ///< of a newcomer 生年月日
    BornLater,       ///< after 異動日
    StayMissing,     ///< of a foreign newcomer 国籍・地域 or 在留資格 (第30条の45)
    DomicileMissing, ///< of a Japanese newcomer 本籍, or that there is none (第7条第5号)
    FormerAddressMissing,  ///< of a 転入 the 市区町村 of 転入前住所
    FormerAddressHere,     ///< 転入前住所 in this municipality: that is a 転居
    AddressMissing,        ///< town or lot; of a 転出 the 市区町村
    AddressElsewhere,      ///< not in this municipality: that is a 転出
    AddressHere,           ///< of a 転出, in this municipality: that is a 転居
    AddressAbroad,         ///< of a 転出, no 市区町村: 国外転出 is another 異動処理
    AddressNotHouseholds,  ///< not the address of the household that is joined
    PartOfHousehold,       ///< the household cannot keep its number while somebody stays
    RelationshipWrong,     ///< 続柄 outside the list (JS1 1.1.11)
    HeadMissing,           ///< a household without a 世帯主
    HeadTwice,             ///< a household with two
    RelationshipChanged,   ///< of a whole household that moves: another 異動 (R-ACC-02)
    IdentificationMissing, ///< 本人確認 (R-ACQ-01)
    CertificateMissing,    ///< no 転入 without a 転出証明書 (R-ACQ-02; 第22条第2項)
    NotifierNameMissing,   ///< of an agent
    MandateMissing,        ///< of an agent
    Pending,               ///< another 仮登録 waits on one of them
    // アラート
    NoticeLate,       ///< after the 14 days (住民基本台帳法 第52条第2項)
    AgentQuestioned,  ///< an agent without documents: 受理通知 is sent (JS1 4.1.0.3)
    HeadLeaves,       ///< two or more are left without a 世帯主 (JS1 4.0.4)
    BeforeAddress,    ///< 異動日 before the present address was settled
    SexContradicts,   ///< 続柄 says another sex
    SpouseTwice,      ///< two 夫 or 妻 of one head
    RestrictionAlert, ///< 抑止 of level アラート on 異動
    StayExpired,      ///< 在留期間の満了の日 has passed
    AddressUnchanged, ///< only another house at the lot would be a 転居 (JS1 4.1.2.1)
    OthersLiveThere,  ///< another household at the same place
    BuildingMissing,  ///< others at this lot have a 方書
    PlannedFarAhead,  ///< 転出予定日 so far ahead that it may be a slip (policy.csv)
    LooksKnown, ///< 氏名, 生年月日 and 性別 of somebody who is or was here (JS1 4.1.1.2)
    Count
};
/// Stable name, for the case book, the log and what was acknowledged: "NoticeLate".
[[nodiscard]] QString moveRuleName(MoveRule rule);
/// Count when there is no such name.
[[nodiscard]] MoveRule moveRuleFromName(const QString &name);
/// An アラート: passes once it is among `Move::acknowledged`.
[[nodiscard]] constexpr bool isAlert(MoveRule rule)
{
    return rule >= MoveRule::NoticeLate;
}

struct MoveFinding
{
    MoveRule rule = MoveRule::Count;
    base::PersonId person; ///< 0 when it concerns the whole entry
    bool operator==(const MoveFinding &) const = default;
};

/// What the rules look at beside the entry: persons and households as they stand.
struct MoveGround
{
    QDate today;              ///< the register's day
    QString municipalityCode; ///< 全国地方公共団体コード, six digits
    const calendar::OfficeCalendar *office = nullptr; ///< null = the shipped one
    /// Last 転出予定日 that is taken without asking; invalid = any. Looked at by the desk alone.
    QDate plannedUntil;
    /// Codes of identity.csv in force: 1 = one is enough, 2 = two are needed.
    QHash<QString, int> identityClasses;
    QList<Snapshot> members;         ///< of both households, and everybody named
    QList<Household> households;     ///< both
    QList<Restriction> restrictions; ///< in force, on any of them
    /// Somebody of them or of both households hides the address, and who enters this may not open
    /// such a record: what is against the entry would tell whether he guessed it.
    bool hidden = false;
    /// 支援措置 hides the address of the household that is left, or will: on the household or on
    /// somebody who lives in it.
    bool protects = false;
    bool pending = false;         ///< another 仮登録 waits on one of them
    QList<Household> othersThere; ///< with members, at the new town and lot
    /// Newcomers with 氏名, 生年月日 and 性別 of somebody known here whom the entry does not name.
    QList<base::PersonId> lookKnown = {};
};

/// All that is against it, in the order of MoveRule; also those acknowledged. Where it is
/// Restricted, nothing else: it would tell of a record that is not shown.
[[nodiscard]] QList<MoveFinding> judgeMove(const Move &move, const MoveGround &ground);
/// The first finding that keeps it from being filed: an エラー, or an アラート not acknowledged.
[[nodiscard]] std::optional<MoveFinding> whatStops(const Move &move,
                                                   const QList<MoveFinding> &findings);

} // namespace residents
