#include "desk/viewrecords.h"

#include "calendar/deadlines.h"
#include "desk/openedmove.h"
#include "desk/recordgate.h"

using base::Result;
using residents::PersonRecord;
using residents::Snapshot;

namespace desk {

namespace {

int ageToday(const calendar::PartialDate &bornOn, QDate day)
{
    const calendar::AgeRange range = calendar::ageRangeOn(bornOn, day);
    return range.youngest == range.oldest ? range.oldest : -1;
}

MemberLine lineOf(const PersonRecord &record, QDate day)
{
    const Snapshot &person = record.snapshot;
    MemberLine line;
    line.id = person.id;
    line.name = residents::fullName(person.name);
    line.kana = person.name.searchKana;
    line.relationship = person.relationship;
    line.bornOn = person.bornOn;
    line.age = ageToday(person.bornOn, day);
    line.sex = person.sex;
    line.kind = person.kind;
    line.state = person.state;
    line.isProtected = residents::hidesAddress(record.restrictions);
    line.restricted = !record.restrictions.isEmpty();
    if (person.removal)
        line.leftOn = person.removal->on;
    return line;
}

/// What a list shows of a member: all of ４情報 but the address.
audit::FourItems listItems(const Snapshot &person)
{
    audit::FourItems items = Counter::fourItems(person);
    items.address.clear();
    return items;
}

} // namespace

/// The work of one procedure, in the reader's thread.
class ViewRecords::Reading
{
public:
    Reading(Counter &counter, const QString &procedure, VisitId visit, const QString &given)
        : m_counter(counter)
        , m_gate(counter, procedure, visit, given)
        , m_today(counter.today())
    {
    }

    Result<ResidentView> resident(base::PersonId person);
    Result<HouseholdView> household(base::HouseholdId household);
    Result<HistoryView> history(base::PersonId person);
    Result<FormerStateView> formerState(base::SnapshotId state);

private:
    const Counter &m_counter;
    RecordGate m_gate;
    QDate m_today;
};

Result<ResidentView> ViewRecords::Reading::resident(base::PersonId id)
{
    if (const auto may = m_gate.admit(Right::Search); !may)
        return base::fail(may);
    auto answer = m_gate.open(id);
    if (!answer)
        return base::fail(answer);
    const Snapshot &person = answer->record.snapshot;
    const auto waits = moveWaitsOn(m_counter, m_gate.reader(), {person});
    if (!waits)
        return base::fail(waits);
    const auto row = m_gate.log(m_gate.entry(), {person});
    if (!row)
        return base::fail(row);
    ResidentView view;
    view.moveWaits = *waits;
    view.age = ageToday(person.bornOn, m_today);
    view.record = std::move(answer->record);
    view.withheld = answer->withheld;
    view.isProtected = answer->addressHidden;
    view.logRow = *row;
    return view;
}

Result<HouseholdView> ViewRecords::Reading::household(base::HouseholdId id)
{
    if (const auto may = m_gate.admit(Right::Search); !may)
        return base::fail(may);
    const auto answer = m_gate.reader().household(id, m_today);
    if (!answer)
        return base::fail(answer);
    HouseholdView view;
    view.id = id;
    view.addressHidden = answer->addressHidden;
    audit::Entry entry = m_gate.entry();
    for (const PersonRecord &record : answer->record.members) {
        view.members.append(lineOf(record, m_today));
        entry.subjects.append(record.snapshot.id);
        entry.details.people.append(listItems(record.snapshot));
    }
    for (const PersonRecord &record : answer->record.formerMembers) {
        view.formerMembers.append(lineOf(record, m_today));
        entry.subjects.append(record.snapshot.id);
        entry.details.people.append(listItems(record.snapshot));
    }
    if (!view.addressHidden) {
        const residents::Address &address = answer->record.household.address;
        view.address =
            address.street() +
            (address.building.isEmpty() ? QString() : QStringLiteral("　") + address.building);
        entry.details.conditions = {{QStringLiteral("住所"), view.address}};
    }
    const auto row = m_gate.log(std::move(entry));
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

Result<HistoryView> ViewRecords::Reading::history(base::PersonId id)
{
    if (const auto may = m_gate.admit(Right::History); !may)
        return base::fail(may);
    const auto answer = m_gate.open(id);
    if (!answer)
        return base::fail(answer);
    auto lines = m_gate.reader().history(id);
    if (!lines)
        return base::fail(lines);
    const auto row = m_gate.log(m_gate.entry(), {answer->record.snapshot});
    if (!row)
        return base::fail(row);
    return HistoryView{.person = id, .lines = std::move(*lines), .logRow = *row};
}

Result<FormerStateView> ViewRecords::Reading::formerState(base::SnapshotId id)
{
    if (const auto may = m_gate.admit(Right::History); !may)
        return base::fail(may);
    if (const auto answer = m_gate.open(id.person); !answer)
        return base::fail(answer);
    auto state = m_gate.reader().stateOf(id);
    if (!state)
        return base::fail(state);
    FormerStateView view;
    if (id.version > 1) {
        auto before = m_gate.reader().stateOf({id.person, id.version - 1});
        if (!before)
            return base::fail(before);
        view.before = std::move(before->snapshot);
        view.withheldBefore = before->withheld;
    }
    QList<Snapshot> shown{state->snapshot};
    if (view.before)
        shown.append(*view.before);
    const auto row = m_gate.log(m_gate.entry(), shown);
    if (!row)
        return base::fail(row);
    view.state = std::move(state->snapshot);
    view.withheld = state->withheld;
    view.logRow = *row;
    return view;
}

ViewRecords::ViewRecords(Counter &counter)
    : m_counter(counter)
{
}

Answer<ResidentView> ViewRecords::resident(VisitId visit, base::PersonId person,
                                           const QString &reason)
{
    return m_counter.parts().reading.run([this, visit, person, reason] {
        return Reading(m_counter, QStringLiteral("ViewResident"), visit, reason).resident(person);
    });
}

Answer<HouseholdView> ViewRecords::household(VisitId visit, base::HouseholdId household,
                                             const QString &reason)
{
    return m_counter.parts().reading.run([this, visit, household, reason] {
        return Reading(m_counter, QStringLiteral("ViewHousehold"), visit, reason)
            .household(household);
    });
}

Answer<HistoryView> ViewRecords::history(VisitId visit, base::PersonId person,
                                         const QString &reason)
{
    return m_counter.parts().reading.run([this, visit, person, reason] {
        return Reading(m_counter, QStringLiteral("ViewHistory"), visit, reason).history(person);
    });
}

Answer<FormerStateView> ViewRecords::formerState(VisitId visit, base::SnapshotId state,
                                                 const QString &reason)
{
    return m_counter.parts().reading.run([this, visit, state, reason] {
        return Reading(m_counter, QStringLiteral("ViewFormerState"), visit, reason)
            .formerState(state);
    });
}

} // namespace desk
