#pragma once

#include "central/pgconnection.h"

struct pg_conn;

namespace central {

/// Connects to the first server of the target that takes us: each host within its part of the
/// target's limit, without a wait that has no end. The caller owns what is stored in `connection`.
[[nodiscard]] base::Result<> connectTo(const PgTarget &target, pg_conn **connection);

} // namespace central
