#pragma once

#include <QHashFunctions>

#include <compare>

namespace base {

/// 宛名番号: one person in one municipality, for ever (juki.md 3.1 item 1). 0 = nobody.
struct PersonId
{
    qint64 value = 0;
    auto operator<=>(const PersonId &) const = default;
};

/// 世帯番号 (juki.md 3.1 item 2). 0 = no household.
struct HouseholdId
{
    qint64 value = 0;
    auto operator<=>(const HouseholdId &) const = default;
};

/// One state of one person: (宛名番号, 履歴番号). Versions count from 1 without gaps.
struct SnapshotId
{
    PersonId person;
    int version = 0;
    auto operator<=>(const SnapshotId &) const = default;
};

[[nodiscard]] inline size_t qHash(PersonId id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}
[[nodiscard]] inline size_t qHash(HouseholdId id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

} // namespace base
