#pragma once

#include "app/casebook/bookcase.h"
#include "app/casebook/scene.h"

#include <functional>

namespace casebook {

/// What one 異動 has of its own in a case book: its columns, and what they mean. A further 異動 is
/// a row of caseForms().
struct CaseForm
{
    residents::MoveKind kind;
    QStringList columns; ///< beside those of every 異動
    /// The column that cannot be meant; empty: none.
    std::function<QString(const BookCase &, const Scene &)> wrongColumn;
    /// What its form makes of its columns.
    std::function<void(const BookCase &, const PlacedScene &, residents::Move &)> fill;
    /// What the law does not let it change, and was changed of who moves: names of items.
    std::function<QStringList(const residents::Snapshot &before, const residents::Snapshot &after,
                              const residents::Move &move)>
        unlawful;
};
[[nodiscard]] const QList<CaseForm> &caseForms();
/// Null for an 異動 that is not entered by a form.
[[nodiscard]] const CaseForm *formOf(residents::MoveKind kind);

/// Items that differ, but for those that an 異動 may change: who changes them is named there.
[[nodiscard]] QStringList otherItems(const residents::Snapshot &before,
                                     const residents::Snapshot &after);
/// 世帯主変更 of who stays: 続柄 and 世帯主名 only.
[[nodiscard]] QStringList unlawfulHeadChange(const residents::Snapshot &before,
                                             const residents::Snapshot &after);

/// "new/コーポ緑　２０１号室".
[[nodiscard]] PlaceName placeNameOf(const QString &cell);

} // namespace casebook
