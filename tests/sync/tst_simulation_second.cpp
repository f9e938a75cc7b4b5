#include "sync/simrun.h"

// Seeds 1001 to 2000 (README.md).
class TestSimulationSecond : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInvariantHolds() { checkSeeds(QStringLiteral("1001-2000"), 1000, 50); }
};

QTEST_GUILESS_MAIN(TestSimulationSecond)
#include "tst_simulation_second.moc"
