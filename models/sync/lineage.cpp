#include "sync/lineage.h"

#include <algorithm>

namespace syncing {

using base::ErrorCode;
using base::Result;

namespace {

Result<bool> knows(central::Replica &replica, const journal::FeedMark &mark)
{
    const auto page = replica.feed({.number = mark.number, .hash = mark.hash}, 1);
    if (page)
        return true;
    if (page.error().code == ErrorCode::RegisterUnknown)
        return false;
    return base::fail(page);
}

} // namespace

// Back in steps that double, then forth between the last unknown and the first known: the register
// is asked a dozen times for weeks of marks. Rows it no longer keeps are unknown too, so the search
// must not begin with the oldest.
Result<qint64> lastKnown(central::Replica &replica, const QList<journal::FeedMark> &marks)
{
    qsizetype unknown = -1; // newest first: everything up to here is not known
    qsizetype known = 0;
    for (qsizetype step = 1;; step *= 2) {
        if (known >= marks.size())
            return 0;
        const auto answer = knows(replica, marks.at(known));
        if (!answer)
            return base::fail(answer);
        if (*answer)
            break;
        unknown = known;
        known = known + 1 == marks.size() ? marks.size() : std::min(known + step, marks.size() - 1);
    }
    while (known - unknown > 1) {
        const qsizetype middle = unknown + (known - unknown) / 2;
        const auto answer = knows(replica, marks.at(middle));
        if (!answer)
            return base::fail(answer);
        (*answer ? known : unknown) = middle;
    }
    return marks.at(known).number;
}

} // namespace syncing
