#pragma once

#include "desk/clerk.h"
#include "desk/visit.h"
#include "tables/table.h"

#include <QDate>
#include <QList>
#include <QString>

namespace desk {

/// Whether these rights reach the work of a scope of purposes.csv: "resident", "office", "tax",
/// "collection", "pension". Who assesses taxes sees no pension, and the reverse (地方税法 第22条).
[[nodiscard]] bool reaches(Rights rights, const QString &scope);
/// 処理事由 of a scope in force on a day, in the order of the table.
[[nodiscard]] QList<Purpose> purposesOf(const tables::Table &purposes, QDate day,
                                        const QString &scope);
/// Those of every scope that the rights reach.
[[nodiscard]] QList<Purpose> purposesFor(const tables::Table &purposes, QDate day, Rights rights);

} // namespace desk
