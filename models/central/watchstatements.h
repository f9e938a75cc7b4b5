#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

// What several parts of the watch ask the register.
namespace central {

class PgConnection;

/// Where the log of a city stands.
struct WatchedCity
{
    QString code;
    QString registerId;
    qint64 rows = 0;
    QByteArray head; ///< hash of the last row
    QDateTime at;    ///< by the register's clock
    QDate day;       ///< by the register's day
};
[[nodiscard]] base::Result<QList<WatchedCity>> watchedCities(PgConnection &connection);

/// Nothing when the log of the city has no such row. Row 0 is before the first.
[[nodiscard]] base::Result<std::optional<QByteArray>> logHashAt(PgConnection &connection,
                                                                const QString &code, qint64 row);

/// Rows of a city's log behind `from`, whose hash is `hash`, up to `to`.
struct LogRange
{
    QString code;
    qint64 from = 0;
    QByteArray hash;
    qint64 to = 0;
};
/// The first row that does not follow from the one before; 0 = all do.
[[nodiscard]] base::Result<qint64> firstBrokenRow(PgConnection &connection, const LogRange &range);

struct LogNote
{
    QString code;
    QString user{};    ///< empty: nobody
    QString station{}; ///< empty: none
    QString call;
    QString outcome; ///< "ok" or the name of an ErrorCode
    QString detail;
};
/// A row of a register's log.
[[nodiscard]] base::Result<> writeNote(PgConnection &connection, const LogNote &note);

/// How many seals the register knows.
[[nodiscard]] base::Result<qint64> knownSeals(PgConnection &connection);

/// Whether the server itself can read this file.
[[nodiscard]] bool serverReads(PgConnection &connection, const QString &path);

} // namespace central
