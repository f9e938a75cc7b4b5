#include "journal/witness.h"

namespace journal {

using base::ErrorCode;

Result<> agreesWith(Journal &journal, const evidence::Head &witnessed)
{
    if (witnessed.count == 0)
        return {};
    if (witnessed.count > journal.head().count)
        return base::fail(ErrorCode::LogCut,
                          QStringLiteral("journal: ends at row %1, witnessed at %2")
                              .arg(journal.head().count)
                              .arg(witnessed.count));
    const auto rows = journal.rows(witnessed.count, 1);
    if (!rows)
        return base::fail(rows);
    if (rows->isEmpty() || rows->first().number != witnessed.count ||
        rows->first().hash != witnessed.hash)
        return base::fail(ErrorCode::LogBroken,
                          QStringLiteral("journal: row %1 is not the one that was witnessed")
                              .arg(witnessed.count));
    return {};
}

} // namespace journal
