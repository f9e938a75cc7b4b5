#include "journal/witness.h"
#include "models/journal/trialjournal.h"

#include <QDir>
#include <QSqlDriver>
#include <QSqlQuery>

using base::ErrorCode;
using journal::IssueRequest;
using journal::IssueState;
using journal::Journal;

namespace {

bool runs(storage::Database &database, const QString &sql)
{
    QSqlQuery query(database.driver()->createResult());
    return query.exec(sql);
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_trial = std::make_unique<TrialJournal>(); }
    void rowsFollowEachOther();
    void headOutlivesTheProgram();
    void severalRowsAreOneStep();
    void theFileRefusesChanges_data();
    void theFileRefusesChanges();
    void changedRowsAreFound_data();
    void changedRowsAreFound();
    void cutTailIsFoundByTheCheckpoint();
    void anOldFilePutBackIsFoundByTheRegister();
    void numbersAreUniqueAndWithoutGaps();
    void numbersAndRowsGoTogether();
    void outcomesOfPaperAreKept();
    void checkpointsFallDue();
    void anotherStationsJournalIsRefused();
    void aNewerJournalIsRefused();
    void wrongKeyAndMissingFileAreTold();
    void remembersDoorAndTime();
    void leavesNoPlaintext();

private:
    std::unique_ptr<TrialJournal> m_trial;
};

void TestJournal::rowsFollowEachOther()
{
    auto journal = m_trial->open();
    QVERIFY(journal);
    QCOMPARE(journal->head().count, quint64{0});
    for (quint64 number = 1; number <= 50; ++number)
        QCOMPARE(journal->append(aRow()).value_or(0), number);
    const auto verdict = verdictOf(*journal);
    QVERIFY(verdict.good());
    QCOMPARE(verdict.wholeTo, quint64{50});
    const auto rows = journal->rows(50, 10);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 1);
    const auto row = evidence::decode(rows->first().body);
    QVERIFY(row.has_value());
    QCOMPARE(row->number, quint64{50});
    QCOMPARE(row->station, QStringLiteral("本庁1"));
    QCOMPARE(row->user, QStringLiteral("clerk1"));
}

void TestJournal::headOutlivesTheProgram()
{
    auto journal = m_trial->open();
    QVERIFY(journal->append(aRow()));
    QVERIFY(journal->append(aRow()));
    const auto head = journal->head();
    journal.reset();
    journal = m_trial->open();
    QVERIFY(journal);
    QCOMPARE(journal->head(), head);
    QCOMPARE(journal->append(aRow()).value_or(0), quint64{3});
    QVERIFY(verdictOf(*journal).good());
}

void TestJournal::severalRowsAreOneStep()
{
    auto journal = m_trial->open();
    QCOMPARE(journal->append({aRow(), aRow(), aRow()}).value_or(0), quint64{3});
    QCOMPARE(journal->append(QList<evidence::Row>{}).value_or(9), quint64{0});
    QVERIFY(verdictOf(*journal).good());
}

void TestJournal::theFileRefusesChanges_data()
{
    QTest::addColumn<QString>("sql");
    const auto add = [](const char *name, const char *sql) {
        QTest::newRow(name) << QString::fromLatin1(sql);
    };
    add("update", "UPDATE log_row SET body = x'00' WHERE number = 2");
    add("delete", "DELETE FROM log_row WHERE number = 3");
    add("delete all", "DELETE FROM log_row");
    add("replace", "REPLACE INTO log_row SELECT 2, body, hash FROM log_row WHERE number = 1");
    add("gap", "INSERT INTO log_row SELECT 9, body, hash FROM log_row WHERE number = 1");
    add("checkpoint", "DELETE FROM checkpoint");
    add("number", "DELETE FROM issued_number");
    add("number again", "UPDATE issued_number SET serial = 7");
    add("number untaken", "UPDATE issued_number SET state = 0");
}

void TestJournal::theFileRefusesChanges()
{
    QFETCH(QString, sql);
    auto journal = m_trial->open();
    QVERIFY(journal->append({aRow(), aRow()}));
    QVERIFY(journal->issue(aRow(), IssueRequest{QStringLiteral("s"), 1}));
    QVERIFY(journal->checkpoint(1));
    journal.reset();
    auto database = m_trial->database();
    QVERIFY(database);
    QVERIFY(!runs(*database, sql));
    database.reset();
    journal = m_trial->open();
    QCOMPARE(journal->head().count, quint64{3});
    QVERIFY(verdictOf(*journal).good());
}

void TestJournal::changedRowsAreFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<quint64>("badRow");
    const auto add = [](const char *name, const char *sql, quint64 badRow) {
        QTest::newRow(name) << QString::fromLatin1(sql) << badRow;
    };
    add("changed", "UPDATE log_row SET body = CAST(hex(body) AS BLOB) WHERE number = 2", 2);
    add("hash", "UPDATE log_row SET hash = zeroblob(32) WHERE number = 3", 3);
    add("deleted", "DELETE FROM log_row WHERE number = 2", 2);
    add("swapped",
        "UPDATE log_row SET body = (SELECT body FROM log_row o WHERE o.number = 3), "
        "hash = (SELECT hash FROM log_row o WHERE o.number = 3) WHERE number = 2",
        2);
}

void TestJournal::changedRowsAreFound()
{
    QFETCH(QString, sql);
    auto journal = m_trial->open();
    for (int row = 0; row < 6; ++row)
        QVERIFY(journal->append(aRow(QString::number(row))));
    journal.reset();
    // Somebody with the key and without scruples takes the triggers away first.
    auto database = m_trial->database();
    QVERIFY(runs(*database, QStringLiteral("DROP TRIGGER log_row_unchanged")));
    QVERIFY(runs(*database, QStringLiteral("DROP TRIGGER log_row_kept")));
    QVERIFY(runs(*database, sql));
    database.reset();
    journal = m_trial->open();
    QVERIFY(journal);
    const auto verdict = verdictOf(*journal);
    QVERIFY(!verdict.good());
    QTEST(verdict.badRow, "badRow");
}

void TestJournal::cutTailIsFoundByTheCheckpoint()
{
    auto journal = m_trial->open();
    for (int row = 0; row < 6; ++row)
        QVERIFY(journal->append(aRow()));
    QVERIFY(journal->checkpoint(1));
    journal.reset();
    auto database = m_trial->database();
    QVERIFY(runs(*database, QStringLiteral("DROP TRIGGER log_row_kept")));
    QVERIFY(runs(*database, QStringLiteral("DELETE FROM log_row WHERE number > 4")));
    database.reset();
    const auto opened = Journal::open(m_trial->opening());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::LogCut);
}

void TestJournal::anOldFilePutBackIsFoundByTheRegister()
{
    auto journal = m_trial->open();
    QVERIFY(journal::agreesWith(*journal, {}));
    QVERIFY(journal->append({aRow(), aRow()}));
    journal.reset();
    const QString old = m_trial->filePath(QStringLiteral("old.db"));
    QVERIFY(QFile::copy(m_trial->path(), old));
    journal = m_trial->open();
    QVERIFY(journal->append({aRow(), aRow()}));
    const evidence::Head witnessed = journal->head();
    QVERIFY(journal->append(aRow()));
    QVERIFY(journal::agreesWith(*journal, witnessed));
    journal.reset();
    QVERIFY(QFile::remove(m_trial->path()));
    QVERIFY(QFile::copy(old, m_trial->path()));
    journal = m_trial->open();
    QVERIFY(journal);
    QCOMPARE(journal->head().count, quint64{2});
    QCOMPARE(journal::agreesWith(*journal, witnessed).error().code, ErrorCode::LogCut);
    // Written on until it is long enough again: the hash tells.
    QVERIFY(journal->append({aRow(QStringLiteral("other")), aRow()}));
    QCOMPARE(journal::agreesWith(*journal, witnessed).error().code, ErrorCode::LogBroken);
}

void TestJournal::numbersAreUniqueAndWithoutGaps()
{
    // municipal-facts 5: 発行年月日 市区町村名 端末名番号 プリンタ番号 連番
    const QString first = QStringLiteral("20200502 ●●市 本庁1 プリンタ001");
    const QString second = QStringLiteral("20200502 ●●市 本庁1 プリンタ002");
    auto journal = m_trial->open();
    QStringList taken;
    for (int turn = 0; turn < 40; ++turn) {
        if (turn % 10 == 9) {
            journal.reset();
            journal = m_trial->open();
        }
        const auto issued =
            journal->issue(aRow(), IssueRequest{turn % 4 == 0 ? second : first, 1 + turn % 3});
        QVERIFY(issued.has_value());
        QCOMPARE(issued->numbers.size(), 1 + turn % 3);
        taken += issued->numbers;
    }
    QCOMPARE(QSet<QString>(taken.begin(), taken.end()).size(), taken.size());
    for (const QString &series : {first, second}) {
        const QStringList own = taken.filter(series);
        for (int serial = 1; serial <= own.size(); ++serial)
            QCOMPARE(own.at(serial - 1),
                     series + QStringLiteral(" %1").arg(serial, 3, 10, QLatin1Char('0')));
    }
    QVERIFY(taken.contains(QStringLiteral("20200502 ●●市 本庁1 プリンタ001 011")));
    QVERIFY(verdictOf(*journal).good());
}

void TestJournal::numbersAndRowsGoTogether()
{
    auto journal = m_trial->open();
    const auto issued = journal->issue(aRow(), IssueRequest{QStringLiteral("s"), 3});
    QVERIFY(issued.has_value());
    const auto rows = journal->rows(issued->row, 1);
    const auto row = evidence::decode(rows.value_or(QList<journal::StoredRow>()).value(0).body);
    QVERIFY(row.has_value());
    QCOMPARE(row->issueNumbers, issued->numbers);
    QCOMPARE(row->copies, 3u);
    QCOMPARE(journal->issue(aRow(), IssueRequest{QStringLiteral("s"), 0}).error().code,
             ErrorCode::ArgumentWrong);
    QCOMPARE(journal->issue(aRow(), IssueRequest{QString(), 1}).error().code,
             ErrorCode::ArgumentWrong);
    QCOMPARE(journal->head().count, quint64{1});
}

void TestJournal::outcomesOfPaperAreKept()
{
    auto journal = m_trial->open();
    const auto issued = journal->issue(aRow(), IssueRequest{QStringLiteral("s"), 2});
    evidence::Row outcome = aRow(QStringLiteral("PrintOutcome"));
    outcome.issueNumbers = {issued->numbers.at(0)};
    QCOMPARE(journal->settle(outcome, IssueState::Printed).value_or(0), quint64{2});
    outcome.issueNumbers = {issued->numbers.at(1)};
    QCOMPARE(journal->settle(outcome, IssueState::Spoiled).value_or(0), quint64{3});
    // One unknown number: neither the state nor the row is written.
    outcome.issueNumbers = {issued->numbers.at(1), QStringLiteral("s 009")};
    QCOMPARE(journal->settle(outcome, IssueState::Failed).error().code, ErrorCode::Unexpected);
    QCOMPARE(journal->append(aRow()).value_or(0), quint64{4});
    QVERIFY(verdictOf(*journal).good());
    journal.reset();
    auto database = m_trial->database();
    QSqlQuery query(database->driver()->createResult());
    QVERIFY(query.exec(QStringLiteral("SELECT group_concat(state) FROM issued_number")));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), QStringLiteral("1,3"));
}

void TestJournal::checkpointsFallDue()
{
    auto journal = m_trial->open();
    QVERIFY(!journal->checkpointDue(0));
    const auto none = journal->checkpoint(5);
    QVERIFY(none.has_value() && !none->has_value());
    const qint64 start = aRow().atMs;
    QVERIFY(journal->append(aRow()));
    QVERIFY(!journal->checkpointDue(start + 59'999));
    QVERIFY(journal->checkpointDue(start + 60'000));
    const auto made = journal->checkpoint(start + 60'000);
    QVERIFY(made.has_value() && made->has_value());
    QCOMPARE((*made)->checkpoint.head, journal->head());
    QVERIFY(!journal->checkpointDue(start + 600'000));
    const auto again = journal->checkpoint(start + 600'000);
    QVERIFY(*again == *made);
    QVERIFY(journal->append(QList<evidence::Row>(999, aRow())));
    QVERIFY(!journal->checkpointDue(start));
    QVERIFY(journal->append(aRow()));
    QVERIFY(journal->checkpointDue(start));
    QVERIFY(journal->checkpoint(start));
    QCOMPARE(journal->checkpoints(0, 10)->size(), 2);
    QCOMPARE(verdictOf(*journal).witnessedTo, quint64{1001});
    journal.reset();
    journal = m_trial->open();
    QVERIFY(!journal->checkpointDue(start + 600'000));
}

void TestJournal::anotherStationsJournalIsRefused()
{
    QVERIFY(m_trial->open()->append(aRow()));
    auto opening = m_trial->opening();
    opening.station = QStringLiteral("本庁2");
    const auto opened = Journal::open(opening);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::JournalDamaged);
}

void TestJournal::aNewerJournalIsRefused()
{
    QVERIFY(m_trial->open()->append(aRow()));
    // What a later version of the program would do to the file.
    const QString root = m_trial->filePath(QStringLiteral("sql"));
    QVERIFY(QDir().mkpath(root + QStringLiteral("/journal")));
    const QDir shipped(QStringLiteral(":/sql/journal"));
    const QStringList known = shipped.entryList({QStringLiteral("0*.sql")});
    for (const QString &name : known)
        QVERIFY(QFile::copy(shipped.filePath(name), root + QStringLiteral("/journal/") + name));
    QFile later(
        root +
        QStringLiteral("/journal/%1_later.sql").arg(known.size() + 1, 4, 10, QLatin1Char('0')));
    QVERIFY(later.open(QIODevice::WriteOnly));
    later.write("-- Later.\nCREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;\n");
    later.close();
    QVERIFY(storage::Database::open({.path = m_trial->path(),
                                     .key = &m_trial->key,
                                     .kind = QStringLiteral("journal"),
                                     .sqlRoot = root}));
    const auto opened = Journal::open(m_trial->opening());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::JournalNewer);
}

void TestJournal::wrongKeyAndMissingFileAreTold()
{
    auto opening = m_trial->opening();
    opening.mode = storage::Opening::Mode::ReadWrite;
    QCOMPARE(Journal::open(opening).error().code, ErrorCode::JournalMissing);
    QVERIFY(m_trial->open()->append(aRow()));
    const base::Secret other = base::crypto::randomSecret(32);
    opening.key = &other;
    QCOMPARE(Journal::open(opening).error().code, ErrorCode::JournalWrongKey);
}

void TestJournal::remembersDoorAndTime()
{
    auto journal = m_trial->open();
    QCOMPARE(journal->memory().door().value_or(evidence::Head{9, {}}), (evidence::Head{}));
    const evidence::Head head{4, QByteArray(32, 'h')};
    QVERIFY(journal->takeOverDoor({aRow()}, head));
    QCOMPARE(journal->memory().trustedTime().value_or(9), qint64{0});
    QVERIFY(journal->memory().trustTime(2000));
    QVERIFY(journal->memory().trustTime(1000));
    journal.reset();
    journal = m_trial->open();
    QCOMPARE(journal->memory().door().value_or(evidence::Head{}), head);
    QCOMPARE(journal->memory().trustedTime().value_or(0), qint64{2000});
    QCOMPARE(journal->head().count, quint64{1});
}

void TestJournal::leavesNoPlaintext()
{
    auto journal = m_trial->open();
    QVERIFY(journal->append(aRow(QStringLiteral("PlainWordInTheLog"))));
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(m_trial->path() + suffix);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("PlainWordInTheLog"));
    }
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
