#pragma once

#include <QList>
#include <QString>

namespace auth {

enum class DoorEvent {
    Failed, ///< wrong password, or a slot that did not open
    Opened,
    Unlocked, ///< by a supervisor
};

/// One line of what happened at the door, oldest first.
struct DoorEntry
{
    QString userId;
    DoorEvent event = DoorEvent::Failed;
};

/// How often a person may fail before a supervisor has to unlock (design.md 5: 5). Failures count
/// from the last time the door opened for that person or was unlocked. A wrong PIN is the card's
/// to count and is none of these.
struct DoorPolicy
{
    int failuresBeforeLock = 5;

    [[nodiscard]] int failures(const QList<DoorEntry> &entries, const QString &userId) const;
    [[nodiscard]] int triesLeft(const QList<DoorEntry> &entries, const QString &userId) const;
    [[nodiscard]] bool isLocked(const QList<DoorEntry> &entries, const QString &userId) const;
};

} // namespace auth
