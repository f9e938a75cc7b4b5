#pragma once

#include "cache/storedrow.h"
#include "pension/codec.h"
#include "tax/codec.h"

namespace support {

inline cache::StoredRow rowOf(const tax::Assessment &assessment, qint64 rowVersion = 0)
{
    return {.table = cache::Table::Assessment,
            .id = assessment.person.value,
            .version = tax::assessmentKey(assessment.fiscalYear, assessment.history),
            .rowVersion = rowVersion,
            .body = tax::encode(assessment)};
}
inline cache::StoredRow rowOf(const tax::LedgerRow &row, qint64 rowVersion = 0)
{
    return {.table = cache::Table::Ledger,
            .id = row.person.value,
            .version = tax::ledgerKey(row.kind, row.fiscalYear, row.period),
            .rowVersion = rowVersion,
            .body = tax::encode(row)};
}
inline cache::StoredRow rowOf(const tax::TaxpayerFile &file, qint64 rowVersion = 0)
{
    return {.table = cache::Table::Ledger,
            .id = file.person.value,
            .version = 0,
            .rowVersion = rowVersion,
            .body = tax::encode(file)};
}
inline cache::StoredRow rowOf(const pension::PensionRecord &record, qint64 rowVersion = 0)
{
    return {.table = cache::Table::Pension,
            .id = record.person.value,
            .version = 0,
            .rowVersion = rowVersion,
            .body = pension::encode(record)};
}

} // namespace support
