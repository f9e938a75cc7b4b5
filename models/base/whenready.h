#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace base {

/// Runs `next` with the answer in `context`'s thread, and never if `context` has gone by then
/// or the work was cancelled. (QFuture::then(context, ...) of Qt 6.4 asserts in that case.)
template <typename T, typename Next>
void whenReady(QObject *context, QFuture<T> future, Next next)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, next = std::move(next)] {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             next(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace base
