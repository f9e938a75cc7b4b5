#include "desk/outboxitems.h"

#include "base/errorname.h"
#include "residents/codec.h"

#include <algorithm>

using base::ErrorCode;
using base::Result;
using journal::Item;
using residents::Entered;
using residents::EntryKind;

namespace desk {

namespace {

const QList<ItemState> allStates{
    ItemState::Draft,      ItemState::Filed,     ItemState::Provisional,
    ItemState::Registered, ItemState::Conflict,  ItemState::Refused,
    ItemState::SentBack,   ItemState::Withdrawn, ItemState::Discarded};

template <typename Record>
Result<std::optional<Entered>> entered(const Result<Record> &decoded)
{
    if (!decoded)
        return base::fail(ErrorCode::JournalDamaged, QStringLiteral("a record in the outbox"));
    return Entered(*decoded);
}

} // namespace

Result<const Writing *> writingOf(const Counter &counter)
{
    const Writing &writing = counter.parts().writing;
    if (!writing.entries || !writing.outbox.items || !writing.outbox.put || !writing.outbox.nowMs ||
        !writing.outbox.remember)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("nothing is written here"));
    return &writing;
}

Result<Item> itemOf(const Counter &counter, const QString &uuid)
{
    const auto writing = writingOf(counter);
    if (!writing)
        return base::fail(writing);
    const auto items = (*writing)->outbox.items(allStates);
    if (!items)
        return base::fail(items);
    const auto found = std::find_if(items->begin(), items->end(),
                                    [&uuid](const Item &item) { return item.uuid == uuid; });
    if (found == items->end())
        return base::fail(ErrorCode::EntryUnknown);
    return *found;
}

Result<QList<Item>> itemsOf(const Counter &counter, const QList<ItemState> &states)
{
    const auto writing = writingOf(counter);
    if (!writing)
        return QList<Item>();
    return (*writing)->outbox.items(states);
}

Result<residents::Proposal> proposalOf(const Item &item)
{
    auto proposal = residents::decodeProposal(item.proposal);
    if (!proposal)
        return base::fail(ErrorCode::JournalDamaged, QStringLiteral("a proposal in the outbox"));
    return proposal;
}

Result<std::optional<Entered>> recordOf(const Item &item, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return std::optional<Entered>();
    switch (EntryKind(item.kind)) {
    case EntryKind::Note:
        return entered(residents::decodeNote(bytes));
    case EntryKind::Contact:
        return entered(residents::decodeContact(bytes));
    case EntryKind::Restriction:
        return entered(residents::decodeRestriction(bytes));
    case EntryKind::Move:
        break;
    }
    return entered(residents::decodeMove(bytes));
}

QByteArray bytesOf(const std::optional<Entered> &entered)
{
    if (!entered)
        return {};
    return std::visit([](const auto &record) { return residents::encode(record); }, *entered);
}

QList<residents::Snapshot> withoutRecord(const residents::Proposal &proposal)
{
    QList<residents::Snapshot> nobody;
    const auto *move = std::get_if<residents::Move>(&proposal.entered);
    for (qsizetype i = 0; move && i < std::min(move->newcomers.size(), move->movers.size()); ++i) {
        if (move->movers.at(i).baseVersion == 0)
            nobody.append(move->newcomers.at(i));
    }
    return nobody;
}

base::HouseholdId householdOf(const Entered &entered)
{
    const auto *restriction = std::get_if<residents::Restriction>(&entered);
    return restriction ? restriction->household : base::HouseholdId{};
}

qint64 numberOf(const Entered &entered)
{
    if (const auto *note = std::get_if<residents::Note>(&entered))
        return note->id;
    const auto *restriction = std::get_if<residents::Restriction>(&entered);
    return restriction ? restriction->id : 0;
}

int versionOf(const Entered &entered)
{
    struct Version
    {
        int operator()(const residents::Note &note) const { return note.version; }
        int operator()(const residents::Contact &contact) const { return contact.version; }
        int operator()(const residents::Restriction &one) const { return one.version; }
        int operator()(const residents::Move &) const { return 0; } // of each person its own
    };
    return std::visit(Version{}, entered);
}

void fill(Item &item, const residents::Proposal &proposal, const std::optional<Entered> &before)
{
    item.person = residents::personOf(proposal.entered).value;
    item.household = householdOf(proposal.entered).value;
    item.kind = int(residents::kindOf(proposal.entered));
    item.proposal = residents::encode(proposal);
    item.before = bytesOf(before);
}

void setFiled(Item &item, qint64 nowMs)
{
    item.filedAtMs = nowMs;
    item.reason.clear();
    item.tries = 0;
    setState(item, ItemState::Filed, nowMs);
}

void setState(Item &item, ItemState state, qint64 nowMs)
{
    item.state = state;
    item.changedAtMs = nowMs;
}

std::optional<ErrorCode> reasonOf(const Item &item)
{
    if (item.state == ItemState::Conflict)
        return ErrorCode::EntryConflict;
    if (item.state == ItemState::Refused)
        return base::errorNamed(item.reason.section(u' ', 0, 0))
            .value_or(ErrorCode::RegisterRefused);
    return std::nullopt;
}

QString ruleOf(const Item &item)
{
    return item.state == ItemState::Refused ? item.reason.section(u' ', 1) : QString();
}

Filed sendNow(const Counter &counter, const Item &item, quint64 logRow)
{
    Filed filed{.uuid = item.uuid,
                .state = item.state,
                .reason = {},
                .rule = {},
                .entry = 0,
                .logRow = logRow};
    // What the register said stands in the item; what it did not say is sent later.
    if (counter.parts().writing.ship)
        (void)counter.parts().writing.ship();
    const auto now = itemOf(counter, item.uuid);
    if (!now)
        return filed;
    filed.state = now->state;
    filed.entry = now->entry;
    filed.reason = reasonOf(*now);
    filed.rule = ruleOf(*now);
    return filed;
}

void remember(const Writing &writing, const QString &userId, const central::Check &check,
              const central::CheckAnswer &answer)
{
    // An entry that no station submitted is told by nobody.
    if (answer.uuid.isEmpty() || !answer.at.isValid() || answer.feedNumber <= 0)
        return;
    writing.outbox.remember({.uuid = answer.uuid,
                             .user = userId,
                             .entry = check.entry,
                             .outcome = int(check.outcome),
                             .reason = check.reason,
                             .feedNumber = answer.feedNumber,
                             .atMs = answer.at.toMSecsSinceEpoch(),
                             .keptAtMs = writing.outbox.nowMs()});
}

Result<base::PersonId> standsFor(cache::CacheReader &reader, base::PersonId person,
                                 base::HouseholdId household, QDate day)
{
    if (person.value > 0)
        return person;
    const auto answer = reader.household(household, day);
    if (!answer)
        return base::fail(answer);
    const residents::HouseholdRecord &record = answer->record;
    if (record.household.head.value > 0)
        return record.household.head;
    for (const auto *list : {&record.members, &record.formerMembers}) {
        if (!list->isEmpty())
            return list->first().snapshot.id.person;
    }
    return base::fail(ErrorCode::ResidentUnknown, QStringLiteral("an empty household"));
}

} // namespace desk
