#pragma once

#include "desk/answer.h"
#include "desk/entryviews.h"
#include "desk/visit.h"

namespace desk {

class Counter;

/// RevealNumber: 個人番号 by ask and fetch (R-AUZ-05, R-AUZ-06, R-LOG-04). Right::RevealNumber, a
/// visit that is not on the telephone (CallerUnknown), a reason (ReasonMissing); a protected record
/// needs what ViewRecords needs first. NumberUnknown. RegisterUnreachable offline: no number is
/// ever on this PC's disk.
class NumberDesk final
{
public:
    explicit NumberDesk(Counter &counter);
    [[nodiscard]] Answer<RevealedNumber> reveal(VisitId visit, base::PersonId person,
                                                const QString &reason);

private:
    class Working;
    Counter &m_counter;
};

} // namespace desk
