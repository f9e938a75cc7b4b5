#include "desk/recordgate.h"

#include "base/errorname.h"
#include "desk/readerof.h"
#include "text/address.h"
#include "text/input.h"

#include <utility>

using base::ErrorCode;
using base::Result;
using residents::Snapshot;

namespace desk {

namespace {
constexpr int reasonLimit = 200;
}

RecordGate::RecordGate(Counter &counter, QString procedure, VisitId visit, QString given)
    : m_counter(counter)
    , m_procedure(std::move(procedure))
    , m_visitId(visit)
    , m_given(std::move(given))
{
}

Result<> RecordGate::admit(Right right)
{
    const auto visit = m_counter.admit(m_visitId, right, m_procedure);
    if (!visit)
        return base::fail(visit);
    m_visit = *visit;
    if (const auto clean = cleanReason(); !clean)
        return clean;
    return hasReader();
}

Result<> RecordGate::admitOutside(Rights oneOf)
{
    if (m_counter.isLocked())
        return base::fail(ErrorCode::NotSignedIn, QStringLiteral("locked"));
    if ((m_counter.parts().clerk.rights & oneOf) == Rights()) {
        audit::Entry refused;
        refused.procedure = m_procedure;
        refused.outcome = audit::Outcome::Refused;
        refused.reason = base::errorName(ErrorCode::RightMissing);
        if (const auto row = m_counter.log(nullptr, refused); !row)
            return base::fail(row);
        return base::fail(ErrorCode::RightMissing);
    }
    return cleanReason();
}

Result<> RecordGate::cleanReason()
{
    const auto reason = text::cleanText(m_given, reasonLimit);
    if (!reason)
        return base::fail(reason);
    m_given = *reason;
    return {};
}

Result<> RecordGate::hasReader()
{
    const auto reader = readerOf(m_counter);
    if (!reader)
        return base::fail(reader);
    m_reader = *reader;
    return {};
}

bool isStopped(const cache::PersonAnswer &answer)
{
    return answer.addressHidden ||
           residents::inquiryLevel(answer.record.restrictions) == residents::RestrictionLevel::Stop;
}

Result<cache::PersonAnswer> RecordGate::open(base::PersonId id)
{
    auto answer = m_reader->person(id, m_counter.today());
    if (!answer)
        return answer;
    if (!isStopped(*answer))
        return answer;
    if (!m_counter.parts().clerk.rights.testFlag(Right::OpenRestricted))
        return refuse(ErrorCode::RestrictedRecord, answer->record.snapshot.id);
    const QString reason = m_visit ? m_counter.reasonFor(*m_visit, id, m_given) : m_given;
    if (reason.isEmpty())
        return base::fail(ErrorCode::ReasonMissing);
    if (!m_reasons.contains(reason))
        m_reasons.append(reason);
    return answer;
}

audit::Entry RecordGate::about(audit::Entry entry, const QList<Snapshot> &shown) const
{
    for (const Snapshot &state : shown) {
        entry.subjects.append(state.id);
        entry.details.people.append(Counter::fourItems(state));
    }
    entry.count = int(shown.size());
    if (!m_reasons.isEmpty()) {
        entry.reason = QStringLiteral("OpenRestricted");
        entry.details.reason = m_reasons.join(QStringLiteral("／"));
    }
    return entry;
}

Result<quint64> RecordGate::log(audit::Entry entry, const QList<Snapshot> &shown) const
{
    return m_counter.log(visit(), about(std::move(entry), shown));
}

Result<quint64> RecordGate::log(audit::Entry entry) const
{
    entry.count = int(entry.subjects.size());
    return m_counter.log(visit(), entry);
}

tl::unexpected<base::Error> RecordGate::refuse(ErrorCode code, base::SnapshotId subject) const
{
    audit::Entry refused = entry();
    refused.outcome = audit::Outcome::Refused;
    refused.reason = base::errorName(code);
    if (subject.person.value > 0)
        refused.subjects = {subject};
    if (const auto row = m_counter.log(visit(), refused); !row)
        return base::fail(row);
    return base::fail(code);
}

void leaveOutOwnPlace(const QList<QString *> &notes, const Snapshot &person)
{
    const residents::Address &home = person.address;
    const QString place = text::foldAddress(home.town + home.lot);
    for (QString *words : notes) {
        if (!home.lot.isEmpty() && text::namesPlace(text::foldAddress(*words), place))
            *words = QStringLiteral("（住所を含むため、電話では表示しない）");
    }
}

} // namespace desk
