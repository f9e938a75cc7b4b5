#include "journal/decisions.h"

#include "storage/database.h"
#include "storage/eachrow.h"

namespace journal {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 keptDays = 40; // design.md 3: as long as the register keeps its feed

} // namespace

Result<> Decisions::put(const Decision &decision)
{
    auto statement = m_database.statement(QStringLiteral("journal/decision_put"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, decision.uuid);
    statement->bind("user_id"_L1, decision.user);
    statement->bind("entry"_L1, decision.entry);
    statement->bind("outcome"_L1, decision.outcome);
    statement->bind("reason"_L1, decision.reason);
    statement->bind("feed_number"_L1, decision.feedNumber);
    statement->bind("at_ms"_L1, decision.atMs);
    statement->bind("kept_at_ms"_L1, decision.keptAtMs);
    return statement->exec();
}

Result<QList<Decision>> Decisions::all(DecisionState state)
{
    auto statement = m_database.statement(QStringLiteral("journal/decision_list"));
    if (!statement)
        return base::fail(statement);
    statement->bind("state"_L1, static_cast<int>(state));
    QList<Decision> found;
    const auto read = storage::eachRow(*statement, [&found](const storage::Statement &row) {
        found.append({.uuid = row.text(0),
                      .user = row.text(1),
                      .entry = row.integer(2),
                      .outcome = static_cast<int>(row.integer(3)),
                      .reason = row.text(4),
                      .feedNumber = row.integer(5),
                      .atMs = row.integer(6),
                      .keptAtMs = row.integer(7),
                      .state = DecisionState(row.integer(8))});
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<> Decisions::setState(const Decision &decision, DecisionState state)
{
    auto statement = m_database.statement(QStringLiteral("journal/decision_state"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, decision.uuid);
    statement->bind("at_ms"_L1, decision.atMs);
    statement->bind("state"_L1, static_cast<int>(state));
    return statement->exec();
}

Result<> Decisions::loseAfter(qint64 feedNumber)
{
    auto statement = m_database.statement(QStringLiteral("journal/decision_lose"));
    if (!statement)
        return base::fail(statement);
    statement->bind("feed_number"_L1, feedNumber);
    return statement->exec();
}

Result<> Decisions::forget(qint64 nowMs, qint64 backedUpTo)
{
    auto statement = m_database.statement(QStringLiteral("journal/decision_forget"));
    if (!statement)
        return base::fail(statement);
    statement->bind("old_ms"_L1, nowMs - keptDays * dayMs);
    statement->bind("backed_up_to"_L1, backedUpTo);
    return statement->exec();
}

} // namespace journal
