#include "storage/session.h"

#include "storage/sqlfile.h"

#include <sqlite3.h>

#include <cerrno>

namespace storage {

using base::ErrorCode;

KindCodes codesOf(const QString &kind)
{
    constexpr int mark = 0x4d444700; // "MDG"
    if (kind == QLatin1String("cache"))
        return {ErrorCode::CacheMissing, ErrorCode::CacheDamaged, ErrorCode::CacheWrongKey,
                ErrorCode::CacheNewer, mark | 'c'};
    if (kind == QLatin1String("journal"))
        return {ErrorCode::JournalMissing, ErrorCode::JournalDamaged, ErrorCode::JournalWrongKey,
                ErrorCode::JournalNewer, mark | 'j'};
    const int letter = kind == QLatin1String("numbers") ? 'n' : 'r';
    return {ErrorCode::RegisterUnreachable, ErrorCode::RegisterDamaged, ErrorCode::SealBroken,
            ErrorCode::RegisterNewer, mark | letter};
}

bool meansDamage(int code)
{
    // SQLCipher 4.14 answers "out of memory" on a handle that met a page with a wrong HMAC.
    const int kind = code & 0xff;
    return kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_NOMEM;
}

namespace {

bool meansFullDisk(const Failure &failure)
{
    const int kind = failure.code & 0xff;
    if (kind == SQLITE_FULL || failure.code == SQLITE_IOERR_SHMSIZE)
        return true;
    bool full = failure.systemError == ENOSPC || failure.systemError == EFBIG;
#ifdef EDQUOT
    full = full || failure.systemError == EDQUOT;
#endif
    return kind == SQLITE_IOERR && full;
}

} // namespace

base::Error errorOf(const KindCodes &codes, const Failure &failure, const QString &doing)
{
    const QString detail =
        QStringLiteral("%1: %2 (%3)").arg(doing, failure.message).arg(failure.code);
    if (meansDamage(failure.code))
        return {codes.damaged, detail};
    if (meansFullDisk(failure))
        return {ErrorCode::DiskFull, detail};
    switch (failure.code & 0xff) {
    case SQLITE_INTERRUPT:
        return {ErrorCode::SearchOvertaken, detail};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_IOERR:
        return {ErrorCode::FileUnreadable, detail};
    default:
        return {ErrorCode::StatementFailed, detail};
    }
}

Session::Session(const QString &kind, QString root)
    : m_codes(codesOf(kind))
    , m_root(std::move(root))
{
}

Session::~Session()
{
    shut();
}

void Session::shut()
{
    for (const auto &idle : std::as_const(m_idle)) {
        for (auto *statement : idle)
            sqlite3_finalize(statement);
    }
    m_idle.clear();
    m_driver.close();
}

Result<sqlite3_stmt *> Session::take(const QString &name)
{
    if (!handle().db())
        return failed(m_damaged ? SQLITE_CORRUPT : SQLITE_MISUSE, name);
    auto &idle = m_idle[name];
    if (!idle.isEmpty())
        return idle.takeLast();
    const bool own = name.startsWith(QLatin1String("storage/"));
    const auto text = sqlText(own ? sqlRoot() : m_root, name);
    if (!text)
        return base::fail(text);
    const QByteArray sql = text->toUtf8();
    sqlite3_stmt *statement = nullptr;
    const char *tail = nullptr;
    const int code =
        sqlite3_prepare_v3(handle().db(), sql.constData(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, &tail);
    // The text comes from a file of ours, so the message cannot hold anything personal.
    if (code != SQLITE_OK) {
        const QString why = QString::fromUtf8(sqlite3_errmsg(handle().db()));
        return failed(code, name + QLatin1String(": ") + why);
    }
    if (!statement || !QByteArray(tail).trimmed().isEmpty()) {
        sqlite3_finalize(statement);
        return failed(SQLITE_MISUSE, name + QLatin1String(": not one statement"));
    }
    return statement;
}

void Session::giveBack(const QString &name, sqlite3_stmt *statement)
{
    if (!handle().db()) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_idle[name].append(statement);
}

tl::unexpected<base::Error> Session::failed(int code, const QString &doing)
{
    Failure failure = handle().failure(code);
    if (m_damaged)
        failure.code = SQLITE_CORRUPT;
    if (meansDamage(failure.code)) {
        m_damaged = true;
        shut();
    }
    return tl::unexpected<base::Error>(errorOf(m_codes, failure, doing));
}

Result<> Session::run(const QString &sql, const QString &doing)
{
    if (!handle().db())
        return failed(m_damaged ? SQLITE_CORRUPT : SQLITE_MISUSE, doing);
    const Failure failure = handle().run(sql);
    if (failure.code != SQLITE_OK)
        return failed(failure.code, doing);
    return {};
}

} // namespace storage
