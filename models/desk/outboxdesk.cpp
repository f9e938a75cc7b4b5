#include "desk/outboxdesk.h"

#include "base/errorname.h"
#include "desk/outboxitems.h"
#include "desk/recordgate.h"
#include "desk/theirmoves.h"
#include "text/input.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using journal::Item;
using residents::Entered;
using residents::Proposal;

namespace desk {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr int reasonLimit = 500;

const QList<ItemState> openStates{ItemState::Draft,    ItemState::Filed,   ItemState::Provisional,
                                  ItemState::Conflict, ItemState::Refused, ItemState::SentBack};
const QList<ItemState> settledStates{ItemState::Registered, ItemState::Withdrawn,
                                     ItemState::Discarded};

const Rights writers = Rights(Right::WriteNote) | Right::EnterRestriction | Right::EnterMove;

bool isStuck(const Item &item, qint64 nowMs)
{
    return item.state == ItemState::Refused || item.state == ItemState::Conflict ||
           (item.state == ItemState::Filed && nowMs - item.filedAtMs > dayMs);
}

qint64 ageOf(const Item &item)
{
    return std::max(item.madeAtMs, item.filedAtMs);
}

QDateTime timeOf(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

/// Of an 異動 that can be read.
residents::MoveKind moveKindOf(const Item &item)
{
    if (residents::EntryKind(item.kind) != residents::EntryKind::Move)
        return residents::MoveKind::Count;
    const auto proposal = proposalOf(item);
    const auto *move = proposal ? std::get_if<residents::Move>(&proposal->entered) : nullptr;
    return move ? move->kind : residents::MoveKind::Count;
}

/// The same words on what stands there now. On what was taken back, or is not there any more,
/// nothing is based: the words become something new.
Proposal rebased(Proposal proposal, const std::optional<Entered> &now)
{
    if (auto *move = std::get_if<residents::Move>(&proposal.entered)) {
        // The persons and households it names, as they stand now.
        const auto *theirs = now ? std::get_if<residents::Move>(&*now) : nullptr;
        if (theirs) {
            move->movers = theirs->movers;
            move->others = theirs->others;
            move->from = theirs->from;
            move->to = theirs->to;
        }
        return proposal;
    }
    const auto *standing = now ? std::get_if<residents::Note>(&*now) : nullptr;
    const bool gone = !now || (standing && standing->withdrawn);
    proposal.baseVersion = gone ? 0 : versionOf(*now);
    if (!gone)
        return proposal;
    if (auto *note = std::get_if<residents::Note>(&proposal.entered))
        note->id = 0;
    else if (auto *restriction = std::get_if<residents::Restriction>(&proposal.entered))
        restriction->id = 0;
    return proposal;
}

} // namespace

/// The work of one procedure, in the reader's thread.
class OutboxDesk::Working
{
public:
    Working(Counter &counter, const QString &procedure)
        : m_counter(counter)
        // What protects a record is asked for in a visit; here somebody looks at his own words.
        , m_gate(counter, procedure, {}, QStringLiteral("自分の入力の確認"))
    {
    }

    Result<QList<OutboxLine>> items(bool settled);
    Result<OutboxItem> open(const QString &uuid);
    /// Mine, and in one of these states (EntryDecided).
    Result<Item> mine(const QString &uuid, const QList<ItemState> &states);
    /// The item as it is now, with the row of this procedure, both or neither.
    Result<quint64> change(const Item &item, const QString &reason = {});
    /// The row alone: what did not become of it, or what did already.
    Result<> note(const Item &item, const QString &reason, std::optional<ErrorCode> failure);
    Result<QString> keepAsDraft(const QString &uuid);

private:
    [[nodiscard]] audit::Entry entryFor(const Item &item, const QString &reason) const;
    [[nodiscard]] OutboxLine lineOf(const Item &item) const;
    [[nodiscard]] qint64 nowMs() const { return m_counter.parts().writing.outbox.nowMs(); }
    Result<std::optional<Entered>> standing(const Item &item, const Proposal &proposal);
    Result<> addMove(OutboxItem &view, QList<residents::Snapshot> &subjects);
    Result<std::optional<Entered>> newest(const Proposal &proposal);
    Result<std::optional<Entered>> shown(Result<std::optional<Entered>> entered);

    Counter &m_counter;
    RecordGate m_gate;
};

OutboxLine OutboxDesk::Working::lineOf(const Item &item) const
{
    const bool mine = isMine(m_counter, item);
    return {.uuid = item.uuid,
            .state = item.state,
            .kind = residents::EntryKind(item.kind),
            .move = moveKindOf(item),
            .person = {item.person},
            .household = {item.household},
            .userId = item.user,
            .mine = mine,
            .madeAt = timeOf(item.madeAtMs),
            .filedAt = timeOf(item.filedAtMs),
            .reason = reasonOf(item),
            .rule = mine ? ruleOf(item) : QString(),
            .answer = mine ? item.answer : QString(),
            .tries = item.tries,
            .stuck = isStuck(item, nowMs())};
}

Result<QList<OutboxLine>> OutboxDesk::Working::items(bool settled)
{
    const Clerk &clerk = m_counter.parts().clerk;
    const bool supervisor = clerk.role == Role::Supervisor;
    if (const auto may = m_gate.admitOutside(supervisor ? clerk.rights | writers : writers); !may)
        return base::fail(may);
    auto items = itemsOf(m_counter, openStates + settledStates);
    if (!items)
        return base::fail(items);
    std::stable_sort(items->begin(), items->end(),
                     [](const Item &one, const Item &other) { return ageOf(one) > ageOf(other); });
    QList<OutboxLine> lines;
    audit::Entry entry = m_gate.entry();
    for (const Item &item : std::as_const(*items)) {
        const bool mine = isMine(m_counter, item);
        const bool old =
            journal::isSettled(item.state) && nowMs() - item.changedAtMs > dayMs && !settled;
        if (old || !(mine || (supervisor && isStuck(item, nowMs()))))
            continue;
        lines.append(lineOf(item));
        const base::SnapshotId subject{{item.person}, 0};
        if (item.person > 0 && !entry.subjects.contains(subject))
            entry.subjects.append(subject);
    }
    if (const auto row = m_gate.log(std::move(entry)); !row)
        return base::fail(row);
    return lines;
}

Result<Item> OutboxDesk::Working::mine(const QString &uuid, const QList<ItemState> &states)
{
    if (const auto may = m_gate.admitOutside(writers); !may)
        return base::fail(may);
    auto item = itemOf(m_counter, uuid);
    if (!item)
        return item;
    if (!isMine(m_counter, *item))
        return m_gate.refuse(ErrorCode::RightMissing, {{item->person}, 0});
    if (!states.contains(item->state))
        return base::fail(ErrorCode::EntryDecided);
    return item;
}

audit::Entry OutboxDesk::Working::entryFor(const Item &item, const QString &reason) const
{
    audit::Entry entry = m_gate.entry();
    entry.operation = audit::Operation::Update;
    if (item.person > 0)
        entry.subjects = {{{item.person}, 0}};
    entry.count = int(entry.subjects.size());
    entry.details.reason = reason;
    entry.detail = item.uuid;
    return entry;
}

Result<quint64> OutboxDesk::Working::change(const Item &item, const QString &reason)
{
    return m_counter.parts().recorder.file(m_counter.actorFor(nullptr), entryFor(item, reason),
                                           item);
}

Result<> OutboxDesk::Working::note(const Item &item, const QString &reason,
                                   std::optional<ErrorCode> failure)
{
    audit::Entry entry = entryFor(item, reason);
    if (failure) {
        entry.outcome = audit::Outcome::Failed;
        entry.reason = base::errorName(*failure);
    }
    if (const auto row = m_counter.log(nullptr, entry); !row)
        return base::fail(row);
    if (failure)
        return base::fail(*failure);
    return {};
}

/// Where somebody hides is not told by what was written about another one either.
Result<std::optional<Entered>> OutboxDesk::Working::shown(Result<std::optional<Entered>> entered)
{
    if (!entered || !*entered)
        return entered;
    if (const auto withheld = m_gate.reader().withhold(**entered); !withheld)
        return base::fail(withheld);
    return entered;
}

Result<OutboxItem> OutboxDesk::Working::open(const QString &uuid)
{
    const auto item = mine(uuid, openStates + settledStates);
    if (!item)
        return base::fail(item);
    auto proposal = proposalOf(*item);
    if (!proposal)
        return base::fail(proposal);
    if (const auto held = m_gate.hasReader(); !held)
        return base::fail(held);
    QList<residents::Snapshot> subjects = withoutRecord(*proposal);
    const auto isHe = [&item](const residents::Snapshot &one) {
        return one.id.person.value == item->person;
    };
    const auto his = std::find_if(subjects.begin(), subjects.end(), isHe);
    if (his != subjects.end()) {
        std::rotate(subjects.begin(), his, his + 1);
    } else {
        const auto about =
            standsFor(m_gate.reader(), {item->person}, {item->household}, m_counter.today());
        if (!about)
            return base::fail(about);
        auto person = m_gate.open(*about);
        if (!person)
            return base::fail(person);
        subjects.prepend(std::move(person->record.snapshot));
    }
    auto before = shown(recordOf(*item, item->before));
    if (!before)
        return base::fail(before);
    auto theirs = shown(recordOf(*item, item->theirs));
    if (!theirs)
        return base::fail(theirs);
    OutboxItem view{.line = lineOf(*item),
                    .personName = residents::fullName(subjects.first().name),
                    .mine = std::move(*proposal),
                    .before = std::move(*before),
                    .theirs = std::move(*theirs)};
    if (const auto added = addMove(view, subjects); !added)
        return base::fail(added);
    audit::Entry entry = m_gate.entry();
    entry.detail = uuid;
    const auto row = m_gate.log(std::move(entry), subjects);
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

/// Whom an 異動 names; in a conflict what somebody else made of them. What the register answered
/// is his own entry with other versions: nothing to look at.
Result<> OutboxDesk::Working::addMove(OutboxItem &view, QList<residents::Snapshot> &subjects)
{
    const auto *mine = std::get_if<residents::Move>(&view.mine.entered);
    if (!mine)
        return {};
    const auto add = [&subjects](const residents::Snapshot &state) {
        const auto isIt = [&state](const residents::Snapshot &one) { return one.id == state.id; };
        if (!std::any_of(subjects.cbegin(), subjects.cend(), isIt))
            subjects.append(state);
    };
    for (const residents::Snapshot &one : std::as_const(subjects))
        view.names.insert(one.id.person, residents::fullName(one.name));
    const auto named = namedIn(m_gate, *mine);
    if (!named)
        return base::fail(named);
    for (const residents::Snapshot &one : *named) {
        view.names.insert(one.id.person, residents::fullName(one.name));
        add(one);
    }
    if (view.line.state != ItemState::Conflict)
        return {};
    view.theirs.reset();
    auto theirs = theirMovesOf(m_gate, *mine);
    if (!theirs)
        return base::fail(theirs);
    view.theirMoves = std::move(*theirs);
    for (const PersonChange &change : std::as_const(view.theirMoves.changes)) {
        view.names.insert(change.after.id.person, residents::fullName(change.after.name));
        add(change.before);
        add(change.after);
    }
    return {};
}

/// The newest that the replica has of it.
Result<std::optional<Entered>> OutboxDesk::Working::newest(const Proposal &proposal)
{
    const base::PersonId person = residents::personOf(proposal.entered);
    const qint64 number = numberOf(proposal.entered);
    std::optional<Entered> found;
    cache::CacheReader &reader = m_gate.reader();
    switch (residents::kindOf(proposal.entered)) {
    case residents::EntryKind::Note: {
        const auto notes = reader.notes(person);
        if (!notes)
            return base::fail(notes);
        for (const cache::NoteAnswer &one : *notes) {
            if (one.versions.first().id == number)
                found = one.versions.first();
        }
        break;
    }
    case residents::EntryKind::Contact: {
        const auto contact = reader.contact(person);
        if (!contact)
            return base::fail(contact);
        if (!contact->versions.isEmpty())
            found = contact->versions.first();
        break;
    }
    case residents::EntryKind::Restriction: {
        const auto about =
            standsFor(reader, person, householdOf(proposal.entered), m_counter.today());
        if (!about)
            return base::fail(about);
        const auto restrictions = reader.restrictions(*about);
        if (!restrictions)
            return base::fail(restrictions);
        for (const residents::Restriction &one : *restrictions) {
            if (one.id == number)
                found = one;
        }
        break;
    }
    case residents::EntryKind::Move:
        break; // what the register answered names the versions
    }
    return found;
}

/// What the register answered, or what the replica has since.
Result<std::optional<Entered>> OutboxDesk::Working::standing(const Item &item,
                                                             const Proposal &proposal)
{
    auto theirs = shown(recordOf(item, item.theirs));
    if (!theirs)
        return theirs;
    auto now = newest(proposal);
    if (!now)
        return now;
    const bool older = *theirs && *now && versionOf(**now) < versionOf(**theirs);
    return *now && !older ? now : theirs;
}

Result<QString> OutboxDesk::Working::keepAsDraft(const QString &uuid)
{
    auto item = mine(uuid, {ItemState::Conflict, ItemState::SentBack, ItemState::Refused});
    if (!item)
        return base::fail(item);
    const auto proposal = proposalOf(*item);
    if (!proposal)
        return base::fail(proposal);
    if (const auto held = m_gate.hasReader(); !held)
        return base::fail(held);
    const auto now = standing(*item, *proposal);
    if (!now)
        return base::fail(now);
    Item draft;
    draft.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    draft.user = item->user;
    draft.madeAtMs = nowMs();
    if (item->state == ItemState::Refused)
        draft = *item;
    fill(draft, rebased(*proposal, *now), *now);
    draft.filedAtMs = 0;
    setState(draft, ItemState::Draft, nowMs());
    if (item->state == ItemState::Refused) {
        if (const auto row = change(draft); !row)
            return base::fail(row);
        return draft.uuid;
    }
    // The new one is there before the old one goes: nothing is lost in between.
    if (const auto kept = m_counter.parts().writing.outbox.put(draft); !kept)
        return base::fail(kept);
    setState(*item, ItemState::Discarded, nowMs());
    if (const auto row = change(*item); !row)
        return base::fail(row);
    return draft.uuid;
}

OutboxDesk::OutboxDesk(Counter &counter)
    : m_counter(counter)
{
}

Answer<QList<OutboxLine>> OutboxDesk::items(bool settled)
{
    return m_counter.parts().reading.run([this, settled] {
        return Working(m_counter, QStringLiteral("ListOutbox")).items(settled);
    });
}

Answer<OutboxItem> OutboxDesk::open(const QString &uuid)
{
    return m_counter.parts().reading.run(
        [this, uuid] { return Working(m_counter, QStringLiteral("OpenOutboxItem")).open(uuid); });
}

Answer<Filed> OutboxDesk::retry(const QString &uuid)
{
    return m_counter.parts().writing.sending->run([this, uuid]() -> Result<Filed> {
        Item item;
        const auto row = m_counter.parts().reading.runAndWait([&]() -> Result<quint64> {
            Working working(m_counter, QStringLiteral("RetryEntry"));
            const auto found = working.mine(uuid, {ItemState::Filed, ItemState::Refused});
            if (!found)
                return base::fail(found);
            item = *found;
            if (item.state == ItemState::Refused)
                setFiled(item, m_counter.parts().writing.outbox.nowMs());
            return working.change(item);
        });
        if (!row)
            return base::fail(row);
        return sendNow(m_counter, item, *row);
    });
}

/// What may be at the register is asked for there first: an answer that was lost may have been a
/// yes.
Result<> OutboxDesk::takeBack(const QString &uuid, const QString &reason)
{
    Working working(m_counter, QStringLiteral("WithdrawEntry"));
    const Writing &writing = m_counter.parts().writing;
    const auto inReading = [this](auto work) { return m_counter.parts().reading.runAndWait(work); };
    const QList<ItemState> states{ItemState::Filed, ItemState::Refused, ItemState::Provisional};
    auto item = inReading([&] { return working.mine(uuid, states); });
    if (item && item->state == ItemState::Filed && item->tries > 0) {
        if (writing.ship)
            (void)writing.ship();
        item = inReading([&] { return working.mine(uuid, states + QList{ItemState::Conflict}); });
    }
    if (!item)
        return base::fail(item);
    if (item->state == ItemState::Filed && item->tries > 0)
        return inReading(
            [&] { return working.note(*item, reason, ErrorCode::RegisterUnreachable); });
    if (item->state == ItemState::Provisional) {
        const central::Check check{
            .entry = item->entry, .outcome = central::CheckOutcome::Withdraw, .reason = reason};
        const auto done = writing.entries->decide(check);
        if (!done)
            return inReading([&] { return working.note(*item, reason, done.error().code); });
        remember(writing, m_counter.parts().clerk.userId, check, *done);
    }
    bool sentMeanwhile = false;
    const auto done = inReading([&]() -> Result<> {
        // The replica may have told it already.
        const auto now = itemOf(m_counter, uuid);
        if (now && now->state == ItemState::Withdrawn)
            return working.note(*now, reason, std::nullopt);
        sentMeanwhile = now && (now->state != item->state || now->tries != item->tries);
        if (sentMeanwhile)
            return {};
        setState(*item,
                 item->state == ItemState::Conflict ? ItemState::Discarded : ItemState::Withdrawn,
                 writing.outbox.nowMs());
        if (const auto row = working.change(*item, reason); !row)
            return base::fail(row);
        return {};
    });
    return sentMeanwhile ? takeBack(uuid, reason) : done;
}

Answer<> OutboxDesk::withdraw(const QString &uuid, const QString &reason)
{
    return m_counter.parts().writing.sending->run([this, uuid, reason]() -> Result<> {
        const auto words = text::cleanText(reason, reasonLimit);
        if (!words)
            return base::fail(words);
        const auto done = takeBack(uuid, *words);
        // What the replica shows follows at once.
        if (done && m_counter.parts().writing.ship)
            (void)m_counter.parts().writing.ship();
        return done;
    });
}

Answer<> OutboxDesk::discard(const QString &uuid)
{
    return m_counter.parts().reading.run([this, uuid]() -> Result<> {
        Working working(m_counter, QStringLiteral("DiscardEntry"));
        auto item = working.mine(
            uuid, {ItemState::Draft, ItemState::Conflict, ItemState::SentBack, ItemState::Refused});
        if (!item)
            return base::fail(item);
        const Writing &writing = m_counter.parts().writing;
        setState(*item,
                 item->state == ItemState::Refused ? ItemState::Withdrawn : ItemState::Discarded,
                 writing.outbox.nowMs());
        if (const auto row = working.change(*item); !row)
            return base::fail(row);
        return {};
    });
}

Answer<QString> OutboxDesk::keepAsDraft(const QString &uuid)
{
    return m_counter.parts().reading.run([this, uuid] {
        return Working(m_counter, QStringLiteral("KeepAsDraft")).keepAsDraft(uuid);
    });
}

} // namespace desk
