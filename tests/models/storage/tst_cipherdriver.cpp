// links: Qt6::Sql
#include "base/crypto.h"
#include "storage/cipherdriver.h"

#include <QAbstractItemModelTester>
#include <QDate>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using storage::CipherDriver;

class TestCipherDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensOnlyWithTheKey();
    void refusesAKeyOfAnotherLength();
    void makesNoFileUnlessAsked();
    void setsThePragmasOnEveryOpen();
    void bindsByPosition();
    void bindsByName();
    void scrollsBack();
    void goesForwardOnly();
    void keepsTypes();
    void keepsEveryCharacter();
    void reportsErrors();
    void refusesASecondStatement();
    void rollsBack();
    void executesBatches();
    void tellsIdsAndChanges();
    void describesTables();
    void feedsQueryModel();
    void editsThroughTableModel();
    void survivesClosingUnderAQuery();
    void cancels();
    void refusesAttach();

private:
    [[nodiscard]] QSqlDatabase connectWith(const base::Secret &key, const QString &options);
    QSqlQuery fill(int rows); // and a prepared query over all rows

    std::unique_ptr<QTemporaryDir> m_dir;
    base::Secret m_key;
    QSqlDatabase m_db;
    int m_connections = 0;
};

QSqlDatabase TestCipherDriver::connectWith(const base::Secret &key, const QString &options)
{
    auto db = QSqlDatabase::addDatabase(new CipherDriver([key] { return key; }),
                                        u"connection %1"_s.arg(++m_connections));
    db.setDatabaseName(m_dir->filePath(u"d.db"_s));
    db.setConnectOptions(options);
    return db;
}

void TestCipherDriver::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_key = base::crypto::randomSecret(32);
    m_db = connectWith(m_key, u"MAKE_FILE;CACHE_MIB=8"_s);
    QVERIFY2(m_db.open(), qPrintable(m_db.lastError().text()));
    QSqlQuery query(m_db);
    QVERIFY(query.exec(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB, r REAL)"_s));
}

void TestCipherDriver::cleanup()
{
    const QStringList names = QSqlDatabase::connectionNames();
    m_db = QSqlDatabase();
    for (const QString &name : names)
        QSqlDatabase::removeDatabase(name);
}

QSqlQuery TestCipherDriver::fill(int rows)
{
    QSqlQuery insert(m_db);
    insert.prepare(u"INSERT INTO t (id, name) VALUES (?, ?)"_s);
    for (int i = 1; i <= rows; ++i) {
        insert.bindValue(0, i);
        insert.bindValue(1, u"名 %1"_s.arg(i));
        if (!insert.exec())
            qFatal("insert");
    }
    QSqlQuery query(m_db);
    query.prepare(u"SELECT id, name FROM t ORDER BY id"_s);
    return query;
}

void TestCipherDriver::opensOnlyWithTheKey()
{
    m_db.close();
    auto wrong = connectWith(base::crypto::randomSecret(32), u"MAKE_FILE"_s);
    QVERIFY(!wrong.open());
    QVERIFY(wrong.isOpenError() && !wrong.isOpen());
    QCOMPARE(wrong.lastError().nativeErrorCode(), u"26"_s);
    QVERIFY(m_db.open());
    QVERIFY(!m_db.isOpenError());
}

void TestCipherDriver::refusesAKeyOfAnotherLength()
{
    QVERIFY(!connectWith({}, u"MAKE_FILE"_s).open());
    QVERIFY(!connectWith(base::crypto::randomSecret(31), u"MAKE_FILE"_s).open());
    QVERIFY(!connectWith(base::crypto::randomSecret(33), u"MAKE_FILE"_s).open());
}

void TestCipherDriver::makesNoFileUnlessAsked()
{
    auto other = connectWith(m_key, {});
    other.setDatabaseName(m_dir->filePath(u"other.db"_s));
    QVERIFY(!other.open());
    QVERIFY(!QFile::exists(other.databaseName()));
    auto reader = connectWith(m_key, u"READONLY"_s);
    QVERIFY(reader.open());
    QSqlQuery query(reader);
    QVERIFY(query.exec(u"SELECT * FROM t"_s));
    QVERIFY(!query.exec(u"DELETE FROM t"_s));
}

void TestCipherDriver::setsThePragmasOnEveryOpen()
{
    for (int time = 0; time < 2; ++time) {
        const QList<std::pair<QString, QString>> expected = {
            {u"journal_mode"_s, u"wal"_s}, {u"synchronous"_s, u"2"_s},
            {u"foreign_keys"_s, u"1"_s},   {u"temp_store"_s, u"2"_s},
            {u"cache_size"_s, u"-8192"_s}, {u"cipher_page_size"_s, u"4096"_s},
        };
        for (const auto &[name, value] : expected) {
            QSqlQuery query(m_db);
            QVERIFY(query.exec(u"PRAGMA "_s + name) && query.next());
            QCOMPARE(query.value(0).toString(), value);
        }
        m_db.close();
        QVERIFY(m_db.open());
    }
}

void TestCipherDriver::bindsByPosition()
{
    QSqlQuery query(m_db);
    QVERIFY(query.prepare(u"INSERT INTO t (id, name, r) VALUES (?, ?, ?)"_s));
    query.addBindValue(7);
    query.addBindValue(u"七"_s);
    query.addBindValue(0.5);
    QVERIFY(query.exec());
    QVERIFY(query.exec(u"SELECT id, name, r FROM t"_s) && query.next());
    QCOMPARE(query.value(0), QVariant(qint64(7)));
    QCOMPARE(query.value(1), QVariant(u"七"_s));
    QCOMPARE(query.value(2), QVariant(0.5));
}

void TestCipherDriver::bindsByName()
{
    QSqlQuery query(m_db);
    QVERIFY(query.prepare(u"INSERT INTO t (id, name, data) VALUES (:id, :name, :name)"_s));
    query.bindValue(u":name"_s, u"二度"_s);
    query.bindValue(u":id"_s, 1);
    QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    QVERIFY(query.exec(u"SELECT name || data FROM t"_s) && query.next());
    QCOMPARE(query.value(0).toString(), u"二度二度"_s);
}

void TestCipherDriver::scrollsBack()
{
    QSqlQuery query = fill(5);
    QVERIFY(query.exec());
    QVERIFY(query.isActive() && query.isSelect());
    QVERIFY(query.last());
    QCOMPARE(query.value(0).toInt(), 5);
    QVERIFY(query.previous());
    QCOMPARE(query.value(1).toString(), u"名 4"_s);
    QVERIFY(query.first());
    QCOMPARE(query.at(), 0);
    QVERIFY(query.seek(2));
    QCOMPARE(query.value(0).toInt(), 3);
    QVERIFY(!query.seek(5));
    QVERIFY(!query.next());
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
}

void TestCipherDriver::goesForwardOnly()
{
    QSqlQuery query = fill(4);
    query.setForwardOnly(true);
    QVERIFY(query.exec());
    QVERIFY(query.next() && query.seek(2));
    QCOMPARE(query.value(0).toInt(), 3);
    QVERIFY(!query.previous());
    QVERIFY(query.exec() && query.last());
    QCOMPARE(query.value(0).toInt(), 4);
    QVERIFY(query.exec());
    int rows = 0;
    while (query.next())
        ++rows;
    QCOMPARE(rows, 4);
    QVERIFY(!query.next());
}

void TestCipherDriver::keepsTypes()
{
    QSqlQuery query(m_db);
    query.prepare(u"SELECT ?, ?, ?, ?, ?, ?, ?"_s);
    query.addBindValue(QByteArray("\0\1\2", 3));
    query.addBindValue(QVariant(QMetaType::fromType<QString>()));
    query.addBindValue(QDate(2024, 2, 29));
    query.addBindValue(QDateTime(QDate(2024, 2, 29), QTime(1, 2, 3, 4), Qt::UTC));
    query.addBindValue(std::numeric_limits<qint64>::min());
    query.addBindValue(true);
    query.addBindValue(u""_s);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toByteArray(), QByteArray("\0\1\2", 3));
    QVERIFY(query.isNull(1) && !query.isNull(0));
    QCOMPARE(query.value(2).toDate(), QDate(2024, 2, 29));
    QCOMPARE(query.value(2).toString(), u"2024-02-29"_s);
    QCOMPARE(query.value(3).toString(), u"2024-02-29T01:02:03.004Z"_s);
    QCOMPARE(query.value(4).toLongLong(), std::numeric_limits<qint64>::min());
    QCOMPARE(query.value(5).toInt(), 1);
    QVERIFY(!query.isNull(6) && query.value(6).toString().isEmpty());
    QVERIFY(!query.value(7).isValid());
}

void TestCipherDriver::keepsEveryCharacter()
{
    const QString text = u"𠮷野 渡邉\U000E0101 葛\U000E0100城 か\u3099"_s;
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO t (name) VALUES (?)"_s);
    query.addBindValue(text);
    QVERIFY(query.exec());
    QVERIFY(query.exec(u"SELECT name, hex(name) FROM t"_s) && query.next());
    QCOMPARE(query.value(0).toString(), text);
    QCOMPARE(query.value(1).toByteArray(), text.toUtf8().toHex().toUpper());
}

void TestCipherDriver::reportsErrors()
{
    QSqlQuery query(m_db);
    QVERIFY(!query.exec(u"SELECT nothing FROM t"_s));
    QCOMPARE(query.lastError().type(), QSqlError::StatementError);
    QVERIFY(!query.prepare({}));
    fill(1);
    QVERIFY(!query.exec(u"INSERT INTO t (id) VALUES (1)"_s));
    QCOMPARE(query.lastError().nativeErrorCode(), u"1555"_s); // SQLITE_CONSTRAINT_PRIMARYKEY
    query.prepare(u"SELECT ?, ?"_s);
    query.addBindValue(1);
    QVERIFY(!query.exec());
    QVERIFY(query.exec(u"SELECT 1"_s) && query.next());
    // What was searched for is personal and stays out of the message.
    QVERIFY(query.exec(u"CREATE VIRTUAL TABLE words USING fts5(word)"_s));
    QVERIFY(!query.exec(u"SELECT * FROM words WHERE words MATCH '山田\"'"_s));
    QVERIFY(!query.lastError().text().contains(u"山田"));
}

void TestCipherDriver::refusesASecondStatement()
{
    QSqlQuery query(m_db);
    QVERIFY(!query.exec(u"INSERT INTO t (id) VALUES (1); DELETE FROM t"_s));
    QVERIFY(query.exec(u"SELECT count(*) FROM t;  \n"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 0);
}

void TestCipherDriver::rollsBack()
{
    QVERIFY(m_db.transaction());
    fill(3);
    QVERIFY(m_db.rollback());
    QSqlQuery query(m_db);
    QVERIFY(query.exec(u"SELECT count(*) FROM t"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 0);
    query.finish();
    QVERIFY(m_db.transaction());
    QVERIFY(!m_db.transaction());
    fill(3);
    QVERIFY(m_db.commit());
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 3);
}

void TestCipherDriver::executesBatches()
{
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO t (id, name) VALUES (?, ?)"_s);
    query.addBindValue(QVariantList{1, 2, 3});
    query.addBindValue(QVariantList{u"一"_s, u"二"_s, QVariant(QMetaType::fromType<QString>())});
    QVERIFY(query.execBatch());
    QVERIFY(query.exec(u"SELECT count(*), count(name) FROM t"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 3);
    QCOMPARE(query.value(1).toInt(), 2);
}

void TestCipherDriver::tellsIdsAndChanges()
{
    fill(3);
    QSqlQuery query(m_db);
    QVERIFY(query.exec(u"INSERT INTO t (name) VALUES ('x')"_s));
    QCOMPARE(query.lastInsertId().toInt(), 4);
    QVERIFY(query.exec(u"UPDATE t SET name = 'y' WHERE id < 4"_s));
    QCOMPARE(query.numRowsAffected(), 3);
    QVERIFY(!query.isSelect());
}

void TestCipherDriver::describesTables()
{
    QSqlQuery query(m_db);
    QVERIFY(query.exec(u"CREATE VIEW v AS SELECT name FROM t"_s));
    QVERIFY(query.exec(u"CREATE TABLE \"odd \"\"name\" (a TEXT, b INTEGER, PRIMARY KEY (b, a))"_s));
    QCOMPARE(m_db.tables(QSql::Views), QStringList{u"v"_s});
    QCOMPARE(m_db.tables(QSql::Tables).size(), 2);
    const QSqlRecord record = m_db.record(u"t"_s);
    QCOMPARE(record.count(), 4);
    QCOMPARE(record.field(0).metaType().id(), int(QMetaType::LongLong));
    QCOMPARE(record.field(2).metaType().id(), int(QMetaType::QByteArray));
    QCOMPARE(record.field(3).metaType().id(), int(QMetaType::Double));
    QCOMPARE(record.field(1).tableName(), u"t"_s);
    const QSqlIndex index = m_db.primaryIndex(u"odd \"name"_s);
    QCOMPARE(index.count(), 2);
    QCOMPARE(index.fieldName(0), u"b"_s);
    QCOMPARE(index.field(1).metaType().id(), int(QMetaType::QString));
    QCOMPARE(m_db.record(u"odd \"name"_s).count(), 2);
    QVERIFY(m_db.record(u"no such"_s).isEmpty());
}

void TestCipherDriver::feedsQueryModel()
{
    QSqlQuery query = fill(600);
    QVERIFY(query.exec());
    QSqlQueryModel model;
    model.setQuery(std::move(query));
    const QAbstractItemModelTester tester(&model); // setQuery() of Qt 6.4 inserts while resetting
    while (model.canFetchMore())
        model.fetchMore();
    QCOMPARE(model.rowCount(), 600);
    QCOMPARE(model.data(model.index(599, 1)).toString(), u"名 600"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"name"_s);
}

void TestCipherDriver::editsThroughTableModel()
{
    fill(3);
    QSqlTableModel model(nullptr, m_db);
    model.setTable(u"t"_s);
    model.setEditStrategy(QSqlTableModel::OnManualSubmit);
    QVERIFY2(model.select(), qPrintable(model.lastError().text()));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.setData(model.index(1, 1), u"髙橋"_s));
    QVERIFY(model.insertRow(3));
    QVERIFY(model.setData(model.index(3, 0), 9));
    QVERIFY(model.setData(model.index(3, 1), u"九"_s));
    QVERIFY(model.removeRow(0));
    QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
    QSqlQuery query(m_db);
    QVERIFY(
        query.exec(u"SELECT group_concat(id || name, ' ') FROM (SELECT * FROM t ORDER BY id)"_s));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), u"2髙橋 3名 3 9九"_s);
}

void TestCipherDriver::survivesClosingUnderAQuery()
{
    QSqlQuery query = fill(3);
    QVERIFY(query.exec() && query.next());
    m_db.close();
    QVERIFY(!query.next());
    QVERIFY(!query.exec());
    QVERIFY(!query.prepare(u"SELECT 1"_s));
    QVERIFY(m_db.open());
    QVERIFY(query.prepare(u"SELECT 1"_s));
    QVERIFY(query.exec() && query.next());
}

void TestCipherDriver::cancels()
{
    QVERIFY(m_db.driver()->hasFeature(QSqlDriver::CancelQuery));
    auto *driver = static_cast<CipherDriver *>(m_db.driver());
    std::unique_ptr<QThread> other(QThread::create([driver] {
        QThread::msleep(50);
        QVERIFY(driver->cancelQuery());
    }));
    other->start();
    QSqlQuery query(m_db);
    QVERIFY(!query.exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                        u" SELECT sum(i) FROM n"_s));
    QCOMPARE(query.lastError().nativeErrorCode(), u"9"_s); // SQLITE_INTERRUPT
    QVERIFY(other->wait());
}

void TestCipherDriver::refusesAttach()
{
    QSqlQuery query(m_db);
    QVERIFY(!query.exec(u"ATTACH DATABASE '%1' AS plain KEY ''"_s.arg(m_dir->filePath(u"p.db"_s))));
    QVERIFY(!query.exec(u"SELECT sqlcipher_export('main')"_s));
    QVERIFY(!QFile::exists(m_dir->filePath(u"p.db"_s)));
}

QTEST_GUILESS_MAIN(TestCipherDriver)
#include "tst_cipherdriver.moc"
