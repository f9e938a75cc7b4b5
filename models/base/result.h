#pragma once

#include "base/errorcode.h"

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace base {

/// Why something could not be done. `detail` is for the log, in English, and never holds personal
/// data.
struct Error
{
    ErrorCode code = ErrorCode::Unexpected;
    QString detail;
};

/// A value, or the reason why there is none. Dropping one is a compiler warning.
template <typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

template <typename T>
[[nodiscard]] tl::unexpected<Error> fail(const Result<T> &earlier)
{
    return tl::unexpected<Error>(earlier.error());
}

} // namespace base
