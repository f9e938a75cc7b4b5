#pragma once

#include "audit/doorlog.h"
#include "evidence/chain.h"

namespace audit {

/// A record of door.log as it stands in the file: 4-byte length, body, 32-byte hash.
struct DoorRecord
{
    DoorEvent event = DoorEvent::Failure;
    QByteArray cardHash; ///< SHA-256
    QByteArray sealed;
    QByteArray body;
    QByteArray hash;
};

/// All that can be read of a door.log.
struct DoorFile
{
    bool exists = false;
    QList<DoorRecord> records;
    qint64 wholeBytes = 0; ///< where the last whole record ends
    bool torn = false;     ///< something stands behind it

    /// The head of the first `count` records, if their chain holds.
    [[nodiscard]] std::optional<evidence::Head> headAt(quint64 count) const;
};

/// The head of an empty door.log.
[[nodiscard]] evidence::Head emptyDoor();
[[nodiscard]] QByteArray doorCardHash(const QString &cardSerial);
/// FileUnreadable when it is there and cannot be read.
[[nodiscard]] Result<DoorFile> readDoorFile(const QString &path);
/// Writes behind `at` (cutting off what a crash left there) and waits for the disk.
[[nodiscard]] Result<> writeDoorRecord(const QString &path, qint64 at, const QByteArray &record);
/// The bytes of a record that follows `previous`.
[[nodiscard]] QByteArray doorRecord(const DoorRecord &record, const QByteArray &previous);

} // namespace audit
