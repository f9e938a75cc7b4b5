#pragma once

#include "base/result.h"
#include "central/entries.h"
#include "storage/database.h"

namespace central {

/// The edit locks of the embedded register, over register.db: every link of the file sees them.
/// Inside the caller's transaction.
class EditLocks final
{
public:
    /// `holder`: user, station and, as `since`, the register's time.
    EditLocks(storage::Database &database, QString session, EditLock holder)
        : m_database(database)
        , m_session(std::move(session))
        , m_holder(std::move(holder))
    {
    }

    /// As Entries::lockForEdit: nothing is taken unless all can be.
    [[nodiscard]] base::Result<QList<EditLock>> take(QList<LockKey> keys);
    [[nodiscard]] base::Result<> end(LockKey key);
    /// All of a session.
    [[nodiscard]] static base::Result<> release(storage::Database &database,
                                                const QString &session);

private:
    [[nodiscard]] base::Result<std::optional<EditLock>> held(LockKey key);
    [[nodiscard]] base::Result<> put(LockKey key, const QDateTime &since);
    storage::Database &m_database;
    QString m_session;
    EditLock m_holder;
};

} // namespace central
