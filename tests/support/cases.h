#pragma once

#include "tables/csv.h"

#include <QFile>
#include <QHash>
#include <QList>
#include <QString>

namespace support {

/// One row of tests/data/NAME.csv by column name; `line` for the row's name.
struct Case
{
    int line = 0;
    QHash<QString, QString> fields;
    [[nodiscard]] QString text(const char *column) const
    {
        return fields.value(QString::fromLatin1(column));
    }
    [[nodiscard]] QByteArray name() const
    {
        return QByteArrayLiteral("line ") + QByteArray::number(line) + ": " +
               fields.value(QStringLiteral("case")).toUtf8();
    }
};

/// Empty when the file cannot be read or a row has not as many fields as the header: a test must
/// check.
inline QList<Case> cases(const char *file)
{
    QFile source(
        QStringLiteral(MADOGUCHI_SOURCE_DIR "/tests/data/%1.csv").arg(QString::fromLatin1(file)));
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const auto lines = tables::readCsv(source.readAll());
    if (!lines || lines->isEmpty())
        return {};
    const QStringList columns = lines->first().fields;
    QList<Case> all;
    for (qsizetype i = 1; i < lines->size(); ++i) {
        const tables::CsvLine &line = lines->at(i);
        if (line.fields.size() != columns.size())
            return {};
        Case one;
        one.line = line.line;
        for (qsizetype c = 0; c < columns.size(); ++c)
            one.fields.insert(columns.at(c), line.fields.at(c));
        all.append(one);
    }
    return all;
}

} // namespace support
