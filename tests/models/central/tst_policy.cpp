#include "central/policy.h"

#include <QTest>

using central::Policy;

/// design.md 5: the defaults of the office, as its table says them.
class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedTableHoldsTheDefaults();
};

void TestPolicy::theShippedTableHoldsTheDefaults()
{
    const auto policy = central::policyOn(QDate(2026, 11, 21));
    QVERIFY(policy.has_value());
    const Policy expected{.failuresBeforeLock = 5,
                          .passwordDays = 90,
                          .passwordLength = 12,
                          .idleLockSeconds = 3 * 60,
                          .idleSignOutSeconds = 15 * 60,
                          .tokenPollMs = 1000,
                          .leaseHours = 24,
                          .restrictionAgeMinutes = 10,
                          .relockSeconds = 10 * 60,
                          .searchPauseMs = 250,
                          .rowLimit = 100,
                          .leastConditions = 2};
    QCOMPARE(*policy, expected);
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
