#pragma once

#include "base/ids.h"

#include <QDate>
#include <QList>
#include <QString>

// 国民年金資格情報ファイル: the 66 items of requirements/pension.md 3, by number.
namespace pension {

/// A month, 2026-04; invalid when year is 0.
struct Month
{
    int year = 0;
    int month = 0;
    bool operator==(const Month &) const = default;
    [[nodiscard]] auto operator<=>(const Month &other) const
    {
        return year != other.year ? year <=> other.year : month <=> other.month;
    }
    [[nodiscard]] bool isValid() const { return year > 0 && month >= 1 && month <= 12; }
    [[nodiscard]] Month plus(int months) const;
    [[nodiscard]] static Month of(QDate day) { return {day.year(), day.month()}; }
    /// Months from 0000-01, for arithmetic.
    [[nodiscard]] int index() const { return year * 12 + month - 1; }
};
/// Both included. `to` invalid: goes on.
struct MonthSpan
{
    Month from;
    Month to;
    bool operator==(const MonthSpan &) const = default;
};

/// 被保険者種別 (item 6). The values are stored.
enum class Category { First = 1, Second = 2, Third = 3, Voluntary = 4, VoluntarySpecial = 5 };

/// Items 4 and 6 to 15: one time as an insured person.
struct InsuredPeriod
{
    Category category = Category::First;
    QDate acquiredOn;         ///< 8
    QDate acquiredNotifiedOn; ///< 7
    QString acquiredFor;      ///< 9 取得事由, code (codes.h)
    QString acquiredReason;   ///< 10
    QDate lostOn;             ///< 12; invalid = goes on
    QDate lostNotifiedOn;     ///< 11
    QString lostFor;          ///< 13 喪失事由, code (codes.h)
    QString lostReason;       ///< 14
    /// 15 種別変更年月日: from this day on in this category, when it began by a change and not by
    /// acquisition.
    QDate changedOn;
    bool operator==(const InsuredPeriod &) const = default;
};

/// 免除区分 (item 18). The values are stored.
enum class ExemptionKind {
    Full = 1,
    ThreeQuarters = 2,
    Half = 3,
    Quarter = 4,
    Deferral = 5,  ///< 納付猶予
    Student = 6,   ///< 学生納付特例
    Childcare = 7, ///< 育児期間, from October 2026: no income is tested, counts as paid
};
enum class ResultState { Pending = 0, Approved = 1, Rejected = 2, Returned = 3, Cancelled = 4 };

/// Items 16 to 28: one application. 日本年金機構 decides.
struct Exemption
{
    ExemptionKind kind = ExemptionKind::Full;  ///< 18
    MonthSpan applied;                         ///< 16
    QDate appliedOn;                           ///< 19
    ResultState result = ResultState::Pending; ///< 17
    QString resultCode;                        ///< 20
    MonthSpan exempt;                          ///< 21, 22
    MonthSpan approved;                        ///< 23, 24
    MonthSpan rejected;                        ///< 25, 26
    MonthSpan cancelled;                       ///< 27, 28
    bool operator==(const Exemption &) const = default;
};

/// Items 29 to 35: 法定免除.
struct LegalExemption
{
    QString reason;    ///< 29
    QString endReason; ///< 30
    QDate from;        ///< 31 該当年月日
    QDate endedOn;     ///< 32 消滅・不該当年月日
    QDate cancelledOn; ///< 33
    MonthSpan months;  ///< 34, 35
    bool operator==(const LegalExemption &) const = default;
};

/// Items 36 to 39: 産前産後免除.
struct Maternity
{
    QDate birthOn;         ///< 36
    bool born = false;     ///< 出産日, not 予定日
    bool multiple = false; ///< 37
    MonthSpan months;      ///< 38, 39
    bool operator==(const Maternity &) const = default;
};

/// Items 40 to 46: 付加保険料.
struct Additional
{
    QDate appliedOn;                           ///< 40
    QString reason;                            ///< 41
    QDate from;                                ///< 42
    QDate declinedOn;                          ///< 43
    QString endReason;                         ///< 44
    QDate endedOn;                             ///< 45
    ResultState result = ResultState::Pending; ///< 46
    bool operator==(const Additional &) const = default;
};

/// Items 47 to 50: a claim for a benefit.
struct Benefit
{
    QString claimant;                          ///< 47
    QString code;                              ///< 48 年金コード, 4 digits
    ResultState result = ResultState::Pending; ///< 49 裁定結果
    QString number;                            ///< 50 記号番号
    bool operator==(const Benefit &) const = default;
};
/// Items 51 to 55: 年金生活者支援給付金.
struct Support
{
    QString kind;                              ///< 51
    MonthSpan paid;                            ///< 52, 53
    ResultState result = ResultState::Pending; ///< 54
    int claimYear = 0;                         ///< 55
    bool operator==(const Support &) const = default;
};

/// Items 56 to 60: a report to 日本年金機構.
struct Report
{
    bool onMedium = false;  ///< 56 電子媒体収録有無
    bool reportable = true; ///< 57 報告対象有無区分
    QDate reportedOn;       ///< 58
    QString form;           ///< 59 届書種類
    QString message;        ///< 60 連絡欄
    bool operator==(const Report &) const = default;
};
/// Items 61 to 64.
struct Note
{
    QDate on;          ///< 61
    QString special;   ///< 62 特記事項
    QString consulted; ///< 63 相談内容
    QString remarks;   ///< 64 備考
    bool operator==(const Note &) const = default;
};
/// Items 65 and 66: 基礎年金番号通知書の再交付.
struct Reissue
{
    QDate appliedOn;
    QString reason;
    bool operator==(const Reissue &) const = default;
};

/// Everything of one person. The 基礎年金番号 (item 1) is held here by its last four digits only.
struct PensionRecord
{
    base::PersonId person;
    QString numberTail;           ///< item 1, "9018" of "1234-569018"
    QString municipality;         ///< 2
    bool latest = true;           ///< 3
    bool insured = false;         ///< 4 資格有無区分
    QString operatorId;           ///< 5
    QList<InsuredPeriod> periods; ///< oldest first
    QList<Exemption> exemptions;
    QList<LegalExemption> legal;
    QList<Maternity> maternities;
    QList<Additional> additional;
    QList<Benefit> benefits;
    QList<Support> supports;
    QList<Report> reports;
    QList<Note> notes;
    QList<Reissue> reissues;
    bool operator==(const PensionRecord &) const = default;
};

/// What somebody wrote in his own words: 連絡欄, 特記事項, 相談内容, 備考.
[[nodiscard]] QList<QString *> notesOf(PensionRecord &record);

} // namespace pension
