#pragma once

#include "base/result.h"
#include "storage/cipherdriver.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>

struct sqlite3_stmt;

namespace storage {

using base::Result;

/// Which codes the faults of a kind of file have ("cache", "journal", "central", "numbers").
struct KindCodes
{
    base::ErrorCode missing = base::ErrorCode::FileUnreadable;
    base::ErrorCode damaged = base::ErrorCode::StatementFailed;
    base::ErrorCode wrongKey = base::ErrorCode::SealBroken;
    base::ErrorCode newer = base::ErrorCode::StatementFailed;
    int applicationId = 0; ///< "MDG" and a letter, in the file's header
};
[[nodiscard]] KindCodes codesOf(const QString &kind);

[[nodiscard]] bool meansDamage(int code);
/// SQLite's failure as the situation at the counter.
[[nodiscard]] base::Error errorOf(const KindCodes &codes, const Failure &failure,
                                  const QString &doing);

/// What a Database and the statements taken from it share. After damage the handle is closed and
/// every later call answers "damaged": SQLCipher 4.14 must not be asked again on it.
class Session
{
public:
    Session(const QString &kind, QString root);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    [[nodiscard]] CipherDriver &driver() { return m_driver; }
    [[nodiscard]] CipherHandle &handle() { return m_driver.cipher(); }
    [[nodiscard]] const KindCodes &codes() const { return m_codes; }
    /// Closes the file; statements that are still out are finalised when they come back.
    void shut();
    /// A prepared statement; one that is in use is not given out twice. Names in storage/ are the
    /// compiled-in ones whatever the root is.
    [[nodiscard]] Result<sqlite3_stmt *> take(const QString &name);
    void giveBack(const QString &name, sqlite3_stmt *statement);
    [[nodiscard]] tl::unexpected<base::Error> failed(int code, const QString &doing);
    [[nodiscard]] Result<> run(const QString &sql, const QString &doing);

private:
    KindCodes m_codes;
    QString m_root;
    CipherDriver m_driver;
    QHash<QString, QList<sqlite3_stmt *>> m_idle;
    bool m_damaged = false;
};

} // namespace storage
