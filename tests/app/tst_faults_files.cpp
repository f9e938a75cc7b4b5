// links: madoguchi_app
#include "auth/keyuse.h"
#include "base/errorname.h"
#include "storage/database.h"
#include "storage/keycheck.h"
#include "support/officework.h"

#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using base::ErrorCode;
using support::waited;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(content) == content.size();
}
/// One bit of a byte in every page from `firstPage` on, in place: whoever has the file open sees
/// it.
bool flip(const QString &path, qint64 firstPage, qint64 pages)
{
    constexpr qint64 pageBytes = 4096;
    constexpr qint64 inPage = 1'000;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const qint64 last = std::min(file.size() / pageBytes, firstPage + pages);
    for (qint64 page = firstPage; page < last; ++page) {
        char byte = 0;
        if (!file.seek(page * pageBytes + inPage) || !file.getChar(&byte) ||
            !file.seek(page * pageBytes + inPage) || !file.putChar(char(byte ^ 1)))
            return false;
    }
    return true;
}

/// No file of this process may grow beyond this, as on a full disk.
class FullDisk final
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

/// Faults 7 to 9: the cache mends itself, the journal is never replaced, a full disk shows nothing.
class TestFaultsFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cacheIsSetAsideAndLoadedAnew_data();
    void cacheIsSetAsideAndLoadedAnew();
    void cacheDamagedWhileOpenMendsItself();
    void cacheDamagedUnseenAtOpening();
    void journalIsRefusedAndLeftAlone_data();
    void journalIsRefusedAndLeftAlone();
    void anOldJournalPutBackIsRefused();
    void registerDamaged();
    void fullDiskShowsNothing();
    void fullDiskDuringTheFirstLoad();

private:
    [[nodiscard]] bool makeNewer(const QString &kind, const QString &path) const;
    [[nodiscard]] base::Result<std::shared_ptr<desk::Desk>> tryIn();
    [[nodiscard]] ErrorCode signInCode();
    void signOut(support::AtWork &work);
    void expectMended(const QString &reason);

    const QString m_user = QStringLiteral("madoguchi1");
    std::unique_ptr<support::TrainingPlace> m_place;
    QString m_cache;
    QString m_journal;
    base::Secret m_stationKey;
    qsizetype m_found = 0; ///< what the search finds while nothing is wrong
    std::unique_ptr<app::FrontRoom> m_room;
};

void TestFaultsFiles::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    m_cache = m_place->station(QStringLiteral("cache.db"));
    m_journal = m_place->station(QStringLiteral("journal.db"));
    auto work = support::signedIn(*m_place, m_user);
    const app::Credential mine = m_place->credential(m_user);
    const auto proved =
        work.room->door().prove(app::toSecret(mine.password), app::toSecret(mine.pin));
    QVERIFY(proved.has_value());
    m_stationKey = proved->stationKey;
    const auto found = support::find(*work.desk, support::openVisit(*work.desk));
    QVERIFY(found.has_value());
    m_found = found->rows.size();
    QVERIFY(m_found > 3);
    signOut(work);
}

void TestFaultsFiles::cleanup()
{
    m_room.reset();
}

void TestFaultsFiles::signOut(support::AtWork &work)
{
    QVERIFY(waited(work.desk->signOut()).has_value());
    work.desk.reset();
    work.room.reset();
    // Everything is in the file itself.
    QVERIFY(!QFile::exists(m_cache + QStringLiteral("-wal")));
}

/// What a later version of the program would do to a file.
bool TestFaultsFiles::makeNewer(const QString &kind, const QString &path) const
{
    const QTemporaryDir root;
    QDir folder(root.path());
    if (!folder.mkdir(kind) || !folder.cd(kind))
        return false;
    const QDir shipped(QStringLiteral(":/sql/") + kind);
    const QStringList steps = shipped.entryList({QStringLiteral("0*.sql")});
    for (const QString &step : steps)
        QFile::copy(shipped.filePath(step), folder.filePath(step));
    const QString later = folder.filePath(QStringLiteral("000%1_later.sql").arg(steps.size() + 1));
    const auto use = kind == QLatin1String("cache") ? auth::KeyUse::Cache : auth::KeyUse::Journal;
    const base::Secret key = auth::keyFor(m_stationKey, use);
    if (!write(later, "-- Later.\nCREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;\n"))
        return false;
    return storage::Database::open(
               {.path = path, .key = &key, .kind = kind, .sqlRoot = root.path()})
        .has_value();
}

base::Result<std::shared_ptr<desk::Desk>> TestFaultsFiles::tryIn()
{
    m_room.reset();
    auto room = m_place->frontRoom(m_user);
    if (!room)
        return base::fail(room);
    m_room = std::move(*room);
    const bool there = QTest::qWaitFor(
        [this] { return m_room->door().token().state == desk::TokenState::Present; }, 10'000);
    const app::Credential mine = m_place->credential(m_user);
    if (!there)
        return base::fail(ErrorCode::TokenAbsent);
    return waited(m_room->door().signIn(app::toSecret(mine.password), app::toSecret(mine.pin)));
}

ErrorCode TestFaultsFiles::signInCode()
{
    const auto opened = tryIn();
    return opened ? ErrorCode::Count : opened.error().code;
}

void TestFaultsFiles::cacheIsSetAsideAndLoadedAnew_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("reason");
    QTest::newRow("cut in half") << QStringLiteral("half") << ErrorCode::CacheDamaged;
    QTest::newRow("cut to ten bytes") << QStringLiteral("ten") << ErrorCode::CacheDamaged;
    QTest::newRow("empty") << QStringLiteral("empty") << ErrorCode::CacheDamaged;
    QTest::newRow("one byte of page 1") << QStringLiteral("flip") << ErrorCode::CacheDamaged;
    QTest::newRow("wrong key") << QStringLiteral("key") << ErrorCode::CacheWrongKey;
    QTest::newRow("newer") << QStringLiteral("newer") << ErrorCode::CacheNewer;
    QTest::newRow("missing") << QStringLiteral("missing") << ErrorCode::CacheMissing;
}

void TestFaultsFiles::cacheIsSetAsideAndLoadedAnew()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, reason);
    const QByteArray whole = contentOf(m_cache);
    QVERIFY(whole.size() > 100'000);
    if (fault == QLatin1String("half"))
        QVERIFY(write(m_cache, whole.left(whole.size() / 2)));
    if (fault == QLatin1String("ten"))
        QVERIFY(write(m_cache, whole.left(10)));
    if (fault == QLatin1String("empty"))
        QVERIFY(write(m_cache, {}));
    if (fault == QLatin1String("flip"))
        QVERIFY(flip(m_cache, 0, 1));
    if (fault == QLatin1String("newer"))
        QVERIFY(makeNewer(QStringLiteral("cache"), m_cache));
    if (fault == QLatin1String("missing"))
        QVERIFY(QFile::remove(m_cache));
    if (fault == QLatin1String("key")) {
        QVERIFY(QFile::remove(m_cache));
        storage::removeKeyCheck(m_cache);
        const base::Secret other = base::crypto::randomSecret(base::crypto::keyBytes);
        QVERIFY(
            cache::CacheWriter::open(m_cache, other, cache::CacheWriter::Mode::Create).has_value());
    }
    const QByteArray faulty = contentOf(m_cache);
    const QDir station(m_place->station({}));
    const auto aside = [&station] {
        return station.entryList({QStringLiteral("cache.db.aside-*")}, QDir::Files, QDir::Time)
            .filter(QRegularExpression(QStringLiteral("-\\d+$")));
    };
    const QStringList before = aside();

    auto work = support::signedIn(*m_place, m_user);
    const auto visit = support::openVisit(*work.desk);
    const auto found = support::find(*work.desk, visit);
    QVERIFY(found.has_value());
    QCOMPARE(found->rows.size(), m_found);
    const auto rows = support::logRows(*work.desk);
    const auto told = std::find_if(rows.rbegin(), rows.rend(), [](const evidence::Row &row) {
        return row.procedure == QStringLiteral("CacheSetAside");
    });
    QStringList now = aside();
    now.removeIf([&before](const QString &name) { return before.contains(name); });
    if (reason == ErrorCode::CacheMissing) {
        QVERIFY(now.isEmpty());
    } else {
        QCOMPARE(now.size(), 1);
        QCOMPARE(contentOf(station.filePath(now.first())), faulty);
        QVERIFY(told != rows.rend());
        QCOMPARE(told->reason, base::errorName(reason));
        QCOMPARE(told->detail, now.first());
    }
    QCOMPARE(support::chainProblem(*work.desk), QString());
    signOut(work);
}

void TestFaultsFiles::cacheDamagedWhileOpenMendsItself()
{
    auto work = support::signedIn(*m_place, m_user);
    const auto visit = support::openVisit(*work.desk);
    QList<int> percents;
    connect(work.desk.get(), &desk::Desk::loadProgress, this,
            [&percents](int percent) { percents.append(percent); });
    const auto person = support::find(*work.desk, visit)->rows.first().id.person;
    QVERIFY(flip(m_cache, 1, 1'000'000));
    // What the reader still holds in its memory may answer; the first page from the file must not.
    ErrorCode code = ErrorCode::Count;
    for (const QString &kana :
         {QStringLiteral("カ"), QStringLiteral("タ"), QStringLiteral("ナ"), QStringLiteral("マ"),
          QStringLiteral("ハ"), QStringLiteral("ヤ"), QStringLiteral("ア")}) {
        const auto found = support::find(*work.desk, visit, kana);
        if (!found) {
            code = found.error().code;
            break;
        }
    }
    if (code == ErrorCode::Count) {
        const auto history = waited(work.desk->viewRecords().history(visit, person));
        QVERIFY(!history.has_value());
        code = history.error().code;
    }
    QCOMPARE(code, ErrorCode::CacheDamaged);
    QTRY_VERIFY_WITH_TIMEOUT(percents.contains(0) && percents.last() == 100, 60'000);
    const auto again = support::find(*work.desk, visit);
    QVERIFY(again.has_value());
    QCOMPARE(again->rows.size(), m_found);
    const auto rows = support::logRows(*work.desk);
    QVERIFY(std::any_of(rows.rbegin(), rows.rbegin() + 6, [](const evidence::Row &row) {
        return row.procedure == QStringLiteral("CacheSetAside");
    }));
    QCOMPARE(support::chainProblem(*work.desk), QString());
    signOut(work);
}

void TestFaultsFiles::cacheDamagedUnseenAtOpening()
{
    // Pages that are not read at opening: the sign-in finds nothing wrong.
    QVERIFY(flip(m_cache, 20, 1'000'000));
    auto work = support::signedIn(*m_place, m_user);
    const auto visit = support::openVisit(*work.desk);
    const auto first = support::find(*work.desk, visit);
    if (!first)
        QVERIFY(first.error().code == ErrorCode::CacheDamaged ||
                first.error().code == ErrorCode::CacheMissing); // being loaded already
    QTRY_VERIFY_WITH_TIMEOUT(support::find(*work.desk, visit).has_value(), 60'000);
    QCOMPARE(support::find(*work.desk, visit)->rows.size(), m_found);
    signOut(work);
}

void TestFaultsFiles::journalIsRefusedAndLeftAlone_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("newer") << QStringLiteral("newer") << ErrorCode::JournalNewer;
    QTest::newRow("missing") << QStringLiteral("missing") << ErrorCode::JournalMissing;
    QTest::newRow("cut in half") << QStringLiteral("half") << ErrorCode::JournalDamaged;
    QTest::newRow("one byte") << QStringLiteral("flip") << ErrorCode::JournalDamaged;
    QTest::newRow("wrong key") << QStringLiteral("key") << ErrorCode::JournalWrongKey;
}

void TestFaultsFiles::journalIsRefusedAndLeftAlone()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, code);
    const QByteArray whole = contentOf(m_journal);
    const QByteArray check = contentOf(storage::keyCheckPath(m_journal));
    if (fault == QLatin1String("newer"))
        QVERIFY(makeNewer(QStringLiteral("journal"), m_journal));
    if (fault == QLatin1String("missing"))
        QVERIFY(QFile::remove(m_journal));
    if (fault == QLatin1String("half"))
        QVERIFY(write(m_journal, whole.left(whole.size() / 2)));
    if (fault == QLatin1String("flip"))
        QVERIFY(flip(m_journal, 0, 1));
    if (fault == QLatin1String("key")) {
        QVERIFY(QFile::remove(m_journal));
        storage::removeKeyCheck(m_journal);
        const base::Secret other = base::crypto::randomSecret(32);
        QVERIFY(storage::Database::open({.path = m_journal,
                                         .key = &other,
                                         .mode = storage::Opening::Mode::Create,
                                         .kind = QStringLiteral("journal")})
                    .has_value());
    }
    const QByteArray faulty = contentOf(m_journal);
    const ErrorCode told = signInCode();
    const QByteArray after = contentOf(m_journal);
    const bool there = QFile::exists(m_journal);
    m_room.reset();
    for (const auto *beside : {"-wal", "-shm"})
        QFile::remove(m_journal + QLatin1String(beside));
    QVERIFY(write(m_journal, whole));
    QVERIFY(write(storage::keyCheckPath(m_journal), check));
    QCOMPARE(told, code);
    QCOMPARE(after, faulty);
    QCOMPARE(there, code != ErrorCode::JournalMissing);
    QCOMPARE(signInCode(), ErrorCode::Count);
}

void TestFaultsFiles::anOldJournalPutBackIsRefused()
{
    const QByteArray old = contentOf(m_journal);
    auto work = support::signedIn(*m_place, m_user);
    QVERIFY(support::find(*work.desk, support::openVisit(*work.desk)).has_value());
    signOut(work); // the register witnesses where the log stands
    const QByteArray present = contentOf(m_journal);
    QVERIFY(write(m_journal, old));
    QCOMPARE(signInCode(), ErrorCode::LogCut);
    QVERIFY(write(m_journal, present));
    QCOMPARE(signInCode(), ErrorCode::Count);
}

void TestFaultsFiles::registerDamaged()
{
    const QString path = m_place->at(QStringLiteral("city/register/register.db"));
    const QByteArray whole = contentOf(path);
    QVERIFY(write(path, whole.left(whole.size() / 2)));
    const ErrorCode half = signInCode();
    m_room.reset();
    QVERIFY(QFile::remove(path));
    const ErrorCode missing = signInCode();
    m_room.reset();
    QVERIFY(write(path, whole));
    QCOMPARE(half, ErrorCode::RegisterDamaged);
    QCOMPARE(missing, ErrorCode::RegisterUnreachable);
    QCOMPARE(signInCode(), ErrorCode::Count);
}

void TestFaultsFiles::fullDiskShowsNothing()
{
    auto work = support::signedIn(*m_place, m_user);
    const auto visit = support::openVisit(*work.desk);
    const auto person = support::find(*work.desk, visit)->rows.first().id.person;
    const qsizetype rowsBefore = support::logRows(*work.desk).size();
    qsizetype answered = 0;
    {
        const FullDisk full(rlim_t(QFileInfo(m_journal + QStringLiteral("-wal")).size()) + 20'000);
        ErrorCode code = ErrorCode::Count;
        for (int turn = 0; turn < 200 && code == ErrorCode::Count; ++turn) {
            const auto found = support::find(*work.desk, visit);
            answered += found.has_value();
            code = found ? ErrorCode::Count : found.error().code;
        }
        QVERIFY2(code == ErrorCode::DiskFull || code == ErrorCode::LogNotWritten,
                 qPrintable(QString::number(int(code))));
        const FullDisk nothingAtAll(1);
        const auto record = waited(work.desk->viewRecords().resident(visit, person));
        QVERIFY(!record.has_value());
        QVERIFY(record.error().code == ErrorCode::DiskFull ||
                record.error().code == ErrorCode::LogNotWritten);
        QVERIFY(!waited(work.desk->viewRecords().history(visit, person)).has_value());
        QVERIFY(!waited(work.desk->visits().open(
                            {.number = {}, .purpose = QStringLiteral("certificate")}))
                     .has_value());
        QVERIFY(!waited(work.desk->visits().end(visit)).has_value());
    }
    // Room again: the same visit goes on, each answer has its row and no other is there.
    const auto again = waited(work.desk->viewRecords().resident(visit, person));
    QVERIFY(again.has_value());
    QVERIFY(support::find(*work.desk, visit).has_value());
    const auto rows = support::logRows(*work.desk);
    QCOMPARE(rows.size(), rowsBefore + answered + 2);
    QCOMPARE(support::chainProblem(*work.desk), QString());
    signOut(work);
}

void TestFaultsFiles::fullDiskDuringTheFirstLoad()
{
    QVERIFY(QFile::remove(m_cache));
    std::shared_ptr<desk::Desk> desk;
    QList<ErrorCode> failures;
    {
        const FullDisk full(rlim_t(QFileInfo(m_journal).size()) + 200'000);
        const auto opened = tryIn();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        desk = *opened;
        connect(desk.get(), &desk::Desk::loadFailed, this,
                [&failures](const base::Error &error) { failures.append(error.code); });
        QTRY_COMPARE_WITH_TIMEOUT(failures.value(0, ErrorCode::Count), ErrorCode::DiskFull, 20'000);
        QVERIFY(desk->status().loadPercent < 100);
        const auto visit = support::openVisit(*desk);
        QCOMPARE(support::find(*desk, visit).error().code, ErrorCode::CacheMissing);
    }
    // Tried again by itself, within the 20 s of the office's round.
    QTRY_COMPARE_WITH_TIMEOUT(desk->status().loadPercent, 100, 60'000);
    QCOMPARE(support::find(*desk, support::openVisit(*desk))->rows.size(), m_found);
    QVERIFY(waited(desk->signOut()).has_value());
}

QTEST_MAIN(TestFaultsFiles)
#include "tst_faults_files.moc"
