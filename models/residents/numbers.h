#pragma once

#include "base/ids.h"
#include "base/secret.h"

namespace residents {

/// Items 21 and 22 of juki.md 3.1 and the number of the residence card: kept apart from the person
/// (R-AUZ-09), never stored on a workstation. The cache has no column for them; the register hands
/// them out one at a time to those with the right.
struct SensitiveNumbers
{
    base::PersonId person;
    base::Secret residentCode;     ///< 住民票コード, 11 digits
    base::Secret individualNumber; ///< 個人番号, 12 digits
    base::Secret residenceCard;    ///< 在留カード等の番号
};

} // namespace residents
