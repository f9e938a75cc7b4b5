#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

/// What one run of madoguchi-sim said.
struct SimRun
{
    int exitCode = -1;
    QList<QJsonObject> lines; ///< each line it wrote
    QByteArray output;
    [[nodiscard]] QJsonObject summary() const
    {
        return lines.isEmpty() ? QJsonObject() : lines.last();
    }
    /// The first line that names an invariant.
    [[nodiscard]] QJsonObject failure() const
    {
        for (const auto &line : lines) {
            if (line.contains(QStringLiteral("invariant")))
                return line;
        }
        return {};
    }
};

inline SimRun simulate(const QStringList &arguments)
{
    SimRun run;
    QProcess process;
    process.start(QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi-sim"), arguments);
    // As long as the test may take: with the sanitizers it is minutes.
    constexpr int limitMs = 3'500'000;
    if (!process.waitForFinished(limitMs) || process.exitStatus() != QProcess::NormalExit) {
        qWarning("%s", process.readAllStandardError().constData());
        return run;
    }
    run.exitCode = process.exitCode();
    run.output = process.readAllStandardOutput();
    for (const auto &line : run.output.split('\n')) {
        if (!line.isEmpty())
            run.lines.append(QJsonDocument::fromJson(line).object());
    }
    return run;
}

/// Every invariant held in these seeds, and each kind of fault was injected at least so often.
inline void checkSeeds(const QString &seeds, int count, int leastEach)
{
    const auto run = simulate({QStringLiteral("--seeds"), seeds});
    qInfo("%s", run.output.constData());
    QVERIFY2(run.exitCode == 0, "replay a seed that failed: madoguchi-sim --replay N --steps");
    QCOMPARE(run.summary().value(QStringLiteral("seeds")).toInt(), count);
    const auto injected = run.summary().value(QStringLiteral("injected")).toObject();
    QCOMPARE(injected.size(), 10);
    for (auto at = injected.begin(); at != injected.end(); ++at)
        QVERIFY2(at->toInt() >= leastEach, qPrintable(at.key()));
}
