#include "desk/checkdesk.h"

#include "base/clock.h"
#include "base/errorname.h"
#include "desk/openedmove.h"
#include "desk/outboxitems.h"
#include "desk/recordgate.h"
#include "residents/moveoutcome.h"
#include "text/input.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using residents::Entry;
using residents::EntryState;
using residents::Restriction;

namespace desk {

namespace {

constexpr int reasonLimit = 500;

QString nameOf(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Register:
        return QStringLiteral("Register");
    case CheckOutcome::SendBack:
        return QStringLiteral("SendBack");
    case CheckOutcome::Withdraw:
        break;
    }
    return QStringLiteral("Withdraw");
}

} // namespace

/// The work of one procedure, in the reader's thread.
class CheckDesk::Working
{
public:
    Working(Counter &counter, const QString &procedure)
        : m_counter(counter)
        // What protects a record is asked for in a visit; here it is opened to be checked.
        , m_gate(counter, procedure, {}, QStringLiteral("照合"))
    {
    }

    Result<QList<CheckLine>> queue();
    Result<CheckView> open(qint64 number);
    /// The check as the register is told it.
    Result<central::Check> mayDecide(central::Check check);
    Result<> decided(const central::Check &check, const Result<central::CheckAnswer> &answer);

private:
    Result<Entry> waiting(qint64 number);
    [[nodiscard]] bool isAuthor(const Entry &entry) const
    {
        return entry.author.user == m_counter.parts().clerk.userId;
    }
    [[nodiscard]] static base::SnapshotId subjectOf(const Entry &entry)
    {
        return {residents::personOf(entry.proposal.entered), 0};
    }
    /// Everybody it is about; nobody for a household.
    [[nodiscard]] static QList<base::SnapshotId> subjectsOf(const Entry &entry)
    {
        QList<base::SnapshotId> subjects;
        if (const auto *move = std::get_if<residents::Move>(&entry.proposal.entered)) {
            for (const base::PersonId person : residents::personsIn(*move))
                subjects.append({person, 0});
        } else if (subjectOf(entry).person.value > 0) {
            subjects.append(subjectOf(entry));
        }
        return subjects;
    }
    Result<std::optional<Restriction>> before(const Entry &entry, base::PersonId person);
    Result<CheckView> openMoveEntry(Entry entry);

    Counter &m_counter;
    RecordGate m_gate;
    QList<base::SnapshotId> m_subjects;
};

Result<QList<CheckLine>> CheckDesk::Working::queue()
{
    if (const auto may = m_gate.admitOutside(Right::CheckEntry); !may)
        return base::fail(may);
    if (const auto held = m_gate.hasReader(); !held)
        return base::fail(held);
    const auto entries = m_gate.reader().waitingEntries();
    if (!entries)
        return base::fail(entries);
    QList<CheckLine> lines;
    audit::Entry row = m_gate.entry();
    for (const Entry &entry : *entries) {
        const base::SnapshotId subject = subjectOf(entry);
        lines.append({.entry = entry.number,
                      .person = subject.person,
                      .household = householdOf(entry.proposal.entered),
                      .authorName = entry.author.name,
                      .authorSection = entry.author.section,
                      .at = entry.author.at,
                      .mine = isAuthor(entry)});
        for (const base::SnapshotId one : subjectsOf(entry)) {
            if (!row.subjects.contains(one))
                row.subjects.append(one);
        }
    }
    if (const auto written = m_gate.log(std::move(row)); !written)
        return base::fail(written);
    return lines;
}

/// A 仮登録 that waits, as the replica has it.
Result<Entry> CheckDesk::Working::waiting(qint64 number)
{
    if (const auto held = m_gate.hasReader(); !held)
        return base::fail(held);
    auto entry = m_gate.reader().entry(number);
    if (!entry)
        return base::fail(entry);
    if (!*entry)
        return m_gate.refuse(ErrorCode::EntryUnknown);
    if ((*entry)->state != EntryState::Provisional)
        return m_gate.refuse(ErrorCode::EntryDecided, subjectOf(**entry));
    return std::move(**entry);
}

Result<std::optional<Restriction>> CheckDesk::Working::before(const Entry &entry,
                                                              base::PersonId person)
{
    if (entry.proposal.baseVersion == 0)
        return std::optional<Restriction>();
    const auto restrictions = m_gate.reader().restrictions(person);
    if (!restrictions)
        return base::fail(restrictions);
    for (const Restriction &one : *restrictions) {
        if (one.id == numberOf(entry.proposal.entered))
            return std::optional(one);
    }
    return std::optional<Restriction>();
}

/// An 異動: the checker sees the records of everybody in its households, where somebody may hide
/// whom it does not name.
Result<CheckView> CheckDesk::Working::openMoveEntry(Entry entry)
{
    const auto &move = std::get<residents::Move>(entry.proposal.entered);
    const auto households = householdsOf(m_counter, m_gate, move);
    if (!households)
        return base::fail(households);
    QList<residents::Snapshot> people;
    for (const base::PersonId person : everybodyOf(move, *households)) {
        auto opened = m_gate.open(person);
        if (!opened)
            return base::fail(opened);
        people.append(std::move(opened->record.snapshot));
    }
    audit::Entry row = m_gate.entry();
    row.detail = QString::number(entry.number);
    const auto written = m_gate.log(std::move(row), people + withoutRecord(entry.proposal));
    if (!written)
        return base::fail(written);
    CheckView view{.entry = {}, .personName = {}, .before = {}, .logRow = *written};
    QList<residents::Household> places;
    for (const residents::HouseholdRecord &one : *households)
        places.append(one.household);
    const auto outcome = residents::outcomeOf(
        move, people, places, {.processedOn = m_counter.today(), .enteredBy = {}, .enteredAt = {}});
    const auto standing = [&people](base::PersonId person) {
        return std::find_if(people.cbegin(), people.cend(),
                            [person](const auto &one) { return one.id.person == person; });
    };
    for (const residents::Snapshot &after : outcome.states) {
        const auto before = standing(after.id.person);
        // Who comes was nobody here.
        view.changes.append(
            {.before = before != people.cend() ? *before : residents::Snapshot(), .after = after});
    }
    std::stable_partition(view.changes.begin(), view.changes.end(), [&move](const auto &change) {
        return residents::isMover(move, change.after.id.person);
    });
    if (const auto about = standing(move.person); about != people.cend())
        view.personName = residents::fullName(about->name);
    else if (!move.newcomers.isEmpty())
        view.personName = residents::fullName(move.newcomers.first().name);
    for (const tables::Row &document :
         m_counter.parts().tables.identity.rowsOn(base::dayInJapan(entry.author.at))) {
        if (move.notifier.documents.contains(document.text(QStringLiteral("code"))))
            view.documents.append(document.text(QStringLiteral("words")));
    }
    view.entry = std::move(entry);
    return view;
}

Result<CheckView> CheckDesk::Working::open(qint64 number)
{
    if (const auto may = m_gate.admitOutside(Right::CheckEntry); !may)
        return base::fail(may);
    auto entry = waiting(number);
    if (!entry)
        return base::fail(entry);
    if (std::holds_alternative<residents::Move>(entry->proposal.entered))
        return openMoveEntry(std::move(*entry));
    const auto about = standsFor(m_gate.reader(), subjectOf(*entry).person,
                                 householdOf(entry->proposal.entered), m_counter.today());
    if (!about)
        return base::fail(about);
    const auto person = m_gate.open(*about);
    if (!person)
        return base::fail(person);
    auto standing = before(*entry, *about);
    if (!standing)
        return base::fail(standing);
    const residents::Snapshot &snapshot = person->record.snapshot;
    audit::Entry row = m_gate.entry();
    row.detail = QString::number(number);
    const auto written = m_gate.log(std::move(row), {snapshot});
    if (!written)
        return base::fail(written);
    return CheckView{.entry = std::move(*entry),
                     .personName = residents::fullName(snapshot.name),
                     .before = *standing,
                     .logRow = *written};
}

Result<central::Check> CheckDesk::Working::mayDecide(central::Check check)
{
    const bool withdraws = check.outcome == CheckOutcome::Withdraw;
    if (const auto may = m_gate.admitOutside(withdraws ? Right::EnterRestriction | Right::EnterMove
                                                       : Rights(Right::CheckEntry));
        !may)
        return base::fail(may);
    const auto reason = text::cleanText(check.reason, reasonLimit);
    if (!reason)
        return base::fail(reason);
    check.reason = *reason;
    const auto entry = waiting(check.entry);
    if (!entry)
        return base::fail(entry);
    m_subjects = subjectsOf(*entry);
    const base::SnapshotId subject = subjectOf(*entry);
    if (withdraws && !isAuthor(*entry))
        return m_gate.refuse(ErrorCode::RightMissing, subject);
    if (!withdraws && isAuthor(*entry))
        return m_gate.refuse(ErrorCode::OwnEntry, subject);
    if (check.outcome == CheckOutcome::SendBack && check.reason.isEmpty())
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("reason"));
    return check;
}

Result<> CheckDesk::Working::decided(const central::Check &check,
                                     const Result<central::CheckAnswer> &answer)
{
    audit::Entry entry = m_gate.entry();
    entry.operation = audit::Operation::Update;
    entry.subjects = m_subjects;
    entry.count = int(entry.subjects.size());
    entry.details.reason = check.reason;
    entry.detail = QStringLiteral("%1 %2").arg(check.entry).arg(nameOf(check.outcome));
    if (!answer) {
        entry.outcome = audit::Outcome::Failed;
        entry.reason = base::errorName(answer.error().code);
    }
    if (const auto row = m_counter.log(nullptr, entry); !row)
        return base::fail(row);
    if (!answer)
        return base::fail(answer);
    return {};
}

CheckDesk::CheckDesk(Counter &counter)
    : m_counter(counter)
{
}

Answer<QList<CheckLine>> CheckDesk::queue()
{
    return m_counter.parts().reading.run(
        [this] { return Working(m_counter, QStringLiteral("ListEntries")).queue(); });
}

Answer<CheckView> CheckDesk::open(qint64 entry)
{
    return m_counter.parts().reading.run(
        [this, entry] { return Working(m_counter, QStringLiteral("OpenEntry")).open(entry); });
}

Answer<> CheckDesk::decide(qint64 entry, CheckOutcome outcome, const QString &reason)
{
    return m_counter.parts().writing.sending->run([this, entry, outcome, reason]() -> Result<> {
        base::Worker &reading = m_counter.parts().reading;
        Working working(m_counter, QStringLiteral("CheckEntry"));
        const auto check = reading.runAndWait([&] {
            return working.mayDecide({.entry = entry, .outcome = outcome, .reason = reason});
        });
        if (!check)
            return base::fail(check);
        const auto writing = writingOf(m_counter);
        if (!writing)
            return base::fail(writing);
        const auto answer = (*writing)->entries->decide(*check);
        if (answer)
            remember(**writing, m_counter.parts().clerk.userId, *check, *answer);
        const auto noted = reading.runAndWait([&] { return working.decided(*check, answer); });
        // The queue and the record show it at once.
        if (answer && (*writing)->ship)
            (void)(*writing)->ship();
        return noted;
    });
}

} // namespace desk
