#pragma once

#include <QDate>
#include <QtGlobal>

namespace democity {

/// splitmix64 (Steele, Lea, Flood 2014). Our own, because the distributions of the standard library
/// differ between compilers and the same seed must give the same city everywhere.
class Random final
{
public:
    explicit constexpr Random(quint64 seed)
        : m_state(seed)
    {
    }

    constexpr quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        quint64 z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// 0 to count - 1.
    constexpr int below(int count)
    {
        return static_cast<int>(((next() >> 32U) * static_cast<quint64>(count)) >> 32U);
    }
    /// Both ends included.
    constexpr int between(int first, int last) { return first + below(last - first + 1); }
    constexpr bool chance(int perMille) { return below(1000) < perMille; }
    /// A day between two days, both included; `first` when they are the wrong way round.
    QDate day(QDate first, QDate last)
    {
        const auto days = static_cast<int>(first.daysTo(last));
        return days <= 0 ? first : first.addDays(below(days + 1));
    }

private:
    quint64 m_state;
};

} // namespace democity
