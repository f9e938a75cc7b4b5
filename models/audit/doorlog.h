#pragma once

#include "audit/entry.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "journal/journal.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace audit {

using base::Result;

enum class DoorEvent { Failure = 1, Success = 2 };

/// Something that happened at the door. Only the hash of the card's serial and the kind are in the
/// clear; everything is in the sealed part.
struct DoorEntry
{
    DoorEvent event = DoorEvent::Failure;
    QString userId{}; ///< as the card claims; may be empty
    QString cardSerial{};
    QString reason{}; ///< name or number of the error code
};

/// What taking over door.log told.
struct DoorReport
{
    QHash<QString, int> failures; ///< by user id: since his last success
    quint64 newRows = 0;          ///< rows that were new
    bool intact = true; ///< false: missing, shorter or altered; a row of the journal says so
};

/// door.log: what happens before anybody has unlocked the journal. Each row is sealed to the
/// station's public key and chained; written with fsync before add() returns.
///
/// Limits: whoever can write to the file can cut or replace it, and so reset failuresOf() until the
/// next sign-in, when the journal finds it (the register counts for itself). The hash of a card's
/// serial tells whoever knows the serial that this card was tried here, and when rows were added.
class DoorLog final
{
public:
    /// `stationBox`: X25519 public key (32 bytes).
    DoorLog(const QString &path, const QByteArray &stationBox, const base::Clock &clock);

    /// DiskFull, FileUnreadable, SealBroken; nothing is claimed then.
    [[nodiscard]] Result<> add(const DoorEntry &entry);
    /// Failures of this card since its last success. A missing file has none.
    [[nodiscard]] Result<int> failuresOf(const QString &cardSerial) const;
    /// At sign-in, in the journal's thread: what is new becomes rows of the journal, which then
    /// remembers how far it came. An altered file is itself a row and is set aside
    /// (`<path>.damaged-<ms>`). `actor`: who signed in.
    [[nodiscard]] Result<DoorReport> merge(journal::Journal &journal,
                                           const base::crypto::KeyPair &box, const Actor &actor);

private:
    QString m_path;
    QByteArray m_stationBox;
    const base::Clock &m_clock;
};

/// UserLocked from this number of failures on (design.md 4; a supervisor unlocks at the register).
constexpr int doorFailuresToLock = 5;

} // namespace audit
