#include "democity/numbering.h"

namespace democity {
namespace {
constexpr qint64 firstPerson = 1'000'000;
constexpr qint64 firstHousehold = 50'000'000;
} // namespace

qint64 withCheckDigit(qint64 body)
{
    // JS1 1.1.13: モジュラス11, weights 2 to 7 from the right, again from 2.
    qint64 sum = 0;
    int weight = 2;
    for (qint64 rest = body; rest > 0; rest /= 10) {
        sum += (rest % 10) * weight;
        weight = weight == 7 ? 2 : weight + 1;
    }
    const qint64 remainder = sum % 11;
    return body * 10 + (remainder <= 1 ? 0 : 11 - remainder);
}

base::PersonId personNumber(qint64 serial)
{
    return {withCheckDigit(firstPerson + serial)};
}

base::HouseholdId householdNumber(qint64 serial)
{
    return {withCheckDigit(firstHousehold + serial)};
}

} // namespace democity
