#pragma once

#include "desk/answer.h"
#include "desk/entryviews.h"

#include <QDateTime>

#include <functional>

namespace desk {
class CheckDesk;
}

namespace approvals {

/// What the page needs from the desk.
struct Procedures
{
    std::function<QDateTime()> now; ///< UTC
    std::function<desk::Answer<QList<desk::CheckLine>>()> queue;
    std::function<desk::Answer<desk::CheckView>(qint64 entry)> open;
    std::function<desk::Answer<>(qint64 entry, desk::CheckOutcome outcome, const QString &reason)>
        decide;
};

/// The desk outlives the page.
[[nodiscard]] Procedures proceduresOf(desk::CheckDesk &desk);

} // namespace approvals
