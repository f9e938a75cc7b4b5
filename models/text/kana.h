#pragma once

#include <QString>
#include <QStringView>

namespace text {

/// Search keys for kana, made the same way for the index and for what was typed
/// (municipal-facts.md 2.4; 住民記録システム標準仕様書 2.1.2): width, hiragana and katakana,
/// voicing, small letters, long vowels, spaces and dashes do not matter. Characters that are not
/// kana stay (width and case folded). K1: ヂ=ジ, ヅ=ズ before voicing is dropped.
/// わたなべ　けんいちろう -> ハタナヘケンイチロオ.
[[nodiscard]] QString kanaKey1(QStringView text);
/// K2: voicing dropped first, so that ヂ=チ. An entry matches when its K1 or its K2 matches.
[[nodiscard]] QString kanaKey2(QStringView text);
/// For ranking: as K1 but the long-vowel mark stays (オーノ before オノ).
[[nodiscard]] QString kanaKeyLong(QStringView text);

/// Half-width kana and hiragana as full-width katakana; everything else stays as it is.
[[nodiscard]] QString toKatakana(QStringView text);

/// What somebody typed, so that the search knows which key to use.
enum class Script {
    Empty,
    Kana,  ///< kana of any width, long marks, spaces
    Kanji, ///< at least one ideograph (kana beside it allowed)
    Latin, ///< Latin letters (with spaces, points, hyphens)
    Digits,
    Mixed, ///< anything else
};
[[nodiscard]] Script scriptOf(QStringView text);
[[nodiscard]] inline bool looksLikeKana(QStringView text)
{
    return scriptOf(text) == Script::Kana;
}

} // namespace text
