#include "models/storage/trialfile.h"
#include "storage/cipher.h"
#include "storage/files.h"

#include <QThread>

using storage::Transaction;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<TrialFile>(); }
    void carriesTheCipher();
    void writesAndReads();
    void keepsEveryCharacter_data();
    void keepsEveryCharacter();
    void tellsNullFromEmpty();
    void refusesAnUnboundParameter();
    void nestsTheSameStatement();
    void rollsBackWhatIsNotCommitted();
    void bulkWriterWritesTheSame();
    void leavesNoPlaintext();
    void refusesAttach();
    void replacesByRename();
    void refusesReplacingByAnUnfinishedFile();
    void anInterruptedSearchSaysSo();

private:
    std::unique_ptr<TrialFile> m_file;
};

void TestDatabase::carriesTheCipher()
{
    QVERIFY2(storage::cipherVersion().startsWith(u"4.14.0"), qPrintable(storage::cipherVersion()));
    QVERIFY(storage::requireCipher());
    QCOMPARE(storage::requireCipher(QString()).error().code, ErrorCode::CipherMissing);
}

void TestDatabase::writesAndReads()
{
    auto db = m_file->open();
    QVERIFY(db);
    m_file->addRows(*db, 3);
    QCOMPARE(db->changes(), 1);
    QCOMPARE(db->lastInsertId(), 3);
    db.reset();
    db = m_file->open(Opening::Mode::ReadOnly);
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
    auto db = m_file->open();
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
    auto db = m_file->open();
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
    auto db = m_file->open();
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
    auto db = m_file->open();
    QVERIFY(db);
    m_file->addRows(*db, 3);
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
    auto db = m_file->open();
    QVERIFY(db);
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        m_file->addRows(*db, 2);
        QCOMPARE(m_file->countRows(*db), 2);
    }
    QCOMPARE(m_file->countRows(*db), 0);
    {
        auto transaction = Transaction::begin(*db);
        m_file->addRows(*db, 2);
        QVERIFY(transaction->commit());
    }
    QCOMPARE(m_file->countRows(*db), 2);
}

void TestDatabase::bulkWriterWritesTheSame()
{
    auto db = m_file->open();
    QVERIFY(db);
    m_file->sql(u"add_number"_s, u"INSERT INTO note (note_id, body, data) VALUES (:a, :b, :c)"_s);
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

void TestDatabase::leavesNoPlaintext()
{
    const QString secret = u"架空町渡邉澤"_s;
    const QByteArray cp932 = QByteArray::fromHex("89cb8bf392ac");
    auto db = m_file->open();
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
    QVERIFY(QFileInfo(m_file->opening().path + u"-wal"_s).size() > 4096);
    QCOMPARE(searchAll(m_file->folder()), 0);
    QVERIFY(db->checkpoint());
    QCOMPARE(QFileInfo(m_file->opening().path + u"-wal"_s).size(), 0);
    QCOMPARE(searchAll(m_file->folder()), 0);
    // The search itself works: the same words in a plain file are found.
    writeFile(m_file->filePath(u"plain/x"_s), secret);
    QCOMPARE(searchAll(m_file->filePath(u"plain"_s)), 1);
}

void TestDatabase::refusesAttach()
{
    auto db = m_file->open();
    QVERIFY(db);
    m_file->sql(u"attach"_s, u"ATTACH 'plain.db' AS plain KEY ''"_s);
    m_file->sql(u"rekey"_s, u"PRAGMA rekey = 'abc'"_s);
    QVERIFY(!db->statement(u"cache/attach"_s));
    QVERIFY(!db->statement(u"cache/rekey"_s));
    QCOMPARE(m_file->countRows(*db), 0);
}

void TestDatabase::replacesByRename()
{
    {
        auto old = m_file->open();
        m_file->addRows(*old, 1);
    }
    Opening fresh = m_file->opening();
    fresh.path += u".new"_s;
    const base::Secret newKey = base::crypto::randomSecret(32);
    fresh.key = &newKey;
    {
        auto db = Database::open(fresh);
        QVERIFY(db);
        m_file->addRows(**db, 7);
    }
    writeFile(m_file->opening().path + u"-wal"_s, u"left over"_s);
    QVERIFY(storage::replaceDatabase(fresh.path, m_file->opening().path));
    QVERIFY(!QFile::exists(fresh.path) && !QFile::exists(fresh.path + u".check"_s));
    QCOMPARE(codeOf(Database::open(m_file->opening())), ErrorCode::CacheWrongKey);
    m_file->takeKey(newKey);
    auto db = m_file->open(Opening::Mode::ReadWrite);
    QVERIFY(db);
    QCOMPARE(m_file->countRows(*db), 7);
}

void TestDatabase::refusesReplacingByAnUnfinishedFile()
{
    auto db = m_file->open();
    m_file->addRows(*db, 1);
    const auto replaced =
        storage::replaceDatabase(m_file->opening().path, m_file->filePath(u"y.db"_s));
    QVERIFY(!replaced);
    QCOMPARE(m_file->countRows(*db), 1);
}

void TestDatabase::anInterruptedSearchSaysSo()
{
    auto db = m_file->open();
    m_file->sql(
        u"endless"_s,
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
