#pragma once

#include "base/secret.h"

#include <QDate>
#include <QList>
#include <QString>

namespace auth {

/// Rules for passwords (design.md 5), as the register's policy has them.
struct PasswordRules
{
    int length = 12; ///< characters at least
    int lifeDays = 90;
    int history = 10; ///< so many old ones are not taken again: the register compares
    bool operator==(const PasswordRules &) const = default;
};

/// Why a new password is not taken, as far as it can be told here.
enum class PasswordFault {
    TooShort,
    Unusual,    ///< something else than the letters, digits, signs and spaces of every keyboard
    Monotonous, ///< fewer than five different characters
    HoldsName,  ///< the user id, or a part of the name of three letters or more
    Similar,    ///< to the present one: three edits or fewer, one inside the other, or turned
};

/// All in UTF-8. What is judged stays with the caller.
struct PasswordChange
{
    const base::Secret &wanted;
    const base::Secret &present; ///< as it was typed; empty = not yet
    QString userId;
    QString name;
};

/// In the order of their declaration; none = it may be offered to the register. Takes no time worth
/// speaking of: asked while it is typed.
[[nodiscard]] QList<PasswordFault> faultsOf(const PasswordChange &change,
                                            const PasswordRules &rules);

/// The last day the password may be used: the day of the change does not count (民法 第140条).
[[nodiscard]] QDate passwordEnds(QDate changedOn, int lifeDays);

} // namespace auth
