#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace text {

/// Characters as a person counts them: a kanji with its variation selector is one, 𠮷 is one.
[[nodiscard]] int graphemeCount(QStringView text);
[[nodiscard]] QStringList graphemes(QStringView text);
/// The first `count` characters, never half of one.
[[nodiscard]] QString firstGraphemes(QStringView text, int count);
/// True when every surrogate has its partner.
[[nodiscard]] bool isWellFormed(QStringView text);

} // namespace text
