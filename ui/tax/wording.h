#pragma once

#include "tax/calculator.h"
#include "tax/ledger.h"

#include <QDate>
#include <QString>

// How the items of tax are written on the screen.
namespace taxui {

/// "12,345"; below zero with a minus sign. For columns whose heading says 円.
[[nodiscard]] QString amountWords(qint64 yen);
/// "12,345円"
[[nodiscard]] QString yenWords(qint64 yen);
/// 和暦: "令和8年11月2日"; empty for no date.
[[nodiscard]] QString dayWords(QDate day);
/// 和暦 for narrow columns: "R8.11.2".
[[nodiscard]] QString shortDayWords(QDate day);
/// "第3期", "随時1", "第10期"; period as in tax::LedgerRow.
[[nodiscard]] QString periodWords(int period);
/// "6月" for withholding, "第1期" else.
[[nodiscard]] QString instalmentWords(const tax::Instalment &instalment);
/// What stands where an item is hidden until it is asked for.
[[nodiscard]] QString maskWords();
/// "＊＊＊1234" from the last four digits; empty when there are none.
[[nodiscard]] QString accountWords(const QString &tail);
/// "8.7％" from 870.
[[nodiscard]] QString rateWords(int basisPoints);

[[nodiscard]] QString of(tax::Collection collection);
[[nodiscard]] QString of(tax::Channel channel);
[[nodiscard]] QString of(tax::RefundState state);
[[nodiscard]] QString of(tax::Relief relief);

/// Of a step of tax::TaxComputation.
[[nodiscard]] QString stepWords(const QString &code);
/// TaxLine::how as a resident reads it: min(…) and max(…) in words.
[[nodiscard]] QString arithmeticWords(const QString &how);
/// Why the rules here do not reach a case (TaxComputation::outside).
[[nodiscard]] QString outsideWords(const QString &code);
/// tax::LateChargeLine::why and LateChargeWorking::why.
[[nodiscard]] QString lateChargeWords(const QString &code);

/// tax::Contradiction::code: what does not agree, and what to do about it.
struct ContradictionWords
{
    QString what;
    QString todo;
};
[[nodiscard]] ContradictionWords contradictionWords(const QString &code);

/// 課税標準額 of what is taxed together: 総合分所得合計 (or, where that is missing, 合計所得金額)
/// less 控除額合計, cut to 1,000 (地方税法 第20条の4の2第1項). Never below 0.
[[nodiscard]] qint64 taxableYen(const tax::Assessment &assessment);

} // namespace taxui
