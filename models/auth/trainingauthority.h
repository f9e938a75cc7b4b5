#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

namespace auth {

enum class CertificateUse { Sign, Derive };

struct CertificateOrder
{
    QString userId;
    QString displayName;
    QByteArray point; ///< P-256, 65 bytes, from the card
    CertificateUse use = CertificateUse::Sign;
};

/// An authority (EC P-256) for the cards of a training city. Real cards come from the city's own
/// authority.
class TrainingAuthority final
{
public:
    /// A made-up one, whose key lives as long as the object and is never written down. Certificates
    /// hold from the day before `now` for ten years.
    [[nodiscard]] static base::Result<TrainingAuthority> make(const QDateTime &now);
    /// The one whose `ca.crt` and `ca.key` (PEM) are in the folder: that of a register on a server,
    /// made by packaging/central/certificates.sh. Certificates hold as above, and not longer than
    /// its own. FileUnreadable.
    [[nodiscard]] static base::Result<TrainingAuthority> read(const QString &folder,
                                                              const QDateTime &now);
    TrainingAuthority(TrainingAuthority &&) noexcept;
    TrainingAuthority &operator=(TrainingAuthority &&) noexcept;
    ~TrainingAuthority();

    /// DER.
    [[nodiscard]] QByteArray certificate() const;
    [[nodiscard]] base::Result<QByteArray> certify(const CertificateOrder &order) const;

private:
    struct Parts;
    explicit TrainingAuthority(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace auth
