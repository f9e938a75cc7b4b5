#pragma once

#include "desk/answer.h"
#include "desk/entryviews.h"

namespace desk {

class Counter;

/// ListOutbox, OpenOutboxItem, RetryEntry, WithdrawEntry, DiscardEntry: what this station's clerks
/// entered. A clerk sees his own items; a supervisor also those of others that are stuck, without
/// opening them. Outside a visit.
class OutboxDesk final
{
public:
    explicit OutboxDesk(Counter &counter);
    /// Newest first; what was settled more than a day ago only with `settled`.
    [[nodiscard]] Answer<QList<OutboxLine>> items(bool settled = false);
    /// Its author only (RightMissing). A view: a row.
    [[nodiscard]] Answer<OutboxItem> open(const QString &uuid);
    /// Sends it now. Refused -> Filed.
    [[nodiscard]] Answer<Filed> retry(const QString &uuid);
    /// Filed, refused or 仮登録: not wanted any more. What is, or may be, at the register needs it
    /// reached; EntryDecided when it is registered by now.
    Answer<> withdraw(const QString &uuid, const QString &reason);
    /// A draft, or one that came back: thrown away (a refused one is then Withdrawn).
    Answer<> discard(const QString &uuid);
    /// Conflict, 差戻し or refused: the same words as a new draft, based on what stands there now;
    /// the old item is discarded (a refused one becomes the draft itself). Its uuid.
    [[nodiscard]] Answer<QString> keepAsDraft(const QString &uuid);

private:
    class Working;
    [[nodiscard]] base::Result<> takeBack(const QString &uuid, const QString &reason);
    Counter &m_counter;
};

} // namespace desk
