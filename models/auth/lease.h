#pragma once

#include "base/result.h"
#include "central/account.h"

#include <QByteArray>

namespace auth {

/// What the register answered to a sign-in, as bytes for the journal: a deterministic CBOR array.
[[nodiscard]] QByteArray encodeSession(const central::Session &session);
/// JournalDamaged when the bytes are not what encodeSession writes.
[[nodiscard]] base::Result<central::Session> decodeSession(const QByteArray &bytes);

/// By what somebody works while the register is not reached (design.md 4).
struct OfflineTry
{
    QString userId;
    QByteArray certificateFingerprint; ///< of his card
    QByteArray session;                ///< as it was kept; empty = never signed in here
    qint64 leaseUntilMs = 0;
    qint64 trustedMs = 0; ///< the highest time that was ever trusted here, UTC
    qint64 nowMs = 0;     ///< the PC's clock, UTC
};
/// The session as it counts now: with the rights of today. LeaseMissing (never signed in here, or
/// with another card), ClockBehind (more than five minutes behind the trusted time), LeaseEnded,
/// UserExpired, PasswordExpired, JournalDamaged.
[[nodiscard]] base::Result<central::Session> offlineSession(const OfflineTry &offline);

/// A clock that much behind the trusted time cannot say whether a lease is over.
constexpr qint64 clockToleranceMs = 300'000;

} // namespace auth
