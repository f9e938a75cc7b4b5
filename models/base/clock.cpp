#include "base/clock.h"

#include <QTimeZone>

#include <ctime>

namespace base {

QDate dayInJapan(const QDateTime &moment)
{
    constexpr int japanOffsetSeconds = 9 * 60 * 60;
    return moment.toOffsetFromUtc(japanOffsetSeconds).date();
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::sinceBootMs() const
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return qint64{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace base
