#pragma once

#include "base/ids.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

// 収納管理ファイル (requirements/tax.md 3.2) and 収納・滞納情報 (collections.md 3).
namespace tax {

/// 科目. The values are stored; words and codes stand in resources/tables/tax_kinds.csv.
enum class TaxKind { Resident = 1, FixedAsset = 2, LightVehicle = 3, HealthInsurance = 4 };

/// Through which a payment came (collections.md 3 収納額). The values are stored.
enum class Channel {
    Counter = 1,
    Bank = 2,
    ConvenienceStore = 3,
    DirectDebit = 4,
    Electronic = 5, ///< eL-QR, ペイジー, スマホ
    Withheld = 6,
    Appropriated = 7, ///< 充当
    Seizure = 8,
};

struct Payment
{
    QDate receivedOn;         ///< 領収日: late charges go by it
    QDate bookedOn;           ///< 会計日 (確報日); invalid while only 速報 is there
    bool preliminary = false; ///< 速報
    Channel channel = Channel::Counter;
    qint64 principalYen = 0; ///< 本税
    qint64 lateChargeYen = 0;
    qint64 feeYen = 0; ///< 督促手数料
    QString receipt;   ///< 領収書番号, may be empty
    bool operator==(const Payment &) const = default;
};

enum class RefundState { Found = 0, Decided = 1, Paid = 2, Appropriated = 3, Lapsed = 4 };

/// 過誤納 and what became of it.
struct Refund
{
    QString number; ///< 還付通知番号
    QDate foundOn;  ///< 過誤納発生日
    QString reason; ///< "二重納付", "更正減額" ...
    qint64 principalYen = 0;
    qint64 lateChargeYen = 0;
    qint64 additionYen = 0; ///< 還付加算金
    RefundState state = RefundState::Found;
    QDate decidedOn; ///< 還付・充当確定日
    QDate noticeSentOn;
    QDate paidOn;
    QDate lapsesOn;         ///< 還付時効日
    QString appropriatedTo; ///< 充当先: "令和8年度 市県民税 第3期"
    QString accountTail;    ///< last 4 digits of the account; the rest is never here
    QString bank;           ///< 振込先金融機関
    bool operator==(const Refund &) const = default;
};

/// A time that the late charge passes over or runs slower in (徴収猶予, 換価の猶予, 執行停止).
enum class Relief { Postponed = 1, SaleDeferred = 2, Stopped = 3, Reduced = 4 };
struct ReliefPeriod
{
    Relief kind = Relief::Postponed;
    QDate from;
    QDate to;      ///< included; invalid = goes on
    QString basis; ///< article, "地方税法第15条"
    bool operator==(const ReliefPeriod &) const = default;
};

/// 執行停止 (地方税法 第15条の7).
struct Suspension
{
    int item = 1; ///< 第1項 1号, 2号, 3号
    QDate from;
    QDate decidedOn;
    QDate noticeOn;
    QDate lapsesOn;    ///< three years on: the debt goes out (第4項)
    QDate cancelledOn; ///< 第15条の8
    bool operator==(const Suspension &) const = default;
};

/// 不納欠損.
struct WriteOff
{
    QString basis; ///< "15条の7第4項", "15条の7第5項", "18条"
    QDate on;
    int settlementYear = 0;
    qint64 yen = 0;
    bool operator==(const WriteOff &) const = default;
};

/// One 期別 of one notice: 調定 and everything that happened to it.
struct LedgerRow
{
    base::PersonId person;
    TaxKind kind = TaxKind::Resident; ///< 科目
    int fiscalYear = 0;               ///< 賦課年度
    int settlementYear = 0;           ///< 調定年度
    int period = 1;                   ///< 期別, 1 to 12; over 20: 随時
    QString notice;                   ///< 通知書番号
    qint64 chargedYen = 0;            ///< 期別調定額 as it stands
    qint64 chargedAtFirstYen = 0;     ///< before 更正
    QDate correctedOn;                ///< 更正日; invalid = never
    QString correctionReason;
    QDate settledOn;          ///< 調定年月日
    QDate dueOn;              ///< 納期限
    QDate legalDueOn;         ///< 法定納期限等
    bool directDebit = false; ///< 口座振替
    QString debitFailure;     ///< 振替不能事由
    QDate demandSentOn;       ///< 督促発送日
    QDate demandPublishedOn;  ///< 公示送達日
    qint64 demandFeeYen = 0;
    std::optional<qint64> fixedLateChargeYen; ///< 確定延滞金
    QDate reminderSentOn;                     ///< 催告発送日
    QString seizure;                          ///< 滞納処分名称, empty = none
    QDate seizedFrom;
    QDate seizedTo;
    bool byInstalments = false; ///< 分納 (納税誓約) covers it
    QList<Payment> payments;    ///< in order of receivedOn
    QList<Refund> refunds;
    QList<ReliefPeriod> reliefs;
    std::optional<Suspension> suspension;
    std::optional<WriteOff> writeOff;
    bool operator==(const LedgerRow &) const = default;
};

/// The key of a row for one person: kind, year and period. Above 0.
[[nodiscard]] constexpr int ledgerKey(TaxKind kind, int fiscalYear, int period)
{
    return (static_cast<int>(kind) * 10000 + fiscalYear) * 100 + period;
}

/// 折衝経過 (COL-P07).
struct Negotiation
{
    QDate on;
    QString way;  ///< "窓口", "電話", "訪問", "文書"
    QString with; ///< "本人", "配偶者" ...
    QString text;
    QString by; ///< who wrote it
    bool operator==(const Negotiation &) const = default;
};
/// 分納計画の1回分.
struct PlannedPart
{
    QDate on;
    qint64 yen = 0;
    bool kept = false;
    bool operator==(const PlannedPart &) const = default;
};
/// 財産 found in an investigation.
struct Property
{
    QString kind; ///< "預金", "不動産", "給与"
    QString words;
    QDate foundOn;
    bool operator==(const Property &) const = default;
};

/// What is known of a taxpayer beside his 期別 rows (key 0 of the ledger).
struct TaxpayerFile
{
    base::PersonId person;
    QString sendTo;      ///< 送付先, empty = his address
    QString agent;       ///< 納税管理人
    QString bank;        ///< 振替口座の金融機関・支店
    QString accountTail; ///< last 4 digits
    QString accountKind; ///< "普通"
    QDate debitFrom;     ///< 口座振替 since
    QString inCharge;    ///< 担当者, empty = no arrears case
    QDate pledgedOn;     ///< 納税誓約
    QList<PlannedPart> plan;
    QList<Negotiation> negotiations; ///< newest first
    QList<Property> properties;
    QDate transferredOn; ///< 移管 (滞納整理機構)
    QDate prescribesOn;  ///< 時効完成予定日 of the oldest debt
    bool operator==(const TaxpayerFile &) const = default;
};

/// What somebody wrote in his own words: 折衝経過, 財産.
[[nodiscard]] QList<QString *> notesOf(TaxpayerFile &file);

/// 本税 paid up to a day (領収日), 速報 included. Without a day: all.
[[nodiscard]] qint64 paidPrincipal(const LedgerRow &row, QDate until = {});
/// What of it went back or elsewhere (還付, 充当).
[[nodiscard]] qint64 refundedPrincipal(const LedgerRow &row);
/// 未納の本税: charged, less what was paid and kept and what was written off. Never below 0.
[[nodiscard]] qint64 unpaidPrincipal(const LedgerRow &row);
/// 過誤納 that is still here. Never below 0.
[[nodiscard]] qint64 overpaidPrincipal(const LedgerRow &row);

} // namespace tax
