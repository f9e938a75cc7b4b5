#include "residents/movement.h"

#include <array>

namespace residents {
namespace {
// In the order of the enum; the names, not the numbers, are what travels.
constexpr std::array names{
    QLatin1StringView("MoveIn"),
    QLatin1StringView("MoveInFromAbroad"),
    QLatin1StringView("Birth"),
    QLatin1StringView("EntryExOfficio"),
    QLatin1StringView("Naturalised"),
    QLatin1StringView("MoveWithin"),
    QLatin1StringView("MoveOut"),
    QLatin1StringView("MoveOutAbroad"),
    QLatin1StringView("Death"),
    QLatin1StringView("RemovalExOfficio"),
    QLatin1StringView("NationalityLost"),
    QLatin1StringView("RemovalNaturalised"),
    QLatin1StringView("CorrectionExOfficio"),
    QLatin1StringView("MinorCorrection"),
    QLatin1StringView("ErrorCorrection"),
    QLatin1StringView("HouseholdSplit"),
    QLatin1StringView("HouseholdMerge"),
    QLatin1StringView("HouseholdChange"),
    QLatin1StringView("HeadChange"),
    QLatin1StringView("FormerFamilyEntry"),
    QLatin1StringView("AliasEntry"),
    QLatin1StringView("Remade"),
    QLatin1StringView("CancellationIncrease"),
    QLatin1StringView("CancellationDecrease"),
    QLatin1StringView("CancellationCorrection"),
    QLatin1StringView("Initial"),
};
static_assert(names.size() == static_cast<std::size_t>(MovementReason::Count));
} // namespace

QString movementReasonName(MovementReason reason)
{
    const auto at = static_cast<std::size_t>(reason);
    return at < names.size() ? QString(names[at]) : QString();
}

MovementReason movementReasonFromName(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<MovementReason>(i);
    }
    return MovementReason::Count;
}

} // namespace residents
