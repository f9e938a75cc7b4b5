#pragma once

#include "base/result.h"
#include "token/token.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace auth {

/// Who a certificate names. It is a claim: the register knows the fingerprint it gave the right to.
struct CardIdentity
{
    QString userId;            ///< common name
    QString displayName;       ///< X.520 name (2.5.4.41); the common name when there is none
    QString certificateSerial; ///< hexadecimal
    QByteArray fingerprint;    ///< SHA-256 of the DER, 32 bytes
    QByteArray point;    ///< the key's open point, P-256, 65 bytes; empty for another kind of key
    QDateTime validFrom; ///< UTC
    QDateTime validTo;   ///< UTC
    bool operator==(const CardIdentity &) const = default;
};

/// TokenUnfit when the bytes are no certificate or name nobody.
[[nodiscard]] base::Result<CardIdentity> readCertificate(const QByteArray &der);

/// The holder by the signing certificate, with `point` of the derive key. TokenUnfit when the
/// card's two certificates name different people or the derive key is not P-256.
[[nodiscard]] base::Result<CardIdentity> readCard(const token::TokenView &card);

/// The certificate carries the authority's signature.
[[nodiscard]] bool isIssuedBy(const QByteArray &der, const QByteArray &authorityDer);

/// ECDSA over a digest (Token::sign) by the key of the certificate.
[[nodiscard]] bool isSignatureOf(const QByteArray &der, const QByteArray &digest,
                                 const QByteArray &signature);

} // namespace auth
