#include "base/ensure.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace base {

namespace {
std::atomic<LastWords> lastWords{nullptr};
}

void setLastWords(LastWords words)
{
    lastWords = words;
}

void ensure(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "madoguchi: impossible state: %s\n", what);
    if (const LastWords words = lastWords.exchange(nullptr))
        words();
    std::abort();
}

} // namespace base
