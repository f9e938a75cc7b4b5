#pragma once

#include "pension/exemptionrule.h"
#include "pension/timeline.h"

#include <QString>

// Words of the national pension, as words.h.
namespace words {

[[nodiscard]] QString of(pension::Category category);
[[nodiscard]] QString of(pension::ExemptionKind kind);
[[nodiscard]] QString of(pension::ResultState state);
[[nodiscard]] QString of(pension::MonthState state);
[[nodiscard]] QString of(pension::Irregularity::Kind kind);
[[nodiscard]] QString of(pension::Tested::Who who);
[[nodiscard]] QString of(pension::ExemptionOpinion::Outlook outlook);
/// So short that it stands in the time line.
[[nodiscard]] QString shortWord(pension::MonthState state);
[[nodiscard]] QString shortWord(pension::Irregularity::Kind kind);
/// What the clerk does about it.
[[nodiscard]] QString remedy(pension::Irregularity::Kind kind);
/// ExemptionOpinion::why; empty for a code that needs no words.
[[nodiscard]] QString exemptionReason(const QString &code);

} // namespace words
