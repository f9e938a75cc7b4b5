#pragma once

#include "base/clock.h"

#include <QTimeZone>

#include <atomic>

namespace casebook {

/// The day that a case says. It stands still until it is told another one.
class BookClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::UTC);
    }
    [[nodiscard]] qint64 sinceBootMs() const override { return m_sinceBootMs; }
    /// The clock since boot goes on whatever the day is.
    void goTo(const QDateTime &moment)
    {
        m_nowMs = moment.toMSecsSinceEpoch();
        m_sinceBootMs += stepMs;
    }

private:
    static constexpr qint64 stepMs = 1000;
    std::atomic<qint64> m_nowMs{0};
    std::atomic<qint64> m_sinceBootMs{1'000'000};
};

} // namespace casebook
