#include "ui/moves/doors.h"

#include "desk/movedesk.h"

#include <memory>

namespace moves {

Doors doorsOf(desk::MoveDesk &desk, entries::Doors editing, const desk::Visit &visit)
{
    using residents::Move;
    using residents::Proposal;
    const auto asked = [id = visit.id](base::PersonId person, const QString &reason = {}) {
        return desk::EntryRequest{.visit = id, .person = person, .reason = reason};
    };
    const auto moveIn = [](const Proposal &proposal) { return std::get<Move>(proposal.entered); };
    desk::MoveDesk *moves = &desk;
    Doors doors;
    doors.towns = moves->towns();
    doors.documents = moves->documents();
    doors.household = [moves, asked](base::PersonId person, const QString &reason) {
        return moves->household(asked(person, reason));
    };
    doors.join = [moves, asked](base::PersonId person, base::HouseholdId household) {
        return moves->household(asked(person), household);
    };
    doors.place = [moves, asked](base::PersonId person, const residents::Address &address) {
        return moves->place(asked(person), address);
    };
    doors.newcomer = [moves, asked] { return moves->newcomer(asked({})); };
    doors.known = [moves, asked](const residents::Snapshot &newcomer) {
        return moves->known(asked(newcomer.id.person), newcomer);
    };
    doors.judge = [moves, asked](base::PersonId person, const Move &move) {
        return moves->judge(asked(person), move);
    };
    // Whoever ends another's editing does so on the 異動 that he has open himself.
    auto open = std::make_shared<Move>();
    editing.begin = [moves, asked, moveIn, open](base::PersonId person, const Proposal &proposal) {
        *open = moveIn(proposal);
        return moves->begin(asked(person), *open);
    };
    editing.breakLock = [moves, asked, open](base::PersonId person, central::LockKey key,
                                             const QString &reason) {
        return moves->breakLock(asked(person), *open, key, reason);
    };
    editing.file = [moves, asked, moveIn](base::PersonId person, const Proposal &proposal,
                                          const QString &draft) {
        return moves->file(asked(person), moveIn(proposal), draft);
    };
    doors.editing = std::move(editing);
    return doors;
}

} // namespace moves
