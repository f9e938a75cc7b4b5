#include "auth/cardidentity.h"

#include "base/crypto.h"

#include <botan/hex.h>
#include <botan/pk_keys.h>
#include <botan/pubkey.h>
#include <botan/x509_dn.h>
#include <botan/x509cert.h>

#include <exception>

namespace auth {

using base::ErrorCode;

namespace {

constexpr int pointBytes = 65;

std::vector<std::uint8_t> octets(const QByteArray &bytes)
{
    return {bytes.begin(), bytes.end()};
}

QByteArray pointOf(const Botan::X509_Certificate &certificate)
{
    const auto &bits = certificate.subject_public_key_bitstring();
    if (bits.size() != pointBytes || bits.front() != 0x04)
        return {};
    return QByteArray(reinterpret_cast<const char *>(bits.data()), pointBytes);
}

QDateTime timeOf(const Botan::X509_Time &time)
{
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(time.time_since_epoch()), Qt::UTC);
}

} // namespace

base::Result<CardIdentity> readCertificate(const QByteArray &der)
{
    try {
        const Botan::X509_Certificate certificate(octets(der));
        const Botan::X509_DN &subject = certificate.subject_dn();
        CardIdentity identity;
        identity.userId =
            QString::fromStdString(subject.get_first_attribute("X520.CommonName")).trimmed();
        identity.displayName =
            QString::fromStdString(subject.get_first_attribute(Botan::OID("2.5.4.41")).value());
        if (identity.displayName.isEmpty())
            identity.displayName = identity.userId;
        identity.certificateSerial =
            QString::fromStdString(Botan::hex_encode(certificate.serial_number(), false));
        identity.fingerprint = base::crypto::sha256(der);
        identity.point = pointOf(certificate);
        identity.validFrom = timeOf(certificate.not_before());
        identity.validTo = timeOf(certificate.not_after());
        if (identity.userId.isEmpty())
            return base::fail(ErrorCode::TokenUnfit, QStringLiteral("certificate names nobody"));
        return identity;
    } catch (const std::exception &) {
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("no X.509 certificate"));
    }
}

base::Result<CardIdentity> readCard(const token::TokenView &card)
{
    auto holder = readCertificate(card.signCertificate);
    if (!holder)
        return holder;
    const auto deriveKey = readCertificate(card.deriveCertificate);
    if (!deriveKey)
        return base::fail(deriveKey);
    if (deriveKey->userId != holder->userId || deriveKey->point.isEmpty())
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("derive key"));
    holder->point = deriveKey->point;
    return holder;
}

bool isIssuedBy(const QByteArray &der, const QByteArray &authorityDer)
{
    try {
        const Botan::X509_Certificate certificate(octets(der));
        const Botan::X509_Certificate authority(octets(authorityDer));
        const auto key = authority.load_subject_public_key();
        return certificate.check_signature(*key);
    } catch (const std::exception &) {
        return false;
    }
}

bool isSignatureOf(const QByteArray &der, const QByteArray &digest, const QByteArray &signature)
{
    try {
        const Botan::X509_Certificate certificate(octets(der));
        const auto key = certificate.load_subject_public_key();
        Botan::PK_Verifier verifier(*key, "Raw", Botan::IEEE_1363);
        return verifier.verify_message(octets(digest), octets(signature));
    } catch (const std::exception &) {
        return false;
    }
}

} // namespace auth
