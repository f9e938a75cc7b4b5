#pragma once

#include "desk/counter.h"
#include "desk/entryviews.h"

#include <optional>

// The items of the outbox, as several procedures see them; within this folder only.
namespace desk {

/// RegisterRefused where nothing is written (no office behind the counter).
[[nodiscard]] base::Result<const Writing *> writingOf(const Counter &counter);

/// EntryUnknown when this station holds no item of that uuid.
[[nodiscard]] base::Result<journal::Item> itemOf(const Counter &counter, const QString &uuid);
/// Those of these states; nothing where nothing is written.
[[nodiscard]] base::Result<QList<journal::Item>> itemsOf(const Counter &counter,
                                                         const QList<ItemState> &states);
[[nodiscard]] inline bool isMine(const Counter &counter, const journal::Item &item)
{
    return item.user == counter.parts().clerk.userId;
}

/// JournalDamaged for bytes that are none.
[[nodiscard]] base::Result<residents::Proposal> proposalOf(const journal::Item &item);
/// Of a 転入 those who come under a new number: nobody yet that could be opened.
[[nodiscard]] QList<residents::Snapshot> withoutRecord(const residents::Proposal &proposal);
/// A record kept with an item (`before`, `theirs`); none for no bytes.
[[nodiscard]] base::Result<std::optional<residents::Entered>> recordOf(const journal::Item &item,
                                                                       const QByteArray &bytes);
[[nodiscard]] QByteArray bytesOf(const std::optional<residents::Entered> &entered);

/// Of a restriction on a household; else 0.
[[nodiscard]] base::HouseholdId householdOf(const residents::Entered &entered);
/// Its number; 0 for one that is new, and for a contact and a move, which have none.
[[nodiscard]] qint64 numberOf(const residents::Entered &entered);
/// 0 for a move: it names those of its persons.
[[nodiscard]] int versionOf(const residents::Entered &entered);

/// What the item holds: content and whom it is about.
void fill(journal::Item &item, const residents::Proposal &proposal,
          const std::optional<residents::Entered> &before);
/// Of a draft or of what was refused: filed now, never sent yet.
void setFiled(journal::Item &item, qint64 nowMs);
void setState(journal::Item &item, ItemState state, qint64 nowMs);

/// Why it came back: refused, or in conflict.
[[nodiscard]] std::optional<base::ErrorCode> reasonOf(const journal::Item &item);
/// The rule (residents::MoveRule) for which an 異動 was refused; else empty.
[[nodiscard]] QString ruleOf(const journal::Item &item);

/// Sends what is filed if there is a way, and answers what became of the item. In the thread that
/// waits for the register.
[[nodiscard]] Filed sendNow(const Counter &counter, const journal::Item &item, quint64 logRow);

/// Keeps what this clerk decided and the register acknowledged, to be offered again should the
/// register lose it.
void remember(const Writing &writing, const QString &userId, const central::Check &check,
              const central::CheckAnswer &answer);

/// Who the item or entry is about, as a record stands for it: the person, or of a household its
/// head. ResidentUnknown for an empty household.
[[nodiscard]] base::Result<base::PersonId> standsFor(cache::CacheReader &reader,
                                                     base::PersonId person,
                                                     base::HouseholdId household, QDate day);

} // namespace desk
