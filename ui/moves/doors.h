#pragma once

#include "desk/certificatedesk.h"
#include "desk/moveviews.h"
#include "ui/entries/doors.h"

#include <functional>

namespace desk {
class MoveDesk;
} // namespace desk

namespace moves {

/// What the page needs from the desk, bound to one visit. `reason`: for a protected record.
struct Doors
{
    QString municipality; ///< "○○県○○市"
    QList<desk::Town> towns;
    QList<desk::IdentityDocument> documents;
    std::function<desk::Answer<desk::MoveHousehold>(base::PersonId, const QString &reason)>
        household;
    std::function<desk::Answer<desk::MoveHousehold>(base::PersonId, base::HouseholdId)> join;
    std::function<desk::Answer<desk::PlaceView>(base::PersonId, const residents::Address &)> place;
    std::function<desk::Answer<QList<residents::MoveFinding>>(base::PersonId,
                                                              const residents::Move &)>
        judge;
    /// Of who comes: a new 宛名番号, and who is known with his name, birth date and sex.
    std::function<desk::Answer<base::PersonId>()> newcomer;
    std::function<desk::Answer<desk::KnownPeople>(const residents::Snapshot &)> known;
    /// Draft, edit lock and filing, as every form has them.
    entries::Doors editing;
};

/// `editing`: those of the visit, for drafts. The desks outlive the pages of the visit.
[[nodiscard]] Doors doorsOf(desk::MoveDesk &desk, entries::Doors editing, const desk::Visit &visit);

} // namespace moves
