#include "central/trainingclock.h"

#include "central/pgconnection.h"

namespace central {

base::Result<> standStill(PgConnection &connection, const QDateTime &moment)
{
    const auto told = connection.run(QStringLiteral("register/owner/training_moment"),
                                     {moment.toUTC().toString(Qt::ISODateWithMs)});
    if (!told)
        return base::fail(told);
    const auto set = connection.run(QStringLiteral("register/owner/training_clock"));
    return set ? base::Result<>() : base::fail(set);
}

} // namespace central
