#pragma once

#include "base/crypto.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace evidence {

/// Where a log stands: how many rows, and the hash of the last one (of station() for none).
struct Head
{
    quint64 count = 0;
    QByteArray hash{}; ///< 32 bytes
    bool operator==(const Head &) const = default;
};

/// The head of a station's empty log: bound to the station, so that no other's rows fit behind it.
[[nodiscard]] Head emptyLog(const QString &station);
/// hash = SHA-256(previous hash ‖ row).
[[nodiscard]] QByteArray chainHash(QByteArrayView previous, QByteArrayView row);

/// "N:HASH", as `log head` prints and `log verify --head` takes.
[[nodiscard]] QString headText(const Head &head);
/// ArgumentWrong when it is not of that form.
[[nodiscard]] base::Result<Head> headFromText(const QString &text);

/// The station's signed word on where its log stood (design.md 4).
struct Checkpoint
{
    QString station{};
    Head head{};
    qint64 atMs = 0; ///< UTC
    bool operator==(const Checkpoint &) const = default;
};
struct SignedCheckpoint
{
    Checkpoint checkpoint{};
    QByteArray signedBytes{}; ///< what was signed
    QByteArray signature{};   ///< Ed25519, 64 bytes
    bool operator==(const SignedCheckpoint &) const = default;
};
[[nodiscard]] SignedCheckpoint signCheckpoint(const Checkpoint &checkpoint,
                                              const base::crypto::KeyPair &logKey);
/// LogBroken when the signature is not `logKey`'s (32 bytes) or the bytes are no checkpoint.
[[nodiscard]] base::Result<SignedCheckpoint>
readCheckpoint(QByteArrayView signedBytes, QByteArrayView signature, QByteArrayView logKey);

} // namespace evidence
