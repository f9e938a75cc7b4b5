#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

namespace bench {

/// Times of one kind, in milliseconds.
class Figures final
{
public:
    void add(double ms) { m_times.append(ms); }
    void add(const Figures &others) { m_times.append(others.m_times); }
    template <typename Job>
    auto time(Job job)
    {
        QElapsedTimer timer;
        timer.start();
        auto answer = job();
        add(double(timer.nsecsElapsed()) / 1e6);
        return answer;
    }
    [[nodiscard]] double percentile(double share) const;
    [[nodiscard]] qsizetype count() const { return m_times.size(); }

private:
    QList<double> m_times;
};

/// One JSON line on standard output.
void tell(const QString &name, const Figures &figures, qint64 rows);
void tell(const QString &name, double value, const QString &unit, qint64 rows);

/// Resident memory of a process now and at most, in MB; 0 when it is gone.
struct Memory
{
    double now = 0;
    double most = 0;
};
[[nodiscard]] Memory memoryOf(qint64 pid);
/// Highest resident memory of this process since resetPeak(), in MB.
[[nodiscard]] double peakMb();
void resetPeak();
/// Processor time of this thread, in ms: tells more than the clock on a machine others use too.
[[nodiscard]] double threadMs();
/// The same of all threads of this process.
[[nodiscard]] double processMs();

} // namespace bench
