#pragma once

#include "base/ids.h"
#include "democity/citymaker.h"

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
};

/// Takes from the batch what is still missing.
void collect(Specimens &specimens, const Batch &batch);

} // namespace democity
