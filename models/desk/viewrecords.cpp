#include "desk/viewrecords.h"

#include "calendar/deadlines.h"
#include "desk/counter.h"
#include "text/input.h"

using base::ErrorCode;
using base::Result;
using residents::PersonRecord;
using residents::RestrictionLevel;
using residents::Snapshot;

namespace desk {

namespace {

constexpr int reasonLimit = 200;

int ageToday(const calendar::PartialDate &bornOn, QDate day)
{
    const calendar::AgeRange range = calendar::ageRangeOn(bornOn, day);
    return range.youngest == range.oldest ? range.oldest : -1;
}

/// May this person see the record, and why? Empty reason: nothing protects it.
struct Gate
{
    QString reason;
};

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

/// The work of the three procedures, in the reader's thread.
class ViewRecords::Reading
{
public:
    Reading(Counter &counter, VisitId visit, QString given)
        : m_counter(counter)
        , m_visitId(visit)
        , m_given(std::move(given))
    {
    }

    Result<ResidentView> resident(base::PersonId person);
    Result<HouseholdView> household(base::HouseholdId household);
    Result<HistoryView> history(base::PersonId person);
    Result<FormerStateView> formerState(base::SnapshotId state);

private:
    Result<Visit> admit(Right right, const QString &procedure);
    Result<Gate> pass(const cache::PersonAnswer &answer, const QString &procedure);
    Result<quint64> log(audit::Entry entry, const Gate &gate, const QList<Snapshot> &shown);

    Counter &m_counter;
    VisitId m_visitId;
    QString m_given;
    Visit m_visit;
};

Result<Visit> ViewRecords::Reading::admit(Right right, const QString &procedure)
{
    const auto visit = m_counter.admit(m_visitId, right, procedure);
    if (!visit)
        return visit;
    const auto reason = text::cleanText(m_given, reasonLimit);
    if (!reason)
        return base::fail(reason);
    m_given = *reason;
    m_visit = *visit;
    return visit;
}

/// 支援措置 and every other 抑止 of level エラー on 照会: only with the right and a reason
/// (municipal-facts.md 4.12). A refusal is a row too.
Result<Gate> ViewRecords::Reading::pass(const cache::PersonAnswer &answer, const QString &procedure)
{
    const bool stopped =
        answer.addressHidden ||
        residents::inquiryLevel(answer.record.restrictions) == RestrictionLevel::Stop;
    if (!stopped)
        return Gate{};
    const Snapshot &person = answer.record.snapshot;
    if (!m_counter.parts().clerk.rights.testFlag(Right::OpenRestricted)) {
        audit::Entry refused = Counter::residentEntry(procedure);
        refused.outcome = audit::Outcome::Refused;
        refused.reason = QStringLiteral("RestrictedRecord");
        refused.subjects = {person.id};
        if (const auto row = m_counter.log(&m_visit, refused); !row)
            return base::fail(row);
        return base::fail(ErrorCode::RestrictedRecord);
    }
    const QString reason = m_counter.reasonFor(m_visit, person.id.person, m_given);
    if (reason.isEmpty())
        return base::fail(ErrorCode::ReasonMissing);
    return Gate{reason};
}

Result<quint64> ViewRecords::Reading::log(audit::Entry entry, const Gate &gate,
                                          const QList<Snapshot> &shown)
{
    for (const Snapshot &state : shown) {
        entry.subjects.append(state.id);
        entry.details.people.append(Counter::fourItems(state));
    }
    entry.count = int(shown.size());
    if (!gate.reason.isEmpty()) {
        entry.reason = QStringLiteral("OpenRestricted");
        entry.details.reason = gate.reason;
    }
    return m_counter.log(&m_visit, entry);
}

Result<ResidentView> ViewRecords::Reading::resident(base::PersonId id)
{
    const QString procedure = QStringLiteral("ViewResident");
    if (const auto visit = admit(Right::Search, procedure); !visit)
        return base::fail(visit);
    const auto reader = m_counter.parts().reader();
    if (!reader)
        return base::fail(reader);
    auto answer = (*reader)->person(id, m_counter.today());
    if (!answer)
        return base::fail(answer);
    const auto gate = pass(*answer, procedure);
    if (!gate)
        return base::fail(gate);
    const Snapshot &person = answer->record.snapshot;
    const auto row = log(Counter::residentEntry(procedure), *gate, {person});
    if (!row)
        return base::fail(row);
    ResidentView view;
    view.age = ageToday(person.bornOn, m_counter.today());
    view.record = std::move(answer->record);
    view.withheld = answer->withheld;
    view.isProtected = answer->addressHidden;
    view.logRow = *row;
    return view;
}

Result<HouseholdView> ViewRecords::Reading::household(base::HouseholdId id)
{
    const QString procedure = QStringLiteral("ViewHousehold");
    if (const auto visit = admit(Right::Search, procedure); !visit)
        return base::fail(visit);
    const auto reader = m_counter.parts().reader();
    if (!reader)
        return base::fail(reader);
    const auto answer = (*reader)->household(id, m_counter.today());
    if (!answer)
        return base::fail(answer);
    HouseholdView view;
    view.id = id;
    view.addressHidden = answer->addressHidden;
    audit::Entry entry = Counter::residentEntry(procedure);
    for (const PersonRecord &record : answer->record.members) {
        view.members.append(lineOf(record, m_counter.today()));
        entry.subjects.append(record.snapshot.id);
        entry.details.people.append(listItems(record.snapshot));
    }
    for (const PersonRecord &record : answer->record.formerMembers) {
        view.formerMembers.append(lineOf(record, m_counter.today()));
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
    entry.count = int(entry.subjects.size());
    const auto row = m_counter.log(&m_visit, entry);
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

Result<HistoryView> ViewRecords::Reading::history(base::PersonId id)
{
    const QString procedure = QStringLiteral("ViewHistory");
    if (const auto visit = admit(Right::History, procedure); !visit)
        return base::fail(visit);
    const auto reader = m_counter.parts().reader();
    if (!reader)
        return base::fail(reader);
    const auto answer = (*reader)->person(id, m_counter.today());
    if (!answer)
        return base::fail(answer);
    const auto gate = pass(*answer, procedure);
    if (!gate)
        return base::fail(gate);
    auto lines = (*reader)->history(id);
    if (!lines)
        return base::fail(lines);
    const auto row = log(Counter::residentEntry(procedure), *gate, {answer->record.snapshot});
    if (!row)
        return base::fail(row);
    return HistoryView{.person = id, .lines = std::move(*lines), .logRow = *row};
}

Result<FormerStateView> ViewRecords::Reading::formerState(base::SnapshotId id)
{
    const QString procedure = QStringLiteral("ViewFormerState");
    if (const auto visit = admit(Right::History, procedure); !visit)
        return base::fail(visit);
    const auto reader = m_counter.parts().reader();
    if (!reader)
        return base::fail(reader);
    const auto answer = (*reader)->person(id.person, m_counter.today());
    if (!answer)
        return base::fail(answer);
    const auto gate = pass(*answer, procedure);
    if (!gate)
        return base::fail(gate);
    auto state = (*reader)->stateOf(id);
    if (!state)
        return base::fail(state);
    FormerStateView view;
    if (id.version > 1) {
        auto before = (*reader)->stateOf({id.person, id.version - 1});
        if (!before)
            return base::fail(before);
        view.before = std::move(before->snapshot);
        view.withheldBefore = before->withheld;
    }
    QList<Snapshot> shown{state->snapshot};
    if (view.before)
        shown.append(*view.before);
    const auto row = log(Counter::residentEntry(procedure), *gate, shown);
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
        return Reading(m_counter, visit, reason).resident(person);
    });
}

Answer<HouseholdView> ViewRecords::household(VisitId visit, base::HouseholdId household,
                                             const QString &reason)
{
    return m_counter.parts().reading.run([this, visit, household, reason] {
        return Reading(m_counter, visit, reason).household(household);
    });
}

Answer<HistoryView> ViewRecords::history(VisitId visit, base::PersonId person,
                                         const QString &reason)
{
    return m_counter.parts().reading.run([this, visit, person, reason] {
        return Reading(m_counter, visit, reason).history(person);
    });
}

Answer<FormerStateView> ViewRecords::formerState(VisitId visit, base::SnapshotId state,
                                                 const QString &reason)
{
    return m_counter.parts().reading.run([this, visit, state, reason] {
        return Reading(m_counter, visit, reason).formerState(state);
    });
}

} // namespace desk
