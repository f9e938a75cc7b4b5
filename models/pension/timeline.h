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
    Maternity,  ///< 産前産後
    Gap,        ///< of an age with the duty and in no period: 未加入
};
struct TimelineSpan
{
    MonthSpan months;
    MonthState state = MonthState::NotInsured;
    bool additional = false; ///< 付加
};
/// Two periods that hold at once, or a month without one between 20 and 60.
struct Irregularity
{
    enum class Kind {
        Gap,
        Overlap,
        EndsBeforeBegin,
        ExemptOutsideFirst,
        LateNotice
    } kind = Kind::Gap;
    MonthSpan months; ///< for LateNotice: the month of the fact
    int days = 0; ///< LateNotice: days over the fourteen (国民年金法施行規則 第1条の4 ほか)
};
struct Timeline
{
    QList<TimelineSpan> spans; ///< in order, without holes, from the month of 20 to today or 60
    QList<Irregularity> irregularities;
    int monthsFirst = 0;    ///< months as 第1号 or 任意
    int monthsExempt = 0;   ///< full and part
    int monthsDeferred = 0; ///< 猶予 and 学特
    int monthsMissing = 0;  ///< gaps
};

/// The months of a record, from its periods and the birth date (国民年金法 第7条, 第8条, 第9条,
/// 第11条).
[[nodiscard]] Timeline timelineOf(const PensionRecord &record, QDate bornOn, QDate today);

} // namespace pension
