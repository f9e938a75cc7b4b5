#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <array>

// What travels from the register to a workstation: rows as bytes (bodies: residents/codec.h).
namespace central {

/// The tables of a replica. The values are stored and hashed; load order is the order here.
enum class Table { Person = 1, FormerSnapshot = 2, Household = 3, Restriction = 4 };
constexpr std::array<Table, 4> allTables = {Table::Person, Table::FormerSnapshot, Table::Household,
                                            Table::Restriction};

/// 宛名番号, 世帯番号 or number of the restriction; `version` only for former snapshots, else 0.
struct RowKey
{
    qint64 id = 0;
    int version = 0;
    auto operator<=>(const RowKey &) const = default;
};

/// One row. `rowVersion` is the feed number that made it (0 = from the beginning): of two states of
/// a row the one with the greater number is the newer.
struct Row
{
    RowKey key;
    qint64 rowVersion = 0;
    QByteArray body;
    bool operator==(const Row &) const = default;
};

/// A place in the feed, known by what came before it.
struct Position
{
    qint64 number = 0;
    QByteArray hash; ///< running hash at `number`, 32 bytes
    bool operator==(const Position &) const = default;
};

struct LoadStart
{
    QString registerId;
    Position position;                             ///< taken before any row is read
    QDateTime asOf;                                ///< UTC
    std::array<qint64, allTables.size()> counts{}; ///< rows a table, in the order of allTables
};

struct ChunkRequest
{
    Table table = Table::Person;
    RowKey after; ///< {0, 0} = from the first
    int limit = 2000;
};
struct Chunk
{
    QList<Row> rows;   ///< in key order
    QByteArray digest; ///< digestOf(table, rows)
    bool last = false; ///< nothing follows
};

/// One committed change, with the hash that runs over all changes to here.
struct Change
{
    qint64 number = 0;
    Table table = Table::Person;
    Row row;
    QByteArray hash;
};
struct FeedPage
{
    QList<Change> changes; ///< in commit order
    Position end;          ///< the register's position when the page was made
    QDateTime asOf;        ///< "you have everything up to `end`" when nothing more follows
    bool more = false;
};

/// SHA-256 over table, count and length-prefixed rows.
[[nodiscard]] QByteArray digestOf(Table table, const QList<Row> &rows);
/// SHA-256 over the earlier hash and the change.
[[nodiscard]] QByteArray nextHash(const QByteArray &earlier, Table table, const Row &row);
/// The hash at position 0 of a register.
[[nodiscard]] QByteArray firstHash(const QString &registerId);

} // namespace central
