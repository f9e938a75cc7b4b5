#pragma once

#include "base/result.h"
#include "pension/record.h"
#include "tables/table.h"

#include <QDate>
#include <QList>
#include <QString>

namespace pension {

/// Who is tested, with his income before deductions (総所得金額等 of the year that counts).
struct Tested
{
    enum class Who { Self, Spouse, Head } who = Who::Self;
    qint64 incomeYen = 0;
    int dependants = 0;         ///< 扶養親族等
    int dependantsElderly = 0;  ///< 老人扶養・同一生計配偶者 70+
    int dependantsSpecific = 0; ///< 特定扶養 16-22
    /// 雑損, 医療費, 社会保険料, 小規模企業共済等, 配偶者特別, 障害者 ...: taken off the income
    /// where the kind allows it, never for 全額免除 and 納付猶予.
    qint64 deductionsYen = 0;
    bool undeclared = false; ///< income not known
    bool lostWork = false;   ///< 失業等の特例 for him: his income is left out
    /// 障害者, 寡婦, ひとり親 of the local tax law: a threshold of their own (第90条第1項第3号)
    bool disabledOrWidowed = false;
};
struct ExemptionCase
{
    ExemptionKind kind = ExemptionKind::Full;
    Month month; ///< the month asked for
    QDate appliedOn;
    QDate bornOn;
    QList<Tested> persons;
    bool lostWork = false; ///< 失業等の特例 for the person himself; for others: Tested::lostWork
};
struct TestedLine
{
    Tested::Who who = Tested::Who::Self;
    qint64 limitYen = 0;
    qint64 countedYen = 0;
    bool within = false;
};
/// An aid, never a decision: 日本年金機構 decides.
struct ExemptionOpinion
{
    enum class Outlook { Within, Over, Unknown, Outside } outlook = Outlook::Unknown;
    QList<TestedLine> lines;
    /// July to June that the month lies in (学生納付特例: April to March)
    MonthSpan cycle;
    Month earliest;     ///< back two years and one month from the application
    int incomeYear = 0; ///< the calendar year whose income counts for the whole cycle
    /// Code. Outside: "too-young" (before the month of 20), "too-old" (60; 納付猶予 50),
    /// "too-long-ago", "too-early" (the cycle is not open yet); Unknown: "income-unknown"; Within:
    /// "lost-work" when an income was left out, to be proved by papers; else empty.
    QString why;
    QString tableVersion;
};
/// What the incomes let expect: every tested person (himself, spouse, head of household; 納付猶予
/// without the head, 学生納付特例 himself alone) must be within his threshold. Persons the kind
/// does not test are left out. Lines are there for Within, Over and Unknown. 国民年金法 第90条,
/// 第90条の2, 第90条の3, 平成26年法律第64号附則第14条; municipal-facts.md 7.3. Thresholds of the
/// month asked for from pension_thresholds.csv. TableYearMissing, TableUnreadable; ArgumentWrong
/// for an impossible date, nobody or two of a kind, negative numbers or more special dependants
/// than dependants.
[[nodiscard]] base::Result<ExemptionOpinion> exemptionOutlook(const ExemptionCase &input,
                                                              const tables::Table &thresholds);
/// 産前産後免除 (国民年金法 第88条の2): months for a birth date. One child: four months from the
/// month before the birth; more: six from three months before. Nothing before April 2019, when it
/// began: invalid when no month is left or the date is invalid.
[[nodiscard]] MonthSpan maternityMonths(QDate birthOn, bool multiple);

} // namespace pension
