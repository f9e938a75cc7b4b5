#include "desk/counter.h"

#include <QMutexLocker>

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;

namespace desk {

Counter::Counter(Parts parts)
    : m_parts(std::move(parts))
{
}

Counter::~Counter()
{
    m_parts.writing.sending->runAndWait([] {});
}

Result<Visit> Counter::openVisit(VisitId id) const
{
    if (m_locked)
        return base::fail(ErrorCode::NotSignedIn, QStringLiteral("locked"));
    const QMutexLocker guard(&m_mutex);
    const auto found = std::find_if(m_visits.begin(), m_visits.end(),
                                    [id](const Visit &visit) { return visit.id == id; });
    if (found == m_visits.end())
        return base::fail(ErrorCode::VisitMissing);
    return *found;
}

Result<Visit> Counter::admit(VisitId id, Right right, const QString &procedure)
{
    const auto visit = openVisit(id);
    if (!visit)
        return visit;
    if (m_parts.clerk.rights.testFlag(right))
        return visit;
    audit::Entry refused;
    refused.procedure = procedure;
    refused.outcome = audit::Outcome::Refused;
    refused.reason = QStringLiteral("RightMissing");
    if (const auto row = log(&*visit, refused); !row)
        return base::fail(row);
    return base::fail(ErrorCode::RightMissing);
}

void Counter::addVisit(const Visit &visit)
{
    const QMutexLocker guard(&m_mutex);
    m_visits.append(visit);
}

void Counter::removeVisit(VisitId id)
{
    const QMutexLocker guard(&m_mutex);
    m_visits.removeIf([id](const Visit &visit) { return visit.id == id; });
    m_lifts.removeIf([id](const auto &lift) { return lift.key().first == id.value; });
}

QList<Visit> Counter::visits() const
{
    const QMutexLocker guard(&m_mutex);
    return m_visits;
}

audit::Actor Counter::actorFor(const Visit *visit) const
{
    audit::Actor actor = m_parts.actor;
    if (visit) {
        actor.visit = visit->id.value.toString(QUuid::WithoutBraces);
        actor.visitNumber = visit->opening.number;
        actor.purpose = visit->opening.purpose;
    }
    return actor;
}

Result<quint64> Counter::log(const Visit *visit, const audit::Entry &entry) const
{
    return m_parts.recorder.record(actorFor(visit), entry);
}

audit::Entry Counter::residentEntry(const QString &procedure)
{
    audit::Entry entry;
    entry.procedure = procedure;
    entry.fileName = audit::residentFile();
    return entry;
}

QString Counter::plainDate(const calendar::PartialDate &date)
{
    return date.isDay() ? date.earliest.toString(Qt::ISODate) : date.text;
}

audit::FourItems Counter::fourItems(const residents::Snapshot &person)
{
    return {.name = residents::fullName(person.name),
            .address = person.address.street() + person.address.building,
            .bornOn = plainDate(person.bornOn),
            .sex = QString::number(int(person.sex))};
}

QString Counter::reasonFor(const Visit &visit, base::PersonId person, const QString &given)
{
    const QMutexLocker guard(&m_mutex);
    const QPair<QUuid, qint64> key(visit.id.value, person.value);
    const qint64 now = m_parts.clock.sinceBootMs();
    if (!given.isEmpty()) {
        m_lifts.insert(key, {given, now});
        return given;
    }
    const auto lift = m_lifts.constFind(key);
    if (lift == m_lifts.constEnd() || now - lift->sinceMs >= m_parts.relockMs)
        return {};
    return lift->reason;
}

} // namespace desk
