#pragma once

#include "desk/entryviews.h"
#include "residents/entry.h"
#include "ui/widgets/badge.h"

#include <QHash>
#include <QList>
#include <QString>

namespace entries {

/// One item of what was entered, in words.
struct FieldLine
{
    QString name;
    QString text;
    bool registered = false; ///< an address or a name: in its registered glyphs
};

/// Whose names may be shown.
using Names = QHash<base::PersonId, QString>;

/// Always the same items in the same order for a kind. `names`: of those whom an 異動 names; who
/// has none may not be shown.
[[nodiscard]] QList<FieldLine> fieldsOf(const residents::Entered &entered, const Names &names = {});
/// "照会：エラー　証明：エラー　異動：アラート"
[[nodiscard]] QString levelWords(const residents::Restriction &restriction);
/// "令和6年4月1日から。更新の期限 令和7年3月31日"
[[nodiscard]] QString termWords(const residents::Restriction &restriction);
/// "山田　花子（市民課）　令和8年11月21日 14:05"
[[nodiscard]] QString authorWords(const residents::Authorship &by);
[[nodiscard]] QString postalWords(const QString &code);
/// What the proposal does: "Set", "Change", "End" ...
[[nodiscard]] QString deedWords(const residents::Proposal &proposal);
/// What stands where it may not be shown.
[[nodiscard]] QString hiddenWords();
[[nodiscard]] widgets::BadgeKind badgeOf(desk::ItemState state);

} // namespace entries
