#pragma once

#include "base/result.h"
#include "cache/storedrow.h"

#include <QByteArrayView>

namespace cache {

/// The few fields of a person's body that the cache keeps in columns of their own.
struct PersonColumns
{
    qint64 person = 0;
    int version = 0;
    qint64 household = 0;
    bool removed = false;
};
/// Reads them without decoding the rest (a first load reads 400,000 bodies). CacheDamaged when the
/// bytes are no person (keys: residents/codec.h).
[[nodiscard]] base::Result<PersonColumns> peekPerson(QByteArrayView body);

/// The key that a body of Assessment, Ledger or Pension says it has.
struct FileKey
{
    qint64 person = 0;
    qint64 version = 0;
};
/// `version` 0 in Ledger asks for a TaxpayerFile, whose key has version 0. CacheDamaged when the
/// bytes are none of the table's (keys: tax/codec.cpp, pension/codec.cpp).
[[nodiscard]] base::Result<FileKey> peekFile(Table table, int version, QByteArrayView body);

} // namespace cache
