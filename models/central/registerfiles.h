#pragma once

#include "base/crypto.h"
#include "base/result.h"
#include "central/embeddedregister.h"
#include "storage/database.h"

#include <memory>

namespace central {

/// register.db of a folder. The link never opens numbers.db except to hand out a number.
[[nodiscard]] base::Result<std::unique_ptr<storage::Database>>
openRegister(const QString &folder, const base::Secret &key, storage::Opening::Mode mode);
[[nodiscard]] base::Result<std::unique_ptr<storage::Database>>
openNumbers(const QString &folder, const base::Secret &key, storage::Opening::Mode mode);

struct Identity
{
    RegisterIdentity identity;
    QByteArray logKey; ///< open part
};
[[nodiscard]] base::Result<Identity> readIdentity(storage::Database &database);

} // namespace central
