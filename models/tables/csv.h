#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace tables {

/// One line of a CSV file; a quoted field may hold line ends, `line` is where it began.
struct CsvLine
{
    int line = 0;
    QStringList fields;
};

/// Strict CSV (RFC 4180, UTF-8): BOM and CRLF allowed, fields quoted where they hold commas, quotes
/// or line ends, "" for a quote. A quote inside a bare field, text after a closing quote, an open
/// quote at the end and bytes that are not UTF-8 are TableUnreadable with the line number. Empty
/// lines are skipped, and so are lines that begin with '#' outside quotes.
[[nodiscard]] base::Result<QList<CsvLine>> readCsv(const QByteArray &bytes);

} // namespace tables
