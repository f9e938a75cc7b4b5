#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace cache {

/// The tables of the replica (the values are those of the register's rows).
enum class Table { Person = 1, FormerSnapshot = 2, Household = 3, Restriction = 4 };

/// A row as the register sent it. `version` only for former snapshots, else 0.
struct StoredRow
{
    Table table = Table::Person;
    qint64 id = 0;
    int version = 0;
    qint64 rowVersion = 0;
    QByteArray body = {};
};

/// What the cache knows of itself.
struct CacheState
{
    QString registerId;
    qint64 feedNumber = 0;
    QByteArray feedHash;
    QDateTime dataAsOf;    ///< the register's last "you have everything up to feedNumber", UTC
    QString foldVersion;   ///< of the search index; empty = no index yet
    bool complete = false; ///< a first load has ended
};

} // namespace cache
