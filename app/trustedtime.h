#pragma once

#include "base/clock.h"

#include <atomic>

namespace app {

/// The time of the register, as it goes on by the clock that runs since boot: nobody sets that one
/// (design.md 3). From any thread.
class TrustedTime final
{
public:
    explicit TrustedTime(const base::Clock &clock)
        : m_clock(clock)
        , m_atBootMs(clock.now().toMSecsSinceEpoch() - clock.sinceBootMs())
    {
    }
    /// What time it is now, ms UTC.
    void set(qint64 nowMs) { m_atBootMs = nowMs - m_clock.sinceBootMs(); }
    [[nodiscard]] qint64 nowMs() const { return m_atBootMs + m_clock.sinceBootMs(); }
    [[nodiscard]] QDate today() const
    {
        return base::dayInJapan(QDateTime::fromMSecsSinceEpoch(nowMs(), Qt::UTC));
    }

private:
    const base::Clock &m_clock;
    std::atomic<qint64> m_atBootMs;
};

} // namespace app
