#pragma once

#include "base/result.h"

#include <QByteArray>

// What a failure of PostgreSQL or of the way to it means at the counter.
namespace central {

/// Of a statement that the server answered with this SQLSTATE.
[[nodiscard]] base::Error statementFailure(const QByteArray &state);

/// Of a connection that did not come about. `said` is libpq's message with the verbosity
/// PQERRORS_SQLSTATE, in which the server speaks in codes only; nothing but codes and OpenSSL's
/// own words is taken from it.
[[nodiscard]] base::Error connectFailure(const QByteArray &said);

/// The server itself refused this user: another server would too.
[[nodiscard]] bool isFinal(const base::Error &error);

/// It was the password, or the login is shut. The server counts each such try as a failure.
[[nodiscard]] bool isWrongPassword(const base::Error &error);

} // namespace central
