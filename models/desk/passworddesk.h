#pragma once

#include "auth/passwordrules.h"
#include "desk/answer.h"

namespace desk {

class Counter;
using auth::PasswordFault;
using auth::PasswordRules;

/// ChangePassword: the clerk's own (PEN-R32, AU-4). Needs no right and no visit, and the register:
/// RegisterUnreachable without it.
class PasswordDesk final
{
public:
    explicit PasswordDesk(Counter &counter);
    [[nodiscard]] PasswordRules rules() const;
    /// Which rules `wanted` does not keep; from any thread, at once. Whether it was used before
    /// only the register knows.
    [[nodiscard]] QList<PasswordFault> faults(const base::Secret &present,
                                              const base::Secret &wanted) const;
    /// Present password and PIN are proved as at the sign-in, with its errors, and count as there.
    /// PasswordUnfit, PasswordUsed: nothing was changed. Leaves a row whatever comes of it. All
    /// three secrets are wiped when used.
    [[nodiscard]] Answer<> change(base::Secret present, base::Secret pin, base::Secret wanted);

private:
    [[nodiscard]] base::Result<> tryToChange(const base::Secret &present, const base::Secret &pin,
                                             const base::Secret &wanted) const;
    Counter &m_counter;
};

} // namespace desk
