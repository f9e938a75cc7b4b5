#pragma once

#include <QFuture>
#include <QMetaObject>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace base {

/// A thread that does one job after another, in order. The things it works on live and die in it.
class Worker final
{
public:
    explicit Worker(const QString &name)
    {
        m_thread.setObjectName(name);
        m_context = new QObject;
        m_context->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
        m_thread.start();
    }
    ~Worker()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Worker)

    /// Does `job` in the thread; the future brings what it returned.
    template <typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job>>
    {
        using Answer = std::invoke_result_t<Job>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(
            m_context,
            [promise, job = std::move(job)]() mutable {
                if constexpr (std::is_void_v<Answer>)
                    job();
                else
                    promise->addResult(job());
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    /// Does `job` in the thread and waits for it. Called from the thread itself it just does it.
    template <typename Job>
    auto runAndWait(Job job) -> std::invoke_result_t<Job>
    {
        if (QThread::currentThread() == &m_thread)
            return job();
        auto future = run(std::move(job));
        future.waitForFinished();
        if constexpr (!std::is_void_v<std::invoke_result_t<Job>>)
            return future.result();
    }

private:
    QThread m_thread;
    QObject *m_context = nullptr;
};

} // namespace base
