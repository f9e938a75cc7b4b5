#pragma once

#include "bench/place.h"

namespace bench {

/// first-load: the register into a fresh encrypted file. Needed by the others of this file.
[[nodiscard]] base::Result<> firstLoad(Place &place);
/// search: the three searches, straight from the cache.
[[nodiscard]] base::Result<> search(Place &place);
/// open: opening the file; a record with its household and history list, straight from the cache.
[[nodiscard]] base::Result<> openRecords(Place &place);
/// files: what ViewTax, ViewLedger and ViewPension read, straight from the cache.
[[nodiscard]] base::Result<> openFiles(Place &place);
/// changes: 5,000 changes of residents and 5,000 of tax and ledger after a break; then the searches
/// while more are being applied.
[[nodiscard]] base::Result<> changes(Place &place);

} // namespace bench
