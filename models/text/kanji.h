#pragma once

#include <QString>
#include <QStringView>

namespace text {

/// Search key for kanji (municipal-facts.md 2.3): variation selectors dropped, compatibility
/// ideographs unified, old forms replaced by the forms of 常用漢字表 and 人名用漢字表, then one
/// representative for each group of resources/tables/variants.csv. Other characters stay. 渡邉 with
/// a selector, 渡邊 -> 渡辺. For search only: what is stored, shown and printed is never folded.
[[nodiscard]] QString foldKanji(QStringView text);

/// Search key for a whole name: foldKanji, width and case, hiragana as katakana, small kana as
/// large, accents of Latin letters dropped, spaces, points and hyphens between parts dropped.
[[nodiscard]] QString nameKey(QStringView text);

/// Which folding rules the keys of this program follow. An index made under another one is rebuilt.
[[nodiscard]] QString foldVersion();

/// The name without variation selectors; two names are the same characters when these are equal.
[[nodiscard]] QString withoutSelectors(QStringView text);

} // namespace text
