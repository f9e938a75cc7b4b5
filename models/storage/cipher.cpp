#include "storage/cipher.h"

#include "storage/sqlfile.h"

#include <sqlite3.h>

namespace storage {

QString cipherVersion()
{
    sqlite3 *db = nullptr;
    QString version;
    if (sqlite3_open(":memory:", &db) == SQLITE_OK) {
        const QByteArray sql = ownSql(QStringLiteral("storage/cipher_version")).toUtf8();
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr);
        if (statement && sqlite3_step(statement) == SQLITE_ROW) {
            const auto *text = sqlite3_column_blob(statement, 0);
            version = QString::fromUtf8(static_cast<const char *>(text),
                                        sqlite3_column_bytes(statement, 0));
        }
        sqlite3_finalize(statement);
    }
    sqlite3_close(db);
    return version;
}

Result<> requireCipher(const QString &version)
{
    if (version.isEmpty())
        return base::fail(base::ErrorCode::CipherMissing, QStringLiteral("no cipher_version"));
    return {};
}

Result<> requireCipher()
{
    static const QString version = cipherVersion();
    return requireCipher(version);
}

} // namespace storage
