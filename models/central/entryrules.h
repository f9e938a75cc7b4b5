#pragma once

#include "base/result.h"
#include "central/account.h"
#include "residents/entry.h"

#include <QString>

// What a register takes from a clerk (entry.h, restriction.h), before it looks at what it holds.
namespace central {

constexpr int reasonLength = 500;

/// The right to enter it.
[[nodiscard]] Right rightFor(residents::EntryKind kind);

/// The first field of an 異動 that holds what it cannot; empty when there is none. Whether it may
/// be registered is another question (residents/moverules.h).
[[nodiscard]] QLatin1StringView wrongField(const residents::Move &move);

/// The same of what only a 転入 holds: newcomers, 転入前住所, 転出証明書.
[[nodiscard]] QLatin1StringView wrongArrival(const residents::Move &move);
/// The same of a place: here it has a code, town and lot, elsewhere the 市区町村 is enough, if a
/// place is named.
[[nodiscard]] QLatin1StringView wrongField(const residents::Address &address,
                                           residents::MoveTraits::Place place);

/// At most `length` characters that can be written and read again; line breaks only among many
/// lines.
enum class Lines { One, Many };
[[nodiscard]] bool fits(const QString &text, int length, Lines lines = Lines::One);
[[nodiscard]] bool isBlank(const QString &text);
[[nodiscard]] bool isPostalCode(const QString &text);
/// A day that has ten characters as it travels.
[[nodiscard]] bool isDay(QDate day);

/// 1 to reasonLength characters, not blank, no control characters.
[[nodiscard]] bool isReason(const QString &reason);

/// The uuid in lower case, without braces; EntryIncomplete ("uuid").
[[nodiscard]] base::Result<QString> plainUuid(const QString &uuid);

/// The proposal without what the register fills in: two with the same content are equal, and so are
/// their bytes. EntryIncomplete (detail: the field). Not looked at: whether person, note and
/// restriction are there, and whether a contact may be empty.
[[nodiscard]] base::Result<residents::Proposal> plainProposal(const residents::Proposal &proposal);

} // namespace central
