#pragma once

#include "desk/entryviews.h"

#include <QString>

class QWidget;

namespace entries {
class FieldComparison;
} // namespace entries

namespace resident {

/// The items of a person's record that differ between two states, side by side; 続柄 also where it
/// stays the same word, because it may be towards another head.
[[nodiscard]] entries::FieldComparison *changeView(const desk::PersonChange &change,
                                                   const QString &before, const QString &after,
                                                   QWidget *parent);

} // namespace resident
