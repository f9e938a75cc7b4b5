#pragma once

#include "base/result.h"
#include "residents/entry.h"

#include <QString>

// What a register takes from a clerk (entry.h, restriction.h), before it looks at what it holds.
namespace central {

constexpr int reasonLength = 500;

/// 1 to reasonLength characters, not blank, no control characters.
[[nodiscard]] bool isReason(const QString &reason);

/// The uuid in lower case, without braces; EntryIncomplete ("uuid").
[[nodiscard]] base::Result<QString> plainUuid(const QString &uuid);

/// The proposal without what the register fills in: two with the same content are equal, and so are
/// their bytes. EntryIncomplete (detail: the field). Not looked at: whether person, note and
/// restriction are there, and whether a contact may be empty.
[[nodiscard]] base::Result<residents::Proposal> plainProposal(const residents::Proposal &proposal);

} // namespace central
