// links: madoguchi_app
#include "app/touring.h"

#include <QtTest>

/// The chapters of the tour for other desks than the residents' counter: each sees what its rights
/// allow and nothing else.
class TestTourChapters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_place = std::make_unique<TouringPlace>(); }
    void theSupervisor();
    void theFiles_data();
    void theFiles();

private:
    std::unique_ptr<TouringPlace> m_place;
};

void TestTourChapters::theSupervisor()
{
    const auto ended = m_place->run(QStringLiteral("supervisor"),
                                    {QStringLiteral("--card"), QStringLiteral("shunin1"),
                                     QStringLiteral("--script"), QStringLiteral("supervisor")});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QVERIFY(ended.pictures.size() >= 3 * 6);
    // The list hides the address, the record comes after the reason only, no certificate is issued.
    const QString list = ended.steps.section(QStringLiteral("## "), 1, 1);
    QVERIFY(list.contains(QStringLiteral("（非表示）")));
    QVERIFY(ended.steps.contains(QStringLiteral("支援措置")));
    QVERIFY(QDir(m_place->folder(QStringLiteral("supervisor")))
                .entryList({QStringLiteral("*.pdf")})
                .isEmpty());
}

void TestTourChapters::theFiles_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("notShown");
    QTest::addColumn<QString>("paper");
    QTest::newRow("tax") << QStringLiteral("zeimu1") << 12 << QStringLiteral("課税標準")
                         << QStringLiteral("基礎年金番号") << QString();
    QTest::newRow("ledger") << QStringLiteral("shuno1") << 7 << QStringLiteral("延滞金")
                            << QStringLiteral("基礎年金番号") << QStringLiteral("arrears.pdf");
    QTest::newRow("pension") << QStringLiteral("nenkin1") << 10 << QStringLiteral("未加入期間")
                             << QStringLiteral("課税標準") << QStringLiteral("timeline.pdf");
    // The restriction stands provisionally until somebody else has checked it, in the row below.
    QTest::newRow("entries") << QStringLiteral("madoguchi1") << 14
                             << QStringLiteral("抑止を仮登録しました") << QStringLiteral("課税標準")
                             << QString();
    QTest::newRow("queue") << QStringLiteral("shunin1") << 7
                           << QStringLiteral("照合待ちはありません")
                           << QStringLiteral("自分の入力（照合できません）") << QString();
    // A family of four comes from another city, moves within this one, two of them say that they
    // leave, and one stays after all.
    QTest::newRow("movein") << QStringLiteral("madoguchi1") << 6 << QStringLiteral("仮登録しました")
                            << QStringLiteral("課税標準") << QString();
    QTest::newRow("moveincheck") << QStringLiteral("shunin1") << 5
                                 << QStringLiteral("とおくの県隣市中央一丁目")
                                 << QStringLiteral("課税標準") << QString();
    QTest::newRow("moves") << QStringLiteral("madoguchi1") << 8 << QStringLiteral("仮登録しました")
                           << QStringLiteral("課税標準") << QString();
    QTest::newRow("movecheck") << QStringLiteral("shunin1") << 7 << QStringLiteral("桜町９９９番地")
                               << QStringLiteral("課税標準") << QString();
    QTest::newRow("moveouts") << QStringLiteral("madoguchi1") << 2
                              << QStringLiteral("仮登録しました") << QStringLiteral("課税標準")
                              << QString();
    QTest::newRow("moveoutcheck") << QStringLiteral("shunin1") << 5 << QStringLiteral("転出予定")
                                  << QStringLiteral("課税標準") << QString();
    QTest::newRow("moveoutstay") << QStringLiteral("madoguchi1") << 3
                                 << QStringLiteral("仮登録しました") << QStringLiteral("課税標準")
                                 << QString();
    QTest::newRow("moveoutstaycheck")
        << QStringLiteral("shunin1") << 6 << QStringLiteral("異動の取消し（増）")
        << QStringLiteral("課税標準") << QString();
}

void TestTourChapters::theFiles()
{
    QFETCH(QString, card);
    QFETCH(int, pictures);
    QFETCH(QString, shown);
    QFETCH(QString, notShown);
    QFETCH(QString, paper);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const auto ended =
        m_place->run(name, {QStringLiteral("--card"), card, QStringLiteral("--script"), name});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QVERIFY(ended.pictures.size() >= 3 * pictures);
    QVERIFY(ended.steps.contains(shown));
    const QStringList papers =
        QDir(m_place->folder(name)).entryList({QStringLiteral("*.pdf")}, QDir::Files);
    QCOMPARE(papers.size(), paper.isEmpty() ? 0 : 1);
    if (!paper.isEmpty())
        QCOMPARE(papers.first(), paper);
    // What the clerk has no right to is nowhere.
    QVERIFY(!ended.steps.contains(notShown));
}

QTEST_GUILESS_MAIN(TestTourChapters)
#include "tst_tourchapters.moc"
