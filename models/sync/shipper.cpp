#include "sync/shipper.h"

#include "base/errorname.h"
#include "residents/codec.h"
#include "sync/seen.h"

#include <QTimeZone>

namespace syncing {

using base::ErrorCode;
using base::Result;
using journal::Decision;
using journal::DecisionState;
using journal::Item;
using journal::ItemState;

namespace {

/// What the register says about this item, whoever sends it and when; everything else (it is not
/// reached, the session ended, its disk is full) is no answer and the item waits.
bool isAboutTheItem(ErrorCode code)
{
    switch (code) {
    case ErrorCode::EntryIncomplete:
    case ErrorCode::EntryUnknown:
    case ErrorCode::EntryPending:
    case ErrorCode::MoveRefused:
    case ErrorCode::ResidentUnknown:
    case ErrorCode::RightMissing:
    case ErrorCode::RegisterRefused:
        return true;
    default:
        return false;
    }
}

/// The register acknowledged it and somebody decided against it there: nothing more is sent of it.
bool hasEnded(const Item &item)
{
    return item.state != ItemState::Provisional && item.state != ItemState::Registered;
}

/// Reason of an item that was offered again and waits for an administrator.
QString offered()
{
    return base::errorName(ErrorCode::RegisterUnknown);
}

ItemState stateOf(central::Verdict verdict)
{
    switch (verdict) {
    case central::Verdict::Registered:
        return ItemState::Registered;
    case central::Verdict::Provisional:
        return ItemState::Provisional;
    case central::Verdict::Conflict:
        break;
    }
    return ItemState::Conflict;
}

QByteArray bytesOf(const std::optional<residents::Entered> &entered)
{
    if (!entered)
        return {};
    return std::visit([](const auto &record) { return residents::encode(record); }, *entered);
}

Result<central::Submission> submissionOf(const Item &item)
{
    auto proposal = residents::decodeProposal(item.proposal);
    if (!proposal)
        return base::fail(ErrorCode::JournalDamaged, QStringLiteral("a proposal in the outbox"));
    return central::Submission{.uuid = item.uuid,
                               .proposal = std::move(*proposal),
                               .filedAt = QDateTime::fromMSecsSinceEpoch(item.filedAtMs, Qt::UTC)};
}

Result<central::Offer> offerOf(const Item &item)
{
    auto submission = submissionOf(item);
    if (!submission)
        return base::fail(submission);
    return central::Offer{.what = std::move(*submission),
                          .userId = item.user,
                          .feedNumber = item.feedNumber,
                          .at = item.acknowledgedAtMs == 0 ? QDateTime()
                                                           : QDateTime::fromMSecsSinceEpoch(
                                                                 item.acknowledgedAtMs, Qt::UTC)};
}

/// The answer, written into the item.
void take(Item &item, const Result<central::SubmissionAnswer> &answer)
{
    if (!answer) {
        item.state = ItemState::Refused;
        item.reason = base::errorName(answer.error().code);
        if (answer.error().code == ErrorCode::MoveRefused && !answer.error().detail.isEmpty())
            item.reason += u' ' + answer.error().detail; // which rule: for the clerk
        // Whatever the register acknowledged once, it does not hold it: nothing is offered again.
        item.feedNumber = 0;
        item.acknowledgedAtMs = 0;
        item.entry = 0;
        return;
    }
    item.state = stateOf(answer->verdict);
    item.reason.clear();
    item.feedNumber = answer->feedNumber;
    item.acknowledgedAtMs = answer->at.isValid() ? answer->at.toMSecsSinceEpoch() : 0;
    item.entry = answer->entry;
    item.theirs = bytesOf(answer->theirs);
}

void count(ShippingReport &report, ItemState state)
{
    switch (state) {
    case ItemState::Registered:
    case ItemState::Provisional:
        ++report.accepted;
        break;
    case ItemState::Conflict:
        ++report.conflicts;
        break;
    default:
        ++report.refused;
    }
}

/// After a restore the same number may be another entry's.
bool isOf(const Item &item, const residents::Entry &entry)
{
    auto mine = residents::decodeProposal(item.proposal);
    if (!mine || entry.author.user != item.user)
        return false;
    if (std::holds_alternative<residents::Move>(mine->entered))
        return *mine == entry.proposal;
    auto *restriction = std::get_if<residents::Restriction>(&mine->entered);
    const auto *theirs = std::get_if<residents::Restriction>(&entry.proposal.entered);
    if (!restriction || !theirs || mine->reason != entry.proposal.reason ||
        mine->baseVersion != entry.proposal.baseVersion)
        return false;
    if (restriction->id == 0)
        restriction->id = theirs->id;
    restriction->version = theirs->version;
    restriction->provisional = theirs->provisional;
    return *restriction == *theirs;
}

ItemState decided(residents::EntryState state)
{
    switch (state) {
    case residents::EntryState::Provisional:
        return ItemState::Provisional;
    case residents::EntryState::Registered:
        return ItemState::Registered;
    case residents::EntryState::SentBack:
        return ItemState::SentBack;
    case residents::EntryState::Withdrawn:
        break;
    }
    return ItemState::Withdrawn;
}

} // namespace

Shipper::Shipper(central::Entries &entries, OutboxDoor outbox, QString userId)
    : m_entries(entries)
    , m_outbox(std::move(outbox))
    , m_userId(std::move(userId))
{
}

Result<> Shipper::send(Item item, ShippingReport &report)
{
    const auto submission = submissionOf(item);
    if (!submission)
        return base::fail(submission);
    const bool waitsForOffers = item.reason == offered();
    // From here on the register may hold it, whatever becomes of the answer.
    if (item.tries == 0) {
        item.tries = 1;
        if (const auto kept = m_outbox.put(item); !kept)
            return kept;
    } else if (!waitsForOffers) {
        ++item.tries;
    }
    const auto answer = m_entries.submit(*submission);
    ++report.sent;
    if (!answer && !isAboutTheItem(answer.error().code))
        return base::fail(answer);
    if (!answer && waitsForOffers && answer.error().code == ErrorCode::EntryPending)
        return {};
    take(item, answer);
    item.changedAtMs = m_outbox.nowMs();
    if (const auto kept = m_outbox.put(item); !kept)
        return kept;
    count(report, item.state);
    report.changed = true;
    return {};
}

/// What was handed in by somebody else's session counts once its author says so himself. And once
/// more in every session: a register that was restored again, to where the replica stood already,
/// has lost what was handed in and nothing that the replica could miss.
Result<> Shipper::vouch()
{
    if (m_vouched)
        return {};
    const auto offeredOnce = m_outbox.items(
        {ItemState::Filed, ItemState::SentBack, ItemState::Withdrawn, ItemState::Discarded});
    if (!offeredOnce)
        return base::fail(offeredOnce);
    QList<central::Offer> mine;
    for (const Item &item : *offeredOnce) {
        if (item.user != m_userId || item.reason != offered())
            continue;
        auto offer = offerOf(item);
        if (!offer)
            return base::fail(offer);
        mine.append(std::move(*offer));
    }
    if (!mine.isEmpty()) {
        const auto handedIn = m_entries.offerAgain(mine);
        if (!handedIn && !isAboutTheItem(handedIn.error().code))
            return handedIn;
    }
    m_vouched = true;
    return {};
}

Result<ShippingReport> Shipper::ship()
{
    const auto filed = m_outbox.items({ItemState::Filed});
    if (!filed)
        return base::fail(filed);
    if (const auto done = vouch(); !done)
        return base::fail(done);
    ShippingReport report;
    for (const Item &item : *filed) {
        if (item.user != m_userId)
            continue;
        if (const auto sent = send(item, report); !sent)
            return base::fail(sent);
    }
    return report;
}

Result<bool> Shipper::follow(cache::CacheReader &reader)
{
    const auto known = m_outbox.items({ItemState::Provisional, ItemState::Registered});
    if (!known)
        return base::fail(known);
    bool changed = false;
    for (Item item : *known) {
        if (item.entry == 0)
            continue;
        const auto entry = reader.entry(item.entry);
        if (!entry)
            return base::fail(entry);
        if (!*entry || !isOf(item, **entry) || decided((*entry)->state) == item.state)
            continue;
        const ItemState next = decided((*entry)->state);
        if (!journal::mayBecome(item, next))
            continue;
        item.state = next;
        item.answer = (*entry)->answer;
        item.changedAtMs = m_outbox.nowMs();
        if (const auto kept = m_outbox.put(item); !kept)
            return base::fail(kept);
        changed = true;
    }
    return changed;
}

Result<int> Shipper::offerAgain(qint64 lastKnown)
{
    const auto lost = m_outbox.acknowledgedAfter(lastKnown);
    return lost ? offer(*lost) : base::fail(lost);
}

Result<int> Shipper::offerUnseen(const Way &way, cache::CacheReader &reader)
{
    if (const auto known = loseUnseen(way, reader); !known)
        return base::fail(known);
    const auto known = m_outbox.acknowledgedAfter(way.from);
    if (!known)
        return base::fail(known);
    QList<Item> lost;
    for (const Item &item : *known) {
        if (hasEnded(item) && item.reason == offered())
            continue; // its author goes on saying so
        const auto held = isHeld(item, reader);
        if (!held)
            return base::fail(held);
        if (!*held)
            lost.append(item);
    }
    return offer(lost);
}

Result<> Shipper::loseUnseen(const Way &way, cache::CacheReader &reader)
{
    // Acknowledged this moment, it may stand behind what the replica was sent just before.
    constexpr qint64 onItsWayMs = 60'000;
    const auto decided = m_outbox.decisions(DecisionState::Acknowledged);
    if (!decided)
        return base::fail(decided);
    for (const Decision &one : *decided) {
        const bool onItsWay =
            one.feedNumber > way.to && m_outbox.nowMs() - one.keptAtMs < onItsWayMs;
        if (one.feedNumber <= way.from || onItsWay)
            continue;
        const auto held = isHeld(one, reader);
        if (!held)
            return base::fail(held);
        if (*held)
            continue;
        if (const auto set = m_outbox.setDecision(one, DecisionState::Lost); !set)
            return set;
    }
    return {};
}

Result<int> Shipper::offerDecisions()
{
    const auto lost = m_outbox.decisions(DecisionState::Lost);
    if (!lost)
        return base::fail(lost);
    // Once more in every session, as vouch() does.
    const auto again =
        m_saidDecisions ? Result<QList<Decision>>() : m_outbox.decisions(DecisionState::Offered);
    if (!again)
        return base::fail(again);
    QList<Decision> mine;
    QList<central::Offer> offers;
    for (const Decision &one : *lost + *again) {
        if (one.user != m_userId)
            continue;
        mine.append(one);
        offers.append({.what = central::Decision{.uuid = one.uuid,
                                                 .outcome = central::CheckOutcome(one.outcome),
                                                 .reason = one.reason},
                       .userId = one.user,
                       .feedNumber = one.feedNumber,
                       .at = QDateTime::fromMSecsSinceEpoch(one.atMs, Qt::UTC)});
    }
    if (!offers.isEmpty()) {
        if (const auto handedIn = m_entries.offerAgain(offers); !handedIn)
            return base::fail(handedIn);
    }
    m_saidDecisions = true;
    // Only now: a break before this offers them once more, which is fine.
    for (const Decision &one : std::as_const(mine)) {
        if (const auto set = m_outbox.setDecision(one, DecisionState::Offered); !set)
            return base::fail(set);
    }
    return static_cast<int>(mine.size());
}

Result<int> Shipper::offer(const QList<Item> &lost)
{
    if (lost.isEmpty())
        return 0;
    QList<central::Offer> offers;
    for (const Item &item : lost) {
        auto one = offerOf(item);
        if (!one)
            return base::fail(one);
        offers.append(std::move(*one));
    }
    if (const auto handedIn = m_entries.offerAgain(offers); !handedIn)
        return base::fail(handedIn);
    // Only now: a break before this offers them once more, which is fine.
    for (Item item : lost) {
        if (hasEnded(item)) {
            if (const auto noted = m_outbox.noteLost(item.uuid); !noted)
                return base::fail(noted);
            continue;
        }
        item.state = ItemState::Filed;
        item.reason = offered();
        item.changedAtMs = m_outbox.nowMs();
        if (const auto kept = m_outbox.put(item); !kept)
            return base::fail(kept);
    }
    return static_cast<int>(lost.size());
}

} // namespace syncing
