#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace central {

/// What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803): the server never sees the
/// password itself. Unexpected when it cannot be made.
[[nodiscard]] base::Result<QString> passwordVerifier(const base::Secret &password);

} // namespace central
