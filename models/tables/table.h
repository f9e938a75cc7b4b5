#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace tables {

/// One line of a table: the texts by column name, and the days between which it holds.
struct Row
{
    QDate validFrom;                ///< invalid: since ever
    QDate validTo;                  ///< last day, included; invalid: until further notice
    QString source;                 ///< law, notice or ordinance the line rests on
    QHash<QString, QString> values; ///< own columns
    int line = 0;                   ///< line number in the file, from 1
    bool operator==(const Row &) const = default;

    [[nodiscard]] QString text(const QString &column) const { return values.value(column); }
    /// A whole number; 0 when the column holds none (the loader of a table checks before).
    [[nodiscard]] int number(const QString &column) const { return values.value(column).toInt(); }
    [[nodiscard]] QDate date(const QString &column) const;
    [[nodiscard]] bool holdsOn(QDate day) const;
};

/// Column name and text that a line must have.
using Key = QHash<QString, QString>;

/// An effective-dated table (design.md 5): CSV in UTF-8 (BOM and CRLF allowed), first line the
/// column names, with `valid_from`, `valid_to` and `source` among them. Values that change by law,
/// ordinance or year stand in tables and never in C++.
class Table final
{
public:
    /// The shipped version: resources/tables/NAME.csv.
    [[nodiscard]] static base::Result<Table> load(const QString &name);
    /// A version handed in by the register or a file. TableUnreadable names the line in its detail.
    [[nodiscard]] static base::Result<Table> parse(const QString &name, const QByteArray &bytes);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// First 16 hex digits of the SHA-256 of the bytes: the log says which version a decision used.
    [[nodiscard]] const QString &version() const { return m_version; }
    [[nodiscard]] const QStringList &columns() const { return m_columns; }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// The lines in force on a day, in file order.
    [[nodiscard]] QList<Row> rowsOn(QDate day) const;
    /// The one line in force that has all of `key`. TableYearMissing when there is none; when
    /// several hold, the one with the latest `valid_from`.
    [[nodiscard]] base::Result<Row> rowOn(QDate day, const Key &key) const;
    /// TableUnreadable when one of the columns is missing.
    [[nodiscard]] base::Result<> needs(const QStringList &columns) const;

private:
    QString m_name;
    QString m_version;
    QStringList m_columns;
    QList<Row> m_rows;
};

} // namespace tables
