#include "text/lot.h"

#include <QtTest>

using text::Numbering;
using text::registeredLot;

class TestLot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersGetTheWordsOfTheTown_data();
    void numbersGetTheWordsOfTheTown();
    void theTableNamesTheWayOfCounting();
};

// As addresses of the three kinds are written: 住居表示に関する法律 第2条 (番・号), 番地 elsewhere.
void TestLot::numbersGetTheWordsOfTheTown_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("lot");
    QTest::addColumn<QString>("lotNo");
    const auto row = [](const char *name, const char16_t *typed, const char16_t *block,
                        const char16_t *lot, const char16_t *lotNo) {
        QTest::newRow(name) << QString::fromUtf16(typed) << QString::fromUtf16(block)
                            << QString::fromUtf16(lot) << QString::fromUtf16(lotNo);
    };
    row("one", u"12", u"１２番", u"１２番地", u"１２番地");
    row("two", u"12-3", u"１２番３号", u"１２番地３", u"１２番地の３");
    row("wide", u"１２－３", u"１２番３号", u"１２番地３", u"１２番地の３");
    row("long mark", u"12ー3", u"１２番３号", u"１２番地３", u"１２番地の３");
    row("three", u"12-3-4", u"１２番３－４号", u"１２番地３－４", u"１２番地の３－４");
    row("words stay", u"12番地の3", u"１２番地の３", u"１２番地の３", u"１２番地の３");
    row("no number", u"官有無番地", u"官有無番地", u"官有無番地", u"官有無番地");
    row("too many", u"1-2-3-4", u"１－２－３－４", u"１－２－３－４", u"１－２－３－４");
    row("empty", u"", u"", u"", u"");
}

void TestLot::numbersGetTheWordsOfTheTown()
{
    QFETCH(QString, typed);
    QTEST(registeredLot(typed, Numbering::Block), "block");
    QTEST(registeredLot(typed, Numbering::Lot), "lot");
    QTEST(registeredLot(typed, Numbering::LotNo), "lotNo");
    // What is registered already stays what it is.
    QFETCH(QString, block);
    QCOMPARE(registeredLot(block, Numbering::Lot), block);
}

void TestLot::theTableNamesTheWayOfCounting()
{
    QCOMPARE(text::numberingNamed(u"block"), Numbering::Block);
    QCOMPARE(text::numberingNamed(u"lot"), Numbering::Lot);
    QCOMPARE(text::numberingNamed(u"lot-no"), Numbering::LotNo);
    QCOMPARE(text::numberingNamed(u"something"), Numbering::Lot);
}

QTEST_GUILESS_MAIN(TestLot)
#include "tst_lot.moc"
