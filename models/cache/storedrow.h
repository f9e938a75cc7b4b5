#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace cache {

/// The tables of the replica (the values are those of the register's rows).
enum class Table {
    Person = 1,
    FormerSnapshot = 2,
    Household = 3,
    Restriction = 4,
    Assessment = 5,
    Ledger = 6,
    Pension = 7,
    Contact = 8,
    Note = 9,
    Entry = 10,
};

/// A row as the register sent it. `version` as central::RowKey.
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
    QDate paymentsUpTo;    ///< 消込: payments booked up to this day are in, as the register said
    QString foldVersion;   ///< of the search index; empty = no index yet
    bool complete = false; ///< a first load has ended
    /// The tables the register sent to this station, in rising order: those that are whole here.
    QList<Table> tables = residentTables();

    /// What a cache holds that was made before it noted its tables.
    [[nodiscard]] static QList<Table> residentTables()
    {
        return {Table::Person, Table::FormerSnapshot, Table::Household, Table::Restriction};
    }
};

} // namespace cache
