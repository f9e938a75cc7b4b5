#pragma once

#include "calendar/dateinput.h"

namespace calendar {

/// True when the text says that something is unknown or approximate: 不詳, 頃, 推定, 春, 上旬,
/// の間.
[[nodiscard]] bool saysUnknown(const QString &text);

/// Reads the forms of 住民記録システム標準仕様書 1.1.8 (municipal-facts.md 3.3). 頃 and 推定 do not
/// widen the period they stand with: nobody says by how much. 冬 is all of the year, since both its
/// ends are winter. `plain` is the text in NFKC without spaces; the answer's `text` is left to the
/// caller.
[[nodiscard]] DateReading readUnknown(const QString &plain, const Eras &eras);

} // namespace calendar
