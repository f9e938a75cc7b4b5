#include "tables/table.h"

#include "tables/csv.h"

#include <QCryptographicHash>
#include <QFile>

namespace tables {

using base::ErrorCode;
using base::fail;

namespace {

const QString validFromColumn = QStringLiteral("valid_from");
const QString validToColumn = QStringLiteral("valid_to");
const QString sourceColumn = QStringLiteral("source");

base::Result<QDate> readDay(const QString &text, const QString &where)
{
    if (text.isEmpty())
        return QDate();
    const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!day.isValid())
        return fail(ErrorCode::TableUnreadable, where + QStringLiteral("date is not yyyy-MM-dd"));
    return day;
}

base::Result<Row> readRow(const QStringList &columns, const CsvLine &line, const QString &where)
{
    if (line.fields.size() != columns.size()) {
        return fail(ErrorCode::TableUnreadable,
                    where + QStringLiteral("%1 fields where %2 are needed")
                                .arg(line.fields.size())
                                .arg(columns.size()));
    }
    Row row;
    row.line = line.line;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QString &column = columns.at(i);
        const QString &text = line.fields.at(i);
        if (column == validFromColumn || column == validToColumn) {
            const auto day = readDay(text, where);
            if (!day)
                return fail(day);
            (column == validFromColumn ? row.validFrom : row.validTo) = *day;
        } else if (column == sourceColumn) {
            row.source = text;
        } else {
            row.values.insert(column, text);
        }
    }
    if (row.source.isEmpty())
        return fail(ErrorCode::TableUnreadable, where + QStringLiteral("no source"));
    if (row.validFrom.isValid() && row.validTo.isValid() && row.validTo < row.validFrom)
        return fail(ErrorCode::TableUnreadable, where + QStringLiteral("ends before it begins"));
    return row;
}

} // namespace

QDate Row::date(const QString &column) const
{
    return QDate::fromString(text(column), QStringLiteral("yyyy-MM-dd"));
}

bool Row::holdsOn(QDate day) const
{
    return day.isValid() && (!validFrom.isValid() || validFrom <= day) &&
           (!validTo.isValid() || day <= validTo);
}

base::Result<Table> Table::load(const QString &name)
{
    QFile file(QStringLiteral(":/tables/%1.csv").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::TableUnreadable, name + QStringLiteral(": not there"));
    return parse(name, file.readAll());
}

base::Result<Table> Table::parse(const QString &name, const QByteArray &bytes)
{
    const auto lines = readCsv(bytes);
    if (!lines)
        return fail(lines.error().code, name + QStringLiteral(" ") + lines.error().detail);
    if (lines->isEmpty())
        return fail(ErrorCode::TableUnreadable, name + QStringLiteral(": empty"));

    Table table;
    table.m_name = name;
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    table.m_version = QString::fromLatin1(hash.toHex().left(16));
    table.m_columns = lines->first().fields;
    QStringList distinct = table.m_columns;
    if (distinct.removeDuplicates() > 0 || distinct.contains(QString()))
        return fail(ErrorCode::TableUnreadable, name + QStringLiteral(" line 1: column names"));
    const auto complete = table.needs({validFromColumn, validToColumn, sourceColumn});
    if (!complete)
        return fail(complete);
    for (qsizetype i = 1; i < lines->size(); ++i) {
        const CsvLine &line = lines->at(i);
        const QString where = QStringLiteral("%1 line %2: ").arg(name).arg(line.line);
        auto row = readRow(table.m_columns, line, where);
        if (!row)
            return fail(row);
        table.m_rows.append(*row);
    }
    return table;
}

QList<Row> Table::rowsOn(QDate day) const
{
    QList<Row> found;
    for (const Row &row : m_rows) {
        if (row.holdsOn(day))
            found.append(row);
    }
    return found;
}

base::Result<Row> Table::rowOn(QDate day, const Key &key) const
{
    const Row *best = nullptr;
    for (const Row &row : m_rows) {
        if (!row.holdsOn(day))
            continue;
        bool fits = true;
        for (auto part = key.cbegin(); part != key.cend(); ++part)
            fits = fits && row.text(part.key()) == part.value();
        if (fits && (!best || !best->validFrom.isValid() || best->validFrom <= row.validFrom))
            best = &row;
    }
    if (!best) {
        return fail(ErrorCode::TableYearMissing,
                    QStringLiteral("%1 on %2").arg(m_name, day.toString(Qt::ISODate)));
    }
    return *best;
}

base::Result<> Table::needs(const QStringList &columns) const
{
    for (const QString &column : columns) {
        if (!m_columns.contains(column)) {
            return fail(ErrorCode::TableUnreadable,
                        QStringLiteral("%1 line 1: no column %2").arg(m_name, column));
        }
    }
    return {};
}

} // namespace tables
