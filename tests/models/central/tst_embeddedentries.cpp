#include "central/registerfiles.h"
#include "movework.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QThread>

using namespace movework;
using support::TestRegister;

namespace {

/// The register's file beside the links.
class OpenFile final
{
public:
    explicit OpenFile(const QString &folder)
    {
        auto opened =
            central::openRegister(folder, support::keyOf('r'), storage::Opening::Mode::ReadWrite);
        if (!opened)
            qFatal("the file is not there");
        m_file = std::move(*opened);
    }
    bool run(const QString &sql)
    {
        QSqlQuery query(m_file->driver()->createResult());
        return query.exec(sql);
    }
    /// Each row's columns joined by a space.
    QStringList rows(const QString &sql)
    {
        QSqlQuery query(m_file->driver()->createResult());
        if (!query.exec(sql))
            qFatal("no rows");
        QStringList found;
        while (query.next()) {
            QStringList columns;
            for (int i = 0; i < query.record().count(); ++i)
                columns.append(query.value(i).toString());
            found.append(columns.join(u' '));
        }
        return found;
    }

private:
    std::unique_ptr<storage::Database> m_file;
};

const QString logRows =
    QStringLiteral("SELECT user_id, station_id, action, subject, detail FROM register_log");

std::unique_ptr<central::EmbeddedLink> linkOf(TestRegister &place, const QString &user)
{
    auto link = central::EmbeddedLink::open(place.folder(), TestRegister::keys(), place.clock());
    if (!link || !(*link)->openSession({.userId = user,
                                        .certificateFingerprint = TestRegister::card(user),
                                        .stationId = QStringLiteral("S0001")}))
        qFatal("no session");
    return std::move(*link);
}

} // namespace

// What is the embedded register's own; what every register does is in tst_entries*.
class TestEmbeddedEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRegisterLogsWhatWasDone();
    void theLogRowIsThereBeforeTheNumber();
    void theFileItselfKeepsWhatWasAnswered();
    void writersOnOneFileComeOneAfterAnother();
    void membersInAFileMadeBeforeAreFound();
};

void TestEmbeddedEntries::theRegisterLogsWhatWasDone()
{
    TestRegister place(nineHouseholds());
    const auto clerks = linkOf(place, clerk);
    const auto chiefs = linkOf(place, chief);
    QVERIFY(clerks->submit(submission(1, restrictionOn(3), 0, because)));
    QVERIFY(clerks->submit(submission(1, restrictionOn(3), 0, because))); // again: no row
    QVERIFY(!clerks->submit(submission(2, noteOn(77, QStringLiteral("一")))));
    QVERIFY(chiefs->decide(registering(1)));
    QVERIFY(chiefs->breakLock({.kind = central::LockKey::Kind::Household, .id = 3}, because));
    QVERIFY(!clerks->breakLock({.kind = central::LockKey::Kind::Household, .id = 3}, because));
    const QStringList expected{QStringLiteral("clerk S0001 submit 3 ") + uuidOf(1),
                               QStringLiteral("chief S0001 decide 1 0"),
                               QStringLiteral("chief S0001 break_household_lock 3 ") + because};
    OpenFile file(place.folder());
    QCOMPARE(file.rows(logRows), expected);
}

void TestEmbeddedEntries::theLogRowIsThereBeforeTheNumber()
{
    TestRegister place(nineHouseholds());
    const auto chiefs = linkOf(place, chief);
    QVERIFY(QFile::remove(place.folder() + QStringLiteral("/numbers.db")));
    QVERIFY(!chiefs->revealNumber({3}, because));
    OpenFile file(place.folder());
    QCOMPARE(file.rows(logRows),
             QStringList{QStringLiteral("chief S0001 reveal_number 3 ") + because});
}

void TestEmbeddedEntries::theFileItselfKeepsWhatWasAnswered()
{
    TestRegister place(nineHouseholds());
    const auto clerks = linkOf(place, clerk);
    QVERIFY(clerks->submit(submission(1, restrictionOn(3), 0, because)));
    OpenFile file(place.folder());
    QVERIFY(file.run(QStringLiteral("SELECT 1")));
    for (const auto *sql :
         {"UPDATE register_log SET user_id = 'chief'", "DELETE FROM register_log",
          "UPDATE submission SET verdict = 0", "DELETE FROM submission",
          "INSERT INTO entry_waiting (entry_id, person_id, household_id) VALUES (9, 3, 0)"})
        QVERIFY2(!file.run(QString::fromLatin1(sql)), sql);
}

void TestEmbeddedEntries::writersOnOneFileComeOneAfterAnother()
{
    TestRegister place(nineHouseholds());
    constexpr int writers = 4;
    constexpr int each = 15;
    std::array<int, writers> written{};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back(QThread::create([&place, &written, writer] {
            const auto link = linkOf(place, writer % 2 == 0 ? clerk : chief);
            for (int i = 0; i < each; ++i) {
                const auto note = noteOn(1 + i % 9, QStringLiteral("一"));
                const auto answer = link->submit(submission(100 * writer + i, note));
                written.at(std::size_t(writer)) += answer.has_value() ? 1 : 0;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    const std::array<int, writers> expected{each, each, each, each};
    QCOMPARE(written, expected);
    const auto link = linkOf(place, clerk);
    const auto page =
        link->feed({.number = 0, .hash = central::firstHash(TestRegister::registerId())}, 1000);
    QVERIFY(page);
    QCOMPARE(page->changes.size(), writers * each);
    auto hash = central::firstHash(TestRegister::registerId());
    for (qsizetype i = 0; i < page->changes.size(); ++i) {
        const auto &change = page->changes.at(i);
        hash = central::nextHash(hash, change.table, change.row);
        QCOMPARE(change.hash, hash);
        QCOMPARE(change.row.key.id, i + 1); // no number twice, none left out
    }
}

// Persons are found by household since 0009_moves; a file that was there before has no such column
// filled.
void TestEmbeddedEntries::membersInAFileMadeBeforeAreFound()
{
    TestRegister place(familyCity());
    QVERIFY(OpenFile(place.folder()).run(QStringLiteral("UPDATE person SET household_id = -1")));
    const auto link = linkOf(place, clerk);
    auto part = wholeFamily();
    part.movers.removeLast();
    const auto refused = link->submit(submission(1, part));
    QCOMPARE(codeOf(refused), ErrorCode::MoveRefused);
    QCOMPARE(detailOf(refused), QStringLiteral("PartOfHousehold"));
    QVERIFY(link->submit(submission(2, wholeFamily())));
    QCOMPARE(OpenFile(place.folder())
                 .rows(QStringLiteral("SELECT person_id, household_id FROM person ORDER BY 1")),
             QStringList({QStringLiteral("1 1"), QStringLiteral("2 1"), QStringLiteral("3 1"),
                          QStringLiteral("4 1"), QStringLiteral("5 5"), QStringLiteral("6 5"),
                          QStringLiteral("7 7")}));
}

QTEST_GUILESS_MAIN(TestEmbeddedEntries)
#include "tst_embeddedentries.moc"
