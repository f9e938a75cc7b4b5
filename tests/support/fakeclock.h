#pragma once

#include "base/clock.h"

#include <QTimeZone>

namespace support {

/// The time a test says.
class FakeClock final : public base::Clock
{
public:
    explicit FakeClock(QDate day = QDate(2026, 11, 2))
        : m_now(day, QTime(1, 0), Qt::UTC) // ten o'clock in Japan
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] qint64 sinceBootMs() const override { return m_sinceBootMs; }
    void pass(qint64 ms)
    {
        m_now = m_now.addMSecs(ms);
        m_sinceBootMs += ms;
    }
    void goTo(QDate day) { m_now = QDateTime(day, QTime(1, 0), Qt::UTC); }
    void goTo(const QDateTime &moment) { m_now = moment.toUTC(); }

private:
    QDateTime m_now;
    qint64 m_sinceBootMs = 1'000'000;
};

} // namespace support
