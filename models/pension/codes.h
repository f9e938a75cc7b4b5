#pragma once

#include "tables/table.h"

#include <QLatin1StringView>
#include <QString>

// Codes of the items of the file, from pension_codes.csv; those a rule looks at by name.
namespace pension {

namespace acquired { // item 9
constexpr QLatin1StringView age20{"1"};
constexpr QLatin1StringView lostSecond{"2"};
constexpr QLatin1StringView lostThird{"3"};
constexpr QLatin1StringView fromAbroad{"4"};
constexpr QLatin1StringView voluntary{"5"};
constexpr QLatin1StringView becameSecond{"7"};
constexpr QLatin1StringView becameThird{"8"};
} // namespace acquired

namespace lost { // item 13
constexpr QLatin1StringView death{"1"};
constexpr QLatin1StringView abroad{"2"};
constexpr QLatin1StringView age60{"3"};
constexpr QLatin1StringView becameSecond{"4"};
constexpr QLatin1StringView becameThird{"5"};
constexpr QLatin1StringView leftVoluntary{"6"};
constexpr QLatin1StringView full{"7"}; ///< 480 months
constexpr QLatin1StringView age65{"8"};
constexpr QLatin1StringView age70{"9"};
constexpr QLatin1StringView excluded{"10"}; ///< 適用除外
} // namespace lost

/// The words of a code of an item ("国外から転入" for 9, "4"), from any line of the table, since
/// old records keep old codes; a text that is no code is given back as it stands.
[[nodiscard]] QString codeWords(int item, const QString &code, const tables::Table &codes);

} // namespace pension
