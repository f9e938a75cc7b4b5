#pragma once

#include "base/crypto.h"
#include "evidence/chain.h"
#include "evidence/row.h"
#include "journal/decisions.h"
#include "journal/memory.h"
#include "journal/outbox.h"
#include "journal/storedlog.h"
#include "storage/database.h"

#include <QList>
#include <QStringList>

#include <memory>
#include <optional>

namespace journal {

using base::Result;

struct JournalOpening
{
    QString path{};                    ///< journal.db
    const base::Secret *key = nullptr; ///< 32 bytes; only read while opening
    QString station{};              ///< its id; JournalDamaged when the file is another station's
    base::crypto::KeyPair logKey{}; ///< Ed25519, signs checkpoints
    storage::Opening::Mode mode = storage::Opening::Mode::ReadWrite; ///< Create only at enrolment
};

/// Numbers to be taken: a series is "20200502 ○○市 本庁1 プリンタ001"; its numbers count from 001.
struct IssueRequest
{
    QString series{};
    int copies = 1;
};
/// Numbers in the file: never changed.
enum class IssueState {
    Taken = 0,
    Printed = 1,
    Failed = 2, ///< no paper that anybody knows of
    Spoiled = 3
};

/// What was written: the log row and the numbers it names.
struct Issued
{
    quint64 row = 0;
    QStringList numbers{}; ///< "20200502 ○○市 本庁1 プリンタ001 011", one a copy
};

/// journal.db: what this workstation made. Lives and dies in one thread (the journal worker).
/// Every write is on disk when it returns, or has left nothing (DiskFull, StatementFailed).
/// Rows are never changed and never deleted; the file itself refuses both.
class Journal final : public StoredLog
{
public:
    /// JournalMissing, JournalDamaged, JournalWrongKey, JournalNewer, DiskFull. The last row must
    /// fit the chain; LogBroken otherwise.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const JournalOpening &opening);
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    /// Writes one row and answers its number. Number and station are filled in here.
    [[nodiscard]] Result<quint64> append(const evidence::Row &row);
    /// Writes all or none; the number of the last one. Nothing to write answers 0.
    [[nodiscard]] Result<quint64> append(const QList<evidence::Row> &rows);
    /// Takes one number a copy and writes the row that names them, both or neither.
    [[nodiscard]] Result<Issued> issue(const evidence::Row &row, const IssueRequest &request);
    /// Writes the row and puts the item into the outbox, both or neither.
    [[nodiscard]] Result<quint64> file(const evidence::Row &row, const Item &item);
    /// What became of the paper, with the row that says so. Unexpected for an unknown number.
    [[nodiscard]] Result<quint64> settle(const evidence::Row &row, IssueState state);

    /// Writes rows taken from door.log together with how far it was read.
    [[nodiscard]] Result<> takeOverDoor(const QList<evidence::Row> &rows,
                                        const evidence::Head &door);

    /// 1,000 rows, or 60 s with new rows, since the last one (design.md 4). At sign-out: always.
    [[nodiscard]] bool checkpointDue(qint64 nowMs) const;
    /// Signs and keeps where the log stands; the one that stands there already when nothing is
    /// new; none while the log is empty.
    [[nodiscard]] Result<std::optional<evidence::SignedCheckpoint>> checkpoint(qint64 nowMs);

    [[nodiscard]] Memory &memory() { return *m_memory; }
    [[nodiscard]] Outbox &outbox() { return *m_outbox; }
    [[nodiscard]] Decisions &decisions() { return *m_decisions; }

private:
    Journal(std::unique_ptr<storage::Database> database, const JournalOpening &opening);
    [[nodiscard]] Result<> adoptStation();
    /// Where the file stands; called again after a write that failed.
    [[nodiscard]] Result<> load();
    [[nodiscard]] Result<> loadCheckpoint();
    [[nodiscard]] Result<storage::Transaction> begin();
    [[nodiscard]] Result<evidence::Head> writeAll(const QList<evidence::Row> &rows);
    /// Adds to the file what follows `on`; the new head counts once the transaction is committed.
    [[nodiscard]] Result<evidence::Head> write(evidence::Row row, const evidence::Head &on);
    [[nodiscard]] Result<> commit(storage::Transaction &transaction, const evidence::Head &head);
    [[nodiscard]] Result<QStringList> takeNumbers(const IssueRequest &request);
    [[nodiscard]] Result<> settleNumbers(const QStringList &numbers, IssueState state);

    std::unique_ptr<Memory> m_memory;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Decisions> m_decisions;
    bool m_mustLoad = true; ///< a write failed: what the file holds is read again first
    std::optional<evidence::SignedCheckpoint> m_checkpoint; ///< the last one
    qint64 m_waitingSinceMs = 0; ///< of the oldest row behind the last checkpoint; 0 = none
};

} // namespace journal
