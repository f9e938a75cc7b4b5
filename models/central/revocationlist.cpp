#include "central/revocationlist.h"

#include <botan/data_src.h>
#include <botan/x509_crl.h>
#include <botan/x509cert.h>

#include <exception>

namespace central {

base::Result<QDateTime> endOfRevocationList(QByteArrayView list)
{
    try {
        Botan::DataSource_Memory source(reinterpret_cast<const std::uint8_t *>(list.data()),
                                        std::size_t(list.size()));
        const Botan::X509_CRL read(source);
        const auto end = read.next_update().to_std_timepoint();
        return QDateTime::fromSecsSinceEpoch(std::chrono::system_clock::to_time_t(end), Qt::UTC);
    } catch (const std::exception &) {
        return base::fail(base::ErrorCode::FileUnreadable,
                          QStringLiteral("not a list of revoked certificates"));
    }
}

base::Result<QDateTime> endOfCertificate(QByteArrayView certificate)
{
    try {
        Botan::DataSource_Memory source(reinterpret_cast<const std::uint8_t *>(certificate.data()),
                                        std::size_t(certificate.size()));
        const Botan::X509_Certificate read(source);
        const auto end = read.not_after().to_std_timepoint();
        return QDateTime::fromSecsSinceEpoch(std::chrono::system_clock::to_time_t(end), Qt::UTC);
    } catch (const std::exception &) {
        return base::fail(base::ErrorCode::FileUnreadable, QStringLiteral("not a certificate"));
    }
}

} // namespace central
