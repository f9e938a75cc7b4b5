#pragma once

#include "residents/household.h"
#include "residents/withheld.h"

#include <QList>
#include <QString>

// How the items of a record are written on the screen.
namespace resident {

/// 生年月日 or 満了の日 in the calendar of the person's kind: 和暦, for foreign residents 西暦 as
/// on paper. All other dates are in 和暦 (municipal-facts.md 3.1). An unknown date as registered.
[[nodiscard]] QString dateWords(const calendar::PartialDate &date, residents::Kind kind);
[[nodiscard]] QString dateWords(QDate day, residents::Kind kind);
/// "ワタナベ（届出）　ハナコ（職権記載）", or that it is not public yet; empty for foreign
/// residents, who have none.
[[nodiscard]] QString readingWords(const residents::Snapshot &person);
/// "令和6年4月1日（令和6年4月5日届出）"
[[nodiscard]] QString entryWords(const residents::DatedEntry &entry);
/// "○○県○○市本町三丁目１２番地の３　メゾン緑　２０１号室"
[[nodiscard]] QString addressWords(const residents::Address &address);
/// "371-0001"
[[nodiscard]] QString postalWords(const QString &code);
[[nodiscard]] QString destinationWords(const std::optional<residents::Destination> &to);
[[nodiscard]] QString entitlementWords(const residents::Entitlement &entitlement);
/// What stands where an address may not be shown.
[[nodiscard]] QString hiddenWords();

/// One item of a state for comparison.
struct StateItem
{
    QString item;
    QString text;
    bool name = false; ///< in the typeface of registered names
};
/// Always the same items in the same order, whatever the state holds. Everything that tells where
/// the person lives is hidden with the address.
[[nodiscard]] QList<StateItem> stateItems(const residents::Snapshot &person, bool addressHidden,
                                          residents::Places withheld);

} // namespace resident
