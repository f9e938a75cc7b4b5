#pragma once

#include "desk/answer.h"
#include "desk/entryviews.h"
#include "desk/visit.h"

namespace desk {

class Counter;

/// What a form is opened with and files.
struct EntryRequest
{
    VisitId visit;
    base::PersonId person; ///< whose record is open; also for a restriction on his household
    QString reason;        ///< as ViewRecords: for a protected record
};

/// ViewEntries, EnterNote, EnterContact, EnterRestriction. Right::WriteNote for notes and contacts,
/// Right::EnterRestriction for restrictions (RightMissing). A protected record needs what
/// ViewRecords needs (ReasonMissing, RestrictedRecord). Every filing is a log row, in one
/// transaction with the outbox item.
class WriteEntries final
{
public:
    explicit WriteEntries(Counter &counter);
    [[nodiscard]] Answer<PersonEntries> entries(const EntryRequest &request);
    /// A form is opened, or still open after a minute: the edit lock on the person (for a
    /// restriction on the household, on that).
    [[nodiscard]] Answer<EditStart> begin(const EntryRequest &request,
                                          const residents::Proposal &proposal);
    /// The form is closed, filed or not.
    Answer<> end();
    /// Right::BreakLock.
    Answer<> breakLock(const EntryRequest &request, central::LockKey key, const QString &reason);
    /// Keeps what was typed; a new uuid when `draft` is empty. No row: nothing is handed out.
    [[nodiscard]] Answer<QString> keepDraft(const EntryRequest &request,
                                            const residents::Proposal &proposal,
                                            const QString &draft = {});
    /// EntryIncomplete (detail: the field). Into the outbox, then to the register at once if it is
    /// reached. `draft`: what it was kept as.
    [[nodiscard]] Answer<Filed> file(const EntryRequest &request,
                                     const residents::Proposal &proposal,
                                     const QString &draft = {});

private:
    class Working;
    Counter &m_counter;
};

} // namespace desk
