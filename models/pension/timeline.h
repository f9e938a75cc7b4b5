#pragma once

#include "pension/record.h"

#include <QDate>
#include <QList>

namespace pension {

/// What a month counts as, as far as the city's record tells.
enum class MonthState {
    NotInsured, ///< before 20 or after the end, no duty
    First,      ///< 第1号: contributions due
    Second,
    Third,
    Voluntary,
    FullExempt, ///< 全額免除, 法定免除
    PartExempt, ///< 3/4, half, 1/4
    Deferred,   ///< 納付猶予
    Student,    ///< 学生納付特例
    Maternity,  ///< 産前産後, 育児期間: count as paid
    Gap,        ///< of an age with the duty and in no period: 未加入
};
struct TimelineSpan
{
    MonthSpan months;
    MonthState state = MonthState::NotInsured;
    bool additional = false; ///< 付加
};
/// What does not fit together. Overlap: two periods hold at once. Gap: a month without one between
/// 20 and 60. EndsBeforeBegin: such a period counts for nothing. ExemptOutsideFirst: an exemption
/// that was granted for months which are not 第1号. LateNotice: 第1号 only. BeginUnknown: a period
/// without the day it began counts for nothing; a gap before its end may be none.
struct Irregularity
{
    enum class Kind {
        Gap,
        Overlap,
        EndsBeforeBegin,
        ExemptOutsideFirst,
        LateNotice,
        BeginUnknown
    } kind = Kind::Gap;
    MonthSpan months; ///< LateNotice: the month of the fact; BeginUnknown: its end only
    int days = 0; ///< LateNotice: days over the fourteen (国民年金法施行規則 第1条の4 ほか)
};
struct Timeline
{
    /// In order, without holes, from the month of 20 to that of today, at most to the month before
    /// 60 is reached or the last month insured after it.
    QList<TimelineSpan> spans;
    QList<Irregularity> irregularities; ///< in the order of their months
    int monthsFirst = 0;    ///< months as 第1号 or 任意, exempt and deferred ones among them
    int monthsExempt = 0;   ///< of those: full and part, not 産前産後
    int monthsDeferred = 0; ///< of those: 猶予 and 学特
    int monthsMissing = 0;  ///< gaps
};

/// The months of a record, from its periods and the birth date (国民年金法 第7条, 第8条, 第9条,
/// 第11条, 第11条の2). A month belongs to the period that holds at its end; one in which a period
/// began and ended, and no other holds at its end, belongs to that period. 第1号 and 第3号 hold
/// from the day of 20 to the day of 60, 任意加入 to that of 65, its 特例 to that of 70, whatever
/// the record says. Months without a period are no gap after 国外転出, 死亡 or 適用除外 and before
/// the first period when that began with 国外からの転入. Exemptions count once 日本年金機構 has
/// approved them. Empty when a date is invalid or 20 is not reached.
[[nodiscard]] Timeline timelineOf(const PensionRecord &record, QDate bornOn, QDate today);

} // namespace pension
