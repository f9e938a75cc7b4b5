#pragma once

#include "pension/record.h"

#include <QDate>
#include <QList>

// The periods of a record as they hold by law; for timeline.cpp only.
namespace pension {

// 国民年金法 第7条第1項第1号: 二十歳以上六十歳未満。
constexpr int dutyFrom = 20;
constexpr int dutyTo = 60;
// 附則第5条第5項第1号: 任意加入; 平成6年法律第95号附則第11条ほか: 特例.
constexpr int voluntaryTo = 65;
constexpr int specialTo = 70;

/// When somebody must be insured.
struct Duty
{
    QDate reaches20;
    QDate reaches60;
    QDate reaches65; ///< the end of 任意加入
    QDate reaches70; ///< the end of its 特例
    Month first;     ///< with the duty
    Month after;     ///< first one without it
};

/// A period with the days on which it holds.
struct Held
{
    InsuredPeriod period;
    QDate begin;
    QDate end; ///< the day of loss, on which it holds no more; invalid = goes on
};

/// The day from which a period holds: 種別変更 before 資格取得.
[[nodiscard]] QDate beginOf(const InsuredPeriod &period);
/// By their begin. Periods without a day of begin, and those that end before it (appended to
/// `wrong`), are left out.
[[nodiscard]] QList<Held> heldPeriods(const PensionRecord &record, const Duty &duty,
                                      QList<MonthSpan> &wrong);
/// 第11条, 第11条の2: the period that a month belongs to; null when there is none.
[[nodiscard]] const Held *heldIn(const QList<Held> &held, Month month);
/// True when the record says why nobody is insured in a month that belongs to no period.
[[nodiscard]] bool isExplained(const QList<Held> &held, Month month);

} // namespace pension
