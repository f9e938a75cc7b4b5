#pragma once

#include "base/errorcode.h"

#include <span>

namespace words {

/// One situation in three sentences (English source; context "errors").
struct ErrorEntry
{
    base::ErrorCode code;
    const char *name;
    const char *happened;
    const char *means;
    const char *todo;
};

[[nodiscard]] std::span<const ErrorEntry> systemErrors();
[[nodiscard]] std::span<const ErrorEntry> counterErrors();

} // namespace words
