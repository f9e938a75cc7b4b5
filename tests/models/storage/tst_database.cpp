#include "base/crypto.h"
#include "storage/cipher.h"
#include "storage/database.h"
#include "storage/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;
using storage::BulkWriter;
using storage::Database;
using storage::Opening;
using storage::Statement;
using storage::Transaction;

namespace {

// Statement files of a made-up kind of file, written for the test.
void writeFile(const QString &path, const QString &text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

ErrorCode codeOf(const base::Result<std::unique_ptr<Database>> &opened)
{
    return opened ? ErrorCode::Count : opened.error().code;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void carriesTheCipher();
    void writesAndReads();
    void keepsEveryCharacter_data();
    void keepsEveryCharacter();
    void tellsNullFromEmpty();
    void refusesAnUnboundParameter();
    void nestsTheSameStatement();
    void rollsBackWhatIsNotCommitted();
    void bulkWriterWritesTheSame();
    void migratesFromEachVersion();
    void goesOnAfterAMigrationThatFailed();
    void refusesANewerFile_data();
    void refusesANewerFile();
    void tellsFaultsApart_data();
    void tellsFaultsApart();
    void closesAfterDamageInside();
    void aFullDiskLosesNothing();
    void leavesNoPlaintext();
    void refusesAttach();
    void replacesByRename();
    void refusesReplacingByAnUnfinishedFile();
    void anInterruptedSearchSaysSo();

private:
    [[nodiscard]] Opening opening(Opening::Mode mode = Opening::Mode::Create) const;
    [[nodiscard]] std::unique_ptr<Database> open(Opening::Mode mode = Opening::Mode::Create) const;
    void migration(int number, const QString &sql) const;
    void sql(const QString &name, const QString &text) const;
    void addRows(Database &db, int count) const;
    [[nodiscard]] int countRows(Database &db) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    base::Secret m_key;
};

void TestDatabase::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_key = base::crypto::randomSecret(32);
    migration(1, u"CREATE TABLE note (note_id INTEGER PRIMARY KEY, body TEXT, data BLOB);"_s);
    sql(u"add"_s, u"INSERT INTO note (body, data) VALUES (:body, :data)"_s);
    sql(u"all"_s, u"SELECT body, data FROM note ORDER BY note_id"_s);
    sql(u"count"_s, u"SELECT count(*) FROM note"_s);
}

Opening TestDatabase::opening(Opening::Mode mode) const
{
    Opening opening;
    opening.path = m_dir->filePath(u"x.db"_s);
    opening.key = &m_key;
    opening.mode = mode;
    opening.kind = u"cache"_s;
    opening.sqlRoot = m_dir->filePath(u"sql"_s);
    return opening;
}

std::unique_ptr<Database> TestDatabase::open(Opening::Mode mode) const
{
    auto opened = Database::open(opening(mode));
    if (!opened)
        qWarning() << int(opened.error().code) << opened.error().detail;
    return opened ? std::move(*opened) : nullptr;
}

void TestDatabase::migration(int number, const QString &text) const
{
    sql(u"%1_step"_s.arg(number, 4, 10, QLatin1Char('0')), text);
}

void TestDatabase::sql(const QString &name, const QString &text) const
{
    writeFile(m_dir->filePath(u"sql/cache/%1.sql"_s.arg(name)), u"-- Test.\n"_s + text);
}

void TestDatabase::addRows(Database &db, int count) const
{
    auto add = db.statement(u"cache/add"_s);
    QVERIFY(add);
    for (int i = 0; i < count; ++i) {
        add->bind("body"_L1, u"row %1"_s.arg(i));
        add->bind("data"_L1, QByteArray(1000, 'x'));
        QVERIFY(add->exec());
    }
}

int TestDatabase::countRows(Database &db) const
{
    auto count = db.statement(u"cache/count"_s);
    if (!count || !count->exec() || !count->next().value_or(false))
        return -1;
    return int(count->integer(0));
}

void TestDatabase::carriesTheCipher()
{
    QVERIFY2(storage::cipherVersion().startsWith(u"4.14.0"), qPrintable(storage::cipherVersion()));
    QVERIFY(storage::requireCipher());
}

void TestDatabase::writesAndReads()
{
    auto db = open();
    QVERIFY(db);
    addRows(*db, 3);
    QCOMPARE(db->changes(), 1);
    QCOMPARE(db->lastInsertId(), 3);
    db.reset();
    db = open(Opening::Mode::ReadOnly);
    QVERIFY(db);
    auto all = db->statement(u"cache/all"_s);
    QVERIFY(all);
    QVERIFY(all->exec());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(all->next().value());
        QCOMPARE(all->text(0), u"row %1"_s.arg(i));
        QCOMPARE(all->bytes(1).size(), 1000);
    }
    QVERIFY(!all->next().value());
    QVERIFY(!all->next().value());
}

void TestDatabase::keepsEveryCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("beyond the first plane") << u"𠮷野家"_s;
    QTest::newRow("variation selector") << u"渡邉\U000E0101"_s;
    QTest::newRow("not normalised") << u"か\u3099が"_s;
    QTest::newRow("compatibility ideograph") << u"\uFA19神"_s;
    QTest::newRow("control characters") << QString(QChar(0)) + u"a\tb"_s;
    QTest::newRow("private use") << u"\uE000"_s;
}

void TestDatabase::keepsEveryCharacter()
{
    QFETCH(QString, text);
    auto db = open();
    QVERIFY(db);
    {
        auto add = db->statement(u"cache/add"_s);
        add->bind("body"_L1, text);
        add->bind("data"_L1, nullptr);
        QVERIFY(add->exec());
    }
    {
        auto add = db->bulk(u"cache/add"_s);
        add->bindText(1, text);
        add->bindNull(2);
        QVERIFY(add->step());
    }
    auto all = db->statement(u"cache/all"_s);
    QVERIFY(all->exec());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(all->next().value());
        QCOMPARE(all->text(0).toUtf8(), text.toUtf8());
    }
}

void TestDatabase::tellsNullFromEmpty()
{
    auto db = open();
    QVERIFY(db);
    auto add = db->statement(u"cache/add"_s);
    add->bind("body"_L1, QString());
    add->bind("data"_L1, QByteArray());
    QVERIFY(add->exec());
    add->bind("body"_L1, nullptr);
    add->bind("data"_L1, std::optional<QByteArray>());
    QVERIFY(add->exec());
    auto all = db->statement(u"cache/all"_s);
    QVERIFY(all->exec());
    QVERIFY(all->next().value());
    QVERIFY(!all->isNull(0) && !all->isNull(1));
    QVERIFY(all->text(0).isEmpty() && !all->text(0).isNull());
    QVERIFY(all->next().value());
    QVERIFY(all->isNull(0) && all->isNull(1));
    QVERIFY(all->text(0).isNull() && all->bytes(1).isNull());
}

void TestDatabase::refusesAnUnboundParameter()
{
    auto db = open();
    QVERIFY(db);
    auto add = db->statement(u"cache/add"_s);
    add->bind("body"_L1, u"a"_s);
    const auto missing = add->exec();
    QVERIFY(!missing && missing.error().code == ErrorCode::StatementFailed);
    add->bind("data"_L1, nullptr);
    add->bind("other"_L1, 1);
    const auto unknown = add->exec();
    QVERIFY(!unknown && unknown.error().detail.contains(u"other"));
    QVERIFY(!db->statement(u"cache/nothing"_s));
}

void TestDatabase::nestsTheSameStatement()
{
    auto db = open();
    QVERIFY(db);
    addRows(*db, 3);
    auto outer = db->statement(u"cache/all"_s);
    QVERIFY(outer->exec());
    int pairs = 0;
    while (outer->next().value()) {
        auto inner = db->statement(u"cache/all"_s);
        QVERIFY(inner->exec());
        while (inner->next().value())
            ++pairs;
    }
    QCOMPARE(pairs, 9);
}

void TestDatabase::rollsBackWhatIsNotCommitted()
{
    auto db = open();
    QVERIFY(db);
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        addRows(*db, 2);
        QCOMPARE(countRows(*db), 2);
    }
    QCOMPARE(countRows(*db), 0);
    {
        auto transaction = Transaction::begin(*db);
        addRows(*db, 2);
        QVERIFY(transaction->commit());
    }
    QCOMPARE(countRows(*db), 2);
}

void TestDatabase::bulkWriterWritesTheSame()
{
    auto db = open();
    QVERIFY(db);
    sql(u"add_number"_s, u"INSERT INTO note (note_id, body, data) VALUES (:a, :b, :c)"_s);
    {
        auto transaction = Transaction::begin(*db);
        auto writer = db->bulk(u"cache/add_number"_s);
        QVERIFY(writer);
        for (int i = 1; i <= 1000; ++i) {
            writer->bindInteger(1, i);
            writer->bindText(2, u"行 %1"_s.arg(i));
            i % 2 ? writer->bindBytes(3, "ab") : writer->bindNull(3);
            QVERIFY(writer->step());
        }
        writer->bindInteger(1, 1);
        QCOMPARE(writer->step().error().code, ErrorCode::StatementFailed);
        writer->bindInteger(9, 1);
        QCOMPARE(writer->step().error().code, ErrorCode::StatementFailed);
        QVERIFY(transaction->commit());
    }
    auto all = db->statement(u"cache/all"_s);
    QVERIFY(all->exec());
    for (int i = 1; i <= 1000; ++i) {
        QVERIFY(all->next().value());
        QCOMPARE(all->text(0), u"行 %1"_s.arg(i));
        QCOMPARE(all->isNull(1), i % 2 == 0);
    }
}

void TestDatabase::migratesFromEachVersion()
{
    const QStringList steps = {
        u"CREATE TABLE note (note_id INTEGER PRIMARY KEY, body TEXT, data BLOB);"_s,
        u"ALTER TABLE note ADD COLUMN kind TEXT NOT NULL DEFAULT 'plain';\n"_s
        u"CREATE INDEX note_kind ON note (kind);"_s,
        u"CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; SELECT 2; END;"_s,
    };
    sql(u"schema"_s,
        u"SELECT group_concat(sql) FROM (SELECT sql FROM sqlite_schema ORDER BY name)"_s);
    QSet<QString> schemas;
    for (int start = 1; start <= 3; ++start) {
        storage::removeDatabase(opening().path);
        QDir(m_dir->filePath(u"sql/cache"_s)).remove(u"0002_step.sql"_s);
        QDir(m_dir->filePath(u"sql/cache"_s)).remove(u"0003_step.sql"_s);
        for (int i = 1; i <= start; ++i)
            migration(i, steps.at(i - 1));
        {
            auto db = open();
            QVERIFY(db);
            addRows(*db, 2);
        }
        for (int i = start; i <= 3; ++i)
            migration(i, steps.at(i - 1));
        QCOMPARE(codeOf(Database::open(opening(Opening::Mode::ReadOnly))),
                 start < 3 ? ErrorCode::StatementFailed : ErrorCode::Count);
        auto db = open(Opening::Mode::ReadWrite);
        QVERIFY(db);
        QCOMPARE(countRows(*db), 2);
        auto schema = db->statement(u"cache/schema"_s);
        QVERIFY(schema->exec() && schema->next().value());
        schemas.insert(schema->text(0));
    }
    QCOMPARE(schemas.size(), 1);
}

void TestDatabase::goesOnAfterAMigrationThatFailed()
{
    migration(2, u"CREATE TABLE second (a);"_s);
    migration(3, u"CREATE TABLE third (a); CREATE TABLE note (a);"_s);
    QCOMPARE(codeOf(Database::open(opening())), ErrorCode::StatementFailed);
    migration(3, u"CREATE TABLE third (a);"_s);
    auto db = open(Opening::Mode::ReadWrite);
    QVERIFY(db);
    sql(u"third"_s, u"SELECT third.a FROM third, second"_s);
    QVERIFY(db->statement(u"cache/third"_s));
}

void TestDatabase::refusesANewerFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("cache") << u"cache"_s << ErrorCode::CacheNewer;
    QTest::newRow("journal") << u"journal"_s << ErrorCode::JournalNewer;
    QTest::newRow("central") << u"central"_s << ErrorCode::RegisterNewer;
}

void TestDatabase::refusesANewerFile()
{
    QFETCH(QString, kind);
    QFETCH(ErrorCode, code);
    const QString folder = m_dir->filePath(u"sql/%1/"_s.arg(kind));
    writeFile(folder + u"0001_step.sql"_s, u"CREATE TABLE a (a);"_s);
    writeFile(folder + u"0002_b.sql"_s, u"CREATE TABLE b (a);"_s);
    Opening what = opening();
    what.kind = kind;
    QVERIFY(Database::open(what));
    QVERIFY(QFile::remove(folder + u"0002_b.sql"_s));
    QCOMPARE(codeOf(Database::open(what)), code);
    // Another kind of file is not taken for this one.
    what.kind = kind == u"cache" ? u"journal"_s : u"cache"_s;
    writeFile(m_dir->filePath(u"sql/journal/0001_step.sql"_s), u"CREATE TABLE a (a);"_s);
    QCOMPARE(codeOf(Database::open(what)),
             kind == u"cache" ? ErrorCode::JournalDamaged : ErrorCode::CacheDamaged);
}

void TestDatabase::tellsFaultsApart_data()
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

void TestDatabase::tellsFaultsApart()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, code);
    {
        auto db = open();
        QVERIFY(db);
        addRows(*db, 100);
    }
    const Opening what = opening(Opening::Mode::ReadWrite);
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
        m_key = base::crypto::randomSecret(32);
    if (fault == u"check")
        writeFile(what.path + u".check"_s, QString(48, u'x'));
    QCOMPARE(codeOf(Database::open(what)), code);
    QCOMPARE(codeOf(Database::open(what)), code);
}

void TestDatabase::closesAfterDamageInside()
{
    {
        auto db = open();
        addRows(*db, 100);
        QCOMPARE(db->checkIntegrity().value(), QStringList());
    }
    QFile file(opening().path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(12 * 4096 + 77));
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1);
    byte = char(byte ^ 4);
    QVERIFY(file.write(&byte, 1) == 1);
    file.close();
    {
        auto db = open(Opening::Mode::ReadWrite);
        QVERIFY(db);
        const auto found = db->checkIntegrity();
        QVERIFY(found);
        QVERIFY2(!found->isEmpty(), "an altered page is found");
        QVERIFY(found->join(u' ').contains(u"13"));
    }
    auto db = open(Opening::Mode::ReadWrite);
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

void TestDatabase::aFullDiskLosesNothing()
{
    auto db = open();
    QVERIFY(db);
    addRows(*db, 50);
    const int before = countRows(*db);
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
    QCOMPARE(countRows(*db), before + written);
    addRows(*db, 1);
    db.reset();
    db = open(Opening::Mode::ReadWrite);
    QVERIFY(db);
    QCOMPARE(countRows(*db), before + written + 1);
    QCOMPARE(db->checkIntegrity().value(), QStringList());
}

void TestDatabase::leavesNoPlaintext()
{
    const QString secret = u"架空町渡邉澤"_s;
    const QByteArray cp932 = QByteArray::fromHex("89cb8bf392ac");
    auto db = open();
    QVERIFY(db);
    for (int i = 0; i < 50; ++i) {
        auto add = db->bulk(u"cache/add"_s);
        add->bindText(1, secret + QString::number(i));
        add->bindBytes(2, cp932);
        QVERIFY(add->step());
    }
    QByteArray utf16(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
    const auto searchAll = [&](const QString &folder) {
        int found = 0;
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                return -1;
            const QByteArray content = file.readAll();
            for (const QByteArray &form : {secret.toUtf8(), utf16, cp932})
                found += content.contains(form) ? 1 : 0;
            found += content.startsWith("SQLite format 3") ? 1 : 0;
        }
        return found;
    };
    QVERIFY(QFileInfo(opening().path + u"-wal"_s).size() > 4096);
    QCOMPARE(searchAll(m_dir->path()), 0);
    QVERIFY(db->checkpoint());
    QCOMPARE(QFileInfo(opening().path + u"-wal"_s).size(), 0);
    QCOMPARE(searchAll(m_dir->path()), 0);
    // The search itself works: the same words in a plain file are found.
    writeFile(m_dir->filePath(u"plain/x"_s), secret);
    QCOMPARE(searchAll(m_dir->filePath(u"plain"_s)), 1);
}

void TestDatabase::refusesAttach()
{
    auto db = open();
    QVERIFY(db);
    sql(u"attach"_s, u"ATTACH 'plain.db' AS plain KEY ''"_s);
    sql(u"rekey"_s, u"PRAGMA rekey = 'abc'"_s);
    QVERIFY(!db->statement(u"cache/attach"_s));
    QVERIFY(!db->statement(u"cache/rekey"_s));
    QCOMPARE(countRows(*db), 0);
}

void TestDatabase::replacesByRename()
{
    {
        auto old = open();
        addRows(*old, 1);
    }
    Opening fresh = opening();
    fresh.path += u".new"_s;
    const base::Secret newKey = base::crypto::randomSecret(32);
    fresh.key = &newKey;
    {
        auto db = Database::open(fresh);
        QVERIFY(db);
        addRows(**db, 7);
    }
    writeFile(opening().path + u"-wal"_s, u"left over"_s);
    QVERIFY(storage::replaceDatabase(fresh.path, opening().path));
    QVERIFY(!QFile::exists(fresh.path) && !QFile::exists(fresh.path + u".check"_s));
    QCOMPARE(codeOf(Database::open(opening())), ErrorCode::CacheWrongKey);
    m_key = newKey;
    auto db = open(Opening::Mode::ReadWrite);
    QVERIFY(db);
    QCOMPARE(countRows(*db), 7);
}

void TestDatabase::refusesReplacingByAnUnfinishedFile()
{
    auto db = open();
    addRows(*db, 1);
    const auto replaced = storage::replaceDatabase(opening().path, m_dir->filePath(u"y.db"_s));
    QVERIFY(!replaced);
    QCOMPARE(countRows(*db), 1);
}

void TestDatabase::anInterruptedSearchSaysSo()
{
    auto db = open();
    sql(u"endless"_s,
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"_s);
    auto endless = db->statement(u"cache/endless"_s);
    QVERIFY(endless);
    std::unique_ptr<QThread> other(QThread::create([&db] {
        QThread::msleep(50);
        db->interrupt();
    }));
    other->start();
    QCOMPARE(endless->exec().error().code, ErrorCode::SearchOvertaken);
    QVERIFY(other->wait());
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
