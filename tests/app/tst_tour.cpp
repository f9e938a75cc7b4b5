// links: madoguchi_app
#include "support/trainingplace.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QtTest>

/// The shipped tours, run by the program itself in all three views. The tour reads every picture
/// (ui/widgets/legibility.h) and fails with what is cut, English, 西暦, nameless or without a
/// visible focus; here it is also looked at from outside.
class TestTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_place = std::make_unique<support::TrainingPlace>(1500, 1); }
    void theMainJob();
    void theSupervisor();
    void theFiles_data();
    void theFiles();
    void aTourThatFindsSomethingFails();

private:
    struct Ended
    {
        int code = -1;
        QString said;
        QStringList pictures;
        QString steps;
    };
    [[nodiscard]] Ended run(const QString &name, const QStringList &more);
    [[nodiscard]] QString folder(const QString &name) const { return m_place->at(name); }

    std::unique_ptr<support::TrainingPlace> m_place;
};

TestTour::Ended TestTour::run(const QString &name, const QStringList &more)
{
    constexpr int limitMs = 240'000;
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{
        QStringLiteral("--settings"),    m_place->at(QStringLiteral("city/madoguchi.conf")),
        QStringLiteral("--credentials"), m_place->at(QStringLiteral("city/credentials.json")),
        QStringLiteral("--tour"),        folder(name)};
    program.start(QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi"), arguments + more);
    if (!program.waitForFinished(limitMs)) {
        program.kill();
        program.waitForFinished();
    }
    Ended ended;
    ended.code = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    ended.said = QString::fromUtf8(program.readAll()).section(QStringLiteral("the tour"), 1);
    const QDir left(folder(name));
    ended.pictures = left.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    QFile steps(left.filePath(QStringLiteral("steps.txt")));
    if (steps.open(QIODevice::ReadOnly))
        ended.steps = QString::fromUtf8(steps.readAll());
    return ended;
}

void TestTour::theMainJob()
{
    const Ended ended = run(QStringLiteral("main"), {});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QCOMPARE(ended.pictures.size() % 3, 0);
    QVERIFY(ended.pictures.size() >= 3 * 20);
    for (const QString &picture : ended.pictures) {
        const QImage image(QDir(folder(QStringLiteral("main"))).filePath(picture));
        const QSize view =
            picture.contains(QStringLiteral("1366x768")) ? QSize(1366, 768) : QSize(1920, 1080);
        QCOMPARE(image.size(), view);
    }
    QFile paper(folder(QStringLiteral("main/juminhyo.pdf")));
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.read(5) == "%PDF-");
    QVERIFY(!QFile::exists(folder(QStringLiteral("main/findings.txt"))));
}

void TestTour::theSupervisor()
{
    const Ended ended = run(QStringLiteral("supervisor"),
                            {QStringLiteral("--card"), QStringLiteral("shunin1"),
                             QStringLiteral("--script"), QStringLiteral("supervisor")});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QVERIFY(ended.pictures.size() >= 3 * 6);
    // The list hides the address, the record comes after the reason only, no certificate is issued.
    const QString list = ended.steps.section(QStringLiteral("## "), 1, 1);
    QVERIFY(list.contains(QStringLiteral("（非表示）")));
    QVERIFY(ended.steps.contains(QStringLiteral("支援措置")));
    QVERIFY(
        QDir(folder(QStringLiteral("supervisor"))).entryList({QStringLiteral("*.pdf")}).isEmpty());
}

void TestTour::theFiles_data()
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
}

void TestTour::theFiles()
{
    QFETCH(QString, card);
    QFETCH(int, pictures);
    QFETCH(QString, shown);
    QFETCH(QString, notShown);
    QFETCH(QString, paper);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Ended ended =
        run(name, {QStringLiteral("--card"), card, QStringLiteral("--script"), name});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QVERIFY(ended.pictures.size() >= 3 * pictures);
    QVERIFY(ended.steps.contains(shown));
    const QStringList papers = QDir(folder(name)).entryList({QStringLiteral("*.pdf")}, QDir::Files);
    QCOMPARE(papers.size(), paper.isEmpty() ? 0 : 1);
    if (!paper.isEmpty())
        QCOMPARE(papers.first(), paper);
    // What the clerk has no right to is nowhere.
    QVERIFY(!ended.steps.contains(notShown));
}

void TestTour::aTourThatFindsSomethingFails()
{
    const QString script = m_place->at(QStringLiteral("narrow.tour"));
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    // At 200 % the columns of a list no longer fit this window.
    file.write("views 1366x768@200\nawait signinpage\nsecret madoguchi1.password\nkey Return\n"
               "secret madoguchi1.pin\nkey Return\nkey Return\nawait visitpage\ntype 27\n"
               "key Return\nkey 1\nkey 1\nkey Return\nawait searchpage\nfocus person\n"
               "secret specimen.family\nkey F2\nawait people\nshot list\n");
    file.close();
    const Ended ended = run(QStringLiteral("narrow"), {QStringLiteral("--script"), script});
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.said.contains(QStringLiteral("people")));
    QVERIFY(QFile::exists(folder(QStringLiteral("narrow/findings.txt"))));
}

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
