#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "tables/table.h"

#include <QDate>
#include <QString>

#include <vector>

namespace auth {

/// Rules for passwords (design.md 5; table policy).
struct PasswordRules
{
    int length = 12; ///< characters at least
    int lifeDays = 90;
    int history = 10; ///< so many old ones are not taken again
    bool operator==(const PasswordRules &) const = default;
};

/// password_length, password_life and password_history on the day. TableYearMissing when one is
/// missing, TableUnreadable when one is no positive number.
[[nodiscard]] base::Result<PasswordRules> passwordRules(const tables::Table &policy, QDate day);

enum class PasswordVerdict {
    Good,
    TooShort,
    Monotonous, ///< fewer than five different characters
    HoldsUserId,
    Similar, ///< differs from the present one in three places or fewer
    UsedBefore,
};

/// An old password as it is kept.
struct PastPassword
{
    QByteArray salt;
    base::Secret digest;
};

/// Whether the person's present password and old ones leave room for this one. All in UTF-8.
struct PasswordChange
{
    base::Secret wanted;
    base::Secret present; ///< empty at the first one
    QString userId;
    std::vector<PastPassword> past; ///< newest first
};

/// Works out what is kept of an old password. Takes as long as Argon2id does.
using PasswordDigest = base::Result<base::Secret> (*)(const base::Secret &password,
                                                      const QByteArray &salt);

[[nodiscard]] base::Result<PasswordVerdict>
judgePassword(const PasswordChange &change, const PasswordRules &rules, PasswordDigest digest);

/// The last day the password may be used.
[[nodiscard]] QDate passwordEnds(QDate changedOn, const PasswordRules &rules);

} // namespace auth
