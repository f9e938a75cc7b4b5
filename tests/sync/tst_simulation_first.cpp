#include "sync/simrun.h"

// Seeds 1 to 1000 (README.md). The other half runs beside it.
class TestSimulationFirst : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInvariantHolds() { checkSeeds(QStringLiteral("1-1000"), 1000, 50); }
};

QTEST_GUILESS_MAIN(TestSimulationFirst)
#include "tst_simulation_first.moc"
