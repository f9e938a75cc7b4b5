#include "bench/figures.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace bench {
namespace {

QString machine()
{
    return QStringLiteral("%1 x %2, %3")
        .arg(QThread::idealThreadCount())
        .arg(QSysInfo::currentCpuArchitecture(), QSysInfo::prettyProductName());
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

void print(QJsonObject line)
{
    line.insert(QStringLiteral("machine"), machine());
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

double Figures::percentile(double share) const
{
    if (m_times.isEmpty())
        return 0;
    auto sorted = m_times;
    std::sort(sorted.begin(), sorted.end());
    const auto last = double(sorted.size() - 1);
    return sorted.at(qsizetype(std::lround(last * share)));
}

void tell(const QString &name, const Figures &figures, qint64 rows)
{
    print({{QStringLiteral("name"), name},
           {QStringLiteral("n"), figures.count()},
           {QStringLiteral("p50"), rounded(figures.percentile(0.5))},
           {QStringLiteral("p95"), rounded(figures.percentile(0.95))},
           {QStringLiteral("unit"), QStringLiteral("ms")},
           {QStringLiteral("rows"), rows}});
}

void tell(const QString &name, double value, const QString &unit, qint64 rows)
{
    print({{QStringLiteral("name"), name},
           {QStringLiteral("n"), 1},
           {QStringLiteral("p50"), rounded(value)},
           {QStringLiteral("p95"), rounded(value)},
           {QStringLiteral("unit"), unit},
           {QStringLiteral("rows"), rows}});
}

Memory memoryOf(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    Memory memory;
    if (!status.open(QIODevice::ReadOnly))
        return memory;
    const auto megabytes = [](const QByteArray &line) {
        return line.mid(line.indexOf(':') + 1).trimmed().split(' ').first().toDouble() / 1024;
    };
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            memory.most = megabytes(line);
        else if (line.startsWith("VmRSS:"))
            memory.now = megabytes(line);
    }
    return memory;
}

double peakMb()
{
    return memoryOf(QCoreApplication::applicationPid()).most;
}

void resetPeak()
{
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
}

double threadMs()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

double processMs()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

} // namespace bench
