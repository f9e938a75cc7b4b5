#include "central/postgresregister.h"

namespace central {

base::Result<QList<CityDigest>> cityDigests(PgConnection &connection)
{
    const auto rows = connection.run(QStringLiteral("register/owner/digest"));
    if (!rows)
        return base::fail(rows);
    QList<CityDigest> found;
    for (int row = 0; row < rows->rows(); ++row)
        found.append({.code = rows->text(row, 0),
                      .registerId = rows->text(row, 1),
                      .position = {.number = rows->integer(row, 2), .hash = rows->bytes(row, 3)},
                      .rows = rows->integer(row, 4),
                      .sha256 = rows->bytes(row, 5)});
    return found;
}

base::Result<QMap<QString, qint64>> feedEnds(PgConnection &connection)
{
    const auto ends = connection.run(QStringLiteral("register/owner/feed_ends"));
    if (!ends)
        return base::fail(ends);
    QMap<QString, qint64> places;
    for (int row = 0; row < ends->rows(); ++row)
        places.insert(ends->text(row, 0), ends->integer(row, 1));
    return places;
}

} // namespace central
