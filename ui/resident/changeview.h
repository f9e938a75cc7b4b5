#pragma once

#include "desk/entryviews.h"

#include <QString>

class QWidget;

namespace entries {
class FieldComparison;
} // namespace entries

namespace resident {

/// Of a person's record.
enum class Items {
    /// Those that differ between two states; 続柄 also where it stays the same word, because it may
    /// be towards another head.
    Changed,
    All, ///< that hold something in one of them: a whole paper is laid beside it
};

/// Two states side by side.
[[nodiscard]] entries::FieldComparison *changeView(const desk::PersonChange &change,
                                                   const QString &before, const QString &after,
                                                   QWidget *parent, Items items = Items::Changed);

} // namespace resident
