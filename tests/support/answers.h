#pragma once

#include <QFuture>
#include <QPromise>

#include <utility>

namespace support {

/// An answer that is there already.
template <typename T>
[[nodiscard]] QFuture<T> now(T answer)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

} // namespace support
