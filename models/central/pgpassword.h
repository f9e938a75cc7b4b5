#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace central {

/// What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803): the server never sees the
/// password itself. Unexpected when it cannot be made.
[[nodiscard]] base::Result<QString> passwordVerifier(const base::Secret &password);

/// How a verifier was made.
struct PasswordSalt
{
    int iterations = 4096;
    QByteArray salt;
};
/// StoredKey of RFC 5802 for a password under a salt, 32 bytes: equal for equal passwords, and no
/// way back. The password is ASCII: what SASLprep would change of others, is not done here.
/// RegisterDamaged for a salt or number of rounds that no register of ours hands out.
[[nodiscard]] base::Result<QByteArray> storedKey(const base::Secret &password,
                                                 const PasswordSalt &salt);

/// The parts of a verifier that passwordVerifier() made.
struct PasswordVerifier
{
    PasswordSalt salt;
    QByteArray storedKey;
};
/// Unexpected for anything else.
[[nodiscard]] base::Result<PasswordVerifier> verifierParts(const QString &verifier);

} // namespace central
