#pragma once

#include <QDate>
#include <QDateTime>

namespace base {

/// The calendar day in Japan (UTC+9, no summer time).
[[nodiscard]] QDate dayInJapan(const QDateTime &moment);

/// The time the program goes by. Tests own it; the program uses SystemClock.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds, UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Milliseconds since boot, running on in sleep (CLOCK_BOOTTIME); for waits and idle time.
    [[nodiscard]] virtual qint64 sinceBootMs() const = 0;
    [[nodiscard]] QDate today() const { return dayInJapan(now()); }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 sinceBootMs() const override;
};

} // namespace base
