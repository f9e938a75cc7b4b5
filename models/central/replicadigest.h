#pragma once

#include "central/replicarow.h"

#include <QCryptographicHash>

namespace central {

/// SHA-256 over the rowDigest of each row as they are fed in: tables in the order of allTables,
/// rows in key order. (Digests, not rows: PostgreSQL hashes nothing that does not fit its memory at
/// once.) Register and workstation come to the same 32 bytes exactly when they hold the same rows.
class ReplicaDigest final
{
public:
    void add(Table table, const Row &row);
    [[nodiscard]] QByteArray finish() const;

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace central
