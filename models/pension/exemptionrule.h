#pragma once

#include "base/result.h"
#include "pension/record.h"
#include "tables/table.h"

#include <QDate>
#include <QList>
#include <QString>

namespace pension {

/// Who is tested, with what counts of his income (合計所得 after the deductions that count).
struct Tested
{
    enum class Who { Self, Spouse, Head } who = Who::Self;
    qint64 incomeYen = 0;
    int dependants = 0;         ///< 扶養親族等
    int dependantsElderly = 0;  ///< 老人扶養・同一生計配偶者 70+
    int dependantsSpecific = 0; ///< 特定扶養 16-22
    qint64 deductionsYen = 0; ///< 社会保険料, 障害者 ... that count beside (施行令 第6条の9の2)
    bool undeclared = false; ///< income not known
};
struct ExemptionCase
{
    ExemptionKind kind = ExemptionKind::Full;
    Month month; ///< the month asked for
    QDate appliedOn;
    QDate bornOn;
    QList<Tested> persons;
    bool lostWork = false; ///< 失業等の特例: that person's income is left out
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
    MonthSpan cycle; ///< July to June that the month lies in
    Month earliest;  ///< back two years and one month from the application
    QString why;     ///< code: "income-unknown", "too-early", "too-old", "too-long-ago", ...
    QString tableVersion;
};
/// 国民年金法 第90条 ほか, municipal-facts.md 7.3. Thresholds from pension_thresholds.csv.
/// TableYearMissing, ArgumentWrong.
[[nodiscard]] base::Result<ExemptionOpinion> exemptionOutlook(const ExemptionCase &input,
                                                              const tables::Table &thresholds);
/// 産前産後免除 (国民年金法 第88条の2): months for a birth date.
[[nodiscard]] MonthSpan maternityMonths(QDate birthOn, bool multiple);

} // namespace pension
