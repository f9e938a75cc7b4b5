#include "central/offeredagain.h"

#include "central/embeddedentries.h"
#include "central/entryrules.h"
#include "central/useraccounts.h"
#include "residents/codec.h"
#include "storage/eachrow.h"

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

qint64 msOf(const QDateTime &moment)
{
    return moment.isValid() ? moment.toMSecsSinceEpoch() : 0;
}

/// The register says no to the entry; everything else is a failure of its own.
bool doesNotFit(ErrorCode code)
{
    return code == ErrorCode::EntryIncomplete || code == ErrorCode::ResidentUnknown ||
           code == ErrorCode::EntryUnknown || code == ErrorCode::EntryPending ||
           code == ErrorCode::RegisterRefused;
}

} // namespace

struct OfferedAgain::Waiting
{
    Submission submission;
    QString userId;
    QString stationId;
    QDateTime at;
};

Result<> OfferedAgain::add(const Offer &offer, const QString &stationId)
{
    const auto uuid = plainUuid(offer.submission.uuid);
    if (!uuid)
        return base::fail(uuid);
    const auto plain = plainProposal(offer.submission.proposal);
    if (!plain)
        return base::fail(plain);
    auto statement = m_database.statement(QStringLiteral("central/offer_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, *uuid);
    statement->bind("user_id"_L1, offer.userId);
    statement->bind("station_id"_L1, stationId);
    statement->bind("feed_number"_L1, offer.feedNumber);
    statement->bind("at"_L1, msOf(offer.at));
    statement->bind("filed_at"_L1, msOf(offer.submission.filedAt));
    statement->bind("proposal"_L1, residents::encode(*plain));
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

Result<std::optional<OfferedAgain::Waiting>> OfferedAgain::next()
{
    auto statement = m_database.statement(QStringLiteral("central/offer_next"));
    if (!statement)
        return base::fail(statement);
    std::optional<Waiting> found;
    QByteArray proposal;
    const auto read = storage::eachRow(*statement, [&](const auto &row) {
        found = Waiting{
            .submission = {.uuid = row.text(0),
                           .proposal = {},
                           .filedAt = QDateTime::fromMSecsSinceEpoch(row.integer(4), Qt::UTC)},
            .userId = row.text(1),
            .stationId = row.text(2),
            .at = QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC)};
        proposal = row.bytes(5);
    });
    if (!read)
        return base::fail(read);
    if (found) {
        auto decoded = residents::decodeProposal(proposal);
        if (!decoded)
            return base::fail(decoded);
        found->submission.proposal = std::move(*decoded);
    }
    return found;
}

Result<> OfferedAgain::settle(const QString &uuid, Outcome outcome)
{
    auto statement = m_database.statement(QStringLiteral("central/offer_settle"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, uuid);
    statement->bind("outcome"_L1, int(outcome));
    return statement->exec();
}

Result<OfferedAgain::Outcome> OfferedAgain::apply(const Waiting &offer, const QString &registerId)
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return base::fail(transaction);
    const auto author = UserAccounts(m_database).user(offer.userId);
    if (!author)
        return base::fail(author);
    if (!*author)
        return Outcome::Left;
    // His rights were looked at when it was acknowledged.
    EmbeddedEntries entries(m_database, registerId,
                            {.by = {.user = (*author)->id,
                                    .name = (*author)->name,
                                    .section = (*author)->section,
                                    .at = offer.at},
                             .stationId = offer.stationId});
    const auto &uuid = offer.submission.uuid;
    const auto known = entries.isAnswered(uuid);
    if (!known)
        return base::fail(known);
    // Settled first: what waits as an offer is not taken as a submission.
    const auto outcome = *known ? Outcome::Known : Outcome::Applied;
    if (const auto done = settle(uuid, outcome); !done)
        return base::fail(done);
    if (outcome == Outcome::Applied) {
        const auto answer = entries.submit(offer.submission);
        if (!answer && !doesNotFit(answer.error().code))
            return base::fail(answer);
        if (!answer || answer->verdict == Verdict::Conflict)
            return Outcome::Left; // rolled back
    }
    if (const auto done = transaction->commit(); !done)
        return base::fail(done);
    return outcome;
}

Result<OffersApplied> OfferedAgain::applyAll(const QString &registerId)
{
    OffersApplied applied;
    while (true) {
        const auto offer = next();
        if (!offer)
            return base::fail(offer);
        if (!*offer)
            return applied;
        const auto outcome = apply(**offer, registerId);
        if (!outcome)
            return base::fail(outcome);
        switch (*outcome) {
        case Outcome::Applied:
            ++applied.applied;
            break;
        case Outcome::Known:
            ++applied.known;
            break;
        case Outcome::Waiting:
        case Outcome::Left:
            ++applied.left;
            if (const auto done = settle((*offer)->submission.uuid, Outcome::Left); !done)
                return base::fail(done);
            break;
        }
    }
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
