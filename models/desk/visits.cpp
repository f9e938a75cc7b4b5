#include "desk/visits.h"

#include "desk/counter.h"
#include "desk/scopes.h"
#include "text/input.h"

using base::ErrorCode;
using base::Result;

namespace desk {

namespace {
constexpr int numberLimit = 20;
}

Visits::Visits(Counter &counter)
    : m_counter(counter)
{
}

QList<Purpose> Visits::purposes() const
{
    const Counter::Parts &parts = m_counter.parts();
    return purposesFor(parts.tables.purposes, m_counter.today(), parts.clerk.rights);
}

Answer<Visit> Visits::open(const VisitOpening &opening)
{
    return m_counter.parts().reading.run([this, opening]() -> Result<Visit> {
        if (m_counter.isLocked())
            return base::fail(ErrorCode::NotSignedIn, QStringLiteral("locked"));
        const auto number = text::cleanText(opening.number, numberLimit);
        if (!number)
            return base::fail(number);
        Visit visit{.id = {QUuid::createUuid()}, .opening = opening, .purposeWords = {}};
        visit.opening.number = *number;
        for (const Purpose &purpose : purposes())
            if (purpose.code == opening.purpose)
                visit.purposeWords = purpose.words;
        if (visit.purposeWords.isEmpty())
            return base::fail(ErrorCode::PurposeMissing);
        audit::Entry entry;
        entry.procedure = QStringLiteral("OpenVisit");
        entry.operation = audit::Operation::Session;
        entry.tablesVersion = m_counter.parts().tables.purposes.version();
        if (const auto row = m_counter.log(&visit, entry); !row)
            return base::fail(row);
        m_counter.addVisit(visit);
        return visit;
    });
}

Answer<> Visits::end(VisitId id)
{
    return m_counter.parts().reading.run([this, id]() -> Result<> {
        const auto visit = m_counter.openVisit(id);
        if (!visit)
            return {};
        audit::Entry entry;
        entry.procedure = QStringLiteral("EndVisit");
        entry.operation = audit::Operation::Session;
        if (const auto row = m_counter.log(&*visit, entry); !row)
            return base::fail(row);
        m_counter.removeVisit(id);
        return {};
    });
}

} // namespace desk
