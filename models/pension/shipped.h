#pragma once

#include "pension/exemptionrule.h"

#include <QString>

// The rules of this folder with the tables that are compiled in, for who has no tables of his own.
namespace pension {

/// codeWords() of codes.h; without a readable table the code itself.
[[nodiscard]] QString codeWords(int item, const QString &code);
/// exemptionOutlook() of exemptionrule.h. TableUnreadable, TableYearMissing, ArgumentWrong.
[[nodiscard]] base::Result<ExemptionOpinion> exemptionOutlook(const ExemptionCase &input);

} // namespace pension
