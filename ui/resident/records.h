#pragma once

#include "desk/answer.h"
#include "desk/record.h"
#include "ui/entries/doors.h"
#include "ui/resident/files.h"
#include "ui/resident/numberpanel.h"

#include <functional>

namespace desk {
class ViewRecords;
struct VisitId;
} // namespace desk

namespace resident {

/// What the pages of a record need from the desk. Each call is a view of its own in the log. The
/// reason is given once, on opening: the desk remembers it for a while and then asks again.
struct Records
{
    std::function<desk::Answer<desk::ResidentView>(base::PersonId, const QString &reason)> resident;
    std::function<desk::Answer<desk::HouseholdView>(base::HouseholdId)> household;
    std::function<desk::Answer<desk::HistoryView>(base::PersonId)> history;
    std::function<desk::Answer<desk::FormerStateView>(base::SnapshotId)> formerState;
    Files files = {};                      ///< without rights: no tabs beside the resident record
    entries::Doors entries = {};           ///< none: no tab for notes, contact, restrictions
    NumberPanel::Reveal revealNumber = {}; ///< none: 個人番号 is not shown at all
};

[[nodiscard]] Records recordsOf(desk::ViewRecords &records, const desk::VisitId &visit);

} // namespace resident
