#include "ui/entries/doors.h"

#include "base/whenready.h"
#include "desk/outboxdesk.h"
#include "desk/writeentries.h"

namespace entries {

Doors doorsOf(desk::WriteEntries &writing, desk::OutboxDesk &outbox, const desk::Visit &visit)
{
    const auto asked = [id = visit.id](base::PersonId person) {
        return desk::EntryRequest{.visit = id, .person = person, .reason = {}};
    };
    using residents::Proposal;
    desk::WriteEntries *desk = &writing;
    desk::OutboxDesk *items = &outbox;
    Doors doors;
    doors.telephone = visit.opening.caller == desk::Caller::Telephone;
    doors.entries = [desk, asked](base::PersonId person) { return desk->entries(asked(person)); };
    doors.begin = [desk, asked](base::PersonId person, const Proposal &proposal) {
        return desk->begin(asked(person), proposal);
    };
    // A lock that is not given back ends by itself.
    doors.end = [desk] { static_cast<void>(desk->end()); };
    doors.breakLock = [desk, asked](base::PersonId person, central::LockKey key,
                                    const QString &reason) {
        return desk->breakLock(asked(person), key, reason);
    };
    doors.keepDraft = [desk, asked](base::PersonId person, const Proposal &proposal,
                                    const QString &draft) {
        return desk->keepDraft(asked(person), proposal, draft);
    };
    doors.file = [desk, asked](base::PersonId person, const Proposal &proposal,
                               const QString &draft) {
        return desk->file(asked(person), proposal, draft);
    };
    doors.items = [items] { return items->items(); };
    doors.open = [items](const QString &uuid) { return items->open(uuid); };
    doors.discard = [items](const QString &uuid) { return items->discard(uuid); };
    return doors;
}

} // namespace entries
