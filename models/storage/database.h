#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "storage/sqlfile.h"
#include "storage/statement.h"

#include <QString>
#include <QStringList>

#include <memory>

class QSqlDriver;

namespace storage {

using base::Result;

struct Opening
{
    enum class Mode {
        Create,    ///< makes the file when it is not there
        ReadWrite, ///< the file must be there
        ReadOnly   ///< the file must be there, with the newest schema
    };
    QString path;
    const base::Secret *key = nullptr; ///< 32 bytes; only read while opening
    Mode mode = Mode::ReadWrite;
    QString kind; ///< "cache", "journal", "central", "numbers": the folder of its statements
    int cacheMib = 64;
    QString sqlRoot = storage::sqlRoot(); ///< tests bring statement files of their own
};

/// One encrypted file. Lives and dies in one thread (interrupt() may come from any).
///
/// Schema: the files NNNN_name.sql of the kind's folder, in order; the file remembers the last one
/// in user_version. A migration is the one kind of statement file that may hold several statements.
///
/// After damage was met (…Damaged) the file is closed and every later call answers the same.
class Database
{
public:
    /// Opens and brings the schema up to date, each migration in a transaction of its own. Fails
    /// with the kind's Missing, Damaged, WrongKey or Newer, with DiskFull or FileUnreadable.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const Opening &opening);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// "cache/person_by_id" is :/sql/cache/person_by_id.sql. Prepared once and kept.
    [[nodiscard]] Result<Statement> statement(const QString &name);
    [[nodiscard]] Result<BulkWriter> bulk(const QString &name);
    /// Takes the write lock at once; waits for it at most 5 s.
    [[nodiscard]] Result<> begin();
    /// On disk when it returns.
    [[nodiscard]] Result<> commit();
    [[nodiscard]] Result<> rollback();
    /// Rows that the last statement changed; the row id it inserted.
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] qint64 lastInsertId() const;
    /// Moves everything from the write-ahead log into the file and empties the log.
    [[nodiscard]] Result<> checkpoint();
    /// Reads the whole file (seconds). Empty = whole; else what was found, without personal data.
    [[nodiscard]] Result<QStringList> checkIntegrity();
    /// Ends the statement that is running, which then fails with SearchOvertaken. From any thread.
    void interrupt();
    /// For QSqlQuery(db.driver()->createResult()) and Qt's models.
    [[nodiscard]] QSqlDriver *driver();

private:
    explicit Database(std::shared_ptr<Session> session);
    std::shared_ptr<Session> m_session;
};

/// Rolls back when it goes out of scope without commit().
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }
    Database *m_database = nullptr;
};

} // namespace storage
