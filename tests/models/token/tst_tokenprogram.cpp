// links: madoguchi_auth
#include "support/traincard.h"
#include "token/tokenpipe.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using token::Fields;
using token::TokenPipe;
using token::wire::Operation;

namespace {

QByteArray frame(const QByteArray &body)
{
    QByteArray length;
    for (int i = 0; i < 4; ++i)
        length.append(static_cast<char>(static_cast<quint32>(body.size()) >> (8 * i)));
    return length + body;
}

} // namespace

/// madoguchi-token alone: what it links, what it does with nonsense, how it ends.
class TestTokenProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsOnlyTheCLibrary();
    void endsWhenThePipeEnds();
    void endsOnMalformedFrames_data();
    void endsOnMalformedFrames();
    void survivesAnyPayload();
    void loadsByPathOnly();
    void leavesNoCoreDump();

private:
    /// What it exits with when it is given these bytes and nothing after.
    int exitCodeAfter(const QByteArray &bytes);
};

void TestTokenProgram::needsOnlyTheCLibrary()
{
    QProcess readelf;
    readelf.start(QStringLiteral("readelf"),
                  {QStringLiteral("-d"), QStringLiteral("-W"), support::tokenProgram()});
    QVERIFY(readelf.waitForFinished());
    QCOMPARE(readelf.exitCode(), 0);
    QStringList needed;
    for (const QString &line : QString::fromLocal8Bit(readelf.readAll()).split(u'\n')) {
        if (line.contains(QLatin1String("(NEEDED)")))
            needed.append(line.section(u'[', 1).section(u']', 0, 0));
    }
    QVERIFY(!needed.isEmpty());
    for (const QString &library : std::as_const(needed))
        QVERIFY2(library.startsWith(QLatin1String("libc.so")) ||
                     library.startsWith(QLatin1String("ld-linux")),
                 qPrintable(library));
}

int TestTokenProgram::exitCodeAfter(const QByteArray &bytes)
{
    QProcess process;
    process.start(support::tokenProgram(), QStringList());
    if (!process.waitForStarted())
        return -1;
    process.write(bytes);
    process.closeWriteChannel();
    if (!process.waitForFinished(10000)) {
        process.kill();
        process.waitForFinished();
        return -2;
    }
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3;
}

void TestTokenProgram::endsWhenThePipeEnds()
{
    QCOMPARE(exitCodeAfter({}), 0);
    QCOMPARE(exitCodeAfter(frame(QByteArray("\x02", 1))), 0);
}

void TestTokenProgram::endsOnMalformedFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length 0") << QByteArray(4, '\0');
    QTest::newRow("length beyond every bound") << QByteArray(8, '\xff');
    QTest::newRow("one more than allowed") << QByteArray("\x01\x00\x01\x00", 4);
    QTest::newRow("operation 0") << frame(QByteArray("\x00", 1));
    QTest::newRow("operation unknown") << frame(QByteArray("\xfe", 1));
    QTest::newRow("more than was asked for") << frame(QByteArray("\x02xyz", 4));
    QTest::newRow("serial cut short") << frame(QByteArray("\x03"
                                                          "abc",
                                                          4));
    QTest::newRow("field longer than the frame") << frame(QByteArray("\x07\xff\xff"
                                                                     "ab",
                                                                     5));
}

void TestTokenProgram::endsOnMalformedFrames()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(exitCodeAfter(bytes), 2);
}

void TestTokenProgram::survivesAnyPayload()
{
    // Against a loaded module, so that what gets past the frame meets real code.
    QTemporaryDir folder;
    const support::CardMaker maker(folder.path());
    QVERIFY(maker.make(QStringLiteral("u001"), QStringLiteral("研修 一郎")));
    const auto settings = maker.settingsFor(QStringLiteral("u001"));
    const QByteArray module = QFile::encodeName(settings.module);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SOFTHSM2_CONF"),
                       settings.environment.first().section(u'=', 1));
    const char operations[] = {1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 32, 33, 34};
    constexpr quint32 seed = 20251121;
    QRandomGenerator random(seed);
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes = frame("\x01" + module);
        for (int i = 0; i < 8; ++i) {
            QByteArray body(1, operations[random.bounded(int(std::size(operations)))]);
            for (int left = random.bounded(80); left > 0; --left)
                body.append(
                    static_cast<char>(random.bounded(4) ? random.bounded(4) : random.bounded(256)));
            bytes += frame(body);
        }
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(support::tokenProgram(), QStringList());
        QVERIFY(process.waitForStarted());
        process.write(bytes);
        process.closeWriteChannel();
        QVERIFY2(process.waitForFinished(10000), qPrintable(QString::number(round)));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY(process.exitCode() == 0 || process.exitCode() == 2);
    }
}

void TestTokenProgram::loadsByPathOnly()
{
    auto pipe = TokenPipe::start(support::tokenProgram(), {});
    QVERIFY(pipe);
    for (const QByteArray &name : {QByteArray("libsofthsm2.so"), QByteArray("/nowhere/card.so")}) {
        const auto answer = (*pipe)->ask(
            Operation::Load,
            Fields().raw(name.constData(), static_cast<std::size_t>(name.size())).all(), 5000);
        QVERIFY(answer);
        QCOMPARE(answer->rv, token::wire::rvNotLoaded);
    }
}

void TestTokenProgram::leavesNoCoreDump()
{
    auto pipe = TokenPipe::start(support::tokenProgram(), {});
    QVERIFY(pipe);
    QVERIFY((*pipe)->ask(Operation::Slots, {}, 5000));
    QFile limits(QStringLiteral("/proc/%1/limits").arg((*pipe)->processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QByteArray text = limits.readAll();
    const qsizetype at = text.indexOf("Max core file size");
    QVERIFY(at >= 0);
    const QList<QByteArray> words = text.mid(at, 60).simplified().split(' ');
    QCOMPARE(words.at(4), QByteArray("0"));
    QCOMPARE(words.at(5), QByteArray("0"));
}

QTEST_GUILESS_MAIN(TestTokenProgram)
#include "tst_tokenprogram.moc"
