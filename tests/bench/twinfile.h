#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <map>
#include <memory>

namespace bench {

/// A file through SQLite's own interface, encrypted with a key and plain without one: for
/// comparison only, nothing in the program can open a plain file. It has the settings of
/// storage::Database and takes the same statement files.
class TwinFile final
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<TwinFile>> open(const QString &path,
                                                                      const base::Secret *key);
    /// Schema: the migrations of the cache.
    [[nodiscard]] base::Result<> makeSchema();
    /// Page cache in MiB: 64 at first, as cache::CacheWriter has it.
    [[nodiscard]] base::Result<> setCache(int mib);
    /// "cache/person_put" prepared; kept as long as the file is open.
    [[nodiscard]] base::Result<sqlite3_stmt *> statement(const QString &name);
    /// Runs a statement to its end and makes it ready to be bound again.
    [[nodiscard]] base::Result<> run(sqlite3_stmt *statement);
    [[nodiscard]] base::Result<> begin() { return exec(QStringLiteral("BEGIN IMMEDIATE")); }
    [[nodiscard]] base::Result<> commit() { return exec(QStringLiteral("COMMIT")); }
    [[nodiscard]] base::Result<> exec(const QString &sql);

private:
    struct Closing
    {
        void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
    };
    struct Ending
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    [[nodiscard]] tl::unexpected<base::Error> failed() const;

    std::unique_ptr<sqlite3, Closing> m_db;
    std::map<QString, std::unique_ptr<sqlite3_stmt, Ending>> m_statements;
};

void bind(sqlite3_stmt *statement, int at, qint64 value);
void bind(sqlite3_stmt *statement, int at, const QByteArray &bytes);
void bind(sqlite3_stmt *statement, int at, const QString &text);

} // namespace bench
