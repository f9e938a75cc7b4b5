#include "ui/resident/records.h"

#include "desk/viewrecords.h"
#include "ui/resident/recordpage.h"

namespace resident {

Records recordsOf(desk::ViewRecords &records, const desk::VisitId &visit)
{
    return {
        .resident =
            [&records, visit](base::PersonId person, const QString &reason) {
                return records.resident(visit, person, reason);
            },
        .household =
            [&records, visit](base::HouseholdId household) {
                return records.household(visit, household);
            },
        .history = [&records,
                    visit](base::PersonId person) { return records.history(visit, person); },
        .formerState =
            [&records, visit](base::SnapshotId state) { return records.formerState(visit, state); },
        .files = {},
        .entries = {},
        .revealNumber = {}};
}

RecordPage::RecordPage(desk::ViewRecords &records, desk::VisitId visit, base::PersonId person,
                       QWidget *parent)
    : RecordPage(recordsOf(records, visit), person, parent)
{
}

} // namespace resident
