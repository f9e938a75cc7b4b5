#include "auth/trainingauthority.h"

#include <QDir>
#include <QFile>

#include <botan/auto_rng.h>
#include <botan/data_src.h>
#include <botan/pk_algs.h>
#include <botan/pkcs8.h>
#include <botan/pubkey.h>
#include <botan/x509_ca.h>
#include <botan/x509_ext.h>
#include <botan/x509self.h>

#include <algorithm>
#include <exception>

namespace auth {

using base::ErrorCode;

namespace {

constexpr int yearsValid = 10;

Botan::X509_Time timeAt(const QDateTime &time)
{
    return Botan::X509_Time(std::chrono::system_clock::from_time_t(time.toSecsSinceEpoch()));
}

/// SubjectPublicKeyInfo (RFC 5480) of an uncompressed P-256 point.
std::vector<std::uint8_t> keyOf(const QByteArray &point)
{
    std::vector<std::uint8_t> der = {0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48,
                                     0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
                                     0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00};
    der.insert(der.end(), point.begin(), point.end());
    return der;
}

Botan::Extensions extensionsFor(CertificateUse use)
{
    using namespace Botan::Cert_Extension;
    // Botan 2 takes what it is given by plain pointer and owns it.
    Botan::Extensions all;
    all.add(std::make_unique<Basic_Constraints>(false).release(), true);
    const auto allowed =
        use == CertificateUse::Sign ? Botan::DIGITAL_SIGNATURE : Botan::KEY_AGREEMENT;
    all.add(std::make_unique<Key_Usage>(allowed).release(), true);
    const std::vector<Botan::OID> clientAuth = {Botan::OID("1.3.6.1.5.5.7.3.2")};
    if (use == CertificateUse::Sign)
        all.add(std::make_unique<Extended_Key_Usage>(clientAuth).release());
    return all;
}

} // namespace

struct TrainingAuthority::Parts
{
    Botan::AutoSeeded_RNG rng;
    std::unique_ptr<Botan::Private_Key> key;
    Botan::X509_Certificate certificate;
    QDateTime from;
    QDateTime to;
};

TrainingAuthority::TrainingAuthority(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}
TrainingAuthority::TrainingAuthority(TrainingAuthority &&) noexcept = default;
TrainingAuthority &TrainingAuthority::operator=(TrainingAuthority &&) noexcept = default;
TrainingAuthority::~TrainingAuthority() = default;

base::Result<TrainingAuthority> TrainingAuthority::make(const QDateTime &now)
{
    try {
        auto parts = std::make_unique<Parts>();
        parts->from = now.addDays(-1);
        parts->to = now.addYears(yearsValid);
        parts->key = Botan::create_private_key("ECDSA", parts->rng, "secp256r1");
        Botan::X509_Cert_Options options("Madoguchi Training CA/JP");
        options.CA_key(0);
        options.start = timeAt(parts->from);
        options.end = timeAt(parts->to);
        parts->certificate =
            Botan::X509::create_self_signed_cert(options, *parts->key, "SHA-256", parts->rng);
        return TrainingAuthority(std::move(parts));
    } catch (const std::exception &thrown) {
        return base::fail(ErrorCode::Unexpected, QString::fromUtf8(thrown.what()));
    }
}

base::Result<TrainingAuthority> TrainingAuthority::read(const QString &folder, const QDateTime &now)
{
    const QDir place(folder);
    try {
        auto parts = std::make_unique<Parts>();
        Botan::DataSource_Stream key(
            QFile::encodeName(place.filePath(QStringLiteral("ca.key"))).toStdString());
        parts->key = Botan::PKCS8::load_key(key);
        parts->certificate = Botan::X509_Certificate(
            QFile::encodeName(place.filePath(QStringLiteral("ca.crt"))).toStdString());
        const auto last = parts->certificate.not_after().time_since_epoch();
        parts->from = now.addDays(-1);
        parts->to = std::min(now.addYears(yearsValid),
                             QDateTime::fromSecsSinceEpoch(static_cast<qint64>(last), Qt::UTC));
        const auto certified = parts->certificate.load_subject_public_key();
        if (certified->subject_public_key() == parts->key->subject_public_key())
            return TrainingAuthority(std::move(parts));
    } catch (const std::exception &) {
        // said below: what Botan says may name the key's file
    }
    return base::fail(ErrorCode::FileUnreadable, QStringLiteral("not the folder of an authority"));
}

QByteArray TrainingAuthority::certificate() const
{
    const auto der = m_parts->certificate.BER_encode();
    return QByteArray(reinterpret_cast<const char *>(der.data()),
                      static_cast<qsizetype>(der.size()));
}

base::Result<QByteArray> TrainingAuthority::certify(const CertificateOrder &order) const
{
    try {
        Botan::X509_DN subject;
        subject.add_attribute("X520.CommonName", order.userId.toStdString());
        subject.add_attribute(
            Botan::OID("2.5.4.41"),
            Botan::ASN1_String(order.displayName.toStdString(), Botan::ASN1_Tag::UTF8_STRING));
        // Botan 2.19; in 3 this is X509_Object::choose_sig_format.
        Botan::AlgorithmIdentifier algorithm;
        const std::unique_ptr<Botan::PK_Signer> signer(
            Botan::choose_sig_format(*m_parts->key, m_parts->rng, "SHA-256", algorithm));
        const Botan::X509_Certificate made = Botan::X509_CA::make_cert(
            signer.get(), m_parts->rng, algorithm, keyOf(order.point), timeAt(m_parts->from),
            timeAt(m_parts->to), m_parts->certificate.subject_dn(), subject,
            extensionsFor(order.use));
        const auto der = made.BER_encode();
        return QByteArray(reinterpret_cast<const char *>(der.data()),
                          static_cast<qsizetype>(der.size()));
    } catch (const std::exception &) {
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("certificate not made"));
    }
}

} // namespace auth
