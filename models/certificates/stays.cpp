#include "certificates/stays.h"

#include <algorithm>

namespace certificates {
namespace {

using residents::MovementReason;
using residents::Snapshot;

bool isCancellation(MovementReason reason)
{
    return reason == MovementReason::CancellationIncrease ||
           reason == MovementReason::CancellationDecrease ||
           reason == MovementReason::CancellationCorrection;
}

bool saysTheSameBetter(MovementReason reason)
{
    return reason == MovementReason::MinorCorrection || reason == MovementReason::ErrorCorrection;
}

Stay stayOf(const Snapshot &state)
{
    return {state.address, state.addressSettled.on, state.addressSettled.notifiedOn,
            state.addressReason};
}

/// The same dwelling as another state tells it: settled on the same day.
bool isSame(const Stay &one, const Stay &other)
{
    if (one.settledOn.isEmpty())
        return one.address == other.address;
    return one.settledOn == other.settledOn;
}

void tell(QList<Stay> &stays, const Snapshot &state)
{
    const Stay stay = stayOf(state);
    if (isCancellation(state.movement.reason)) {
        // Back to a former state: what came in between never was.
        for (qsizetype at = stays.size(); at > 0; --at) {
            if (isSame(stays.at(at - 1), stay)) {
                stays.resize(at);
                break;
            }
        }
    }
    if (stays.isEmpty() ||
        (!isSame(stays.last(), stay) && !saysTheSameBetter(state.movement.reason)))
        stays.append(stay);
    else
        stays.last() = stay;
}

} // namespace

QList<Stay> staysOf(QList<Snapshot> states)
{
    std::sort(states.begin(), states.end(), [](const Snapshot &one, const Snapshot &other) {
        return one.id.version < other.id.version;
    });
    QList<Stay> stays;
    for (const Snapshot &state : std::as_const(states))
        tell(stays, state);
    std::reverse(stays.begin(), stays.end());
    return stays;
}

} // namespace certificates
