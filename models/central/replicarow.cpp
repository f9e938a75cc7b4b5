#include "central/replicarow.h"

#include "base/crypto.h"
#include "central/replicadigest.h"

#include <QtEndian>

namespace central {
namespace {

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    const Number ordered = qToBigEndian(number);
    bytes.append(QByteArray::fromRawData(reinterpret_cast<const char *>(&ordered), sizeof ordered));
}

// Fixed widths before the body and the body's length, so that no two rows have the same bytes.
void appendRow(QByteArray &bytes, Table table, const Row &row)
{
    append(bytes, quint8(table));
    append(bytes, row.key.id);
    append(bytes, qint32(row.key.version));
    append(bytes, row.rowVersion);
    append(bytes, quint32(row.body.size()));
    bytes.append(row.body);
}

bool isResident(Table table)
{
    return table <= Table::Restriction;
}

} // namespace

QString scopeOf(Table table)
{
    switch (table) {
    case Table::Person:
    case Table::FormerSnapshot:
    case Table::Household:
    case Table::Restriction:
    case Table::Contact:
    case Table::Note:
    case Table::Entry:
        return QStringLiteral("住民");
    case Table::Assessment:
        return QStringLiteral("税");
    case Table::Ledger:
        return QStringLiteral("収納");
    case Table::Pension:
        return QStringLiteral("年金");
    }
    return {};
}

QList<Table> tablesFor(const QStringList &scopes)
{
    QList<Table> tables;
    for (const auto table : allTables) {
        if (scopes.contains(scopeOf(table)))
            tables.append(table);
    }
    return tables;
}

QByteArray digestOf(Table table, const QList<Row> &rows)
{
    constexpr qsizetype rowBytes = 1024;
    QByteArray bytes;
    bytes.reserve(rows.size() * rowBytes);
    append(bytes, quint8(table));
    append(bytes, quint32(rows.size()));
    for (const auto &row : rows)
        appendRow(bytes, table, row);
    return base::crypto::sha256(bytes);
}

QByteArray rowDigest(Table table, const Row &row)
{
    QByteArray bytes;
    appendRow(bytes, table, row);
    return base::crypto::sha256(bytes);
}

QByteArray nextHash(const QByteArray &earlier, const QByteArray &withheld)
{
    // No table has number 0: these bytes are never those of a whole row.
    return base::crypto::sha256(earlier + '\0' + withheld);
}

QByteArray nextHash(const QByteArray &earlier, Table table, const Row &row)
{
    if (!isResident(table))
        return nextHash(earlier, rowDigest(table, row));
    QByteArray bytes = earlier;
    appendRow(bytes, table, row);
    return base::crypto::sha256(bytes);
}

QByteArray firstHash(const QString &registerId)
{
    return base::crypto::sha256("madoguchi feed " + registerId.toUtf8());
}

void ReplicaDigest::add(Table table, const Row &row)
{
    m_hash.addData(rowDigest(table, row));
}

QByteArray ReplicaDigest::finish() const
{
    return m_hash.result();
}

} // namespace central
