#include "cache/hiddenplaces.h"

#include "cache/readparts.h"
#include "storage/eachrow.h"
#include "text/address.h"

#include <algorithm>

namespace cache {

using base::Result;

void HiddenPlaces::setFiled(const QList<residents::Restriction> &filed)
{
    if (filed == m_filed)
        return;
    m_filed = filed;
    m_hiddenPeople.clear();
    m_hiddenHouseholds.clear();
    m_dataVersion = -1;
}

QList<residents::Restriction> HiddenPlaces::filedOn(const residents::Snapshot &person,
                                                    QDate day) const
{
    QList<residents::Restriction> found;
    for (const residents::Restriction &one : m_filed) {
        const bool his = one.person.value > 0
                             ? one.person == person.id.person
                             : one.household.value > 0 && one.household == person.household;
        if (his && residents::isInForce(one, day))
            found.append(one);
    }
    return found;
}

Result<> HiddenPlaces::renew(storage::Database &database)
{
    auto version = database.statement(QStringLiteral("cache/data_version"));
    if (!version)
        return base::fail(version);
    qint64 now = 0;
    const auto asked =
        storage::eachRow(*version, [&now](const auto &row) { now = row.integer(0); });
    if (!asked)
        return asked;
    if (now == m_dataVersion)
        return {};
    auto statement = database.statement(QStringLiteral("cache/hidden_homes"));
    if (!statement)
        return base::fail(statement);
    QList<QByteArray> bodies;
    const auto read =
        storage::eachRow(*statement, [&bodies](const auto &row) { bodies.append(row.bytes(0)); });
    if (!read)
        return read;
    m_dataVersion = -1;
    m_homes.clear();
    for (const QByteArray &body : std::as_const(bodies)) {
        const auto person = snapshotOf(body);
        if (!person)
            return base::fail(person);
        addHomesOf(*person);
    }
    if (const auto done = addFiled(database); !done)
        return done;
    m_dataVersion = now;
    return {};
}

void HiddenPlaces::addHomesOf(const residents::Snapshot &person)
{
    if (residents::isPresent(person.state))
        add(person.address, person);
    for (const auto &destination : {person.plannedDestination, person.confirmedDestination}) {
        // A town or a country alone is no place to be found at.
        if (destination && !destination->address.lot.isEmpty())
            add(destination->address, person);
    }
}

/// As cache/hidden_person and cache/hidden_homes do for those in the file.
Result<> HiddenPlaces::addFiled(storage::Database &database)
{
    m_hiddenPeople.clear();
    m_hiddenHouseholds.clear();
    for (const residents::Restriction &one : std::as_const(m_filed)) {
        if (one.ended || !one.hidesAddress)
            continue;
        if (one.person.value <= 0) {
            if (const auto done = addHousehold(database, one.household.value, true); !done)
                return done;
            continue;
        }
        m_hiddenPeople.insert(one.person.value);
        const auto person = readPerson(database, one.person.value);
        if (!person && person.error().code == base::ErrorCode::ResidentUnknown)
            continue;
        if (!person)
            return base::fail(person);
        addHomesOf(*person);
        if (!residents::isPresent(person->state))
            continue;
        if (const auto done = addHousehold(database, person->household.value, false); !done)
            return done;
    }
    return {};
}

/// `whole`: it rests on the household, so it also hides where those went who have left.
Result<> HiddenPlaces::addHousehold(storage::Database &database, qint64 household, bool whole)
{
    if (household <= 0)
        return {};
    m_hiddenHouseholds.insert(household);
    const auto members = readMembersOf(database, household);
    if (!members)
        return base::fail(members);
    for (const residents::Snapshot &member : *members) {
        m_hiddenPeople.insert(member.id.person.value);
        if (whole)
            addHomesOf(member);
    }
    return {};
}

void HiddenPlaces::add(const residents::Address &address, const residents::Snapshot &person)
{
    const QString folded = text::foldAddress(address.town + address.lot);
    if (folded.isEmpty())
        return;
    m_homes[folded].append(
        {.municipality = address.municipality,
         .building = text::foldAddress(address.building),
         .person = person.id.person.value,
         .household = residents::isPresent(person.state) ? person.household.value : 0});
}

bool HiddenPlaces::isOwn(const Home &home, const residents::Snapshot &now)
{
    return home.person == now.id.person.value ||
           (home.household > 0 && home.household == now.household.value);
}

residents::Places HiddenPlaces::withhold(residents::Snapshot &state,
                                         const residents::Snapshot &now) const
{
    const auto isHidden = [this, &now](const residents::Address &address) {
        if (address == now.address && residents::isPresent(now.state))
            return false;
        const auto found = m_homes.constFind(text::foldAddress(address.town + address.lot));
        if (found == m_homes.constEnd())
            return false;
        const QString building = text::foldAddress(address.building);
        return std::any_of(found->begin(), found->end(), [&](const Home &home) {
            // The prefecture is not always written.
            const bool city = home.municipality.endsWith(address.municipality) ||
                              address.municipality.endsWith(home.municipality);
            // Another flat of the house tells nothing; a house without one tells all.
            const bool same = city && (home.building == building || home.building.isEmpty() ||
                                       building.isEmpty());
            return same && !isOwn(home, now);
        });
    };
    residents::Places taken = residents::withholdPlaces(state, isHidden);
    if (isNamedIn(state.remarks, now)) {
        state.remarks.clear();
        taken |= residents::Place::Remarks;
    }
    return taken;
}

bool HiddenPlaces::isNamedIn(const QString &words, const residents::Snapshot &now) const
{
    if (words.isEmpty())
        return false;
    const QString folded = text::foldAddress(words);
    for (auto homes = m_homes.begin(); homes != m_homes.end(); ++homes) {
        const bool another = std::any_of(homes->begin(), homes->end(),
                                         [&now](const Home &home) { return !isOwn(home, now); });
        if (another && text::namesPlace(folded, homes.key()))
            return true;
    }
    return false;
}

} // namespace cache
