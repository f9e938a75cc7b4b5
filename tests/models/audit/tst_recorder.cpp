#include "audit/recorder.h"
#include "models/journal/trialjournal.h"

#include <csignal>
#include <sys/resource.h>

using base::ErrorCode;
using namespace audit;

namespace {

class FakeClock final : public base::Clock
{
public:
    QDateTime time = QDateTime(QDate(2026, 4, 1), QTime(3, 0), Qt::UTC);
    [[nodiscard]] QDateTime now() const override { return time; }
    [[nodiscard]] qint64 sinceBootMs() const override { return 0; }
};

Actor anActor()
{
    return {.user = QStringLiteral("clerk1"),
            .section = QStringLiteral("市民課"),
            .card = QStringLiteral("0123"),
            .signIn = QStringLiteral("c0ffee"),
            .station = QStringLiteral("本庁1"),
            .visit = QStringLiteral("f00d"),
            .visitNumber = QStringLiteral("A12"),
            .purpose = QStringLiteral("201")};
}

Entry anEntry()
{
    return {.procedure = QStringLiteral("ViewResident"),
            .subjects = {base::SnapshotId{base::PersonId{1234567}, 3}},
            .fileName = residentFile(),
            .count = 1,
            .details = {
                .people = {{QStringLiteral("渡邉󠄀 花子"), QStringLiteral("緑町１－２－３"),
                            QStringLiteral("1980-02-29"), QStringLiteral("2")}},
                .conditions = {{QStringLiteral("kana"), QStringLiteral("ワタナベ")}},
                .reason = QStringLiteral("本人からの申出")}};
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyFieldIsInTheRow();
    void onlyTheRegisterOpensTheDetails();
    void detailsCannotBeExchanged();
    void entriesWithoutDetailsSealNothing();
    void paperIsNumberedAndSettled();
    void whatIsFiledHasItsRow();
    void badRegisterKeyWritesNothing();
    void fullDiskStaysFullDisk();
    void otherFailuresAreLogNotWritten();
    void checkpointsOnlyWhenDue();
    void keepsOrderFromManyThreads();

private:
    [[nodiscard]] evidence::Row rowAt(quint64 number);

    FakeClock m_clock;
    base::crypto::KeyPair m_register = base::crypto::boxKeyPair();
    std::unique_ptr<TrialJournal> m_trial;
    std::unique_ptr<base::Worker> m_worker;
    std::unique_ptr<journal::Journal> m_journal;
};

void TestRecorder::init()
{
    m_trial = std::make_unique<TrialJournal>();
    m_worker = std::make_unique<base::Worker>(QStringLiteral("journal"));
    m_worker->runAndWait([this] { m_journal = m_trial->open(); });
    QVERIFY(m_journal);
}

void TestRecorder::cleanup()
{
    m_worker->runAndWait([this] { m_journal.reset(); });
    m_worker.reset();
}

evidence::Row TestRecorder::rowAt(quint64 number)
{
    const auto rows = m_worker->runAndWait([&] { return m_journal->rows(number, 1); });
    return evidence::decode(rows->value(0).body).value_or(evidence::Row{});
}

void TestRecorder::everyFieldIsInTheRow()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    QCOMPARE(recorder.record(anActor(), anEntry()).value_or(0), quint64{1});
    const evidence::Row row = rowAt(1);
    QCOMPARE(row.number, quint64{1});
    QCOMPARE(row.atMs, m_clock.time.toMSecsSinceEpoch());
    QCOMPARE(row.station, anActor().station);
    QCOMPARE(row.user, anActor().user);
    QCOMPARE(row.section, anActor().section);
    QCOMPARE(row.card, anActor().card);
    QCOMPARE(row.signIn, anActor().signIn);
    QCOMPARE(row.visit, anActor().visit);
    QCOMPARE(row.visitNumber, anActor().visitNumber);
    QCOMPARE(row.purpose, anActor().purpose);
    QCOMPARE(row.procedure, anEntry().procedure);
    QVERIFY(row.operation == Operation::Access);
    QVERIFY(row.outcome == Outcome::Done);
    QCOMPARE(row.subjects, anEntry().subjects);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.count, 1u);
    QVERIFY(!row.individualNumberAccessed);
}

void TestRecorder::onlyTheRegisterOpensTheDetails()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    QVERIFY(recorder.record(anActor(), anEntry()));
    const evidence::Row row = rowAt(1);
    for (const auto &word : {QStringLiteral("花子"), QStringLiteral("緑町"),
                             QStringLiteral("ワタナベ"), QStringLiteral("申出")})
        QVERIFY(!evidence::encode(row).contains(word.toUtf8()));
    const auto opened = base::crypto::openSealed(m_register, sealedMessage(row.sealed));
    QVERIFY(opened.has_value());
    const auto details = readDetails(row.sealed, *opened);
    QVERIFY(details.has_value());
    QVERIFY(details->details == anEntry().details);
    QVERIFY(!base::crypto::openSealed(base::crypto::boxKeyPair(), sealedMessage(row.sealed)));
}

void TestRecorder::detailsCannotBeExchanged()
{
    const QByteArray sealed = sealDetails(anEntry().details, m_register.open);
    const auto opened = base::crypto::openSealed(m_register, sealedMessage(sealed));
    auto details = readDetails(sealed, opened.value_or(QByteArray()));
    QVERIFY(details.has_value());
    QVERIFY(detailsFit(sealed, *details));
    details->details.people[0].name = QStringLiteral("別人");
    QVERIFY(!detailsFit(sealed, *details));
    const QByteArray other = sealDetails(anEntry().details, m_register.open);
    QVERIFY(!readDetails(other, *opened));
    QVERIFY(!readDetails(sealed, QByteArray("x")));
    QVERIFY(!readDetails({}, {}));
    QVERIFY(!decodeDetails(QByteArray(5, '\xff')));
}

void TestRecorder::entriesWithoutDetailsSealNothing()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    QVERIFY(recorder.record(
        anActor(), Entry{.procedure = QStringLiteral("Lock"), .operation = Operation::Session}));
    QVERIFY(rowAt(1).sealed.isEmpty());
}

void TestRecorder::paperIsNumberedAndSettled()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    Entry entry = anEntry();
    entry.operation = Operation::Print;
    const auto issued = recorder.issue(anActor(), entry, {QStringLiteral("s"), 2});
    QVERIFY(issued.has_value());
    QCOMPARE(issued->numbers, (QStringList{QStringLiteral("s 001"), QStringLiteral("s 002")}));
    QCOMPARE(rowAt(issued->row).issueNumbers, issued->numbers);
    entry.issueNumbers = issued->numbers;
    QCOMPARE(recorder.settle(anActor(), entry, journal::IssueState::Printed).value_or(0),
             quint64{2});
}

void TestRecorder::whatIsFiledHasItsRow()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    journal::Item item{.uuid = QStringLiteral("u"),
                       .user = QStringLiteral("clerk1"),
                       .kind = 1,
                       .proposal = "p",
                       .before = {},
                       .state = journal::ItemState::Filed,
                       .filedAtMs = 5};
    QCOMPARE(recorder.file(anActor(), anEntry(), item).value_or(0), quint64{1});
    QCOMPARE(rowAt(1).procedure, anEntry().procedure);
    // Not both: neither, and nothing is claimed.
    item.uuid = QStringLiteral("v");
    item.user.clear();
    QCOMPARE(recorder.file(anActor(), anEntry(), item).error().code, ErrorCode::LogNotWritten);
    QCOMPARE(recorder.record(anActor(), anEntry()).value_or(0), quint64{2});
    const auto filed = m_worker->runAndWait(
        [this] { return m_journal->outbox().items({journal::ItemState::Filed}); });
    QCOMPARE(filed->size(), 1);
}

void TestRecorder::badRegisterKeyWritesNothing()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, QByteArray(32, 0));
    const auto written = recorder.record(anActor(), anEntry());
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::LogNotWritten);
    QCOMPARE(m_worker->runAndWait([this] { return m_journal->head().count; }), quint64{0});
}

void TestRecorder::fullDiskStaysFullDisk()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{512 * 1024, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    quint64 acknowledged = 0;
    ErrorCode failure = ErrorCode::Count;
    for (int turn = 0; turn < 5000 && failure == ErrorCode::Count; ++turn) {
        const auto number = recorder.record(anActor(), anEntry());
        number ? void(acknowledged = *number) : void(failure = number.error().code);
    }
    // A checkpoint is smaller than the row that did not fit: now nothing fits.
    const rlimit nothing{1, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &nothing);
    const auto checkpoint = recorder.checkpoint(Recorder::When::Now);
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(failure, ErrorCode::DiskFull);
    QVERIFY(!checkpoint);
    QCOMPARE(checkpoint.error().code, ErrorCode::DiskFull);
    QCOMPARE(m_worker->runAndWait([this] { return m_journal->head().count; }), acknowledged);
    QCOMPARE(recorder.record(anActor(), anEntry()).value_or(0), acknowledged + 1);
}

void TestRecorder::otherFailuresAreLogNotWritten()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    Entry entry = anEntry();
    entry.issueNumbers = {QStringLiteral("never taken 001")};
    const auto settled = recorder.settle(anActor(), entry, journal::IssueState::Printed);
    QVERIFY(!settled);
    QCOMPARE(settled.error().code, ErrorCode::LogNotWritten);
    QVERIFY(settled.error().detail.contains(QStringLiteral("no such issue number")));
}

void TestRecorder::checkpointsOnlyWhenDue()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    QVERIFY(recorder.record(anActor(), anEntry()));
    auto made = recorder.checkpoint(Recorder::When::IfDue);
    QVERIFY(made.has_value() && !made->has_value());
    made = recorder.checkpoint(Recorder::When::Now);
    QVERIFY(made.has_value() && made->has_value());
    QCOMPARE((*made)->checkpoint.head.count, quint64{1});
    QVERIFY(recorder.record(anActor(), anEntry()));
    m_clock.time = m_clock.time.addSecs(60);
    made = recorder.checkpoint(Recorder::When::IfDue);
    QVERIFY(made.has_value() && made->has_value());
    QCOMPARE((*made)->checkpoint.head.count, quint64{2});
}

void TestRecorder::keepsOrderFromManyThreads()
{
    Recorder recorder(*m_worker, *m_journal, m_clock, m_register.open);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back(QThread::create([&recorder] {
            for (int turn = 0; turn < 25; ++turn)
                (void)recorder.record(anActor(), anEntry()).has_value();
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    const auto verdict = m_worker->runAndWait([this] { return verdictOf(*m_journal); });
    QVERIFY(verdict.good());
    QCOMPARE(verdict.wholeTo, quint64{100});
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
