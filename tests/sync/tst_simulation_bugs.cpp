#include "sync/simrun.h"

using namespace Qt::Literals::StringLiterals;

// The simulation itself: it finds bugs that are planted before the register, and what it found it
// finds again.
class TestSimulationBugs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPlantedBugs_data();
    void findsPlantedBugs();
    void replaysExactly();
    void refusesOtherArguments_data();
    void refusesOtherArguments();

private:
    /// Without the time it took.
    [[nodiscard]] static QList<QJsonObject> timeless(const SimRun &run)
    {
        auto lines = run.lines;
        if (!lines.isEmpty())
            lines.last().remove(u"ms"_s);
        return lines;
    }
};

void TestSimulationBugs::findsPlantedBugs_data()
{
    QTest::addColumn<QString>("plant");
    for (const auto *plant : {"acknowledge-early", "feed-gap", "lock-ignored", "lineage-ignored",
                              "uuid-ignored", "half-page"})
        QTest::newRow(plant) << QString::fromLatin1(plant);
}

void TestSimulationBugs::findsPlantedBugs()
{
    QFETCH(QString, plant);
    const auto run = simulate({u"--seeds"_s, u"1-500"_s, u"--plant"_s, plant});
    QCOMPARE(run.exitCode, 1);
    const auto failure = run.failure();
    qInfo("%s: seed %d, step %d: %s", qPrintable(plant), failure.value(u"seed"_s).toInt(),
          failure.value(u"step"_s).toInt(), qPrintable(failure.value(u"invariant"_s).toString()));
    QVERIFY(failure.value(u"seed"_s).toInt() >= 1);
    QVERIFY(failure.value(u"seed"_s).toInt() <= 500);
    QVERIFY(!failure.value(u"words"_s).toString().isEmpty());
    // The seed alone says all that is needed to see it again.
    const auto again = simulate(
        {u"--replay"_s, QString::number(failure.value(u"seed"_s).toInt()), u"--plant"_s, plant});
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.failure(), failure);
}

void TestSimulationBugs::replaysExactly()
{
    for (const auto *seed : {"5", "77", "431"}) {
        const QStringList arguments{u"--replay"_s, QString::fromLatin1(seed), u"--steps"_s};
        const auto one = simulate(arguments);
        const auto other = simulate(arguments);
        QCOMPARE(one.exitCode, 0);
        QVERIFY(one.lines.size() > 60);
        QCOMPARE(timeless(one), timeless(other));
    }
}

void TestSimulationBugs::refusesOtherArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("none") << QStringList{};
    QTest::newRow("backward") << QStringList{u"--seeds"_s, u"9-3"_s};
    QTest::newRow("no seed") << QStringList{u"--replay"_s, u"x"_s};
    QTest::newRow("no such bug") << QStringList{u"--replay"_s, u"1"_s, u"--plant"_s, u"x"_s};
    QTest::newRow("more") << QStringList{u"--replay"_s, u"1"_s, u"--fast"_s};
}

void TestSimulationBugs::refusesOtherArguments()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(simulate(arguments).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestSimulationBugs)
#include "tst_simulation_bugs.moc"
