#pragma once

#include "base/result.h"
#include "pension/record.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pension {

/// Deterministic CBOR as residents/codec.h; keys are item numbers of pension.md 3 (0: the person,
/// 67: 出産日 instead of 予定日), a repeated group stands under its first item as a list. There is
/// no way to write more than four digits of the 基礎年金番号: a `numberTail` of another form is
/// left out.
[[nodiscard]] QByteArray encode(const PensionRecord &record);
/// RegisterDamaged when the bytes are not what `encode` writes: a `numberTail` of anything but four
/// digits, nobody's record, empty values that were written. Unknown keys are passed over.
[[nodiscard]] base::Result<PensionRecord> decode(QByteArrayView bytes);

} // namespace pension
