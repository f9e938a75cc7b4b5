#pragma once

#include "base/result.h"

#include <QFuture>

namespace desk {

/// What a procedure gives back: later, and perhaps a reason why not.
template <typename T = void>
using Answer = QFuture<base::Result<T>>;

} // namespace desk
