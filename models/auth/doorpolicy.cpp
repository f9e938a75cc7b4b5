#include "auth/doorpolicy.h"

#include <algorithm>

namespace auth {

int DoorPolicy::failures(const QList<DoorEntry> &entries, const QString &userId) const
{
    int count = 0;
    for (const DoorEntry &entry : entries) {
        if (entry.userId != userId)
            continue;
        // A door that has locked stays locked until somebody unlocks it.
        if (entry.event == DoorEvent::Unlocked ||
            (entry.event == DoorEvent::Opened && count < failuresBeforeLock))
            count = 0;
        else if (entry.event == DoorEvent::Failed)
            ++count;
    }
    return count;
}

int DoorPolicy::triesLeft(const QList<DoorEntry> &entries, const QString &userId) const
{
    return std::max(0, failuresBeforeLock - failures(entries, userId));
}

bool DoorPolicy::isLocked(const QList<DoorEntry> &entries, const QString &userId) const
{
    return triesLeft(entries, userId) == 0;
}

} // namespace auth
