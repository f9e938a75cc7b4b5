#pragma once

#include "base/result.h"
#include "certificates/content.h"
#include "residents/numbers.h"

#include <QList>

// 個人番号 and 住民票コード on a 住民票の写し. No content has them before it is issued: the
// register hands them out then, and what was made with them is overwritten.
namespace certificates {

constexpr int individualNumberLength = 12;
constexpr int residentCodeLength = 11;
/// What stands in their place until then, as wide as they are.
[[nodiscard]] QString maskedNumber(int length);

/// Puts those that were asked for where the masks stand. NumberUnknown when one is missing or is
/// not as long as it must be; then nothing was put in.
[[nodiscard]] base::Result<> enterNumbers(Content &content, Items items,
                                          const QList<residents::SensitiveNumbers> &numbers);
/// Overwrites what enterNumbers() put in.
void wipeNumbers(Content &content);

} // namespace certificates
