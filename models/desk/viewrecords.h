#pragma once

#include "desk/answer.h"
#include "desk/record.h"
#include "desk/visit.h"

#include <QString>

namespace desk {

class Counter;

/// ViewResident, ViewHousehold, ViewHistory. `reason` is empty at first; a protected record answers
/// ReasonMissing (ask the person, then call again) or RestrictedRecord (no right).
class ViewRecords final
{
public:
    explicit ViewRecords(Counter &counter);
    [[nodiscard]] Answer<ResidentView> resident(VisitId visit, base::PersonId person,
                                                const QString &reason = {});
    [[nodiscard]] Answer<HouseholdView> household(VisitId visit, base::HouseholdId household,
                                                  const QString &reason = {});
    [[nodiscard]] Answer<HistoryView> history(VisitId visit, base::PersonId person,
                                              const QString &reason = {});
    /// One former state and the one before it, with the same masking and logging as the present.
    [[nodiscard]] Answer<FormerStateView> formerState(VisitId visit, base::SnapshotId state,
                                                      const QString &reason = {});

private:
    class Reading;
    Counter &m_counter;
};

} // namespace desk
