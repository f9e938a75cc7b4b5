#pragma once

#include "desk/answer.h"
#include "desk/entryviews.h"

namespace desk {

class Counter;

/// ListEntries, OpenEntry, CheckEntry: the 照合 of 仮登録 by another person than their author.
/// Right::CheckEntry. Outside a visit; deciding needs the register reached (RegisterUnreachable).
class CheckDesk final
{
public:
    explicit CheckDesk(Counter &counter);
    /// Oldest first; from the replica.
    [[nodiscard]] Answer<QList<CheckLine>> queue();
    /// A view: a row. EntryUnknown, EntryDecided.
    [[nodiscard]] Answer<CheckView> open(qint64 entry);
    /// OwnEntry, EntryDecided, EntryIncomplete (no reason to send back). A row, whatever comes of
    /// it.
    Answer<> decide(qint64 entry, CheckOutcome outcome, const QString &reason);

private:
    class Working;
    Counter &m_counter;
};

} // namespace desk
