#pragma once

#include "base/result.h"

#include <QString>
#include <QStringView>

namespace text {

/// What may be typed into a field, however it came in (keyboard, paste, scanner): control
/// characters, lone surrogates, private-use signs that are not 外字 of ours, and emoji are refused
/// with ConditionUnreadable; more than `limit` characters (graphemes) with ConditionTooLong. Spaces
/// around the text are cut. Nothing else is changed: glyphs and variation selectors stay.
[[nodiscard]] base::Result<QString> cleanText(QStringView typed, int limit);
/// Kana field: half-width kana and hiragana become full-width katakana, spaces full-width.
/// ConditionUnreadable when something is left that is neither kana nor a long mark, point or space.
[[nodiscard]] base::Result<QString> cleanKana(QStringView typed, int limit);
/// Number field: full-width digits become ASCII; spaces and dashes are dropped.
/// ConditionUnreadable when anything else is left.
[[nodiscard]] base::Result<QString> cleanDigits(QStringView typed, int limit);

/// Full-width digits, letters and signs as ASCII; kana and kanji stay.
[[nodiscard]] QString toAscii(QStringView text);
/// ASCII as full-width, as certificates print it.
[[nodiscard]] QString toFullWidth(QStringView text);

} // namespace text
