#pragma once

#include "base/crypto.h"
#include "evidence/chain.h"
#include "storage/database.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace journal {

using base::Result;

/// Whose log it is.
struct Owner
{
    QString station{};
    QByteArray logKey{}; ///< Ed25519 public key of the checkpoints
};

/// A row as it stands in the file.
struct StoredRow
{
    quint64 number = 0;
    QByteArray body{}; ///< canonical bytes
    QByteArray hash{};
};

/// The log of a journal.db as it stands in the file. In the journal's thread.
class StoredLog
{
public:
    [[nodiscard]] const evidence::Head &head() const { return m_head; }
    [[nodiscard]] Owner owner() const { return Owner{m_station, m_logKey.open}; }
    /// Rows from number `from`, at most `limit`.
    [[nodiscard]] Result<QList<StoredRow>> rows(quint64 from, int limit);
    /// Those with a count of at least `from`, in order.
    [[nodiscard]] Result<QList<evidence::SignedCheckpoint>> checkpoints(quint64 from, int limit);
    /// Reads the whole file (seconds); what was found, empty when it is whole.
    [[nodiscard]] Result<QStringList> checkIntegrity() { return m_database->checkIntegrity(); }

protected:
    StoredLog(std::unique_ptr<storage::Database> database, const QString &station,
              const base::crypto::KeyPair &logKey);
    ~StoredLog();
    Q_DISABLE_COPY_MOVE(StoredLog)

    std::unique_ptr<storage::Database> m_database;
    QString m_station;
    base::crypto::KeyPair m_logKey;
    evidence::Head m_head;
};

} // namespace journal
