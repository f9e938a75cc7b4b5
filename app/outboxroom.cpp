#include "app/outboxroom.h"

#include "cache/cachereader.h"
#include "sync/lineage.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using journal::ItemState;

namespace app {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 keptMs = qint64{40} * 24 * 60 * minuteMs; // as long as the register keeps its feed

} // namespace

OutboxRoom::OutboxRoom(Parts parts)
    : m_parts(std::move(parts))
    , m_shipper(m_parts.link, door(), m_parts.userId)
{
}

OutboxRoom::~OutboxRoom()
{
    rememberLate();
}

syncing::OutboxDoor OutboxRoom::door()
{
    base::Worker &worker = m_parts.journalWorker;
    journal::Outbox &outbox = m_parts.journal.outbox();
    journal::Decisions &decisions = m_parts.journal.decisions();
    return {.items =
                [&worker, &outbox](const QList<ItemState> &states) {
                    return worker.runAndWait([&] { return outbox.items(states); });
                },
            .put =
                [&worker, &outbox](const journal::Item &item) {
                    return worker.runAndWait([&] { return outbox.put(item); });
                },
            .acknowledgedAfter =
                [&worker, &outbox](qint64 number) {
                    return worker.runAndWait([&] { return outbox.acknowledgedAfter(number); });
                },
            .noteLost =
                [&worker, &outbox](const QString &uuid) {
                    return worker.runAndWait([&] { return outbox.noteLost(uuid); });
                },
            .nowMs = [&time = m_parts.time] { return time.nowMs(); },
            .remember = [this](const journal::Decision &decision) { remember(decision); },
            .decisions =
                [&worker, &decisions](journal::DecisionState state) {
                    return worker.runAndWait([&] { return decisions.all(state); });
                },
            .setDecision =
                [&worker, &decisions](const journal::Decision &one, journal::DecisionState state) {
                    return worker.runAndWait([&] { return decisions.setState(one, state); });
                }};
}

/// The register has it, whatever becomes of the file here.
void OutboxRoom::remember(const journal::Decision &decision)
{
    m_parts.journalWorker.runAndWait([&] {
        if (!m_parts.journal.decisions().put(decision))
            m_unkept.append(decision);
    });
}

void OutboxRoom::rememberLate()
{
    m_parts.journalWorker.runAndWait([this] {
        while (!m_unkept.isEmpty() && m_parts.journal.decisions().put(m_unkept.constFirst()))
            m_unkept.removeFirst();
    });
}

Result<syncing::ShippingReport> OutboxRoom::ship()
{
    const int before = waiting();
    auto report = m_shipper.ship();
    if (report && report->accepted > 0)
        m_mustFollow = true;
    if (waiting() != before || (report && report->changed))
        m_parts.changed();
    return report;
}

void OutboxRoom::kept(const syncing::KeepingReport &report)
{
    rememberLate();
    offerLost();
    if (offerUnseen(report.state.feedNumber))
        markPlace(report.state);
    // What cannot be offered now is offered later.
    (void)m_shipper.offerDecisions();
    if (report.rows > 0)
        m_mustFollow = true;
    follow();
    forget(report.backedUpTo);
}

/// A failover may lose what was acknowledged before the replica came that far: nothing is then
/// wrong with the place where it stood. False when that could not be looked after now.
bool OutboxRoom::offerUnseen(qint64 position)
{
    const auto seen =
        inJournal([this](journal::Memory &memory, journal::Outbox &outbox) -> Result<qint64> {
            const auto newest = memory.newestFeedMark();
            if (!newest)
                return base::fail(newest);
            const qint64 number = *newest ? (*newest)->number : 0;
            const auto behind = outbox.acknowledgedAfter(number);
            if (!behind)
                return base::fail(behind);
            const auto decided =
                m_parts.journal.decisions().all(journal::DecisionState::Acknowledged);
            if (!decided)
                return base::fail(decided);
            // In their order: the last one is the newest.
            const bool newer = !decided->isEmpty() && decided->last().feedNumber > number;
            return behind->isEmpty() && !newer ? -1 : number;
        });
    if (!seen)
        return false;
    if (*seen < 0)
        return true;
    const auto reader = cache::CacheReader::open(m_parts.cachePath, m_parts.cacheKey);
    if (!reader)
        return false;
    const auto offered = m_shipper.offerUnseen({.from = *seen, .to = position}, **reader);
    if (offered && *offered > 0)
        m_parts.changed();
    return offered.has_value();
}

/// Often enough to find again where the ways parted; at most one a minute.
void OutboxRoom::markPlace(const cache::CacheState &state)
{
    const qint64 nowMs = m_parts.time.nowMs();
    // A mark that could not be written only makes the next loss look greater than it is.
    (void)inJournal([&](journal::Memory &memory, journal::Outbox &) -> Result<> {
        const auto known = memory.registerId();
        if (!known)
            return base::fail(known);
        if (*known != state.registerId) {
            if (const auto gone = memory.forgetFeedMarks(nowMs + 1, -1); !gone)
                return gone;
            if (const auto set = memory.setRegisterId(state.registerId); !set)
                return set;
        }
        const auto newest = memory.newestFeedMark();
        if (!newest)
            return base::fail(newest);
        const bool same = *newest && (*newest)->number == state.feedNumber;
        const bool soon = *newest && (*newest)->number < state.feedNumber &&
                          nowMs - (*newest)->atMs < minuteMs && nowMs >= (*newest)->atMs;
        if (same || soon || state.feedHash.isEmpty())
            return {};
        return memory.addFeedMark({state.feedNumber, state.feedHash, nowMs});
    });
}

void OutboxRoom::follow()
{
    if (!m_mustFollow)
        return;
    const auto concerned = inJournal([](journal::Memory &, journal::Outbox &outbox) {
        return outbox.items({ItemState::Provisional, ItemState::Registered});
    });
    if (!concerned)
        return;
    const bool any = std::any_of(concerned->cbegin(), concerned->cend(),
                                 [](const journal::Item &item) { return item.entry != 0; });
    if (any) {
        // A reader of its own: the other one may be waiting for this thread.
        const auto reader = cache::CacheReader::open(m_parts.cachePath, m_parts.cacheKey);
        if (!reader)
            return;
        const auto followed = m_shipper.follow(**reader);
        if (!followed)
            return;
        if (*followed)
            m_parts.changed();
    }
    m_mustFollow = false;
}

void OutboxRoom::forget(qint64 backedUpTo)
{
    constexpr qint64 oftenMs = 60 * minuteMs;
    const qint64 nowMs = m_parts.time.nowMs();
    if (m_forgotAtMs != 0 && nowMs - m_forgotAtMs < oftenMs)
        return;
    // What cannot be forgotten now is forgotten later.
    (void)inJournal([&](journal::Memory &memory, journal::Outbox &outbox) -> Result<> {
        if (const auto gone = outbox.forget(nowMs, backedUpTo); !gone)
            return base::fail(gone);
        if (const auto gone = m_parts.journal.decisions().forget(nowMs, backedUpTo); !gone)
            return gone;
        const auto newest = memory.newestFeedMark();
        if (!newest)
            return base::fail(newest);
        // The newest stays: it may be the only place both know.
        const qint64 before = *newest ? std::min(nowMs - keptMs, (*newest)->atMs) : 0;
        return memory.forgetFeedMarks(before, *newest ? (*newest)->number : 0);
    });
    m_forgotAtMs = nowMs;
}

/// Items went to one register; another one is not offered what it never had.
Result<bool> OutboxRoom::sameRegister()
{
    const auto known =
        inJournal([](journal::Memory &memory, journal::Outbox &) { return memory.registerId(); });
    if (!known)
        return base::fail(known);
    return *known == m_parts.registerId;
}

Result<> OutboxRoom::noteLoss(qint64 lastKnown)
{
    return inJournal([&](journal::Memory &memory, journal::Outbox &) -> Result<> {
        if (const auto lost = m_parts.journal.decisions().loseAfter(lastKnown); !lost)
            return lost;
        const auto before = memory.lostAfter();
        if (!before)
            return base::fail(before);
        const qint64 after = *before ? std::min(**before, lastKnown) : lastKnown;
        if (const auto noted = memory.setLostAfter(after); !noted)
            return noted;
        return memory.forgetFeedMarks(0, lastKnown);
    });
}

Result<> OutboxRoom::beforeLoad(ErrorCode why)
{
    const auto same = sameRegister();
    if (!same)
        return base::fail(same);
    if (!*same)
        return {};
    const auto marks =
        inJournal([](journal::Memory &memory, journal::Outbox &) { return memory.feedMarks(); });
    if (!marks)
        return base::fail(marks);
    const auto known = syncing::lastKnown(m_parts.link, *marks);
    if (!known)
        return base::fail(known);
    // Another reason to load, and the register knows where we stood: it lost nothing.
    const bool lost = marks->isEmpty() || marks->first().number != *known;
    if (!lost && why != ErrorCode::RegisterUnknown)
        return {};
    if (const auto noted = noteLoss(*known); !noted)
        return noted;
    offerLost();
    (void)m_shipper.offerDecisions(); // and once more when the replica stands again
    return {};
}

/// Entries. Kept in the journal until the register has taken them: a break in between offers once
/// more.
void OutboxRoom::offerLost()
{
    const auto after =
        inJournal([](journal::Memory &memory, journal::Outbox &) { return memory.lostAfter(); });
    if (!after || !*after)
        return;
    const auto offered = m_shipper.offerAgain(**after);
    if (!offered)
        return;
    (void)inJournal([](journal::Memory &memory, journal::Outbox &) {
        return memory.setLostAfter(std::nullopt);
    });
    if (*offered > 0)
        m_parts.changed();
}

} // namespace app
