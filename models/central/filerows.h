#pragma once

#include "base/result.h"
#include "central/registerowner.h"
#include "central/replicarow.h"

namespace central {

/// Rows of one table, rowVersion 0, in the order they were given.
struct FileRows
{
    Table table = Table::Assessment;
    QList<Row> rows;
};

/// The tax, ledger and pension values of a part as rows, with its notes and contacts.
/// RegisterRefused for a value without a person or with a year, history or period that makes no
/// key.
[[nodiscard]] base::Result<QList<FileRows>> fileRowsOf(const CityPart &part);

[[nodiscard]] Row rowOf(const residents::Household &household);
[[nodiscard]] Row rowOf(const residents::Restriction &restriction);

} // namespace central
