#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>

// What travels from the register to a workstation: rows as bytes (bodies: residents/codec.h,
// tax/codec.h, pension/codec.h).
namespace central {

/// The tables of a replica. The values are stored and hashed; load order is the order here.
enum class Table {
    Person = 1,
    FormerSnapshot = 2,
    Household = 3,
    Restriction = 4,
    Assessment = 5, ///< 個人住民税賦課情報
    Ledger = 6,     ///< 収納・滞納情報
    Pension = 7,    ///< 国民年金資格情報
    Contact = 8,    ///< 連絡先: each version a row, never altered
    Note = 9,       ///< メモ: each version a row, never altered
    Entry = 10,     ///< 仮登録 and what became of it
};
constexpr std::array<Table, 10> allTables = {
    Table::Person, Table::FormerSnapshot, Table::Household, Table::Restriction, Table::Assessment,
    Table::Ledger, Table::Pension,        Table::Contact,   Table::Note,        Table::Entry};

/// The record scope a table belongs to, as Station::scopes has it: 住民, 税, 収納 or 年金.
[[nodiscard]] QString scopeOf(Table table);
/// What a station with these scopes is sent, in the order of allTables. Every station that may work
/// has 住民.
[[nodiscard]] QList<Table> tablesFor(const QStringList &scopes);

/// 宛名番号, 世帯番号 or number of the restriction, note or entry. `version`: of a contact and a
/// note their own, of a former snapshot its version, of an assessment tax::assessmentKey, of a
/// ledger row tax::ledgerKey (0 = the person's TaxpayerFile), else 0.
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
    QList<Table> tables; ///< those the station is sent; the others have count 0
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

/// One committed change, with the hash that runs over all changes to here. A change of a table that
/// the station is not sent has no row, only its digest: the running hash can be followed all the
/// same, and nobody learns whose row it was.
struct Change
{
    qint64 number = 0;
    Table table = Table::Person;
    Row row;
    QByteArray hash;
    QByteArray withheld = {}; ///< rowDigest of the row that is left out, else empty
};
struct FeedPage
{
    QList<Change> changes; ///< in commit order
    Position end;          ///< the register's position when the page was made
    QDateTime asOf;        ///< "you have everything up to `end`" when nothing more follows
    bool more = false;
    QList<Table> tables;   ///< those the station is sent now
    qint64 backedUpTo = 0; ///< the register's newest backup holds everything up to this number
    QDate paymentsUpTo; ///< 消込: payments booked up to this day are in; invalid without Ledger
};

/// SHA-256 over table, count and length-prefixed rows.
[[nodiscard]] QByteArray digestOf(Table table, const QList<Row> &rows);
/// SHA-256 over table and row.
[[nodiscard]] QByteArray rowDigest(Table table, const Row &row);
/// SHA-256 over the earlier hash and the change: its bytes for the resident tables (which every
/// station is sent), its rowDigest for the others.
[[nodiscard]] QByteArray nextHash(const QByteArray &earlier, Table table, const Row &row);
/// The same for a change whose row was withheld.
[[nodiscard]] QByteArray nextHash(const QByteArray &earlier, const QByteArray &withheld);
/// The hash at position 0 of a register.
[[nodiscard]] QByteArray firstHash(const QString &registerId);

} // namespace central
