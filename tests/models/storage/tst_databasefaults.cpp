#include "models/storage/trialfile.h"
#include "storage/files.h"

#include <QSet>

#include <csignal>
#include <sys/resource.h>

class TestDatabaseFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<TrialFile>(); }
    void migratesFromEachVersion();
    void goesOnAfterAMigrationThatFailed();
    void refusesANewerFile_data();
    void refusesANewerFile();
    void tellsFaultsApart_data();
    void tellsFaultsApart();
    void closesAfterDamageInside();
    void aFullDiskLosesNothing();

private:
    std::unique_ptr<TrialFile> m_file;
};

void TestDatabaseFaults::migratesFromEachVersion()
{
    const QStringList steps = {
        u"CREATE TABLE note (note_id INTEGER PRIMARY KEY, body TEXT, data BLOB);"_s,
        u"ALTER TABLE note ADD COLUMN kind TEXT NOT NULL DEFAULT 'plain';\n"_s
        u"CREATE INDEX note_kind ON note (kind);"_s,
        u"CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; SELECT 2; END;"_s,
    };
    m_file->sql(u"schema"_s,
                u"SELECT group_concat(sql) FROM (SELECT sql FROM sqlite_schema ORDER BY name)"_s);
    QSet<QString> schemas;
    for (int start = 1; start <= 3; ++start) {
        storage::removeDatabase(m_file->opening().path);
        QDir(m_file->filePath(u"sql/cache"_s)).remove(u"0002_step.sql"_s);
        QDir(m_file->filePath(u"sql/cache"_s)).remove(u"0003_step.sql"_s);
        for (int i = 1; i <= start; ++i)
            m_file->migration(i, steps.at(i - 1));
        {
            auto db = m_file->open();
            QVERIFY(db);
            m_file->addRows(*db, 2);
        }
        for (int i = start; i <= 3; ++i)
            m_file->migration(i, steps.at(i - 1));
        QCOMPARE(codeOf(Database::open(m_file->opening(Opening::Mode::ReadOnly))),
                 start < 3 ? ErrorCode::StatementFailed : ErrorCode::Count);
        auto db = m_file->open(Opening::Mode::ReadWrite);
        QVERIFY(db);
        QCOMPARE(m_file->countRows(*db), 2);
        auto schema = db->statement(u"cache/schema"_s);
        QVERIFY(schema->exec() && schema->next().value());
        schemas.insert(schema->text(0));
    }
    QCOMPARE(schemas.size(), 1);
}

void TestDatabaseFaults::goesOnAfterAMigrationThatFailed()
{
    m_file->migration(2, u"CREATE TABLE second (a);"_s);
    m_file->migration(3, u"CREATE TABLE third (a); CREATE TABLE note (a);"_s);
    QCOMPARE(codeOf(Database::open(m_file->opening())), ErrorCode::StatementFailed);
    m_file->migration(3, u"CREATE TABLE third (a);"_s);
    auto db = m_file->open(Opening::Mode::ReadWrite);
    QVERIFY(db);
    m_file->sql(u"third"_s, u"SELECT third.a FROM third, second"_s);
    QVERIFY(db->statement(u"cache/third"_s));
}

void TestDatabaseFaults::refusesANewerFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("cache") << u"cache"_s << ErrorCode::CacheNewer;
    QTest::newRow("journal") << u"journal"_s << ErrorCode::JournalNewer;
    QTest::newRow("central") << u"central"_s << ErrorCode::RegisterNewer;
}

void TestDatabaseFaults::refusesANewerFile()
{
    QFETCH(QString, kind);
    QFETCH(ErrorCode, code);
    const QString folder = m_file->filePath(u"sql/%1/"_s.arg(kind));
    writeFile(folder + u"0001_step.sql"_s, u"CREATE TABLE a (a);"_s);
    writeFile(folder + u"0002_b.sql"_s, u"CREATE TABLE b (a);"_s);
    Opening what = m_file->opening();
    what.kind = kind;
    QVERIFY(Database::open(what));
    QVERIFY(QFile::remove(folder + u"0002_b.sql"_s));
    QCOMPARE(codeOf(Database::open(what)), code);
    // Another kind of file is not taken for this one.
    what.kind = kind == u"cache" ? u"journal"_s : u"cache"_s;
    writeFile(m_file->filePath(u"sql/journal/0001_step.sql"_s), u"CREATE TABLE a (a);"_s);
    QCOMPARE(codeOf(Database::open(what)),
             kind == u"cache" ? ErrorCode::JournalDamaged : ErrorCode::CacheDamaged);
}

void TestDatabaseFaults::tellsFaultsApart_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << u"missing"_s << ErrorCode::CacheMissing;
    QTest::newRow("empty") << u"empty"_s << ErrorCode::CacheDamaged;
    QTest::newRow("cut in half") << u"half"_s << ErrorCode::CacheDamaged;
    QTest::newRow("cut to ten bytes") << u"ten"_s << ErrorCode::CacheDamaged;
    QTest::newRow("one byte of page 1") << u"flip 200"_s << ErrorCode::CacheDamaged;
    QTest::newRow("one byte of the salt") << u"flip 3"_s << ErrorCode::CacheDamaged;
    QTest::newRow("wrong key") << u"key"_s << ErrorCode::CacheWrongKey;
    QTest::newRow("wrong key, no check value") << u"key unchecked"_s << ErrorCode::CacheDamaged;
    QTest::newRow("wrong check value only") << u"check"_s << ErrorCode::Count;
}

void TestDatabaseFaults::tellsFaultsApart()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, code);
    {
        auto db = m_file->open();
        QVERIFY(db);
        m_file->addRows(*db, 100);
    }
    const Opening what = m_file->opening(Opening::Mode::ReadWrite);
    QFile file(what.path);
    QVERIFY(file.size() > 100 * 1000);
    if (fault == u"missing")
        QVERIFY(file.remove());
    if (fault == u"empty")
        QVERIFY(file.resize(0));
    if (fault == u"half")
        QVERIFY(file.resize(file.size() / 2));
    if (fault == u"ten")
        QVERIFY(file.resize(10));
    if (fault.startsWith(u"flip")) {
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(fault.mid(5).toInt()));
        char byte = 0;
        QVERIFY(file.peek(&byte, 1) == 1);
        byte = char(byte ^ 1);
        QVERIFY(file.write(&byte, 1) == 1);
        file.close();
    }
    if (fault == u"key unchecked")
        QVERIFY(QFile::remove(what.path + u".check"_s));
    if (fault.startsWith(u"key"))
        m_file->takeKey(base::crypto::randomSecret(32));
    if (fault == u"check")
        writeFile(what.path + u".check"_s, QString(48, u'x'));
    QCOMPARE(codeOf(Database::open(what)), code);
    QCOMPARE(codeOf(Database::open(what)), code);
}

void TestDatabaseFaults::closesAfterDamageInside()
{
    {
        auto db = m_file->open();
        m_file->addRows(*db, 100);
        QCOMPARE(db->checkIntegrity().value(), QStringList());
    }
    QFile file(m_file->opening().path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(12 * 4096 + 77));
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1);
    byte = char(byte ^ 4);
    QVERIFY(file.write(&byte, 1) == 1);
    file.close();
    {
        auto db = m_file->open(Opening::Mode::ReadWrite);
        QVERIFY(db);
        const auto found = db->checkIntegrity();
        QVERIFY(found);
        QVERIFY2(!found->isEmpty(), "an altered page is found");
        QVERIFY(found->join(u' ').contains(u"13"));
    }
    auto db = m_file->open(Opening::Mode::ReadWrite);
    QVERIFY(db);
    auto all = db->statement(u"cache/all"_s);
    QVERIFY(all->exec());
    auto row = all->next();
    while (row && *row)
        row = all->next();
    QVERIFY(!row);
    QCOMPARE(row.error().code, ErrorCode::CacheDamaged);
    QCOMPARE(all->exec().error().code, ErrorCode::CacheDamaged);
    QCOMPARE(db->statement(u"cache/count"_s).error().code, ErrorCode::CacheDamaged);
    QCOMPARE(db->begin().error().code, ErrorCode::CacheDamaged);
}

void TestDatabaseFaults::aFullDiskLosesNothing()
{
    auto db = m_file->open();
    QVERIFY(db);
    m_file->addRows(*db, 50);
    const int before = m_file->countRows(*db);
    QVERIFY(std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    rlimit old{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit small{300 * 1024, old.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    ErrorCode code = ErrorCode::Count;
    int written = 0;
    {
        auto add = db->statement(u"cache/add"_s);
        add->bind("body"_L1, u"more"_s);
        add->bind("data"_L1, QByteArray(20000, 'y'));
        for (; written < 1000; ++written) {
            if (const auto done = add->exec(); !done) {
                code = done.error().code;
                break;
            }
        }
    }
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
    QCOMPARE(code, ErrorCode::DiskFull);
    QVERIFY(written < 1000);
    QCOMPARE(m_file->countRows(*db), before + written);
    m_file->addRows(*db, 1);
    db.reset();
    db = m_file->open(Opening::Mode::ReadWrite);
    QVERIFY(db);
    QCOMPARE(m_file->countRows(*db), before + written + 1);
    QCOMPARE(db->checkIntegrity().value(), QStringList());
}

QTEST_GUILESS_MAIN(TestDatabaseFaults)
#include "tst_databasefaults.moc"
