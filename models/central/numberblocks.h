#pragma once

#include "base/result.h"

#include <QList>

namespace central {

/// The values are sent.
enum class NumberSeries {
    Person = 1,    ///< 宛名番号
    Household = 2, ///< 世帯番号
};
/// At most so many at once.
constexpr int mostNumbersAtOnce = 100;

/// New numbers, given out by the register alone: no two stations ever have the same.
class NumberBlocks
{
public:
    virtual ~NumberBlocks() = default;
    /// `count` new numbers in rising order, check digits included (municipal-facts.md 1.5). Each is
    /// given out once, also when it is never used. Right::EnterMove; RegisterRefused for a count
    /// outside 1 to mostNumbersAtOnce.
    [[nodiscard]] virtual base::Result<QList<qint64>> takeNumbers(NumberSeries series,
                                                                  int count) = 0;
};

} // namespace central
