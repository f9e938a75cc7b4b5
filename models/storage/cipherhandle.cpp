#include "storage/cipherhandle.h"

#include "storage/sqlfile.h"

#include <sqlite3.h>

#include <cstring>

namespace storage {

namespace {

constexpr int busyTimeoutMs = 5000;
constexpr size_t rawKeyBytes = 32;

// ATTACH could write the content to a plain file; the key goes through the C API only.
int authorize(void *, int action, const char *first, const char *second, const char *, const char *)
{
    const auto is = [](const char *text, const char *what) {
        return text && sqlite3_stricmp(text, what) == 0;
    };
    switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return SQLITE_DENY;
    case SQLITE_FUNCTION:
        return is(second, "sqlcipher_export") ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
        return is(first, "key") || is(first, "rekey") || is(first, "hexkey") ||
                       is(first, "hexrekey") || is(first, "textkey")
                   ? SQLITE_DENY
                   : SQLITE_OK;
    default:
        return SQLITE_OK;
    }
}

base::Secret rawKeyText(const base::Secret &key)
{
    static constexpr char digits[] = "0123456789abcdef";
    base::Secret text(key.size() * 2 + 3, '\'');
    text[0] = 'x';
    std::size_t at = 2;
    for (const auto byte : key) {
        text[at++] = static_cast<std::uint8_t>(digits[byte >> 4]);
        text[at++] = static_cast<std::uint8_t>(digits[byte & 15]);
    }
    return text;
}

} // namespace

CipherHandle::~CipherHandle()
{
    close();
}

Failure CipherHandle::open(const QString &path, const base::Secret &key,
                           const CipherOptions &options)
{
    close();
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (options.readOnly)
        flags |= SQLITE_OPEN_READONLY;
    else
        flags |= SQLITE_OPEN_READWRITE | (options.create ? SQLITE_OPEN_CREATE : 0);
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &m_db, flags, nullptr);
    Failure failed = opened == SQLITE_OK ? setUp(key, options) : failure(opened);
    if (failed.code != SQLITE_OK)
        close();
    return failed;
}

Failure CipherHandle::setUp(const base::Secret &key, const CipherOptions &options)
{
    if (key.size() != rawKeyBytes)
        return {SQLITE_MISUSE, 0, QStringLiteral("the key is not 32 bytes")};
    sqlite3_busy_timeout(m_db, busyTimeoutMs);
    if (auto failed = run(ownSql(QStringLiteral("storage/cipher_log_level"))); failed.code)
        return failed;
    const base::Secret text = rawKeyText(key);
    const int keyed = sqlite3_key_v2(m_db, "main", text.data(), static_cast<int>(text.size()));
    if (keyed != SQLITE_OK)
        return failure(keyed);
    if (auto failed = run(ownSql(QStringLiteral("storage/prove_key"))); failed.code)
        return failed;
    if (!options.readOnly) {
        if (auto failed = run(ownSql(QStringLiteral("storage/journal_mode"))); failed.code)
            return failed;
    }
    const int cacheKib = qBound(1, options.cacheMib, 65536) * 1024;
    for (const QString &sql : {ownSql(QStringLiteral("storage/synchronous")),
                               ownSql(QStringLiteral("storage/foreign_keys")),
                               ownSql(QStringLiteral("storage/temp_store")),
                               ownSql(QStringLiteral("storage/cache_size")).arg(cacheKib)}) {
        if (auto failed = run(sql); failed.code)
            return failed;
    }
    sqlite3_set_authorizer(m_db, authorize, nullptr);
    return {};
}

void CipherHandle::close()
{
    const QMutexLocker locked(&m_closing);
    if (m_db)
        sqlite3_close_v2(m_db);
    m_db = nullptr;
}

Failure CipherHandle::failure(int code) const
{
    if (code == SQLITE_OK)
        return {};
    // The full message may quote a search condition (FTS5 does), so only those messages are taken
    // that name columns or come from a statement file.
    const int kind = code & 0xff;
    const bool harmless = kind == SQLITE_CONSTRAINT || kind == SQLITE_AUTH;
    const char *text = harmless && m_db ? sqlite3_errmsg(m_db) : sqlite3_errstr(code);
    return {code, m_db ? sqlite3_system_errno(m_db) : 0, QString::fromUtf8(text)};
}

Failure CipherHandle::run(const QString &sql) const
{
    if (!m_db)
        return {SQLITE_MISUSE, 0, QStringLiteral("not open")};
    return failure(sqlite3_exec(m_db, sql.toUtf8().constData(), nullptr, nullptr, nullptr));
}

void CipherHandle::interrupt()
{
    const QMutexLocker locked(&m_closing);
    if (m_db)
        sqlite3_interrupt(m_db);
}

} // namespace storage
