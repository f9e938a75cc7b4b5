#include "desk/writeentries.h"

#include "base/errorname.h"
#include "central/entryrules.h"
#include "desk/editing.h"
#include "desk/outboxitems.h"
#include "desk/personentries.h"
#include "desk/recordgate.h"
#include "text/input.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using central::LockKey;
using central::rightFor;
using journal::Item;
using residents::Entered;
using residents::EntryKind;
using residents::Proposal;
using residents::Snapshot;

namespace desk {

namespace {

constexpr int reasonLimit = 200;

QString procedureOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Note:
        return QStringLiteral("EnterNote");
    case EntryKind::Contact:
        return QStringLiteral("EnterContact");
    case EntryKind::Restriction:
        return QStringLiteral("EnterRestriction");
    case EntryKind::Move:
        break;
    }
    return QStringLiteral("EnterMove");
}

EntryKind kindOf(const Proposal &proposal)
{
    return residents::kindOf(proposal.entered);
}

LockKey lockFor(const Entered &entered)
{
    const base::HouseholdId household = householdOf(entered);
    if (household.value > 0)
        return {.kind = LockKey::Kind::Household, .id = household.value};
    return {.kind = LockKey::Kind::Person, .id = residents::personOf(entered).value};
}

/// It is about the person whose record is open, or about his household.
bool concerns(const Entered &entered, base::PersonId person, base::HouseholdId household)
{
    const base::HouseholdId whole = householdOf(entered);
    return whole.value > 0 ? whole == household && residents::personOf(entered).value == 0
                           : residents::personOf(entered) == person;
}

/// A first contact says something; taking everything back is a change.
bool isNothing(const Proposal &proposal)
{
    const auto *contact = std::get_if<residents::Contact>(&proposal.entered);
    return contact && proposal.baseVersion == 0 && contact->telephone.trimmed().isEmpty() &&
           contact->sendPostalCode.isEmpty() && contact->sendAddress.trimmed().isEmpty() &&
           contact->sendName.trimmed().isEmpty();
}

} // namespace

/// The work of one procedure, in the reader's thread.
class WriteEntries::Working
{
public:
    Working(Counter &counter, const QString &procedure, const EntryRequest &request)
        : m_counter(counter)
        , m_gate(counter, procedure, request.visit, request.reason)
        , m_person(request.person)
    {
    }

    Result<PersonEntries> entries();
    Result<> begin(const Proposal &proposal);
    Result<> mayBreak(LockKey key, const QString &reason);
    Result<> notBroken(ErrorCode code);
    Result<QString> keepDraft(const Proposal &proposal, const QString &draft);
    /// The item as it was filed, and its row.
    Result<std::pair<Item, quint64>> file(const Proposal &proposal, const QString &draft);

private:
    Result<> open(const Proposal &proposal);
    Result<std::optional<Entered>> before(const Proposal &proposal);
    Result<std::optional<Entered>> standing(const Proposal &proposal, bool &hidden);
    Result<> mayBeSeen(std::optional<Entered> before, bool hidden);

    Counter &m_counter;
    RecordGate m_gate;
    base::PersonId m_person;
    Snapshot m_now; ///< the person as he stands
};

Result<PersonEntries> WriteEntries::Working::entries()
{
    if (const auto may = m_gate.admit(Right::Search); !may)
        return base::fail(may);
    const auto answer = m_gate.open(m_person);
    if (!answer)
        return base::fail(answer);
    const Snapshot &person = answer->record.snapshot;
    auto view = readEntries(m_counter, m_gate, person);
    if (!view)
        return view;
    const auto row = m_gate.log(m_gate.entry(), {person});
    if (!row)
        return base::fail(row);
    view->logRow = *row;
    return view;
}

/// The right to enter it, and the record it is about.
Result<> WriteEntries::Working::open(const Proposal &proposal)
{
    // An 異動 is about more than one record: it has no form here yet.
    if (kindOf(proposal) == EntryKind::Move)
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("kind"));
    if (const auto may = m_gate.admit(rightFor(kindOf(proposal))); !may)
        return may;
    auto answer = m_gate.open(m_person);
    if (!answer)
        return base::fail(answer);
    m_now = std::move(answer->record.snapshot);
    // Who calls is not seen to be himself: where papers go is not changed by telephone.
    if (m_gate.onTelephone() && kindOf(proposal) == EntryKind::Contact)
        return m_gate.refuse(ErrorCode::CallerUnknown, m_now.id);
    if (!concerns(proposal.entered, m_person, m_now.household))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("person"));
    return {};
}

/// What stands at the version it is based on; whether words of it were left out. EntryUnknown when
/// there is no such thing.
Result<std::optional<Entered>> WriteEntries::Working::standing(const Proposal &proposal,
                                                               bool &hidden)
{
    const int version = proposal.baseVersion;
    const qint64 number = numberOf(proposal.entered);
    switch (kindOf(proposal)) {
    case EntryKind::Note: {
        const auto notes = m_gate.reader().notes(m_person);
        if (!notes)
            return base::fail(notes);
        for (const cache::NoteAnswer &answer : *notes) {
            for (const residents::Note &note : answer.versions) {
                if (note.id != number || note.version != version)
                    continue;
                hidden = answer.withheld.contains(version);
                return Entered(note);
            }
        }
        break;
    }
    case EntryKind::Contact: {
        const auto contact = m_gate.reader().contact(m_person);
        if (!contact)
            return base::fail(contact);
        hidden = contact->withheld.contains(version);
        for (const residents::Contact &one : contact->versions) {
            if (one.version == version)
                return Entered(one);
        }
        break;
    }
    case EntryKind::Restriction: {
        const auto restrictions = m_gate.reader().restrictions(m_person);
        if (!restrictions)
            return base::fail(restrictions);
        for (const residents::Restriction &one : *restrictions) {
            if (one.id == number && one.version == version)
                return Entered(one);
        }
        break;
    }
    case EntryKind::Move:
        break; // nothing of it stands before it is registered
    }
    return base::fail(ErrorCode::EntryUnknown);
}

/// What was not shown is not written over.
Result<> WriteEntries::Working::mayBeSeen(std::optional<Entered> before, bool hidden)
{
    auto *note = before ? std::get_if<residents::Note>(&*before) : nullptr;
    if (note && m_gate.onTelephone()) {
        const QString words = note->text;
        leaveOutOwnPlace({&note->text}, m_now);
        if (note->text != words)
            return m_gate.refuse(ErrorCode::CallerUnknown, m_now.id);
    }
    if (hidden)
        return m_gate.refuse(ErrorCode::RestrictedRecord, m_now.id);
    return {};
}

Result<std::optional<Entered>> WriteEntries::Working::before(const Proposal &proposal)
{
    if (proposal.baseVersion == 0)
        return std::optional<Entered>();
    bool hidden = false;
    auto found = standing(proposal, hidden);
    if (!found)
        return found;
    if (const auto may = mayBeSeen(*found, hidden); !may)
        return base::fail(may);
    return found;
}

Result<> WriteEntries::Working::begin(const Proposal &proposal)
{
    return open(proposal);
}

Result<> WriteEntries::Working::mayBreak(LockKey key, const QString &reason)
{
    if (const auto may = m_gate.admit(Right::BreakLock); !may)
        return may;
    auto answer = m_gate.open(m_person);
    if (!answer)
        return base::fail(answer);
    m_now = std::move(answer->record.snapshot);
    const qint64 own = key.kind == LockKey::Kind::Person ? m_person.value : m_now.household.value;
    if (key.id != own)
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("person"));
    const auto words = text::cleanText(reason, reasonLimit);
    if (!words)
        return base::fail(words);
    if (words->isEmpty())
        return base::fail(ErrorCode::ReasonMissing);
    audit::Entry entry = m_gate.about(m_gate.entry(), {m_now});
    entry.operation = audit::Operation::Update;
    entry.details.conditions.append({QStringLiteral("理由"), *words});
    if (const auto row = m_counter.log(m_gate.visit(), entry); !row)
        return base::fail(row);
    return {};
}

/// The register did not do what the row before says.
Result<> WriteEntries::Working::notBroken(ErrorCode code)
{
    audit::Entry entry = m_gate.entry();
    entry.operation = audit::Operation::Update;
    entry.outcome = audit::Outcome::Failed;
    entry.reason = base::errorName(code);
    entry.subjects = {m_now.id};
    if (const auto row = m_counter.log(m_gate.visit(), entry); !row)
        return base::fail(row);
    return base::fail(code);
}

Result<QString> WriteEntries::Working::keepDraft(const Proposal &proposal, const QString &draft)
{
    if (!m_counter.parts().clerk.rights.testFlag(rightFor(kindOf(proposal))))
        return m_gate.refuse(ErrorCode::RightMissing);
    auto item = draftFor(m_counter, m_gate, draft);
    if (!item)
        return base::fail(item);
    const qint64 now = m_counter.parts().writing.outbox.nowMs();
    const QByteArray before = item->before; // looked up anew when it is filed
    fill(*item, proposal, std::nullopt);
    item->before = before;
    setState(*item, ItemState::Draft, now);
    if (const auto kept = m_counter.parts().writing.outbox.put(*item); !kept)
        return base::fail(kept);
    return item->uuid;
}

Result<std::pair<Item, quint64>> WriteEntries::Working::file(const Proposal &proposal,
                                                             const QString &draft)
{
    if (const auto may = open(proposal); !may)
        return base::fail(may);
    const auto plain = central::plainProposal(proposal);
    if (!plain)
        return base::fail(plain);
    if (isNothing(*plain))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("telephone"));
    const auto standing = before(*plain);
    if (!standing)
        return base::fail(standing);
    auto item = draftFor(m_counter, m_gate, draft);
    if (!item)
        return base::fail(item);
    fill(*item, *plain, *standing);
    setFiled(*item, m_counter.parts().writing.outbox.nowMs());
    audit::Entry entry = m_gate.about(m_gate.entry(), {m_now});
    entry.operation =
        plain->baseVersion == 0 ? audit::Operation::Register : audit::Operation::Update;
    entry.detail = item->uuid;
    const auto row =
        m_counter.parts().recorder.file(m_counter.actorFor(m_gate.visit()), entry, *item);
    if (!row)
        return base::fail(row);
    return std::pair(*item, *row);
}

WriteEntries::WriteEntries(Counter &counter)
    : m_counter(counter)
{
}

Answer<PersonEntries> WriteEntries::entries(const EntryRequest &request)
{
    return m_counter.parts().reading.run([this, request] {
        return Working(m_counter, QStringLiteral("ViewEntries"), request).entries();
    });
}

Answer<EditStart> WriteEntries::begin(const EntryRequest &request, const Proposal &proposal)
{
    return m_counter.parts().writing.sending->run([this, request, proposal]() -> Result<EditStart> {
        const auto may = m_counter.parts().reading.runAndWait([&] {
            return Working(m_counter, procedureOf(kindOf(proposal)), request).begin(proposal);
        });
        if (!may)
            return base::fail(may);
        return takeLocks(m_counter, {lockFor(proposal.entered)});
    });
}

Answer<> WriteEntries::end()
{
    return m_counter.parts().writing.sending->run([this]() -> Result<> {
        const auto writing = writingOf(m_counter);
        if (!writing)
            return base::fail(writing);
        // One that could not be given back ends by itself.
        const auto released = (*writing)->entries->releaseLocks();
        if (!released && released.error().code != ErrorCode::RegisterUnreachable)
            return released;
        return {};
    });
}

Answer<> WriteEntries::breakLock(const EntryRequest &request, LockKey key, const QString &reason)
{
    return m_counter.parts().writing.sending->run([this, request, key, reason]() -> Result<> {
        const auto writing = writingOf(m_counter);
        if (!writing)
            return base::fail(writing);
        Working working(m_counter, QStringLiteral("BreakLock"), request);
        base::Worker &reading = m_counter.parts().reading;
        const auto may = reading.runAndWait([&] { return working.mayBreak(key, reason); });
        if (!may)
            return may;
        const auto broken = (*writing)->entries->breakLock(key, reason);
        if (broken)
            return {};
        return reading.runAndWait([&] { return working.notBroken(broken.error().code); });
    });
}

Answer<QString> WriteEntries::keepDraft(const EntryRequest &request, const Proposal &proposal,
                                        const QString &draft)
{
    return m_counter.parts().reading.run([this, request, proposal, draft] {
        return Working(m_counter, QStringLiteral("KeepDraft"), request).keepDraft(proposal, draft);
    });
}

Answer<Filed> WriteEntries::file(const EntryRequest &request, const Proposal &proposal,
                                 const QString &draft)
{
    return m_counter.parts().writing.sending->run([this, request, proposal,
                                                   draft]() -> Result<Filed> {
        const auto filed = m_counter.parts().reading.runAndWait([&] {
            return Working(m_counter, procedureOf(kindOf(proposal)), request).file(proposal, draft);
        });
        if (!filed)
            return base::fail(filed);
        return sendNow(m_counter, filed->first, filed->second);
    });
}

} // namespace desk
