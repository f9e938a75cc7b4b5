#pragma once

#include "base/result.h"
#include "central/entries.h"

#include <QString>

// What clerks enter, as it travels to a register on a server: typed fields, each by its name.
namespace central {

/// The fields of a note, contact or restriction that a clerk decides on (resources/sql/register,
/// office.entry_fault). EntryIncomplete for a text that cannot be written as UTF-8.
[[nodiscard]] base::Result<QString> fieldsAsJson(const residents::Proposal &proposal);
[[nodiscard]] base::Result<QString> offersAsJson(const QList<Offer> &offers);
[[nodiscard]] QString keysAsJson(const QList<LockKey> &keys);

} // namespace central
