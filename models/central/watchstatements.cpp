#include "central/watchstatements.h"

#include "central/pgconnection.h"

namespace central {

using base::Result;
using namespace Qt::StringLiterals;

Result<QList<WatchedCity>> watchedCities(PgConnection &connection)
{
    const auto found = connection.run(u"register/watch/cities"_s);
    if (!found)
        return base::fail(found);
    QList<WatchedCity> all;
    for (int row = 0; row < found->rows(); ++row)
        all.append({.code = found->text(row, 0),
                    .registerId = found->text(row, 1),
                    .rows = found->integer(row, 2),
                    .head = found->bytes(row, 3),
                    .at = found->at(row, 4),
                    .day = found->date(row, 5)});
    return all;
}

Result<std::optional<QByteArray>> logHashAt(PgConnection &connection, const QString &code,
                                            qint64 row)
{
    const auto found = connection.run(u"register/watch/hash_at"_s, {code, row});
    if (!found)
        return base::fail(found);
    return found->isNull(0, 0) ? std::optional<QByteArray>() : found->bytes(0, 0);
}

Result<qint64> firstBrokenRow(PgConnection &connection, const LogRange &range)
{
    const auto found =
        connection.run(u"register/watch/chain"_s, {range.code, range.from, range.to, range.hash});
    if (!found)
        return base::fail(found);
    return found->integer(0, 0);
}

Result<> writeNote(PgConnection &connection, const LogNote &note)
{
    // A null text would be NULL on the server.
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    const auto done =
        connection.run(u"register/watch/note"_s, {note.code, text(note.user), text(note.station),
                                                  note.call, note.outcome, text(note.detail)});
    return done ? Result<>() : base::fail(done);
}

Result<qint64> knownSeals(PgConnection &connection)
{
    const auto found = connection.run(u"register/watch/seals_end"_s);
    if (!found)
        return base::fail(found);
    return found->integer(0, 0);
}

bool serverReads(PgConnection &connection, const QString &path)
{
    // Refused by the system where all is well.
    return connection.run(u"register/watch/key_readable"_s, {path}).has_value();
}

} // namespace central
