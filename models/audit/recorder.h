#pragma once

#include "audit/entry.h"
#include "base/clock.h"
#include "base/owner.h"
#include "journal/journal.h"
#include "journal/outbox.h"

#include <optional>

namespace audit {

using base::Result;

/// Writes log rows. Each call blocks until the row is on disk; from any thread. Fail closed: what
/// is not written is answered as LogNotWritten (the detail keeps the cause; a full disk stays
/// DiskFull), and the caller then shows nothing (promise 1 of design.md).
class Recorder final
{
public:
    /// `journal` is used in `journalWorker` only. `registerLogKey`: X25519, 32 bytes; details are
    /// sealed to it, so that this station cannot read them back.
    Recorder(base::Worker &journalWorker, journal::Journal &journal, const base::Clock &clock,
             const QByteArray &registerLogKey);

    /// The number of the row.
    [[nodiscard]] Result<quint64> record(const Actor &actor, const Entry &entry);
    /// Takes one number a copy and writes the row that names them, both or neither.
    [[nodiscard]] Result<journal::Issued> issue(const Actor &actor, const Entry &entry,
                                                const journal::IssueRequest &request);
    /// What became of the paper; entry.issueNumbers names the copies.
    [[nodiscard]] Result<quint64> settle(const Actor &actor, const Entry &entry,
                                         journal::IssueState state);
    /// Writes the row and puts the item into the outbox, both or neither.
    [[nodiscard]] Result<quint64> file(const Actor &actor, const Entry &entry,
                                       const journal::Item &item);
    enum class When { IfDue, Now };
    /// A checkpoint for the register, if one is due. `Now` at sign-out.
    [[nodiscard]] Result<std::optional<evidence::SignedCheckpoint>> checkpoint(When when);

private:
    [[nodiscard]] Result<evidence::Row> rowOf(const Actor &actor, const Entry &entry) const;

    base::Worker &m_worker;
    journal::Journal &m_journal;
    const base::Clock &m_clock;
    QByteArray m_registerLogKey;
};

} // namespace audit
