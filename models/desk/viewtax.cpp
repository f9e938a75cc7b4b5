#include "desk/viewtax.h"

#include "desk/filegate.h"
#include "desk/scopes.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using residents::Snapshot;

namespace desk {

/// The work of the procedures, in the reader's thread.
class ViewTax::Reading
{
public:
    Reading(Counter &counter, const QString &procedure, const FileRequest &request)
        : m_counter(counter)
        , m_gate(counter, procedure, request)
    {
    }

    Result<HouseholdFiles> neededMembers();

private:
    Counter &m_counter;
    FileGate m_gate;
};

Result<HouseholdFiles> ViewTax::Reading::neededMembers()
{
    Right right = Right::ViewTax;
    for (const Right one : {Right::ViewTax, Right::ViewLedger, Right::ViewPension}) {
        if (m_counter.parts().clerk.rights.testFlag(one))
            right = one;
    }
    const auto person = m_gate.pass(right);
    if (!person)
        return base::fail(person);
    const auto household = m_gate.reader().household(person->household, m_counter.today());
    if (!household)
        return base::fail(household);
    HouseholdFiles view{.id = person->household, .members = {}};
    audit::Entry entry = m_gate.entry();
    for (const residents::PersonRecord &record : household->record.members) {
        const Snapshot &member = record.snapshot;
        const QString name = residents::fullName(member.name);
        view.members.append({.id = member.id,
                             .name = name,
                             .relationship = member.relationship,
                             .isProtected = residents::hidesAddress(record.restrictions)});
        entry.subjects.append(member.id);
        entry.details.people.append({.name = name});
    }
    const auto row = m_gate.log(std::move(entry));
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

ViewTax::ViewTax(Counter &counter)
    : m_counter(counter)
{
}

Answer<HouseholdFiles> ViewTax::neededMembers(const FileRequest &request)
{
    return m_counter.parts().reading.run([this, request] {
        return Reading(m_counter, QStringLiteral("ViewHouseholdFiles"), request).neededMembers();
    });
}

QList<Purpose> ViewTax::purposesFor(const QString &scope) const
{
    return purposesOf(m_counter.parts().tables.purposes, m_counter.today(), scope);
}

} // namespace desk
