#pragma once

#include "residents/person.h"

#include <QString>

namespace residents {

/// 氏名の振り仮名 as a certificate prints it (municipal-facts.md 4.1): a part that is not public is
/// printed as 【氏空欄】 or 【名空欄】; neither public: ********. Of Japanese residents only.
[[nodiscard]] QString printedReading(const PersonName &name);
/// 旧氏の振り仮名: the kana, or ******** while it is not public; empty without a 旧氏.
[[nodiscard]] QString printedFormerReading(const PersonName &name);

} // namespace residents
