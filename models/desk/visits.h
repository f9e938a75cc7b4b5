#pragma once

#include "desk/answer.h"
#include "desk/visit.h"

#include <QList>

namespace desk {

class Counter;

/// OpenVisit, EndVisit: 対応の開始と終了. Nothing personal opens outside a visit.
class Visits final
{
public:
    explicit Visits(Counter &counter);
    /// 処理事由 in force today, of the work that the rights reach, in the order of
    /// resources/tables/purposes.csv.
    [[nodiscard]] QList<Purpose> purposes() const;
    /// PurposeMissing for a code that is not among purposes(); ConditionTooLong or
    /// ConditionUnreadable for a number that cannot be one.
    [[nodiscard]] Answer<Visit> open(const VisitOpening &opening);
    /// Ending a visit twice is not an error.
    [[nodiscard]] Answer<> end(VisitId visit);

private:
    Counter &m_counter;
};

} // namespace desk
