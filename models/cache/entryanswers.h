#pragma once

#include "residents/entry.h"

#include <QList>

namespace cache {

/// One メモ with all that it ever said. Words that name where somebody hides (another person than
/// the note's) are residents::withheldWords() instead (municipal-facts.md 4.12).
struct NoteAnswer
{
    QList<residents::Note> versions; ///< newest first; never empty
    QList<int> withheld;             ///< versions whose words were left out
};

/// 連絡先 with all its versions. A 送付先 or 宛名 that names where somebody hides is left out.
struct ContactAnswer
{
    QList<residents::Contact> versions; ///< newest first; empty when none was ever entered
    QList<int> withheld;                ///< versions of which something was left out
};

} // namespace cache
