#include "central/embeddedlinkstate.h"
#include "central/useraccounts.h"

// What clerks write through the embedded link.
namespace central {

using base::ErrorCode;
using base::Result;

namespace {

Right rightFor(const residents::Proposal &proposal)
{
    return residents::kindOf(proposal.entered) == residents::EntryKind::Restriction
               ? Right::EnterRestriction
               : Right::WriteNote;
}

} // namespace

Result<EntryWriter> EmbeddedLink::State::writer(Rights oneOf)
{
    const auto who = user();
    if (!who)
        return base::fail(who);
    if (!(rightsOn(*who, clock.today()) & oneOf))
        return base::fail(ErrorCode::RightMissing);
    return EntryWriter{
        .by = {.user = who->id, .name = who->name, .section = who->section, .at = clock.now()},
        .stationId = stationId};
}

void EmbeddedLink::State::close()
{
    userId.clear();
}

void EmbeddedLink::whenFed(std::function<void()> tell)
{
    const QMutexLocker locked(&m_state->telling);
    m_state->fed = std::move(tell);
}

void EmbeddedLink::tellFed()
{
    std::function<void()> tell;
    {
        const QMutexLocker locked(&m_state->telling);
        tell = m_state->fed;
    }
    if (tell)
        tell();
}

Result<SubmissionAnswer> EmbeddedLink::submit(const Submission &submission)
{
    auto answer = m_state->thread.runAndWait([this, &submission]() -> Result<SubmissionAnswer> {
        auto transaction = storage::Transaction::begin(*m_state->database);
        if (!transaction)
            return base::fail(transaction);
        auto writer = m_state->writer(rightFor(submission.proposal));
        if (!writer)
            return base::fail(writer);
        auto done = EmbeddedEntries(*m_state->database, m_state->identity.identity.registerId,
                                    std::move(*writer))
                        .submit(submission);
        if (!done)
            return done;
        if (const auto committed = transaction->commit(); !committed)
            return base::fail(committed);
        return done;
    });
    if (answer && answer->verdict != Verdict::Conflict)
        tellFed();
    return answer;
}

Result<> EmbeddedLink::decide(const Check &check)
{
    const auto done = m_state->thread.runAndWait([this, &check]() -> Result<> {
        auto transaction = storage::Transaction::begin(*m_state->database);
        if (!transaction)
            return base::fail(transaction);
        // Who withdraws needs to be the author, whatever rights he has today.
        const bool withdraws = check.outcome == CheckOutcome::Withdraw;
        auto writer = m_state->writer(withdraws ? ~Rights() : Rights(Right::CheckEntry));
        if (!writer)
            return base::fail(writer);
        const auto decided =
            EmbeddedEntries(*m_state->database, m_state->identity.identity.registerId,
                            std::move(*writer))
                .decide(check);
        if (!decided)
            return decided;
        return transaction->commit();
    });
    if (done)
        tellFed();
    return done;
}

} // namespace central
