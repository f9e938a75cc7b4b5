#include "central/offeredagain.h"

#include "base/clock.h"
#include "central/entryrows.h"
#include "central/entryrules.h"
#include "central/moverows.h"
#include "central/useraccounts.h"
#include "residents/codec.h"
#include "storage/eachrow.h"

#include <algorithm>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

qint64 msOf(const QDateTime &moment)
{
    return moment.isValid() ? moment.toMSecsSinceEpoch() : 0;
}

QDateTime timeOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

/// The register says no to the entry; everything else is a failure of its own.
bool doesNotFit(ErrorCode code)
{
    return code == ErrorCode::EntryIncomplete || code == ErrorCode::ResidentUnknown ||
           code == ErrorCode::EntryUnknown || code == ErrorCode::EntryPending ||
           code == ErrorCode::EntryDecided || code == ErrorCode::OwnEntry ||
           code == ErrorCode::EntryConflict || code == ErrorCode::MoveRefused ||
           code == ErrorCode::RightMissing || code == ErrorCode::RegisterRefused;
}

/// It may fit once an earlier one has been applied.
bool mayComeLater(ErrorCode code)
{
    return code == ErrorCode::EntryUnknown || code == ErrorCode::ResidentUnknown ||
           code == ErrorCode::MoveRefused;
}

base::HouseholdId householdOf(const residents::Entered &entered)
{
    const auto *restriction = std::get_if<residents::Restriction>(&entered);
    return restriction ? restriction->household : base::HouseholdId{};
}

} // namespace

struct OfferedAgain::Waiting
{
    Offer offer;
    QString stationId;
    bool own = false; ///< handed in by whom it names
};

Result<> OfferedAgain::add(const Offer &offer, const EntryWriter &caller)
{
    return std::visit([&](const auto &one) { return keep(one, offer, caller); }, offer.what);
}

Result<> OfferedAgain::keep(const Submission &submission, const Offer &offer,
                            const EntryWriter &caller)
{
    const auto uuid = plainUuid(submission.uuid);
    if (!uuid)
        return base::fail(uuid);
    const auto plain = plainProposal(submission.proposal);
    if (!plain)
        return base::fail(plain);
    auto statement = m_database.statement(QStringLiteral("central/offer_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, *uuid);
    statement->bind("user_id"_L1, offer.userId);
    statement->bind("station_id"_L1, caller.stationId);
    statement->bind("feed_number"_L1, offer.feedNumber);
    statement->bind("at"_L1, msOf(offer.at));
    statement->bind("filed_at"_L1, msOf(submission.filedAt));
    statement->bind("proposal"_L1, residents::encode(*plain));
    statement->bind("own"_L1, int(offer.userId == caller.by.user));
    return statement->exec();
}

Result<> OfferedAgain::keep(const Decision &decision, const Offer &offer, const EntryWriter &caller)
{
    const auto uuid = plainUuid(decision.uuid);
    if (!uuid)
        return base::fail(uuid);
    if (decision.outcome == CheckOutcome::SendBack && !isReason(decision.reason))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("reason"));
    if (!offer.at.isValid())
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("at"));
    // Four eyes: nobody says what another person decided.
    if (offer.userId != caller.by.user)
        return base::fail(ErrorCode::RightMissing, QStringLiteral("decided by somebody else"));
    auto statement = m_database.statement(QStringLiteral("central/offered_decision_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, *uuid);
    statement->bind("user_id"_L1, offer.userId);
    statement->bind("at"_L1, msOf(offer.at));
    statement->bind("station_id"_L1, caller.stationId);
    statement->bind("feed_number"_L1, offer.feedNumber);
    statement->bind("decision"_L1, int(decision.outcome));
    statement->bind("reason"_L1, decision.reason);
    return statement->exec();
}

Result<bool> OfferedAgain::waits(const QString &uuid)
{
    auto statement = m_database.statement(QStringLiteral("central/offer_waits"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, uuid);
    bool waiting = false;
    const auto read = storage::eachRow(*statement, [&waiting](const auto &) { waiting = true; });
    if (!read)
        return base::fail(read);
    return waiting;
}

Result<std::optional<QDateTime>> OfferedAgain::acknowledgedAt(const QString &uuid,
                                                              const QString &userId,
                                                              const residents::Proposal &plain)
{
    auto statement = m_database.statement(QStringLiteral("central/offer_acknowledged"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, uuid);
    statement->bind("user_id"_L1, userId);
    statement->bind("proposal"_L1, residents::encode(plain));
    std::optional<QDateTime> at;
    const auto read =
        storage::eachRow(*statement, [&at](const auto &row) { at = timeOf(row.integer(0)); });
    if (!read)
        return base::fail(read);
    return at;
}

Result<QList<OfferedAgain::Waiting>> OfferedAgain::waiting()
{
    auto statement = m_database.statement(QStringLiteral("central/offers_waiting"));
    if (!statement)
        return base::fail(statement);
    QList<Waiting> found;
    Result<> decodable;
    const auto read = storage::eachRow(*statement, [&](const auto &row) {
        Waiting one{.offer = {.what = {},
                              .userId = row.text(1),
                              .feedNumber = row.integer(8),
                              .at = timeOf(row.integer(3))},
                    .stationId = row.text(2),
                    .own = row.integer(9) == 1};
        if (row.integer(6) >= 0) {
            one.offer.what = Decision{.uuid = row.text(0),
                                      .outcome = CheckOutcome(row.integer(6)),
                                      .reason = row.text(7)};
        } else {
            auto proposal = residents::decodeProposal(row.bytes(5));
            if (!proposal)
                decodable = base::fail(proposal);
            else
                one.offer.what = Submission{.uuid = row.text(0),
                                            .proposal = std::move(*proposal),
                                            .filedAt = timeOf(row.integer(4))};
        }
        found.append(std::move(one));
    });
    if (!read)
        return base::fail(read);
    if (!decodable)
        return base::fail(decodable);
    return found;
}

Result<> OfferedAgain::settle(const Waiting &one, Outcome outcome)
{
    const auto *decision = std::get_if<Decision>(&one.offer.what);
    auto statement =
        m_database.statement(decision ? QStringLiteral("central/offered_decision_settle")
                                      : QStringLiteral("central/offer_settle"));
    if (!statement)
        return base::fail(statement);
    if (decision) {
        statement->bind("uuid"_L1, decision->uuid);
        statement->bind("user_id"_L1, one.offer.userId);
        statement->bind("at"_L1, msOf(one.offer.at));
    } else {
        statement->bind("uuid"_L1, std::get<Submission>(one.offer.what).uuid);
    }
    statement->bind("outcome"_L1, int(outcome));
    return statement->exec();
}

/// On the same person or household stands a 仮登録 that was there before this: it was decided in
/// between, and nobody has said how.
Result<bool> OfferedAgain::lacksDecision(const Submission &submission, const QDateTime &at)
{
    if (const auto *move = std::get_if<residents::Move>(&submission.proposal.entered)) {
        const auto holder = MoveRows(m_database).holder(*move);
        if (!holder)
            return base::fail(holder);
        const auto entry = EntryRows(m_database).entry(*holder);
        if (!entry)
            return base::fail(entry);
        return *entry && (*entry)->author.at <= at;
    }
    const auto *restriction = std::get_if<residents::Restriction>(&submission.proposal.entered);
    if (!restriction)
        return false;
    const auto pending = EntryRows(m_database).waiting(*restriction);
    if (!pending)
        return base::fail(pending);
    return *pending && (*pending)->author.at <= at;
}

/// What it may count on is not there yet: an earlier one of its kind on the same person or
/// household.
Result<bool> OfferedAgain::lacksEarlier(const Submission &submission, const Offer &offer)
{
    const auto all = waiting();
    if (!all)
        return base::fail(all);
    const auto &mine = submission.proposal.entered;
    return std::any_of(all->cbegin(), all->cend(), [&](const Waiting &one) {
        const auto *other = std::get_if<Submission>(&one.offer.what);
        if (!other || other->uuid == submission.uuid || one.offer.feedNumber >= offer.feedNumber)
            return false;
        const auto &theirs = other->proposal.entered;
        const auto *move = std::get_if<residents::Move>(&mine);
        if (const auto *another = std::get_if<residents::Move>(&theirs); move && another)
            return shareSomebody(*move, *another);
        return residents::kindOf(theirs) == residents::kindOf(mine) &&
               residents::personOf(theirs) == residents::personOf(mine) &&
               householdOf(theirs) == householdOf(mine);
    });
}

Result<bool> OfferedAgain::toldOtherwise(const Decision &decision, const Offer &offer)
{
    auto statement = m_database.statement(QStringLiteral("central/offered_decision_others"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, decision.uuid);
    statement->bind("user_id"_L1, offer.userId);
    statement->bind("at"_L1, msOf(offer.at));
    bool others = false;
    const auto read = storage::eachRow(*statement, [&others](const auto &) { others = true; });
    if (!read)
        return base::fail(read);
    return others;
}

Result<OfferedAgain::Outcome> OfferedAgain::apply(const Submission &submission, const Waiting &one,
                                                  EmbeddedEntries &entries, const User &author)
{
    const auto known = entries.answerTo(submission.uuid);
    if (!known)
        return base::fail(known);
    if (*known)
        return Outcome::Known;
    // Four eyes: else a checker could hand in what he then checks. The right may be given again.
    const auto needed = rightFor(residents::kindOf(submission.proposal.entered));
    if (!one.own || !rightsOn(author, base::dayInJapan(one.offer.at)).testFlag(needed))
        return Outcome::Waiting;
    // Settled first: what waits as an offer is not taken as a submission.
    if (const auto done = settle(one, Outcome::Applied); !done)
        return base::fail(done);
    const auto answer = entries.submit(submission);
    if (!answer && !doesNotFit(answer.error().code))
        return base::fail(answer);
    if (!answer && answer.error().code == ErrorCode::EntryPending) {
        const auto lacks = lacksDecision(submission, one.offer.at);
        if (!lacks)
            return base::fail(lacks);
        return *lacks ? Outcome::Waiting : Outcome::Left;
    }
    if (answer && answer->verdict != Verdict::Conflict)
        return Outcome::Applied;
    if (!answer && !mayComeLater(answer.error().code))
        return Outcome::Left;
    const auto lacks = lacksEarlier(submission, one.offer);
    if (!lacks)
        return base::fail(lacks);
    return *lacks ? Outcome::Waiting : Outcome::Left;
}

Result<OfferedAgain::Outcome> OfferedAgain::apply(const Decision &decision, const Waiting &one,
                                                  EmbeddedEntries &entries, const User &checker)
{
    const auto others = toldOtherwise(decision, one.offer);
    if (!others)
        return base::fail(others);
    if (*others)
        return Outcome::ToldInTwoWays;
    const auto entered = entries.answerTo(decision.uuid);
    if (!entered)
        return base::fail(entered);
    if (!*entered)
        return Outcome::Waiting;
    const auto &at = one.offer.at;
    // Nothing to decide, or entered anew after it.
    if ((*entered)->entry == 0 || (*entered)->at > at)
        return Outcome::Left;
    // It may have been given after the backup, and be given again.
    if (decision.outcome != CheckOutcome::Withdraw &&
        !rightsOn(checker, base::dayInJapan(at)).testFlag(Right::CheckEntry))
        return Outcome::Waiting;
    const auto before = EntryRows(m_database).entry((*entered)->entry);
    if (!before)
        return base::fail(before);
    const auto answer = entries.decide(
        {.entry = (*entered)->entry, .outcome = decision.outcome, .reason = decision.reason});
    if (!answer && !doesNotFit(answer.error().code))
        return base::fail(answer);
    if (!answer)
        return Outcome::Left;
    const bool stood = *before && (*before)->state != residents::EntryState::Provisional;
    return stood ? Outcome::Known : Outcome::Applied;
}

Result<OfferedAgain::Outcome> OfferedAgain::apply(const Waiting &one, const QString &registerId)
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return base::fail(transaction);
    const auto account = UserAccounts(m_database).user(one.offer.userId);
    if (!account)
        return base::fail(account);
    if (!*account)
        return Outcome::Left;
    const User &user = **account;
    EmbeddedEntries entries(
        m_database, registerId,
        {.by = {.user = user.id, .name = user.name, .section = user.section, .at = one.offer.at},
         .stationId = one.stationId,
         .rights = rightsOn(user, base::dayInJapan(one.offer.at))});
    const auto outcome = std::visit(
        [&](const auto &what) { return apply(what, one, entries, user); }, one.offer.what);
    if (!outcome || *outcome != Outcome::Applied)
        return outcome; // rolled back
    if (const auto done = settle(one, Outcome::Applied); !done)
        return base::fail(done);
    if (const auto done = transaction->commit(); !done)
        return base::fail(done);
    return outcome;
}

Result<OffersApplied> OfferedAgain::applyAll(const QString &registerId)
{
    const auto all = waiting();
    if (!all)
        return base::fail(all);
    OffersApplied applied;
    for (const Waiting &one : *all) {
        const auto outcome = apply(one, registerId);
        if (!outcome)
            return base::fail(outcome);
        switch (*outcome) {
        case Outcome::Applied:
            ++applied.applied;
            continue;
        case Outcome::Waiting:
            ++applied.waiting;
            continue;
        case Outcome::Known:
            ++applied.known;
            break;
        case Outcome::Left:
        case Outcome::ToldInTwoWays:
            ++applied.left;
            break;
        }
        if (const auto done = settle(one, *outcome); !done)
            return base::fail(done);
    }
    return applied;
}

Result<> OfferedAgain::noteBackup(qint64 feedNumber)
{
    auto statement = m_database.statement(QStringLiteral("central/backup_put"));
    if (!statement)
        return base::fail(statement);
    statement->bind("up_to"_L1, feedNumber);
    return statement->exec();
}

Result<qint64> OfferedAgain::backedUpTo()
{
    auto statement = m_database.statement(QStringLiteral("central/backup"));
    if (!statement)
        return base::fail(statement);
    qint64 number = 0;
    const auto read =
        storage::eachRow(*statement, [&number](const auto &row) { number = row.integer(0); });
    if (!read)
        return base::fail(read);
    return number;
}

} // namespace central
