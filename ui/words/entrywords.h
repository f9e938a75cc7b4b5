#pragma once

#include "base/errorcode.h"
#include "desk/entryviews.h"
#include "residents/entry.h"

#include <QDateTime>
#include <QString>

#include <optional>

// Wording of what clerks enter at the register, and of what became of it.
namespace words {

[[nodiscard]] QString of(desk::ItemState state);
[[nodiscard]] QString of(residents::EntryKind kind);
/// What the state means, and what its author can do; `reason`: why it was refused or not sent yet,
/// `rule`: as desk::Filed.
struct StateWords
{
    QString means;
    QString todo; ///< empty: nothing
};
[[nodiscard]] StateWords stateWords(desk::ItemState state, std::optional<base::ErrorCode> reason,
                                    const QString &rule = {});
/// "令和8年11月21日 14:05", Japanese time.
[[nodiscard]] QString momentWords(const QDateTime &utc);
/// "5 min", "3 h", "2 days" between the two.
[[nodiscard]] QString ageWords(const QDateTime &utc, const QDateTime &now);

} // namespace words
