#pragma once

#include "base/clock.h"

#include <QTimeZone>

namespace sim {

/// The register's time, which only passes when the simulation says so.
class TrueClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] qint64 sinceBootMs() const override { return m_sinceBootMs; }
    void pass(qint64 ms)
    {
        m_now = m_now.addMSecs(ms);
        m_sinceBootMs += ms;
    }

private:
    QDateTime m_now{QDate(2026, 11, 2), QTime(0, 0), Qt::UTC}; // nine o'clock in Japan
    qint64 m_sinceBootMs = 1'000'000;
};

/// The clock of a PC: may be set back, goes at the same speed.
class PcClock final : public base::Clock
{
public:
    explicit PcClock(const TrueClock &real)
        : m_real(real)
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_real.now().addMSecs(m_offsetMs); }
    [[nodiscard]] qint64 sinceBootMs() const override { return m_real.sinceBootMs(); }
    void setBack(qint64 ms) { m_offsetMs -= ms; }
    void setRight() { m_offsetMs = 0; }

private:
    const TrueClock &m_real;
    qint64 m_offsetMs = 0;
};

} // namespace sim
