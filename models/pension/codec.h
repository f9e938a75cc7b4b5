#pragma once

#include "base/result.h"
#include "pension/record.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pension {

/// Deterministic CBOR as residents/codec.h; keys are item numbers of pension.md 3. There is no way
/// to write more than four digits of the 基礎年金番号.
[[nodiscard]] QByteArray encode(const PensionRecord &record);
/// RegisterDamaged when the bytes are not what `encode` writes.
[[nodiscard]] base::Result<PensionRecord> decode(QByteArrayView bytes);

} // namespace pension
