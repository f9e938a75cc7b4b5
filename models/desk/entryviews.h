#pragma once

#include "base/errorcode.h"
#include "central/entries.h"
#include "journal/outbox.h"
#include "residents/entry.h"
#include "residents/person.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

using central::CheckOutcome;
using journal::ItemState;

/// A note as it stands, with the versions before it.
struct NoteView
{
    residents::Note note;
    QList<residents::Note> earlier; ///< newest first
    bool withheld = false;          ///< its words name where somebody hides
};

/// Something filed or 仮登録 that stands beside the register's record (design.md 2: never mixed).
struct WaitingEntry
{
    QString uuid;     ///< of this station's outbox; empty = another station's
    qint64 entry = 0; ///< number of the 仮登録; 0 = not sent yet
    residents::EntryKind kind = residents::EntryKind::Note;
    ItemState state = ItemState::Filed;
    QString authorName;
    QDateTime at; ///< UTC
    bool mine = false;
    /// Before and after, to its author and to checkers only; not of a move, which is about others
    /// too.
    std::optional<residents::Proposal> proposal;
    std::optional<residents::Entered> before;
};

/// Notes, contact and restrictions of one person; its log row is on disk.
struct PersonEntries
{
    base::PersonId person;
    QString name;
    QList<NoteView> notes;                     ///< newest first; those taken back last
    std::optional<residents::Contact> contact; ///< none was ever entered
    QList<residents::Contact> earlierContacts; ///< newest first
    /// 送付先 and telephone are left out: on the telephone, or because one names where somebody
    /// hides.
    bool contactHidden = false;
    QList<residents::Restriction> restrictions; ///< all, those in force first
    QList<WaitingEntry> waiting;
    quint64 logRow = 0;
};

/// The edit lock when a form opens.
struct EditStart
{
    bool registerReached = false;    ///< without it there is no lock, and what is filed waits
    QList<central::EditLock> heldBy; ///< empty: it is ours
    /// What to say above the form: EditLocked, RegisterUnreachable.
    std::optional<base::ErrorCode> hint = {};
};

/// What became of filing.
struct Filed
{
    QString uuid;
    ItemState state = ItemState::Filed; ///< Filed: the register was not reached, it is sent later
    std::optional<base::ErrorCode> reason; ///< Refused: why; Conflict: EntryConflict
    QString rule = {};                     ///< MoveRefused: the residents::MoveRule
    qint64 entry = 0;
    quint64 logRow = 0;
};

/// One line of the outbox page. No words of the entry: opening it is a view of its own.
struct OutboxLine
{
    QString uuid;
    ItemState state = ItemState::Draft;
    residents::EntryKind kind = residents::EntryKind::Note;
    residents::MoveKind move = residents::MoveKind::Count; ///< of an 異動 that can be read
    base::PersonId person;       ///< 0 = about a household; of a 転入 he may have no record yet
    base::HouseholdId household; ///< of a restriction on one
    QString userId;
    bool mine = false;
    QDateTime madeAt;                      ///< UTC
    QDateTime filedAt;                     ///< UTC, invalid for a draft
    std::optional<base::ErrorCode> reason; ///< as Filed::reason
    QString rule = {};                     ///< as Filed::rule; only to its author
    QString answer;                        ///< the checker's words; only to its author
    int tries = 0;
    bool stuck = false; ///< filed for more than a day, or refused, or in conflict
};
/// Somebody whom an 異動 changes.
struct PersonChange
{
    residents::Snapshot before; ///< as he stands
    residents::Snapshot after;  ///< as the 本登録 would leave him
};
/// What was registered of the same people since an 異動 was made.
struct TheirMoves
{
    QList<residents::Entry> entries = {}; ///< who entered what, and who checked it; oldest first
    QList<PersonChange> changes = {};     ///< as he stood when mine was made, and as he stands now
    bool hidden = false; ///< somebody of them may not be opened: of the entries who and when alone
};
/// One item, opened: what was entered, what it was made from, and in a conflict what stands there
/// now.
struct OutboxItem
{
    OutboxLine line;
    QString personName;
    residents::Proposal mine;
    std::optional<residents::Entered> before;
    std::optional<residents::Entered> theirs; ///< none of an 異動, which has `theirMoves`
    TheirMoves theirMoves = {};
    /// Of those whom an 異動 names; who may not be opened has none.
    QHash<base::PersonId, QString> names = {};
    quint64 logRow = 0;
};

/// One line of the queue of the 照合.
struct CheckLine
{
    qint64 entry = 0;
    base::PersonId person;
    base::HouseholdId household;
    QString authorName;
    QString authorSection;
    QDateTime at;      ///< UTC
    bool mine = false; ///< its author may not check it
};
/// One 仮登録, opened: what stands in the register and what it becomes.
struct CheckView
{
    residents::Entry entry;
    QString personName; ///< of the person, or of the head of the household
    std::optional<residents::Restriction> before; ///< none when it is set anew
    /// Of an 異動: who moves first, then whose 続柄 or 世帯主 changes; and the documents shown, as
    /// the table words them.
    QList<PersonChange> changes = {};
    QStringList documents = {};
    quint64 logRow = 0;
};

/// 個人番号 of one person, in memory that is wiped; the register has logged it and so has the
/// station (個人番号アクセス有無).
struct RevealedNumber
{
    base::PersonId person;
    base::Secret individualNumber; ///< 12 digits
    quint64 logRow = 0;
};

} // namespace desk
