#pragma once

#include "base/result.h"

#include <QDateTime>

namespace central {

class PgConnection;

/// The clock of a register on PostgreSQL stands at this moment until it is told another one: for a
/// server where nothing but training is held (StatementFailed for any other), over the connection
/// of its superuser. There is no way back to the real time: such a register is thrown away.
[[nodiscard]] base::Result<> standStill(PgConnection &connection, const QDateTime &moment);

} // namespace central
