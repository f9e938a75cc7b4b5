#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QDateTime>

namespace central {

/// When a list of revoked certificates (PEM or DER) ends, UTC. From then on the server lets nobody
/// in. FileUnreadable when it is no such list.
[[nodiscard]] base::Result<QDateTime> endOfRevocationList(QByteArrayView list);

/// When a certificate (PEM or DER) ends, UTC. FileUnreadable when it is none.
[[nodiscard]] base::Result<QDateTime> endOfCertificate(QByteArrayView certificate);

} // namespace central
