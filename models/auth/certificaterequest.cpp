#include "auth/certificaterequest.h"

#include "auth/cardidentity.h"
#include "base/crypto.h"

#include <botan/asn1_oid.h>
#include <botan/bigint.h>
#include <botan/der_enc.h>
#include <botan/pem.h>
#include <botan/pk_keys.h>
#include <botan/x509_dn.h>
#include <botan/x509cert.h>

#include <exception>

namespace auth {

using base::ErrorCode;
using base::Result;

namespace {

using Bytes = std::vector<std::uint8_t>;
constexpr std::size_t halfBytes = 32;

Bytes fromQt(const QByteArray &bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// CertificationRequestInfo: version, name, key, no attributes.
Result<Bytes> requestInfo(const QByteArray &certificate)
{
    const auto identity = readCertificate(certificate);
    if (!identity)
        return base::fail(identity);
    if (identity->point.isEmpty())
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("not a key on P-256"));
    try {
        const Botan::X509_Certificate present(fromQt(certificate));
        Bytes info;
        Botan::DER_Encoder(info)
            .start_cons(Botan::SEQUENCE)
            .encode(static_cast<std::size_t>(0))
            .encode(present.subject_dn())
            .raw_bytes(present.load_subject_public_key()->subject_public_key())
            .start_explicit(0)
            .end_explicit()
            .end_cons();
        return info;
    } catch (const std::exception &) {
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("request not made"));
    }
}

/// ECDSA-Sig-Value (RFC 3279): the card gives r and s side by side.
Result<QByteArray> sealed(const Bytes &info, const QByteArray &signature)
{
    const auto half = [&](std::size_t index) {
        const auto *at = reinterpret_cast<const std::uint8_t *>(signature.constData());
        return Botan::BigInt(at + index * halfBytes, halfBytes);
    };
    try {
        Bytes value;
        Botan::DER_Encoder(value)
            .start_cons(Botan::SEQUENCE)
            .encode(half(0))
            .encode(half(1))
            .end_cons();
        Bytes request;
        Botan::DER_Encoder(request)
            .start_cons(Botan::SEQUENCE)
            .raw_bytes(info)
            .start_cons(Botan::SEQUENCE)
            .encode(Botan::OID("1.2.840.10045.4.3.2")) // ecdsa-with-SHA256, RFC 5758
            .end_cons()
            .encode(value, Botan::BIT_STRING)
            .end_cons();
        return QByteArray::fromStdString(Botan::PEM_Code::encode(request, "CERTIFICATE REQUEST"));
    } catch (const std::exception &) {
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("request not made"));
    }
}

} // namespace

Result<QByteArray> certificateRequest(token::Token &token)
{
    const token::TokenView card = token.view();
    if (card.presence != token::Presence::Present)
        return base::fail(card.problem);
    const auto info = requestInfo(card.signCertificate);
    if (!info)
        return base::fail(info);
    const QByteArray text(reinterpret_cast<const char *>(info->data()),
                          static_cast<qsizetype>(info->size()));
    const auto signature = token.sign(base::crypto::sha256(text));
    if (!signature)
        return base::fail(signature);
    if (static_cast<std::size_t>(signature->size()) != 2 * halfBytes)
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("not a signature"));
    return sealed(*info, *signature);
}

} // namespace auth
