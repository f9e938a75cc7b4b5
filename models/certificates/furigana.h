#pragma once

#include "residents/person.h"

#include <QString>

namespace certificates {

/// 氏名の振り仮名 as a certificate shows it (住民基本台帳法 第7条第1号の2; municipal-facts.md 4.1):
/// both parts "イシノマキ　タロウ"; 氏 alone "イシノマキ　【名空欄】"; 名 alone
/// "【氏空欄】　タロウ"; neither "********". The search kana never stands in for it.
[[nodiscard]] QString furigana(const residents::PersonName &name);
/// One reading; "********" while it is not public.
[[nodiscard]] QString furigana(const residents::Reading &reading);

} // namespace certificates
