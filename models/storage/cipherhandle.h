#pragma once

#include "base/secret.h"

#include <QMutex>
#include <QString>

struct sqlite3;

namespace storage {

struct CipherOptions
{
    bool create = false; ///< makes the file when it is not there
    bool readOnly = false;
    int cacheMib = 64; ///< page cache; large enough for the whole file is best
};

/// What SQLite said when something failed.
struct Failure
{
    int code = 0;        ///< extended result code; 0 = nothing failed
    int systemError = 0; ///< errno of the call below it
    QString message;     ///< for the log; never holds values of rows or of conditions
};

/// One open, keyed SQLCipher file: the only place where a file is opened. Used in one thread,
/// interrupt() in any.
class CipherHandle
{
public:
    CipherHandle() = default;
    ~CipherHandle();
    Q_DISABLE_COPY_MOVE(CipherHandle)

    /// Opens, keys through the C API, proves the key by a read, sets the PRAGMAs. A failure leaves
    /// nothing open. `key` is 32 bytes.
    [[nodiscard]] Failure open(const QString &path, const base::Secret &key,
                               const CipherOptions &options);
    /// Statements that are still held are finalised by their owners.
    void close();
    [[nodiscard]] sqlite3 *db() const { return m_db; }
    /// What the last call on the handle failed with.
    [[nodiscard]] Failure failure(int code) const;
    /// Runs text of one or more statements that answer nothing of interest.
    [[nodiscard]] Failure run(const QString &sql) const;
    /// Ends what is running, which then fails with SQLITE_INTERRUPT. From any thread.
    void interrupt();

private:
    [[nodiscard]] Failure setUp(const base::Secret &key, const CipherOptions &options);

    sqlite3 *m_db = nullptr;
    QMutex m_closing; // only between close() and interrupt()
};

} // namespace storage
