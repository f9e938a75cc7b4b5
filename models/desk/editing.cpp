#include "desk/editing.h"

#include "desk/outboxitems.h"

#include <QUuid>

using base::ErrorCode;
using base::Result;
using journal::Item;

namespace desk {

Result<Item> draftFor(Counter &counter, const RecordGate &gate, const QString &uuid)
{
    const auto writing = writingOf(counter);
    if (!writing)
        return base::fail(writing);
    if (uuid.isEmpty())
        return Item{.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces),
                    .user = counter.parts().clerk.userId,
                    .proposal = {},
                    .before = {},
                    .state = ItemState::Draft,
                    .reason = {},
                    .answer = {},
                    .madeAtMs = (*writing)->outbox.nowMs()};
    auto item = itemOf(counter, uuid);
    if (!item)
        return item;
    if (!isMine(counter, *item))
        return gate.refuse(ErrorCode::RightMissing);
    if (item->state != ItemState::Draft)
        return base::fail(ErrorCode::EntryDecided);
    return item;
}

Result<EditStart> takeLocks(const Counter &counter, const QList<central::LockKey> &keys)
{
    const auto writing = writingOf(counter);
    if (!writing)
        return base::fail(writing);
    const auto held = (*writing)->entries->lockForEdit(keys);
    if (held)
        return EditStart{.registerReached = true,
                         .heldBy = *held,
                         .hint =
                             held->isEmpty() ? std::nullopt : std::optional(ErrorCode::EditLocked)};
    if (held.error().code == ErrorCode::RegisterUnreachable)
        return EditStart{
            .registerReached = false, .heldBy = {}, .hint = ErrorCode::RegisterUnreachable};
    return base::fail(held);
}

} // namespace desk
