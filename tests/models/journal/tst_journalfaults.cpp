#include "models/journal/trialjournal.h"

#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using base::ErrorCode;
using journal::IssueRequest;
using journal::Journal;

// Power cuts, killed programs and full disks. The program runs itself again as the one that is
// killed: tst_journalfaults --append FILE KEY writes rows until it dies and says each number it was
// given.
namespace {

const QString appendMode = QStringLiteral("--append");

base::Secret secretFromHex(const QByteArray &digits)
{
    const QByteArray bytes = QByteArray::fromHex(digits);
    return base::Secret(bytes.begin(), bytes.end());
}

int appendForEver(const QString &path, const QByteArray &keyDigits)
{
    const base::Secret key = secretFromHex(keyDigits);
    auto opened = Journal::open({.path = path,
                                 .key = &key,
                                 .station = QStringLiteral("本庁1"),
                                 .logKey = base::crypto::signingKeyPairFrom(base::Secret(32, 7)),
                                 .mode = storage::Opening::Mode::Create});
    if (!opened)
        return 3;
    for (int turn = 0;; ++turn) {
        quint64 number = 0;
        if (turn % 5 == 4) {
            const auto issued = (*opened)->issue(aRow(), IssueRequest{QStringLiteral("s"), 2});
            number = issued ? issued->row : 0;
        } else if (turn % 50 == 7 && !(*opened)->checkpoint(turn)) {
            return 5;
        } else {
            number = (*opened)->append(aRow()).value_or(0);
        }
        if (number == 0)
            return 4;
        // One write() a line: what is in the pipe was acknowledged.
        const QByteArray line = evidence::headText((*opened)->head()).toLatin1() + '\n';
        if (write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) < 0)
            return 0;
    }
}

/// No file of this process may grow beyond this, as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

class TestJournalFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAHundredTimes();
    void fullDiskClaimsNothing();
};

void TestJournalFaults::killedAHundredTimes()
{
    TrialJournal trial;
    const QByteArray digits =
        QByteArray(reinterpret_cast<const char *>(trial.key.data()), 32).toHex();
    QRandomGenerator random(20261121);
    quint64 acknowledgedInAll = 0;
    for (int turn = 0; turn < 100; ++turn) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {appendMode, trial.path(), QString::fromLatin1(digits)});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead());
        QTest::qSleep(random.bounded(30));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const QList<QByteArray> lines = child.readAllStandardOutput().trimmed().split('\n');
        const auto last = evidence::headFromText(QString::fromLatin1(lines.last()));
        QVERIFY(last.has_value());

        auto journal = trial.open();
        QVERIFY2(journal, "the journal does not open after the kill");
        QVERIFY(journal->head().count >= last->count);
        QVERIFY(journal->head().count <= last->count + 1); // committed, not yet said
        const auto rows = journal->rows(last->count, 1);
        QCOMPARE(rows->first().hash, last->hash);
        acknowledgedInAll += static_cast<quint64>(lines.size());
        if (turn % 10 == 9) {
            const auto verdict = verdictOf(*journal);
            QVERIFY2(verdict.good(), verdict.good() ? "" : qPrintable(verdict.problem->detail));
            QCOMPARE(verdict.wholeTo, journal->head().count);
        }
    }
    qInfo("%llu rows acknowledged", acknowledgedInAll);
}

void TestJournalFaults::fullDiskClaimsNothing()
{
    TrialJournal trial;
    auto journal = trial.open();
    quint64 acknowledged = journal->append(aRow()).value_or(0);
    QCOMPARE(acknowledged, quint64{1});
    ErrorCode failure = ErrorCode::Count;
    {
        const FullDisk full(512 * 1024);
        for (int turn = 0; turn < 5000; ++turn) {
            const auto number = journal->append(aRow());
            if (!number) {
                failure = number.error().code;
                break;
            }
            acknowledged = *number;
        }
        QCOMPARE(failure, ErrorCode::DiskFull);
        // And again: neither a row nor a number nor a checkpoint is claimed.
        QCOMPARE(journal->append(aRow()).error().code, ErrorCode::DiskFull);
        QCOMPARE(journal->issue(aRow(), IssueRequest{QStringLiteral("s"), 2}).error().code,
                 ErrorCode::DiskFull);
        QCOMPARE(journal->head().count, acknowledged);
    }
    // With room again it goes on where it stood; the numbers start at the first.
    QCOMPARE(journal->append(aRow()).value_or(0), acknowledged + 1);
    QCOMPARE(journal->issue(aRow(), IssueRequest{QStringLiteral("s"), 1})->numbers,
             QStringList{QStringLiteral("s 001")});
    QVERIFY(verdictOf(*journal).good());
    const auto head = journal->head();
    journal.reset();
    journal = trial.open();
    QVERIFY(journal);
    QCOMPARE(journal->head(), head);
    QVERIFY(verdictOf(*journal).good());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == appendMode)
        return appendForEver(arguments.at(2), arguments.at(3).toLatin1());
    TestJournalFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalfaults.moc"
