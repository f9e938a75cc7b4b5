#pragma once

#include "storage/statement.h"

namespace storage {

/// Runs the statement and calls `take(statement)` on each row.
template <typename Take>
[[nodiscard]] Result<> eachRow(Statement &statement, Take take)
{
    if (const auto done = statement.exec(); !done)
        return base::fail(done);
    while (true) {
        const auto row = statement.next();
        if (!row)
            return base::fail(row);
        if (!*row)
            break;
        take(std::as_const(statement));
    }
    statement.finish();
    return {};
}

} // namespace storage
