#include "democity/specimens.h"

#include "pension/timeline.h"

#include <QHash>
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

/// Persons whose files may be shown: residents without restriction.
using Open = QHash<qint64, const Snapshot *>;

void takeId(base::PersonId &place, base::PersonId person, const Open &open)
{
    if (place.value == 0 && open.contains(person.value))
        place = person;
}

struct LedgerSeen
{
    int unpaid = 0;
    int partly = 0;
    QSet<int> years;
    bool enforced = false;
};

void collectLedger(Specimens &specimens, const Batch &batch, const Open &open)
{
    if (specimens.arrears.value != 0 && specimens.refund.value != 0 && specimens.stopped.value != 0)
        return;
    QHash<qint64, LedgerSeen> seen;
    QList<base::PersonId> people;
    for (const tax::LedgerRow &row : batch.ledger) {
        if (!row.refunds.isEmpty())
            takeId(specimens.refund, row.person, open);
        if (row.suspension && !row.suspension->cancelledOn.isValid() && !row.writeOff)
            takeId(specimens.stopped, row.person, open);
        if (people.isEmpty() || people.last() != row.person)
            people.append(row.person);
        LedgerSeen &person = seen[row.person.value];
        person.enforced = person.enforced || row.suspension || row.byInstalments ||
                          !row.seizure.isEmpty() || row.writeOff;
        if (!row.demandSentOn.isValid() || tax::unpaidPrincipal(row) == 0)
            continue;
        ++person.unpaid;
        person.partly += tax::paidPrincipal(row) > 0 ? 1 : 0;
        person.years.insert(row.fiscalYear);
    }
    for (const base::PersonId person : people) {
        const LedgerSeen &one = seen[person.value];
        if (one.unpaid >= 3 && one.partly > 0 && one.years.size() >= 2 && !one.enforced)
            takeId(specimens.arrears, person, open);
    }
}

void collectTax(Specimens &specimens, const Batch &batch, const Open &open)
{
    constexpr int months = 12;
    for (const base::PersonId person : batch.contradictory)
        takeId(specimens.contradiction, person, open);
    for (const tax::Assessment &assessment : batch.assessments) {
        if (specimens.withheldSalary.value != 0)
            return;
        if (assessment.collection == tax::Collection::SalaryWithheld && assessment.history == 1 &&
            assessment.instalments.size() == months)
            takeId(specimens.withheldSalary, assessment.person, open);
    }
}

bool showsGap(const pension::PensionRecord &record, QDate born, QDate today)
{
    using Kind = pension::Irregularity::Kind;
    const pension::Timeline timeline = pension::timelineOf(record, born, today);
    int gaps = 0;
    int late = 0;
    for (const pension::Irregularity &one : timeline.irregularities) {
        gaps += one.kind == Kind::Gap ? 1 : 0;
        late += one.kind == Kind::LateNotice ? 1 : 0;
    }
    return gaps >= 2 && late >= 1;
}

bool showsExemptions(const pension::PensionRecord &record)
{
    QSet<int> kinds;
    int approved = 0;
    for (const pension::Exemption &one : record.exemptions) {
        if (one.kind == pension::ExemptionKind::Student ||
            one.result != pension::ResultState::Approved)
            continue;
        kinds.insert(static_cast<int>(one.kind));
        ++approved;
    }
    return approved >= 3 && kinds.size() >= 2;
}

void collectPension(Specimens &specimens, const Batch &batch, const Open &open, QDate today)
{
    for (const pension::PensionRecord &record : batch.pensions) {
        const Snapshot *person = open.value(record.person.value);
        if (person == nullptr)
            continue;
        if (specimens.pensionGap.value == 0 && showsGap(record, person->bornOn.earliest, today))
            specimens.pensionGap = record.person;
        if (specimens.pensionExempt.value == 0 && showsExemptions(record))
            specimens.pensionExempt = record.person;
    }
}

} // namespace

void collect(Specimens &specimens, const Batch &batch, QDate today)
{
    Open openPersons;
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
        if (resident && japanese)
            openPersons.insert(person.id.person.value, &person);
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
    for (const residents::Contact &contact : batch.contacts) {
        if (contact.version > 1)
            takeId(specimens.noted, contact.person, openPersons);
    }
    collectTax(specimens, batch, openPersons);
    collectLedger(specimens, batch, openPersons);
    if (specimens.pensionGap.value == 0 || specimens.pensionExempt.value == 0)
        collectPension(specimens, batch, openPersons, today);
}

QList<std::pair<QString, base::PersonId>> named(const Specimens &specimens)
{
    return {{QStringLiteral("family"), specimens.family},
            {QStringLiteral("variantGlyph"), specimens.variantGlyph},
            {QStringLiteral("foreigner"), specimens.foreigner},
            {QStringLiteral("protectedPerson"), specimens.protectedPerson},
            {QStringLiteral("moveOutPlanned"), specimens.moveOutPlanned},
            {QStringLiteral("removed"), specimens.removed},
            {QStringLiteral("renamed"), specimens.renamed},
            {QStringLiteral("arrears"), specimens.arrears},
            {QStringLiteral("refund"), specimens.refund},
            {QStringLiteral("withheldSalary"), specimens.withheldSalary},
            {QStringLiteral("pensionGap"), specimens.pensionGap},
            {QStringLiteral("pensionExempt"), specimens.pensionExempt},
            {QStringLiteral("contradiction"), specimens.contradiction},
            {QStringLiteral("stopped"), specimens.stopped},
            {QStringLiteral("noted"), specimens.noted}};
}

} // namespace democity
