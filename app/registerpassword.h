#pragma once

#include "base/result.h"

#include <QString>

namespace app {

/// register password: a new password for somebody who has forgotten his, drawn here and told once.
/// It opens nothing but its own change. UserUnknown, and what PostgresRegister::open answers.
[[nodiscard]] base::Result<QString> handOutPassword(const QString &connect, const QString &code,
                                                    const QString &userId);

} // namespace app
