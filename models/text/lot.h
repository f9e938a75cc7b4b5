#pragma once

#include <QString>
#include <QStringView>

namespace text {

/// How a town counts its places.
enum class Numbering {
    Block, ///< 住居表示 (住居表示に関する法律 第2条): １２番３号
    Lot,   ///< 番地: １２番地３
    LotNo, ///< 番地, with の before the branch: １２番地の３
};
/// "block", "lot", "lot-no" of resources/tables/towns.csv; Lot for anything else.
[[nodiscard]] Numbering numberingNamed(QStringView name);

/// A lot as it is registered: numbers alone (12, 12-3, 12-3-101, in any width) get the words of the
/// town, everything else is only made full-width.
[[nodiscard]] QString registeredLot(QStringView typed, Numbering numbering);

} // namespace text
