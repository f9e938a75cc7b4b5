#include "storage/database.h"

#include "base/ensure.h"
#include "storage/cipher.h"
#include "storage/keycheck.h"
#include "storage/migrations.h"
#include "storage/session.h"

#include <QFileInfo>
#include <QLoggingCategory>

#include <sqlite3.h>

namespace storage {

using base::ErrorCode;

namespace {

Q_LOGGING_CATEGORY(log, "madoguchi.storage")

// What the file's absence or emptiness means before SQLite sees it (it would make a new one).
Result<> checkPresence(const Opening &opening, const KindCodes &codes)
{
    const QFileInfo file(opening.path);
    if (file.exists() && file.size() > 0)
        return {};
    const bool wasThere = file.exists() && QFileInfo::exists(keyCheckPath(opening.path));
    if (opening.mode == Opening::Mode::Create && !wasThere) {
        removeKeyCheck(opening.path);
        return {};
    }
    return base::fail(file.exists() ? codes.damaged : codes.missing,
                      QStringLiteral("%1: no content").arg(opening.kind));
}

Result<> openFile(const Opening &opening, Session &session)
{
    CipherOptions options;
    options.create = opening.mode == Opening::Mode::Create;
    options.readOnly = opening.mode == Opening::Mode::ReadOnly;
    options.cacheMib = opening.cacheMib;
    const Failure failure = session.driver().openFile(opening.path, *opening.key, options);
    if (failure.code == SQLITE_OK)
        return {};
    const bool unreadable = (failure.code & 0xff) == SQLITE_NOTADB;
    if (unreadable && checkKey(opening.path, *opening.key) == KeyCheck::OtherKey)
        return base::fail(session.codes().wrongKey, opening.kind);
    return tl::unexpected<base::Error>(errorOf(session.codes(), failure, opening.kind));
}

Result<> readFindings(const std::shared_ptr<Session> &session, const QString &name,
                      QStringList &found)
{
    const auto taken = session->take(name);
    if (!taken)
        return base::fail(taken);
    Statement statement(session, name, *taken);
    if (const auto done = statement.exec(); !done)
        return done;
    while (true) {
        const auto row = statement.next();
        if (!row)
            return base::fail(row);
        if (!*row)
            return {};
        if (const QString finding = statement.text(0); finding != QLatin1String("ok"))
            found.append(finding);
    }
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const Opening &opening)
{
    if (const auto cipher = requireCipher(); !cipher)
        return base::fail(cipher);
    base::ensure(opening.key != nullptr, "a database is opened with a key");
    auto session = std::make_shared<Session>(opening.kind, opening.sqlRoot);
    if (const auto present = checkPresence(opening, session->codes()); !present)
        return base::fail(present);
    if (const auto opened = openFile(opening, *session); !opened)
        return base::fail(opened);
    const bool readOnly = opening.mode == Opening::Mode::ReadOnly;
    if (const auto done = migrate(*session, {opening.sqlRoot, opening.kind, readOnly}); !done)
        return base::fail(done);
    if (!readOnly && checkKey(opening.path, *opening.key) != KeyCheck::SameKey) {
        if (const auto written = writeKeyCheck(opening.path, *opening.key); !written)
            return base::fail(written);
    }
    return std::unique_ptr<Database>(new Database(std::move(session)));
}

Database::Database(std::shared_ptr<Session> session)
    : m_session(std::move(session))
{
}

Database::~Database()
{
    m_session->shut();
}

Result<Statement> Database::statement(const QString &name)
{
    const auto taken = m_session->take(name);
    if (!taken)
        return base::fail(taken);
    return Statement(m_session, name, *taken);
}

Result<BulkWriter> Database::bulk(const QString &name)
{
    const auto taken = m_session->take(name);
    if (!taken)
        return base::fail(taken);
    return BulkWriter(m_session, name, *taken);
}

Result<> Database::begin()
{
    static const QString sql = beginSql();
    return m_session->run(sql, QStringLiteral("begin"));
}

Result<> Database::commit()
{
    static const QString sql = commitSql();
    return m_session->run(sql, QStringLiteral("commit"));
}

Result<> Database::rollback()
{
    // SQLite has already rolled back after a full disk and some other failures.
    auto *db = m_session->handle().db();
    if (db && sqlite3_get_autocommit(db))
        return {};
    static const QString sql = rollbackSql();
    return m_session->run(sql, QStringLiteral("rollback"));
}

qint64 Database::changes() const
{
    auto *db = m_session->handle().db();
    return db ? sqlite3_changes64(db) : 0;
}

qint64 Database::lastInsertId() const
{
    auto *db = m_session->handle().db();
    return db ? sqlite3_last_insert_rowid(db) : 0;
}

Result<> Database::checkpoint()
{
    const QString doing = QStringLiteral("checkpoint");
    auto *db = m_session->handle().db();
    if (!db)
        return m_session->failed(SQLITE_MISUSE, doing);
    const int code =
        sqlite3_wal_checkpoint_v2(db, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return m_session->failed(code, doing);
    return {};
}

Result<QStringList> Database::checkIntegrity()
{
    // Without the checkpoint cipher_integrity_check reports half-written pages that the log covers.
    if (const auto moved = checkpoint(); !moved && moved.error().code != m_session->codes().damaged)
        return base::fail(moved);
    QStringList found;
    for (const QString &name : {QStringLiteral("storage/cipher_integrity_check"),
                                QStringLiteral("storage/quick_check")}) {
        if (const auto read = readFindings(m_session, name, found); !read)
            found.append(read.error().detail);
    }
    return found;
}

void Database::interrupt()
{
    m_session->handle().interrupt();
}

QSqlDriver *Database::driver()
{
    return &m_session->driver();
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (const auto begun = database.begin(); !begun)
        return base::fail(begun);
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    if (const auto undone = m_database->rollback(); !undone)
        qCWarning(log) << "rollback failed:" << undone.error().detail;
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Result<> Transaction::commit()
{
    base::ensure(m_database != nullptr, "a transaction is committed once");
    if (const auto done = m_database->commit(); !done)
        return base::fail(done);
    m_database = nullptr;
    return {};
}

} // namespace storage
