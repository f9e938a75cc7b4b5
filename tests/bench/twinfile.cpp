#include "bench/twinfile.h"

#include "storage/migrations.h"
#include "storage/sqlfile.h"

namespace bench {

using namespace Qt::StringLiterals;

using base::ErrorCode;
using base::Result;

tl::unexpected<base::Error> TwinFile::failed() const
{
    return base::fail(ErrorCode::StatementFailed, QString::fromUtf8(sqlite3_errmsg(m_db.get())));
}

Result<std::unique_ptr<TwinFile>> TwinFile::open(const QString &path, const base::Secret *key)
{
    auto file = std::make_unique<TwinFile>();
    sqlite3 *db = nullptr;
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    file->m_db.reset(db);
    if (code != SQLITE_OK)
        return base::fail(ErrorCode::FileUnreadable);
    if (key) {
        const QByteArray bytes(reinterpret_cast<const char *>(key->data()), qsizetype(key->size()));
        const QByteArray text = "x'" + bytes.toHex() + '\'';
        if (sqlite3_key(db, text.constData(), int(text.size())) != SQLITE_OK)
            return file->failed();
    }
    for (const char *name : {"storage/journal_mode", "storage/synchronous", "storage/foreign_keys",
                             "storage/temp_store", "cache/wal_pages"}) {
        const auto sql = storage::sqlText(storage::sqlRoot(), QLatin1String(name));
        if (!sql)
            return base::fail(sql);
        if (const auto done = file->exec(*sql); !done)
            return base::fail(done);
    }
    constexpr int writing = 64;
    if (const auto done = file->setCache(writing); !done)
        return base::fail(done);
    return file;
}

Result<> TwinFile::setCache(int mib)
{
    const auto sql = storage::sqlText(storage::sqlRoot(), QStringLiteral("storage/cache_size"));
    return sql ? exec(sql->arg(mib * 1024)) : base::fail(sql);
}

Result<> TwinFile::exec(const QString &sql)
{
    const int code = sqlite3_exec(m_db.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failed();
    return {};
}

Result<> TwinFile::makeSchema()
{
    const QStringList steps = storage::migrationsOf(storage::sqlRoot(), QStringLiteral("cache"));
    for (const QString &step : steps) {
        const auto sql = storage::sqlText(storage::sqlRoot(), "cache/"_L1 + step.chopped(4));
        if (!sql)
            return base::fail(sql);
        if (const auto done = exec(*sql); !done)
            return done;
    }
    return {};
}

Result<sqlite3_stmt *> TwinFile::statement(const QString &name)
{
    auto &kept = m_statements[name];
    if (kept)
        return kept.get();
    const auto sql = storage::sqlText(storage::sqlRoot(), name);
    if (!sql)
        return base::fail(sql);
    sqlite3_stmt *made = nullptr;
    if (sqlite3_prepare_v2(m_db.get(), sql->toUtf8().constData(), -1, &made, nullptr) != SQLITE_OK)
        return failed();
    kept.reset(made);
    return made;
}

Result<> TwinFile::run(sqlite3_stmt *statement)
{
    while (sqlite3_step(statement) == SQLITE_ROW)
        continue;
    if (sqlite3_reset(statement) != SQLITE_OK)
        return failed();
    return {};
}

void bind(sqlite3_stmt *statement, int at, qint64 value)
{
    sqlite3_bind_int64(statement, at, value);
}

void bind(sqlite3_stmt *statement, int at, const QByteArray &bytes)
{
    sqlite3_bind_blob(statement, at, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

void bind(sqlite3_stmt *statement, int at, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    sqlite3_bind_text(statement, at, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

} // namespace bench
