#include "bench/twin.h"

#include "storage/sqlfile.h"

#include <QElapsedTimer>

#include <sqlite3.h>

#include <memory>

namespace bench {

using base::ErrorCode;
using base::Result;

namespace {

struct Closing
{
    void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
};
using Handle = std::unique_ptr<sqlite3, Closing>;

bool run(sqlite3 *db, const QString &sql)
{
    return sqlite3_exec(db, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

Handle openHandle(const QString &path, const base::Secret *key)
{
    sqlite3 *db = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &db,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Handle handle(db);
    if (code != SQLITE_OK)
        return {};
    if (key) {
        const QByteArray bytes(reinterpret_cast<const char *>(key->data()), qsizetype(key->size()));
        const QByteArray text = "x'" + bytes.toHex() + '\'';
        if (sqlite3_key(db, text.constData(), int(text.size())) != SQLITE_OK)
            return {};
    }
    run(db, QStringLiteral("PRAGMA cache_size=-131072"));
    return handle;
}

double copyTo(sqlite3 *db, const QString &path, const QString &key)
{
    QElapsedTimer timer;
    timer.start();
    const bool copied =
        run(db, QStringLiteral("ATTACH DATABASE '%1' AS twin KEY %2").arg(path, key)) &&
        run(db, QStringLiteral("SELECT sqlcipher_export('twin')"));
    const double took = double(timer.nsecsElapsed()) / 1e6;
    return copied && run(db, QStringLiteral("DETACH DATABASE twin")) ? took : -1;
}

} // namespace

Result<Copying> copyTwice(const QString &cachePath, const base::Secret &key, const QString &folder)
{
    const auto handle = openHandle(cachePath, &key);
    if (!handle)
        return base::fail(ErrorCode::FileUnreadable);
    const QString other = QStringLiteral("\"x'%1'\"").arg(QString(64, QLatin1Char('5')));
    const Copying copying{
        .encryptedMs = copyTo(handle.get(), folder + QStringLiteral("/encrypted.db"), other),
        .plainMs =
            copyTo(handle.get(), folder + QStringLiteral("/plain.db"), QStringLiteral("''"))};
    if (copying.encryptedMs < 0 || copying.plainMs < 0)
        return base::fail(ErrorCode::StatementFailed,
                          QString::fromUtf8(sqlite3_errmsg(handle.get())));
    return copying;
}

Result<QList<double>> searchTimes(const QString &path, const base::Secret *key,
                                  const QStringList &expressions)
{
    const auto handle = openHandle(path, key);
    if (!handle)
        return base::fail(ErrorCode::FileUnreadable);
    const auto sql = storage::sqlText(storage::sqlRoot(), QStringLiteral("cache/find_by_token"));
    if (!sql)
        return base::fail(sql);
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v2(handle.get(), sql->toUtf8().constData(), -1, &raw, nullptr) != SQLITE_OK)
        return base::fail(ErrorCode::StatementFailed,
                          QString::fromUtf8(sqlite3_errmsg(handle.get())));
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(raw, sqlite3_finalize);
    // The first pass fills the page cache, which is as large as the program's own.
    QList<double> times;
    for (const auto &expression : expressions + expressions) {
        const QByteArray tokens = expression.toUtf8();
        QElapsedTimer timer;
        timer.start();
        sqlite3_bind_text(raw, sqlite3_bind_parameter_index(raw, ":tokens"), tokens.constData(),
                          int(tokens.size()), SQLITE_STATIC);
        sqlite3_bind_int(raw, sqlite3_bind_parameter_index(raw, ":row_limit"), 5000);
        while (sqlite3_step(raw) == SQLITE_ROW)
            sqlite3_column_text(raw, 7);
        sqlite3_reset(raw);
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return times.sliced(expressions.size());
}

} // namespace bench
