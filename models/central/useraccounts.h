#pragma once

#include "base/result.h"
#include "central/account.h"
#include "storage/database.h"

#include <optional>

namespace central {

/// Accounts and stations of the embedded register, over register.db.
class UserAccounts final
{
public:
    explicit UserAccounts(storage::Database &database)
        : m_database(database)
    {
    }

    /// Inside the caller's transaction.
    [[nodiscard]] base::Result<> add(const User &user);
    [[nodiscard]] base::Result<> add(const Station &station);
    [[nodiscard]] base::Result<std::optional<User>> user(const QString &userId);
    [[nodiscard]] base::Result<std::optional<CardHolder>> holder(const QByteArray &fingerprint);
    [[nodiscard]] base::Result<std::optional<Station>> station(const QString &stationId);
    [[nodiscard]] base::Result<> setFailures(const QString &userId, int failures, bool locked);

private:
    [[nodiscard]] base::Result<QList<Grant>> grants(const QString &userId);
    storage::Database &m_database;
};

/// The account may be used on the day.
[[nodiscard]] bool isValidOn(const User &user, QDate day);
/// The rights in force on the day.
[[nodiscard]] Rights rightsOn(const User &user, QDate day);

} // namespace central
