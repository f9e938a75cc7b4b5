#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "central/account.h"
#include "storage/database.h"

namespace central {

/// Passwords at the embedded register: their age, and what is kept so that none is used again. They
/// open nothing here: the slot does. Each inside the caller's transaction.
class EmbeddedPasswords final
{
public:
    EmbeddedPasswords(storage::Database &database, const Policy &policy, QDate today)
        : m_database(database)
        , m_policy(policy)
        , m_today(today)
    {
    }

    /// Older than the policy says, or set by the owner. The day of the change does not count
    /// (民法 第140条).
    [[nodiscard]] base::Result<bool> mustChange(const User &user);
    /// PasswordUsed when it is one of those that are kept.
    [[nodiscard]] base::Result<> demandNew(const QString &userId, const base::Secret &wanted);
    /// The account's day stays.
    [[nodiscard]] base::Result<> set(const QString &userId, const base::Secret &password,
                                     bool mustChange);
    /// By the user himself: his own from today on.
    [[nodiscard]] base::Result<> change(const QString &userId, const base::Secret &password);

private:
    [[nodiscard]] base::Result<> keep(const QString &userId, const base::Secret &password);
    [[nodiscard]] base::Result<> mark(const QString &userId, bool mustChange);

    storage::Database &m_database;
    const Policy &m_policy;
    QDate m_today;
};

} // namespace central
