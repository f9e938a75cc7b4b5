// links: madoguchi_app
#include "support/officework.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <unistd.h>

using support::waited;

// Fault 10 at the level of the program: tst_faults_kill --work SETTINGS CARD PASSWORD PIN signs in
// and searches until it dies, and says the log row of each answer it was given.
namespace {

const QString workMode = QStringLiteral("--work");

int workForEver(const QStringList &arguments)
{
    auto room = app::FrontRoom::open(
        {.settingsFile = arguments.at(2), .card = arguments.at(3), .answeredByFile = false});
    if (!room)
        return 3;
    (*room)->lookForCard();
    const auto opened = waited(
        (*room)->door().signIn(app::toSecret(arguments.at(4)), app::toSecret(arguments.at(5))));
    if (!opened)
        return 4;
    desk::Desk &desk = **opened;
    if (!app::Office::of(desk).waitForCache())
        return 5;
    const auto visit = support::openVisit(desk);
    const QString kana = QStringLiteral("アカサタナハマヤワ");
    for (qsizetype turn = 0;; ++turn) {
        const auto found = support::find(desk, visit, kana.mid(turn % kana.size(), 1));
        if (!found)
            return 6;
        const QByteArray line =
            QByteArray::number(found->logRow) + ' ' + QByteArray::number(found->rows.size()) + '\n';
        // One write() a line: what is in the pipe was shown.
        if (write(STDOUT_FILENO, line.constData(), size_t(line.size())) < 0)
            return 0;
    }
}

} // namespace

class TestFaultsKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerHasItsRow();
};

void TestFaultsKill::everyAnswerHasItsRow()
{
    const support::TrainingPlace place;
    const QString user = QStringLiteral("madoguchi1");
    const app::Credential mine = place.credential(user);
    QRandomGenerator random(20261121);
    QHash<quint64, int> shown; // log row -> lines handed out
    constexpr int kills = 20;
    for (int turn = 0; turn < kills; ++turn) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {workMode, place.at(QStringLiteral("city/madoguchi.conf")), mine.card,
                     mine.password, mine.pin});
        QVERIFY(child.waitForStarted());
        QVERIFY2(child.waitForReadyRead(60'000), qPrintable(QString::number(child.exitCode())));
        QTest::qSleep(random.bounded(60));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const QList<QByteArray> lines = child.readAllStandardOutput().trimmed().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> parts = line.split(' ');
            QCOMPARE(parts.size(), 2);
            QVERIFY(!shown.contains(parts.at(0).toULongLong()));
            shown.insert(parts.at(0).toULongLong(), parts.at(1).toInt());
        }
    }
    auto work = support::signedIn(place, user);
    QCOMPARE(support::chainProblem(*work.desk), QString());
    const auto rows = support::logRows(*work.desk);
    for (auto one = shown.cbegin(); one != shown.cend(); ++one) {
        QVERIFY(one.key() >= 1 && one.key() <= quint64(rows.size()));
        const evidence::Row &row = rows.at(qsizetype(one.key()) - 1);
        QCOMPARE(row.number, one.key());
        QCOMPARE(row.procedure, QStringLiteral("FindPeople"));
        QCOMPARE(int(row.count), one.value());
        QCOMPARE(row.subjects.size(), one.value());
    }
    // Each of them had taken over the place of the one before.
    QSet<QString> signIns;
    for (const evidence::Row &row : rows)
        if (row.procedure == QStringLiteral("FindPeople"))
            signIns.insert(row.signIn);
    QCOMPARE(signIns.size(), kills);
    qInfo("%lld answers, %lld rows", qint64(shown.size()), qint64(rows.size()));
    QVERIFY(waited(work.desk->signOut()).has_value());
}

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 6 && arguments.at(1) == workMode)
        return workForEver(arguments);
    TestFaultsKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faults_kill.moc"
