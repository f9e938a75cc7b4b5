#include "central/embeddedentries.h"
#include "central/entryrows.h"
#include "central/entryrules.h"
#include "central/moverows.h"
#include "storage/eachrow.h"

// 照合 at the embedded register.
namespace central {

using base::ErrorCode;
using base::Result;
using residents::Entry;
using residents::EntryState;
using residents::Restriction;
using namespace Qt::StringLiterals;

namespace {

EntryState stateAfter(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Register:
        return EntryState::Registered;
    case CheckOutcome::SendBack:
        return EntryState::SentBack;
    case CheckOutcome::Withdraw:
        break;
    }
    return EntryState::Withdrawn;
}

} // namespace

/// Of an entry as it was decided.
Result<CheckAnswer> EmbeddedEntries::answerFor(const Entry &entry)
{
    auto statement = m_database.statement(QStringLiteral("central/entry_answer"));
    if (!statement)
        return base::fail(statement);
    statement->bind("id"_L1, entry.number);
    CheckAnswer answer{.at = entry.checker.at};
    const auto read = storage::eachRow(*statement, [&answer](const auto &row) {
        answer.uuid = row.text(0);
        answer.feedNumber = row.integer(1);
    });
    if (!read)
        return base::fail(read);
    return answer;
}

Result<CheckAnswer> EmbeddedEntries::decide(const Check &check)
{
    const bool sendsBack = check.outcome == CheckOutcome::SendBack;
    if (sendsBack && !isReason(check.reason))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("reason"));
    auto found = EntryRows(m_database).entry(check.entry);
    if (!found)
        return base::fail(found);
    if (!*found)
        return base::fail(ErrorCode::EntryUnknown);
    Entry &entry = **found;
    const auto state = stateAfter(check.outcome);
    const auto &me = m_writer.by.user;
    if (entry.state != EntryState::Provisional) {
        if (entry.state == state && entry.checker.user == me)
            return answerFor(entry);
        return base::fail(ErrorCode::EntryDecided);
    }
    const bool withdraws = check.outcome == CheckOutcome::Withdraw;
    if (withdraws && entry.author.user != me)
        return base::fail(ErrorCode::RightMissing, QStringLiteral("not the author"));
    if (!withdraws && entry.author.user == me)
        return base::fail(ErrorCode::OwnEntry);
    if (const auto done = settle(entry, check.outcome); !done)
        return base::fail(done);
    entry.state = state;
    entry.checker = m_writer.by;
    entry.answer = sendsBack ? check.reason : QString();
    if (const auto done = write(entry); !done)
        return base::fail(done);
    const auto logged = log("decide"_L1, entry.number, QString::number(int(check.outcome)));
    if (!logged)
        return base::fail(logged);
    return answerFor(entry);
}

Result<> EmbeddedEntries::settle(const Entry &entry, CheckOutcome outcome)
{
    const auto &entered = entry.proposal.entered;
    const bool registers = outcome == CheckOutcome::Register;
    if (std::holds_alternative<residents::Move>(entered)) {
        if (const auto done = MoveRows(m_database).release(entry.number); !done)
            return done;
        return registers ? carryOut(entry) : Result<>();
    }
    auto waiting = m_database.statement(QStringLiteral("central/entry_waiting_end"));
    if (!waiting)
        return base::fail(waiting);
    waiting->bind("entry_id"_L1, entry.number);
    if (const auto done = waiting->exec(); !done)
        return base::fail(done);
    const auto *proposed = std::get_if<Restriction>(&entered);
    if (!proposed)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("an entry of nothing"));
    return settle(*proposed, entry.proposal.baseVersion, outcome);
}

Result<> EmbeddedEntries::settle(const Restriction &proposed, int baseVersion, CheckOutcome outcome)
{
    const bool registers = outcome == CheckOutcome::Register;
    if (!registers && baseVersion != 0)
        return {}; // it never stopped being what it was
    const auto now = EntryRows(m_database).restriction(proposed.id);
    if (!now)
        return base::fail(now);
    if (!*now)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("no restriction"));
    Restriction next = registers ? proposed : **now;
    next.version = (*now)->version + 1;
    next.provisional = false;
    next.ended = registers ? proposed.ended : true;
    if (const auto done = write(next); !done)
        return base::fail(done);
    return {};
}

} // namespace central
