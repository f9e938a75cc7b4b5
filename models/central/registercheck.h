#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace central {

class PgConnection;

/// What is not as it should be, in words for whoever runs the server.
struct Weakness
{
    QString kind;  ///< "public_grants": the name of the check
    QString where; ///< "schema api: USAGE"
};

/// All weaknesses of the server and the register on it (resources/sql/register/check), over the
/// connection of a superuser: settings, pg_hba.conf, grants, roles, functions and triggers that
/// were changed, chains that do not hold, no standby, no watch, a list of revoked certificates that
/// ends within a week. Fails where a check cannot be made.
[[nodiscard]] base::Result<QList<Weakness>> findWeaknesses(PgConnection &connection);

} // namespace central
