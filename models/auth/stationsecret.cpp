#include "auth/stationsecret.h"

#include "auth/durable.h"
#include "base/crypto.h"

#include <QFile>

namespace auth {

base::Result<> StationSecretFile::create(const QString &path)
{
    QByteArray bytes = base::crypto::randomBytes(base::crypto::keyBytes);
    const auto written = createDurably(path, bytes);
    bytes.fill(0);
    return written;
}

base::Result<base::Secret> StationSecretFile::read() const
{
    QFile file(m_path);
    // Unbuffered: no copy is left in a buffer that nobody wipes.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        file.size() != base::crypto::keyBytes)
        return base::fail(base::ErrorCode::StationSecretMissing);
    base::Secret secret(base::crypto::keyBytes);
    if (file.read(reinterpret_cast<char *>(secret.data()), base::crypto::keyBytes) !=
        base::crypto::keyBytes)
        return base::fail(base::ErrorCode::StationSecretMissing);
    return secret;
}

} // namespace auth
