#pragma once

#include <QJsonObject>
#include <QString>

#include <array>

namespace sim {

/// What goes wrong. Counted when it takes effect, not when it was planned.
enum class Fault {
    LostRequest,     ///< the register never hears of it
    LostAnswer,      ///< done at the register, nothing comes back
    Duplicate,       ///< reaches the register twice
    Delay,           ///< given up by the station, done at the register later
    Crash,           ///< a station's program ends at any write or call; its files stay
    RegisterRestart, ///< the register's program ends at any write, or is started anew
    Restore,         ///< the register's files are those of a backup
    Failover,        ///< the last commits of the register are gone
    ClockBack,       ///< the clock of a PC is set back
    DiskFull,        ///< a write fails for want of space
};
constexpr int faultCount = int(Fault::DiskFull) + 1;

[[nodiscard]] inline QString nameOf(Fault fault)
{
    static const std::array<QString, faultCount> names = {
        QStringLiteral("lost request"),   QStringLiteral("lost answer"),
        QStringLiteral("duplicate"),      QStringLiteral("delay"),
        QStringLiteral("crash"),          QStringLiteral("register restart"),
        QStringLiteral("restore"),        QStringLiteral("failover"),
        QStringLiteral("clock set back"), QStringLiteral("disk full")};
    return names.at(std::size_t(fault));
}

class FaultCounts final
{
public:
    void add(Fault fault) { ++m_counts.at(std::size_t(fault)); }
    void add(const FaultCounts &other)
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            m_counts.at(i) += other.m_counts.at(i);
    }
    [[nodiscard]] QJsonObject json() const
    {
        QJsonObject object;
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            object.insert(nameOf(Fault(i)), m_counts.at(i));
        return object;
    }

private:
    std::array<qint64, faultCount> m_counts{};
};

} // namespace sim
