#include "audit/recorder.h"

namespace audit {

using base::ErrorCode;

namespace {

/// Fail closed: whatever the cause, the situation at the counter is "the log was not written".
template <typename T>
Result<T> closed(Result<T> written)
{
    if (written || written.error().code == ErrorCode::DiskFull)
        return written;
    return base::fail(ErrorCode::LogNotWritten, QStringLiteral("%1: %2")
                                                    .arg(static_cast<int>(written.error().code))
                                                    .arg(written.error().detail));
}

bool isEmpty(const Details &details)
{
    return details.people.isEmpty() && details.conditions.isEmpty() && details.reason.isEmpty();
}

} // namespace

Recorder::Recorder(base::Worker &journalWorker, journal::Journal &journal, const base::Clock &clock,
                   const QByteArray &registerLogKey)
    : m_worker(journalWorker)
    , m_journal(journal)
    , m_clock(clock)
    , m_registerLogKey(registerLogKey)
{
}

Result<evidence::Row> Recorder::rowOf(const Actor &actor, const Entry &entry) const
{
    evidence::Row row{
        .atMs = m_clock.now().toMSecsSinceEpoch(),
        .station = actor.station,
        .user = actor.user,
        .section = actor.section,
        .card = actor.card,
        .signIn = actor.signIn,
        .visit = actor.visit,
        .visitNumber = actor.visitNumber,
        .purpose = actor.purpose,
        .procedure = entry.procedure,
        .operation = entry.operation,
        .outcome = entry.outcome,
        .reason = entry.reason,
        .subjects = entry.subjects,
        .fileName = entry.fileName,
        .individualNumberAccessed = entry.individualNumberAccessed,
        .count = static_cast<quint32>(qMax(0, entry.count)),
        .issueNumbers = entry.issueNumbers,
        .copies = static_cast<quint32>(qMax(0, entry.copies)),
        .printer = entry.printer,
        .tablesVersion = entry.tablesVersion,
        .detail = entry.detail,
    };
    if (isEmpty(entry.details))
        return row;
    row.sealed = sealDetails(entry.details, m_registerLogKey);
    if (row.sealed.isEmpty())
        return base::fail(ErrorCode::SealBroken, QStringLiteral("the register's log key"));
    return row;
}

Result<quint64> Recorder::record(const Actor &actor, const Entry &entry)
{
    const auto row = rowOf(actor, entry);
    if (!row)
        return closed(Result<quint64>(base::fail(row)));
    return closed(m_worker.runAndWait([&] { return m_journal.append(*row); }));
}

Result<journal::Issued> Recorder::issue(const Actor &actor, const Entry &entry,
                                        const journal::IssueRequest &request)
{
    const auto row = rowOf(actor, entry);
    if (!row)
        return closed(Result<journal::Issued>(base::fail(row)));
    return closed(m_worker.runAndWait([&] { return m_journal.issue(*row, request); }));
}

Result<quint64> Recorder::settle(const Actor &actor, const Entry &entry, journal::IssueState state)
{
    const auto row = rowOf(actor, entry);
    if (!row)
        return closed(Result<quint64>(base::fail(row)));
    return closed(m_worker.runAndWait([&] { return m_journal.settle(*row, state); }));
}

Result<quint64> Recorder::file(const Actor &actor, const Entry &entry, const journal::Item &item)
{
    const auto row = rowOf(actor, entry);
    if (!row)
        return closed(Result<quint64>(base::fail(row)));
    return closed(m_worker.runAndWait([&] { return m_journal.file(*row, item); }));
}

Result<std::optional<evidence::SignedCheckpoint>> Recorder::checkpoint(When when)
{
    const qint64 nowMs = m_clock.now().toMSecsSinceEpoch();
    using Made = Result<std::optional<evidence::SignedCheckpoint>>;
    return closed(m_worker.runAndWait([&]() -> Made {
        if (when == When::IfDue && !m_journal.checkpointDue(nowMs))
            return std::optional<evidence::SignedCheckpoint>();
        return m_journal.checkpoint(nowMs);
    }));
}

} // namespace audit
