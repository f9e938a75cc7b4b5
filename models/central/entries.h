#pragma once

#include "base/result.h"
#include "residents/entry.h"
#include "residents/numbers.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

// Writing at the register. The workstation proposes, the register decides, a second person confirms
// (design.md 2 and 3).
namespace central {

/// One item of an outbox. The same `uuid` with the same content may be sent as often as needed: it
/// counts once, and is answered as the first time.
struct Submission
{
    QString uuid; ///< without braces
    residents::Proposal proposal;
    QDateTime filedAt; ///< UTC, by the station's trusted time; for the record only
};

enum class Verdict {
    Registered,  ///< 本登録 at once (notes, contacts)
    Provisional, ///< 仮登録: waits for its 照合 (restrictions)
    Conflict,    ///< somebody changed it first; nothing was written. Final for this uuid.
};
struct SubmissionAnswer
{
    Verdict verdict = Verdict::Registered;
    qint64 feedNumber = 0; ///< of the commit that holds it; 0 for a conflict
    qint64 entry = 0;      ///< number of the 仮登録; 0 = none
    QDateTime at = {};     ///< register time of that commit, UTC, to the millisecond
    /// Conflict: what stands in the register now; none when there is nothing any more.
    std::optional<residents::Entered> theirs = {};
};

enum class CheckOutcome { Register, SendBack, Withdraw };
/// 照合 of a 仮登録, or its withdrawal by its author.
struct Check
{
    qint64 entry = 0;
    CheckOutcome outcome = CheckOutcome::Register;
    QString reason; ///< needed to send back; at most 500 characters
};

/// What a station remembers of a decision, to offer it again after a restore.
struct CheckAnswer
{
    QString uuid = {};     ///< of the submission that was decided; empty = it came without one
    qint64 feedNumber = 0; ///< of the commit that holds the decision
    QDateTime at = {};     ///< register time of the decision, UTC, to the millisecond
};

/// What is being edited: a person or a whole household.
struct LockKey
{
    /// Newcomer: residents::threeItemsOf; only a 仮登録 holds it, nobody has it open.
    enum class Kind { Household = 1, Person = 2, Newcomer = 3 };
    Kind kind = Kind::Person;
    qint64 id = 0;
    bool operator==(const LockKey &) const = default;
    [[nodiscard]] auto operator<=>(const LockKey &other) const
    {
        return std::pair(int(kind), id) <=> std::pair(int(other.kind), other.id);
    }
};
/// Who has something open for editing.
struct EditLock
{
    LockKey key;
    QString userId;
    QString userName;
    QString stationId;
    QDateTime since; ///< register time, UTC
    QDateTime until; ///< ends by itself then
};
/// Five minutes, renewed by asking again.
constexpr int editLockSeconds = 300;
/// A household of any size and its members.
constexpr int mostLocksAtOnce = 200;

/// A Check as it is told after a restore, when entries may have other numbers.
struct Decision
{
    QString uuid; ///< of the submission that was decided
    CheckOutcome outcome = CheckOutcome::Register;
    QString reason = {};
};
/// What the register acknowledged and, after a restore or a lossy failover, no longer holds
/// (design.md 3, lineage).
struct Offer
{
    std::variant<Submission, Decision> what;
    QString userId;        ///< its author, or who decided
    qint64 feedNumber = 0; ///< as it was acknowledged
    /// SubmissionAnswer::at, CheckAnswer::at: rows applied again are the rows that were lost.
    QDateTime at = {};
};

/// All need a session. Rights and days are checked by the register's clock in every call;
/// NotSignedIn, RightMissing, RegisterUnreachable as everywhere.
class Entries
{
public:
    virtual ~Entries() = default;

    /// Right::WriteNote for notes and contacts, Right::EnterRestriction for restrictions.
    /// EntryIncomplete (detail: the field), ResidentUnknown, EntryUnknown (nothing of that id),
    /// EntryPending (restrictions: another 仮登録 waits on the same person or household),
    /// RegisterRefused (the uuid came before with another content or from somebody else).
    /// A uuid that the register does not hold and that was offered again (offerAgain) is
    /// EntryPending until applyOffers ran: the order of what was lost is not overtaken. Afterwards
    /// it is answered as the first time, or, if it was left, like any other. EntryUnknown also when
    /// the note or restriction is somebody else's: neither moves from one person to another. Set
    /// anew (id 0): baseVersion 0 and not ended, else EntryIncomplete. EntryPending comes before a
    /// conflict. A restriction that is set protects at once, provisionally; one that is changed or
    /// ended stays as it is until its 照合.
    [[nodiscard]] virtual base::Result<SubmissionAnswer> submit(const Submission &submission) = 0;
    /// Right::CheckEntry to register and to send back, and another person than the author
    /// (OwnEntry); to withdraw, the author (RightMissing for others). EntryUnknown, EntryDecided
    /// (the same decision of the same person again is answered as the first time), EntryIncomplete
    /// without the reason.
    [[nodiscard]] virtual base::Result<CheckAnswer> decide(const Check &check) = 0;

    /// Takes all of them or none, or renews those held; in key order. What others hold is answered;
    /// empty: taken. Needs a right to write. A lock saves work; what is right comes from base
    /// versions. RegisterRefused for a key that names nothing, or more than mostLocksAtOnce.
    [[nodiscard]] virtual base::Result<QList<EditLock>> lockForEdit(const QList<LockKey> &keys) = 0;
    /// Those of this session; closing it releases them too.
    [[nodiscard]] virtual base::Result<> releaseLocks() = 0;
    /// Right::BreakLock and a reason (ReasonMissing), which the register logs. Fine when nobody
    /// holds it.
    [[nodiscard]] virtual base::Result<> breakLock(LockKey key, const QString &reason) = 0;

    /// Right::RevealNumber and a reason (ReasonMissing). NumberUnknown, ResidentUnknown. The
    /// register has written its log row before it answers (R-AUZ-05, R-AUZ-06).
    [[nodiscard]] virtual base::Result<residents::SensitiveNumbers>
    revealNumber(base::PersonId person, const QString &reason) = 0;

    /// Hands in what was acknowledged after the last position that both know; an administrator
    /// applies it (RegisterOwner::applyOffers). The same again is fine. A submission of anybody is
    /// kept, and applied once its author has handed it in himself: nobody speaks for another. A
    /// decision only of the caller himself: RightMissing, and nothing of the call is taken. The
    /// right to enter or to check must have been theirs on the day of `at`: looked at when it is
    /// applied.
    [[nodiscard]] virtual base::Result<> offerAgain(const QList<Offer> &offers) = 0;
};

} // namespace central
