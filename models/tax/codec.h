#pragma once

#include "base/result.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

#include <QByteArray>
#include <QByteArrayView>

// Rows as bytes, in the deterministic CBOR of residents/codec.h: one value has one form, empty
// fields are left out, unknown keys of later versions are passed over. Account numbers have no key:
// only their last four digits are ever here.
namespace tax {

[[nodiscard]] QByteArray encode(const Assessment &assessment);
[[nodiscard]] QByteArray encode(const LedgerRow &row);
[[nodiscard]] QByteArray encode(const TaxpayerFile &file);

/// RegisterDamaged when the bytes are not what `encode` writes.
[[nodiscard]] base::Result<Assessment> decodeAssessment(QByteArrayView bytes);
[[nodiscard]] base::Result<LedgerRow> decodeLedgerRow(QByteArrayView bytes);
[[nodiscard]] base::Result<TaxpayerFile> decodeTaxpayerFile(QByteArrayView bytes);

} // namespace tax
