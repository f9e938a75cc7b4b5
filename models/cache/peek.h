#pragma once

#include "base/result.h"

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

} // namespace cache
