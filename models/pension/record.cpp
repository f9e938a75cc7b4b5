#include "pension/record.h"

namespace pension {

Month Month::plus(int months) const
{
    constexpr int monthsAYear = 12;
    const int total = index() + months;
    return {.year = total / monthsAYear, .month = total % monthsAYear + 1};
}

} // namespace pension
