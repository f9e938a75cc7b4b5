#pragma once

#include "base/result.h"
#include "central/account.h"
#include "central/entries.h"
#include "central/replicarow.h"
#include "residents/moverules.h"
#include "storage/database.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace central {

/// Who writes, and when, as the register knows it.
struct EntryWriter
{
    residents::Authorship by; ///< the account as it is now, and the register's time
    QString stationId;
    Rights rights = {}; ///< on the day he writes
};

/// Notes, contacts and 仮登録 of the embedded register, over register.db. Everything happens inside
/// the caller's transaction, who has looked at the rights; after a failure he rolls back.
class EmbeddedEntries final
{
public:
    EmbeddedEntries(storage::Database &database, QString registerId, EntryWriter writer)
        : m_database(database)
        , m_registerId(std::move(registerId))
        , m_writer(std::move(writer))
    {
    }

    [[nodiscard]] const EntryWriter &writer() const { return m_writer; }
    /// As Entries::submit and Entries::decide.
    [[nodiscard]] base::Result<SubmissionAnswer> submit(const Submission &submission);
    [[nodiscard]] base::Result<CheckAnswer> decide(const Check &check);
    /// What was answered for good to a submission of this uuid (plainUuid); none yet.
    [[nodiscard]] base::Result<std::optional<SubmissionAnswer>> answerTo(const QString &uuid);
    /// A row of the register's log.
    [[nodiscard]] base::Result<> log(QLatin1StringView action, qint64 subject,
                                     const QString &detail);

private:
    struct Answered;
    /// After a restore numbers and versions are given anew: what stands there was written after
    /// this submission was acknowledged, so it counted on another one.
    [[nodiscard]] bool isNewer(const QDateTime &written) const;
    [[nodiscard]] base::Result<bool> isNewer(const residents::Restriction &standing);
    /// Whether one of all entries is such.
    [[nodiscard]] base::Result<bool>
    hasEntry(const std::function<bool(const residents::Entry &)> &isSuch);
    [[nodiscard]] base::Result<std::optional<Answered>> answered(const QString &uuid);
    [[nodiscard]] base::Result<> keep(const Answered &answered, const Submission &submission);
    [[nodiscard]] base::Result<SubmissionAnswer> enter(const residents::Proposal &proposal);
    [[nodiscard]] base::Result<SubmissionAnswer> enter(residents::Note note, int baseVersion);
    [[nodiscard]] base::Result<SubmissionAnswer> enter(residents::Contact contact, int baseVersion);
    [[nodiscard]] base::Result<SubmissionAnswer> enterRestriction(residents::Proposal proposal);
    [[nodiscard]] base::Result<SubmissionAnswer> enterMove(residents::Proposal proposal);
    /// What stands, if it may be registered; MoveRefused (detail: the rule) for what the register
    /// does not leave to the desk.
    [[nodiscard]] base::Result<residents::MoveGround> allowedGround(const residents::Move &move,
                                                                    bool entering);
    [[nodiscard]] base::Result<bool> isNewer(const residents::Move &move);
    [[nodiscard]] base::Result<SubmissionAnswer> fileEntry(residents::Proposal proposal);
    [[nodiscard]] base::Result<> settle(const residents::Entry &entry, CheckOutcome outcome);
    [[nodiscard]] base::Result<> settle(const residents::Restriction &proposed, int baseVersion,
                                        CheckOutcome outcome);
    [[nodiscard]] base::Result<> carryOut(const residents::Entry &entry);
    [[nodiscard]] base::Result<CheckAnswer> answerFor(const residents::Entry &entry);
    /// Feeds the row and keeps it.
    [[nodiscard]] base::Result<qint64> write(Table table, Row row);
    [[nodiscard]] base::Result<qint64> write(const residents::Restriction &restriction);
    [[nodiscard]] base::Result<qint64> write(const residents::Entry &entry);

    storage::Database &m_database;
    QString m_registerId;
    EntryWriter m_writer;
    std::optional<QDateTime> m_acknowledgedAt; ///< of what is being entered, once, before a restore
};

} // namespace central
