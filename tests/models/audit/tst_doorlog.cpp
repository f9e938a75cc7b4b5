#include "audit/doorlog.h"
#include "models/journal/trialjournal.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <csignal>
#include <sys/resource.h>

using base::ErrorCode;
using namespace audit;

namespace {

class FakeClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime(QDate(2026, 4, 1), QTime(3, 0), Qt::UTC);
    }
    [[nodiscard]] qint64 sinceBootMs() const override { return 0; }
};

} // namespace

class TestDoorLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsFailuresSinceTheLastSuccess();
    void tellsNothingInTheClear();
    void mergesWhatIsNew();
    void alteringIsARow_data();
    void alteringIsARow();
    void aMissingFileIsARowOnce();
    void aTornTailIsNoLoss();
    void anyBytesAreTaken();
    void fullDiskClaimsNothing();

private:
    [[nodiscard]] DoorLog door() const { return DoorLog(m_path, m_box.open, m_clock); }
    void fail(int times, const QString &card = QStringLiteral("card1"));
    [[nodiscard]] QList<evidence::Row> journalRows();

    FakeClock m_clock;
    base::crypto::KeyPair m_box = base::crypto::boxKeyPair();
    Actor m_actor{.user = QStringLiteral("clerk1"), .card = QStringLiteral("card1")};
    std::unique_ptr<TrialJournal> m_trial;
    std::unique_ptr<journal::Journal> m_journal;
    QString m_path;
};

void TestDoorLog::init()
{
    m_journal.reset();
    m_trial = std::make_unique<TrialJournal>();
    m_journal = m_trial->open();
    m_path = m_trial->filePath(QStringLiteral("door.log"));
}

void TestDoorLog::fail(int times, const QString &card)
{
    for (int turn = 0; turn < times; ++turn) {
        QVERIFY(door().add({DoorEvent::Failure, QStringLiteral("user of ") + card, card,
                            QStringLiteral("PasswordWrong")}));
    }
}

QList<evidence::Row> TestDoorLog::journalRows()
{
    QList<evidence::Row> rows;
    for (const journal::StoredRow &row :
         m_journal->rows(1, 1000).value_or(QList<journal::StoredRow>()))
        rows.append(evidence::decode(row.body).value_or(evidence::Row{}));
    return rows;
}

void TestDoorLog::countsFailuresSinceTheLastSuccess()
{
    QCOMPARE(door().failuresOf(QStringLiteral("card1")).value_or(-1), 0);
    fail(4);
    fail(2, QStringLiteral("card2"));
    QCOMPARE(door().failuresOf(QStringLiteral("card1")).value_or(-1), 4);
    QVERIFY(door().add({DoorEvent::Success, QStringLiteral("u"), QStringLiteral("card1"), {}}));
    fail(1);
    QCOMPARE(door().failuresOf(QStringLiteral("card1")).value_or(-1), 1);
    QCOMPARE(door().failuresOf(QStringLiteral("card2")).value_or(-1), 2);
    QCOMPARE(door().failuresOf(QStringLiteral("card3")).value_or(-1), 0);
}

void TestDoorLog::tellsNothingInTheClear()
{
    fail(1, QStringLiteral("card-serial-4711"));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("4711"));
    QVERIFY(!bytes.contains("user of"));
    QVERIFY(!bytes.contains("PasswordWrong"));
}

void TestDoorLog::mergesWhatIsNew()
{
    auto report = door().merge(*m_journal, m_box, m_actor);
    QVERIFY(report.has_value());
    QVERIFY(report->intact);
    QCOMPARE(report->newRows, quint64{0});
    fail(3);
    report = door().merge(*m_journal, m_box, m_actor);
    QVERIFY(report->intact);
    QCOMPARE(report->newRows, quint64{3});
    QCOMPARE(report->failures.value(QStringLiteral("user of card1")), 3);
    QVERIFY(door().add(
        {DoorEvent::Success, QStringLiteral("user of card1"), QStringLiteral("card1"), {}}));
    fail(1);
    report = door().merge(*m_journal, m_box, m_actor);
    QCOMPARE(report->newRows, quint64{2});
    QCOMPARE(report->failures.value(QStringLiteral("user of card1")), 1);
    const auto rows = journalRows();
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.first().user, QStringLiteral("user of card1"));
    QCOMPARE(rows.first().card, QStringLiteral("card1"));
    QCOMPARE(rows.first().reason, QStringLiteral("PasswordWrong"));
    QCOMPARE(rows.first().atMs, m_clock.now().toMSecsSinceEpoch());
    QVERIFY(rows.first().outcome == evidence::Outcome::Failed);
    QVERIFY(rows.first().operation == evidence::Operation::Session);
}

void TestDoorLog::alteringIsARow_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("a byte of the first row") << 0;
    QTest::newRow("cut behind the third row") << 1;
    QTest::newRow("first row taken out") << 2;
    QTest::newRow("a byte of the last, new row") << 3;
    QTest::newRow("written anew with the public key") << 4;
    QTest::newRow("emptied") << 5;
    QTest::newRow("rubbish") << 6;
}

void TestDoorLog::alteringIsARow()
{
    QFETCH(int, how);
    fail(5);
    QVERIFY(door().merge(*m_journal, m_box, m_actor));
    fail(2);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype rowBytes = bytes.size() / 7;
    if (how == 0)
        bytes[60] = char(bytes[60] ^ 1);
    if (how == 1)
        bytes.truncate(3 * rowBytes);
    if (how == 2)
        bytes.remove(0, rowBytes);
    if (how == 3)
        bytes[bytes.size() - 40] = char(bytes[bytes.size() - 40] ^ 1);
    if (how == 5)
        bytes.clear();
    if (how == 6)
        bytes = QByteArray(5000, '\x7f');
    file.resize(0);
    file.seek(0);
    file.write(bytes);
    file.close();
    if (how == 4) {
        QVERIFY(QFile::remove(m_path));
        fail(7, QStringLiteral("card2"));
    }
    const auto report = door().merge(*m_journal, m_box, m_actor);
    QVERIFY(report.has_value());
    QVERIFY(!report->intact);
    const auto rows = journalRows();
    QCOMPARE(rows.last().procedure, QStringLiteral("DoorLog"));
    QCOMPARE(rows.last().reason, QStringLiteral("LogBroken"));
    // Set aside, not thrown away; what comes next starts anew and is in order.
    QVERIFY(!QFile::exists(m_path));
    QCOMPARE(QDir(QFileInfo(m_path).path()).entryList({QStringLiteral("door.log.damaged*")}).size(),
             1);
    fail(1);
    const auto next = door().merge(*m_journal, m_box, m_actor);
    QVERIFY(next.has_value());
    QVERIFY(next->intact);
    QCOMPARE(next->newRows, quint64{1});
}

void TestDoorLog::aMissingFileIsARowOnce()
{
    fail(2);
    QVERIFY(door().merge(*m_journal, m_box, m_actor));
    QVERIFY(QFile::remove(m_path));
    auto report = door().merge(*m_journal, m_box, m_actor);
    QVERIFY(report.has_value());
    QVERIFY(!report->intact);
    QCOMPARE(journalRows().last().detail, QStringLiteral("door.log is missing"));
    report = door().merge(*m_journal, m_box, m_actor);
    QVERIFY(report->intact);
    QCOMPARE(journalRows().size(), 3);
}

void TestDoorLog::aTornTailIsNoLoss()
{
    fail(3);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("half a row");
    file.close();
    QCOMPARE(door().failuresOf(QStringLiteral("card1")).value_or(-1), 3);
    fail(1); // the next row takes its place
    QCOMPARE(door().failuresOf(QStringLiteral("card1")).value_or(-1), 4);
    const auto report = door().merge(*m_journal, m_box, m_actor);
    QVERIFY(report->intact);
    QCOMPARE(report->newRows, quint64{4});
}

void TestDoorLog::anyBytesAreTaken()
{
    QRandomGenerator random(20261121);
    fail(3);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    for (int turn = 0; turn < 300; ++turn) {
        QByteArray bytes = good.first(random.bounded(int(good.size()) + 1));
        for (int change = random.bounded(5); change > 0 && !bytes.isEmpty(); --change)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        file.resize(0);
        file.seek(0);
        file.write(bytes);
        file.flush();
        QVERIFY(door().failuresOf(QStringLiteral("card1")).value_or(-1) >= 0);
        QVERIFY(door().failuresOf(QStringLiteral("card1")).value_or(9) <= 3);
    }
}

void TestDoorLog::fullDiskClaimsNothing()
{
    fail(3);
    const qint64 before = QFileInfo(m_path).size();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{static_cast<rlim_t>(before + 20), limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto added = door().add({DoorEvent::Failure, {}, QStringLiteral("card1"), {}});
    setrlimit(RLIMIT_FSIZE, &limit);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::DiskFull);
    QCOMPARE(door().failuresOf(QStringLiteral("card1")).value_or(-1), 3);
    QVERIFY(door().merge(*m_journal, m_box, m_actor)->intact);
}

QTEST_GUILESS_MAIN(TestDoorLog)
#include "tst_doorlog.moc"
