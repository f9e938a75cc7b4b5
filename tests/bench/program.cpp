#include "bench/program.h"

#include "bench/figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <ctime>

namespace bench {

using base::ErrorCode;
using base::Result;

namespace {

struct Seen
{
    QString name;
    qint64 at = 0; ///< CLOCK_MONOTONIC, ns
};
struct Run
{
    qint64 startedAt = 0;
    QList<Seen> seen;
    Memory memory;
};

qint64 monotonic()
{
    constexpr qint64 second = 1'000'000'000;
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * second + now.tv_nsec;
}

/// The keys of tour/main.tour up to the search page.
QString toSearchPage()
{
    return QStringLiteral("views 1366x768@100\n"
                          "await signinpage\n"
                          "secret madoguchi1.password\nkey Return\n"
                          "secret madoguchi1.pin\nkey Return\nkey Return\n"
                          "await visitpage 900000\n"
                          "key Return\nkey 1\nkey 1\nkey Return\n"
                          "await searchpage\n");
}

QString manySearches()
{
    const QStringList names{QStringLiteral("ﾜﾀﾅﾍﾞ"), QStringLiteral("ｻﾄｳ"),  QStringLiteral("渡辺"),
                            QStringLiteral("ﾀｶﾊｼ"),  QStringLiteral("山田"), QStringLiteral("ｻｲﾄｳ"),
                            QStringLiteral("伊藤"),  QStringLiteral("ﾅｶﾑﾗ"), QStringLiteral("林"),
                            QStringLiteral("ﾓﾘ")};
    const QStringList addresses{QStringLiteral("緑ケ丘"), QStringLiteral("1丁目"),
                                QStringLiteral("町")};
    QString script;
    for (const auto &name : names) {
        for (const auto &address : addresses)
            script += QStringLiteral("focus name\nkey Ctrl+A\ntype %1\n"
                                     "focus address\nkey Ctrl+A\ntype %2\nkey F2\nawait count\n")
                          .arg(name, address);
    }
    return script;
}

Result<Run> runProgram(const support::TrainingPlace &place, const QString &script)
{
    const QDir programs(QCoreApplication::applicationDirPath());
    const QString watched = place.at(QStringLiteral("watched"));
    QFile::remove(watched);
    QFile scriptFile(place.at(QStringLiteral("bench.tour")));
    if (!scriptFile.open(QIODevice::WriteOnly) || scriptFile.write(script.toUtf8()) < 0)
        return base::fail(ErrorCode::FileUnreadable);
    scriptFile.close();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LD_PRELOAD"),
                       programs.filePath(QStringLiteral("madoguchi-bench-watch.so")));
    environment.insert(QStringLiteral("MADOGUCHI_BENCH_WATCH"), watched);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    Run run;
    run.startedAt = monotonic();
    process.start(programs.filePath(QStringLiteral("madoguchi")),
                  {QStringLiteral("--settings"), place.at(QStringLiteral("city/madoguchi.conf")),
                   QStringLiteral("--credentials"),
                   place.at(QStringLiteral("city/credentials.json")), QStringLiteral("--tour"),
                   place.at(QStringLiteral("tour")), QStringLiteral("--script"),
                   scriptFile.fileName()});
    constexpr int pollMs = 50;
    QList<Memory> polled;
    while (!process.waitForFinished(pollMs)) {
        if (process.state() == QProcess::NotRunning)
            break;
        if (const Memory memory = memoryOf(process.processId()); memory.now > 0)
            polled.append(memory);
    }
    // The last second, without what it had let go of when it was asked last.
    constexpr qsizetype lately = 1000 / pollMs;
    for (const auto &memory : polled.last(qMin(lately, polled.size())))
        run.memory = {qMax(run.memory.now, memory.now), qMax(run.memory.most, memory.most)};
    if (process.error() == QProcess::FailedToStart ||
        process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("madoguchi did not end well"));
    QFile seen(watched);
    if (!seen.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("nothing was watched"));
    for (const auto &line : seen.readAll().split('\n')) {
        const auto words = line.split(' ');
        if (words.size() == 2)
            run.seen.append({QString::fromUtf8(words.at(0)), words.at(1).toLongLong()});
    }
    return run;
}

/// From the last Return before a page was painted first to that painting, in ms; -1 = never.
double sinceReturn(const Run &run, const QString &page)
{
    qint64 pressed = run.startedAt;
    for (const auto &seen : run.seen) {
        if (seen.name == QLatin1String("Return"))
            pressed = seen.at;
        else if (seen.name == page)
            return double(seen.at - pressed) / 1e6;
    }
    return -1;
}

} // namespace

Result<> program(const support::TrainingPlace &place, int residents)
{
    const auto first = runProgram(place, toSearchPage() + manySearches());
    if (!first)
        return base::fail(first);
    tell(QStringLiteral("program.first-load-to-start-page"),
         sinceReturn(*first, QStringLiteral("visitpage")), QStringLiteral("ms"), residents);
    tell(QStringLiteral("program.memory"), first->memory.now, QStringLiteral("MB"), residents);
    tell(QStringLiteral("program.memory.most"), first->memory.most, QStringLiteral("MB"),
         residents);
    constexpr int starts = 7;
    Figures door;
    Figures start;
    Figures visit;
    Figures both;
    for (int i = 0; i < starts; ++i) {
        const auto run = runProgram(place, toSearchPage());
        if (!run)
            return base::fail(run);
        const double toVisit = sinceReturn(*run, QStringLiteral("visitpage"));
        const double toSearch = sinceReturn(*run, QStringLiteral("searchpage"));
        door.add(sinceReturn(*run, QStringLiteral("signinpage")));
        start.add(toVisit);
        visit.add(toSearch);
        both.add(toVisit + toSearch);
    }
    tell(QStringLiteral("program.start-to-sign-in-page"), door, residents);
    tell(QStringLiteral("program.sign-in-to-start-page"), start, residents);
    tell(QStringLiteral("program.visit-to-search-page"), visit, residents);
    tell(QStringLiteral("program.sign-in-to-search-page"), both, residents);
    return {};
}

} // namespace bench
