#pragma once

#include "base/ids.h"
#include "democity/citymaker.h"

#include <QString>

#include <utility>

namespace democity {

/// Residents of a made-up city that show something: where a guided tour, a course or a test can
/// begin without knowing the city. 0 while none was met.
struct Specimens
{
    base::PersonId family;          ///< head of a household of four, unrestricted
    base::PersonId variantGlyph;    ///< a name with a variation selector
    base::PersonId foreigner;       ///< 外国人住民 with an alias
    base::PersonId protectedPerson; ///< 支援措置
    base::PersonId moveOutPlanned;  ///< 転出予定
    base::PersonId removed;         ///< 除票
    base::PersonId renamed;         ///< several states, 氏 changed
    base::PersonId arrears;         ///< 期 of two years unpaid, one paid in part
    base::PersonId refund;          ///< 過誤納
    base::PersonId withheldSalary;  ///< 給与特徴 in twelve months
    base::PersonId pensionGap;      ///< 未加入 and a late notice
    base::PersonId pensionExempt;   ///< exemptions of several kinds
    base::PersonId contradiction;   ///< an assessment that does not agree with itself
    base::PersonId stopped;         ///< 執行停止 in force
    base::PersonId noted;           ///< a note and a contact, both changed once
};

/// Takes from the batch what is still missing. `today`: the city's reference date.
void collect(Specimens &specimens, const Batch &batch, QDate today);

/// Each by the name it has in credentials.json ("family", "arrears" ...).
[[nodiscard]] QList<std::pair<QString, base::PersonId>> named(const Specimens &specimens);

} // namespace democity
