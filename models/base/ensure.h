#pragma once

namespace base {

/// What to do before the program stops because it found itself impossible (keep the drafts).
using LastWords = void (*)();
void setLastWords(LastWords words);

/// States what must hold. Stays on in release: a false condition is written to standard error
/// and ends the program, because going on with a wrong record is worse than stopping.
void ensure(bool condition, const char *what);

} // namespace base
