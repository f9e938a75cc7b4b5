#pragma once

#include "base/result.h"
#include "storage/sqlfile.h"

#include <QString>

namespace central {

class PgConnection;

/// Schemas, tables and functions of the register on PostgreSQL (resources/sql/register), over the
/// connection of a superuser.
class RegisterSchema final
{
public:
    /// `sqlRoot`: where the files are.
    explicit RegisterSchema(PgConnection &connection, QString sqlRoot = storage::sqlRoot())
        : m_connection(connection)
        , m_root(std::move(sqlRoot))
    {
    }

    /// Everything, in the caller's transaction. PlaceNotEmpty when the database holds anything.
    [[nodiscard]] base::Result<> install();
    /// The migrations that are missing, each in a transaction of its own, then all functions anew:
    /// ended at any point, the next call goes on. RegisterNewer when the schema is newer than this
    /// program, RegisterUnknown when there is none. Answers how many migrations were missing.
    /// `keyFile`: where the server's key is (ServerKey), for a register that still holds its
    /// secrets in clear; ArgumentWrong without it, FileUnreadable.
    [[nodiscard]] base::Result<int> upgrade(const QString &keyFile = {});
    /// RegisterNewer, or StatementFailed when it must be upgraded first; RegisterUnknown when there
    /// is no register.
    [[nodiscard]] base::Result<> demandCurrent();

private:
    [[nodiscard]] base::Result<int> applied();
    [[nodiscard]] base::Result<> apply(const QString &file);
    [[nodiscard]] base::Result<bool> applyNext();
    [[nodiscard]] base::Result<> makeFunctions();
    [[nodiscard]] base::Result<> tellKey(const QString &keyFile);
    [[nodiscard]] QStringList migrations() const;

    PgConnection &m_connection;
    QString m_root;
};

} // namespace central
