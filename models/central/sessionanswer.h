#pragma once

#include "base/result.h"
#include "central/account.h"

#include <QString>

namespace central {

/// The session as office.session_answer (resources/sql/register/office) writes it, with the policy
/// of the register's day. RegisterDamaged when it is not of that form; TableUnreadable and
/// TableYearMissing of the policy.
[[nodiscard]] base::Result<Session> readSessionAnswer(const QString &json);

} // namespace central
