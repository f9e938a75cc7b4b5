#pragma once

#include <QString>
#include <QStringView>

namespace text {

/// Search key for an address or a part of one (municipal-facts.md 2.5): ヶケヵカが箇, ノの之乃,
/// ツッ one each; 字 and 大字 dropped; numbers in kanji before 丁目・番・号・条 as digits; 丁目,
/// 番地, 番, 号, の and every dash between numbers as "-"; widths folded, kanji folded, spaces
/// dropped. 霞が関二丁目１番地の２ and 霞ヶ関2-1-2 -> 霞ケ関2-1-2.
[[nodiscard]] QString foldAddress(QStringView text);

/// Whether a condition on the address says which: 丁目, 番地, 号, 字 or dashes alone stand in every
/// address. A number alone may be a lot.
[[nodiscard]] bool isSpecificAddress(QStringView text);

/// Whether folded words name a folded place (town and lot): "本町3-5" is not in "本町3-50".
[[nodiscard]] bool namesPlace(const QString &foldedWords, const QString &foldedPlace);

} // namespace text
