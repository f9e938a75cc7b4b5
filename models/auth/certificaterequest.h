#pragma once

#include "base/result.h"
#include "token/token.h"

#include <QByteArray>

namespace auth {

/// A request for a certificate (PKCS #10, RFC 2986, as PEM) for the signing key of the card in the
/// reader, signed by that key: proof that the card has it. Its name is the present certificate's;
/// the authority decides which name the new one bears. The card must be logged in. TokenAbsent,
/// TokenUnfit when the key is not on P-256, and what Token::sign answers.
[[nodiscard]] base::Result<QByteArray> certificateRequest(token::Token &token);

} // namespace auth
