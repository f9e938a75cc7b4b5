#pragma once

#include "desk/answer.h"
#include "desk/search.h"
#include "desk/visit.h"

#include <atomic>

namespace desk {

class Counter;

/// FindPeople. One log row when it is answered, with its conditions (sealed), the count, and every
/// line handed out. A new search overtakes the one before: that one answers SearchOvertaken, hands
/// out nothing and leaves no row (design.md 4).
class FindPeople final
{
public:
    explicit FindPeople(Counter &counter);
    /// TooFewConditions, ConditionUnreadable, ConditionTooLong, RightMissing, VisitMissing.
    [[nodiscard]] Answer<FoundPeople> find(VisitId visit, const SearchConditions &conditions);

private:
    [[nodiscard]] base::Result<FoundPeople>
    search(VisitId visit, const SearchConditions &conditions, quint64 turn) const;
    Counter &m_counter;
    std::atomic<quint64> m_turn{0};
};

/// The rule of design.md 5 (R-ACQ-09): two of name, birth, address, head and telephone, or one
/// number alone. Sex and former residents only narrow.
[[nodiscard]] bool enoughConditions(const SearchConditions &conditions);

} // namespace desk
