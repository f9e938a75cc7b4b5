#include "app/sim/city.h"
#include "app/sim/run.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHashFunctions>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>

// madoguchi-sim --seeds A-B | --replay N [--steps] [--plant NAME]: stations and a register under
// faults. JSON lines; the exit code is 0 when every invariant held, 1 when one did not, 2 for
// arguments that are none.
namespace {

struct Arguments
{
    quint64 first = 0;
    quint64 last = 0;
    bool steps = false;
    sim::Plant plant = sim::Plant::None;
};

std::optional<Arguments> argumentsOf(const QStringList &words)
{
    static const QRegularExpression range(QStringLiteral("^([0-9]{1,9})-([0-9]{1,9})$"));
    Arguments arguments;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const QString value = words.value(i + 1);
        if (word == QLatin1String("--steps")) {
            arguments.steps = true;
            continue;
        }
        ++i;
        if (word == QLatin1String("--seeds")) {
            const auto match = range.match(value);
            arguments.first = match.captured(1).toULongLong();
            arguments.last = match.captured(2).toULongLong();
        } else if (word == QLatin1String("--replay")) {
            arguments.first = arguments.last = value.toULongLong();
        } else if (word == QLatin1String("--plant")) {
            const auto plant = sim::plantNamed(value);
            if (!plant)
                return std::nullopt;
            arguments.plant = *plant;
        } else {
            return std::nullopt;
        }
    }
    if (arguments.first == 0 || arguments.last < arguments.first)
        return std::nullopt;
    return arguments;
}

void print(const QJsonObject &line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    std::fflush(stdout);
}

/// In memory where the system has a place for it: the simulation ends programs, not the power.
QString templateOf(const QString &name)
{
    const QString memory = QStringLiteral("/dev/shm");
    const bool there = QFileInfo(memory).isWritable();
    return (there ? memory : QDir::tempPath()) + QLatin1Char('/') + name;
}

sim::SeedReport runSeed(quint64 seed, const Arguments &arguments, const QString &made)
{
    QTemporaryDir folder(templateOf(QStringLiteral("madoguchi-sim-XXXXXX")));
    sim::Run::Parts parts{
        .seed = seed, .plant = arguments.plant, .made = made, .folder = folder.path(), .tell = {}};
    if (arguments.steps) {
        parts.tell = [seed](int step, const QString &words) {
            print({{QStringLiteral("seed"), qint64(seed)},
                   {QStringLiteral("step"), step},
                   {QStringLiteral("what"), words}});
        };
    }
    return sim::Run(std::move(parts)).run();
}

int runAll(const Arguments &arguments)
{
    QElapsedTimer timer;
    timer.start();
    QTemporaryDir made(templateOf(QStringLiteral("madoguchi-sim-city-XXXXXX")));
    sim::City::make(made.path());
    sim::FaultCounts counts;
    qint64 seeds = 0;
    qint64 failed = 0;
    qint64 looks = 0;
    for (quint64 seed = arguments.first; seed <= arguments.last; ++seed) {
        const auto report = runSeed(seed, arguments, made.path());
        counts.add(report.counts);
        looks += report.looks;
        ++seeds;
        if (!report.failure)
            continue;
        ++failed;
        print({{QStringLiteral("seed"), qint64(seed)},
               {QStringLiteral("invariant"), report.failure->invariant},
               {QStringLiteral("words"), report.failure->words},
               {QStringLiteral("step"), report.step},
               {QStringLiteral("what"), report.stepWords}});
        // A planted bug is found once.
        if (arguments.plant != sim::Plant::None)
            break;
    }
    print({{QStringLiteral("seeds"), seeds},
           {QStringLiteral("failed"), failed},
           {QStringLiteral("injected"), counts.json()},
           {QStringLiteral("read while written"), looks},
           {QStringLiteral("ms"), timer.elapsed()}});
    return failed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    // The order of hashes must be the same in every run.
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(argc, argv);
    const auto arguments = argumentsOf(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr,
                     "madoguchi-sim --seeds A-B | --replay N [--steps] [--plant NAME]\n"
                     "plants: %s\n",
                     qPrintable(sim::plantNames().join(QLatin1Char(' '))));
        return 2;
    }
    return runAll(*arguments);
}
