#include "central/numberblocks.h"
#include "entrywork.h"

#include <QSet>

#include <future>

using namespace entrywork;
using central::NumberSeries;

// New 宛名番号 and 世帯番号: from the register alone, each once.
class TestNumberBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyGoOnBehindTheCity_data() { support::everyRegister(); }
    void theyGoOnBehindTheCity();
    void eachIsGivenOutOnce_data() { support::everyRegister(); }
    void eachIsGivenOutOnce();
    void theyPassOverWhatCameInAnotherWay_data() { support::everyRegister(); }
    void theyPassOverWhatCameInAnotherWay();
    void whoMayNotIsRefused_data() { support::everyRegister(); }
    void whoMayNotIsRefused();
};

namespace {

central::NumberBlocks &blocksOf(central::CentralLink &link)
{
    return link;
}

} // namespace

void TestNumberBlocks::theyGoOnBehindTheCity()
{
    QFETCH(QString, backend);
    Work work(backend);
    // Persons and households are 1 to 9: the first body is 1. By hand, weights 2 to 7 from the
    // right (municipal-facts.md 1.5): 1 -> 2, 11-2 = 9; 2 -> 4, 7; 3 -> 6, 5; 10 -> 0*2+1*3, 8;
    // 6 -> 12 mod 11 = 1, 0.
    const auto persons = blocksOf(work.chiefs()).takeNumbers(NumberSeries::Person, 10);
    QVERIFY2(persons, qPrintable(detailOf(persons)));
    QCOMPARE(persons->mid(0, 3), QList<qint64>({19, 27, 35}));
    QCOMPARE(persons->at(5), 60);
    QCOMPARE(persons->at(9), 108);
    const auto households = blocksOf(work.chiefs()).takeNumbers(NumberSeries::Household, 1);
    QVERIFY(households);
    QCOMPARE(*households, QList<qint64>{19});
    // And go on behind those that were taken, used or not.
    const auto more = blocksOf(work.chiefs()).takeNumbers(NumberSeries::Person, 1);
    QVERIFY(more);
    QCOMPARE(*more, QList<qint64>{116}); // 11: 2 + 3 = 5, 6
}

void TestNumberBlocks::eachIsGivenOutOnce()
{
    QFETCH(QString, backend);
    Work work(backend);
    std::vector<std::future<QList<qint64>>> askers;
    for (int i = 0; i < 4; ++i) {
        askers.push_back(std::async(std::launch::async, [&work] {
            QList<qint64> mine;
            for (int round = 0; round < 10; ++round) {
                const auto some = blocksOf(work.chiefs()).takeNumbers(NumberSeries::Person, 7);
                if (some)
                    mine += *some;
            }
            return mine;
        }));
    }
    QSet<qint64> all;
    for (auto &asker : askers) {
        for (const qint64 number : asker.get())
            all.insert(number);
    }
    QCOMPARE(all.size(), 4 * 10 * 7);
}

void TestNumberBlocks::theyPassOverWhatCameInAnotherWay()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto taken = [&work](NumberSeries series) {
        return blocksOf(work.chiefs()).takeNumbers(series, 1).value_or(QList<qint64>{});
    };
    QCOMPARE(taken(NumberSeries::Person), QList<qint64>{19});
    QCOMPARE(taken(NumberSeries::Household), QList<qint64>{19});
    central::CityPart part;
    part.households.append(support::aHousehold(27, 27)); // body 2, which was not handed out
    part.people.append({support::aPerson(27)});
    QVERIFY(work.world().owner().applyChanges(part).has_value());
    QCOMPARE(taken(NumberSeries::Person), QList<qint64>{35});
    QCOMPARE(taken(NumberSeries::Household), QList<qint64>{35});
    QCOMPARE(taken(NumberSeries::Person), QList<qint64>{43}); // 4: 8, 3
}

void TestNumberBlocks::whoMayNotIsRefused()
{
    QFETCH(QString, backend);
    Work work(backend);
    QCOMPARE(codeOf(blocksOf(work.admins()).takeNumbers(NumberSeries::Person, 1)),
             ErrorCode::RightMissing);
    for (const int count : {0, -1, central::mostNumbersAtOnce + 1})
        QCOMPARE(codeOf(blocksOf(work.chiefs()).takeNumbers(NumberSeries::Person, count)),
                 ErrorCode::RegisterRefused);
    work.chiefs().closeSession();
    QCOMPARE(codeOf(blocksOf(work.chiefs()).takeNumbers(NumberSeries::Person, 1)),
             ErrorCode::NotSignedIn);
}

QTEST_GUILESS_MAIN(TestNumberBlocks)
#include "tst_numberblocks.moc"
