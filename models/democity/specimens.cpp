#include "democity/specimens.h"

#include <QSet>

#include <algorithm>

using residents::Snapshot;
using residents::State;

namespace democity {

namespace {

bool hasSelector(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return std::any_of(points.begin(), points.end(), [](uint point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    });
}

void take(base::PersonId &place, const Snapshot &person, bool fits)
{
    if (fits && place.value == 0)
        place = person.id.person;
}

} // namespace

void collect(Specimens &specimens, const Batch &batch)
{
    QSet<qint64> restrictedPersons;
    QSet<qint64> restrictedHouseholds;
    for (const residents::Restriction &restriction : batch.restrictions) {
        restrictedPersons.insert(restriction.person.value);
        restrictedHouseholds.insert(restriction.household.value);
        if (specimens.protectedPerson.value == 0 && restriction.person.value != 0 &&
            restriction.kind == residents::RestrictionKind::Support)
            specimens.protectedPerson = restriction.person;
    }
    QHash<qint64, int> members;
    for (const auto &history : batch.histories) {
        const Snapshot &person = history.last();
        if (restrictedPersons.contains(person.id.person.value))
            restrictedHouseholds.insert(person.household.value);
        members[person.household.value] += person.state == State::Resident ? 1 : 0;
    }
    constexpr int family = 4;
    for (const auto &history : batch.histories) {
        const Snapshot &person = history.last();
        const bool open = !restrictedHouseholds.contains(person.household.value);
        const bool resident = open && person.state == State::Resident;
        const bool japanese = person.kind == residents::Kind::Japanese;
        take(specimens.family, person,
             resident && japanese && members.value(person.household.value) == family &&
                 person.relationship == QStringLiteral("世帯主"));
        take(specimens.variantGlyph, person, resident && hasSelector(person.name.family));
        take(specimens.foreigner, person, resident && !japanese && !person.name.alias.isEmpty());
        take(specimens.moveOutPlanned, person, open && person.state == State::MoveOutPlanned);
        take(specimens.removed, person, open && person.state == State::MovedOut);
        take(specimens.renamed, person,
             resident && history.size() > 2 && history.first().name.family != person.name.family);
    }
}

} // namespace democity
