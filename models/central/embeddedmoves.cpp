#include "base/clock.h"
#include "central/embeddedentries.h"
#include "central/filerows.h"
#include "central/moverows.h"
#include "central/registerfiles.h"
#include "central/replicatables.h"
#include "residents/codec.h"
#include "residents/moveoutcome.h"

// 異動 at the embedded register.
namespace central {

using base::ErrorCode;
using base::Result;
using residents::Entry;
using residents::EntryState;
using residents::Move;
using residents::MoveRule;
using namespace Qt::StringLiterals;

namespace {

/// What the tables of the desk say, its calendar among them, and what a clerk answers for, is not
/// looked at again.
bool isLeftToTheDesk(MoveRule rule, const Move &move)
{
    // The copy that was looked at may be old: that somebody came meanwhile is known here alone.
    if (rule == MoveRule::LooksKnown)
        return move.acknowledged.contains(residents::moveRuleName(rule));
    return residents::isAlert(rule) || rule == MoveRule::NoticeTooLate ||
           rule == MoveRule::IdentificationMissing || rule == MoveRule::NotifierNameMissing ||
           rule == MoveRule::MandateMissing;
}

/// New numbers are those that the register gave out. After a restore it does not know which.
Result<> checkNumbers(MoveRows &rows, const Move &move, const Move &standing, bool handedOut)
{
    const auto check = [&](NumberSeries series, qint64 number, const QString &field) -> Result<> {
        const auto is = rows.isNumber(series, number, handedOut);
        if (!is)
            return base::fail(is);
        return *is ? Result<>() : base::fail(ErrorCode::EntryIncomplete, field);
    };
    if (move.to.baseVersion == 0 && standing.to.baseVersion == 0) {
        const auto household = check(NumberSeries::Household, move.to.id.value, u"to"_s);
        if (!household)
            return household;
    }
    for (qsizetype i = 0; i < move.movers.size(); ++i) {
        const residents::MemberChange &mover = move.movers.at(i);
        if (mover.baseVersion != 0 || standing.movers.at(i).baseVersion != 0)
            continue;
        const auto person = check(NumberSeries::Person, mover.person.value, u"movers"_s);
        if (!person)
            return person;
    }
    return {};
}

} // namespace

Result<residents::MoveGround> EmbeddedEntries::allowedGround(const Move &move, bool entering)
{
    const auto identity = readIdentity(m_database);
    if (!identity)
        return base::fail(identity);
    auto ground = MoveRows(m_database)
                      .ground(move, base::dayInJapan(m_writer.by.at), identity->identity.code);
    if (!ground)
        return base::fail(ground);
    // Also of what was offered again: nobody has ever acknowledged that it was entered.
    if (!entering || m_writer.rights.testFlag(Right::OpenRestricted))
        ground->hidden = false;
    for (const auto &finding : residents::judgeMove(move, *ground)) {
        if (!isLeftToTheDesk(finding.rule, move))
            return base::fail(ErrorCode::MoveRefused, residents::moveRuleName(finding.rule));
    }
    return ground;
}

/// After a restore versions are given anew: another 異動 of one of them came since.
Result<bool> EmbeddedEntries::isNewer(const Move &move)
{
    if (!m_acknowledgedAt)
        return false;
    return hasEntry([this, &move](const Entry &entry) {
        const auto *other = std::get_if<Move>(&entry.proposal.entered);
        return other && entry.state == EntryState::Registered && isNewer(entry.checker.at) &&
               shareSomebody(move, *other);
    });
}

Result<SubmissionAnswer> EmbeddedEntries::enterMove(residents::Proposal proposal)
{
    const auto &move = std::get<Move>(proposal.entered);
    MoveRows rows(m_database);
    // What is not there yet may come with the 照合 of the one that waits.
    const auto holder = rows.holder(move);
    if (!holder)
        return base::fail(holder);
    if (*holder != 0)
        return base::fail(ErrorCode::EntryPending);
    auto standing = rows.standing(move);
    if (!standing)
        return base::fail(standing);
    if (!*standing)
        return base::fail(ErrorCode::ResidentUnknown);
    if (const auto numbers = checkNumbers(rows, move, **standing, !m_acknowledgedAt); !numbers)
        return base::fail(numbers);
    const auto newer = isNewer(move);
    if (!newer)
        return base::fail(newer);
    if (*newer || **standing != move)
        return SubmissionAnswer{.verdict = Verdict::Conflict, .theirs = std::move(**standing)};
    if (const auto may = allowedGround(move, true); !may)
        return base::fail(may);
    return fileEntry(std::move(proposal));
}

Result<> EmbeddedEntries::carryOut(const Entry &entry)
{
    const auto &move = std::get<Move>(entry.proposal.entered);
    MoveRows rows(m_database);
    const auto standing = rows.standing(move);
    if (!standing)
        return base::fail(standing);
    if (!*standing || **standing != move)
        return base::fail(ErrorCode::EntryConflict);
    // Right when it was entered; a 抑止 may have been set since.
    const auto ground = allowedGround(move, false);
    if (!ground)
        return base::fail(ground);
    const QDate today = ground->today;
    const auto outcome = residents::outcomeOf(
        move, ground->members, ground->households,
        {.processedOn = today, .enteredBy = entry.author.user, .enteredAt = entry.station});
    ReplicaTables tables(m_database);
    auto at = tables.position(m_registerId);
    if (!at)
        return base::fail(at);
    for (const auto &state : outcome.states) {
        if (const auto done = tables.changePerson(*at, state); !done)
            return done;
        if (const auto kept = rows.keepNotices(move, entry.number, state.id); !kept)
            return kept;
    }
    if (const auto kept = rows.keepArrivals(move); !kept)
        return kept;
    for (const auto &household : outcome.households) {
        const auto written = write(Table::Household, rowOf(household));
        if (!written)
            return base::fail(written);
    }
    return {};
}

} // namespace central
