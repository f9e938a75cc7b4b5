#include "desk/numberdesk.h"

#include "base/errorname.h"
#include "desk/outboxitems.h"
#include "desk/recordgate.h"
#include "text/input.h"

#include <utility>

using base::ErrorCode;
using base::Result;
using residents::Snapshot;

namespace desk {

namespace {
constexpr int reasonLimit = 200;
}

/// The two steps in the reader's thread, before and after the register was asked.
class NumberDesk::Working
{
public:
    Working(Counter &counter, VisitId visit, base::PersonId person, const QString &reason)
        : m_counter(counter)
        , m_gate(counter, QStringLiteral("RevealNumber"), visit, reason)
        , m_visit(visit)
        , m_person(person)
        , m_reason(reason)
    {
    }

    /// The reason as the register is told it.
    Result<QString> mayAsk();
    Result<RevealedNumber> handOut(Result<residents::SensitiveNumbers> numbers);

private:
    Counter &m_counter;
    RecordGate m_gate;
    VisitId m_visit;
    base::PersonId m_person;
    QString m_reason;
    Snapshot m_now;
};

Result<QString> NumberDesk::Working::mayAsk()
{
    if (const auto may = m_gate.admit(Right::RevealNumber); !may)
        return base::fail(may);
    auto answer = m_gate.open(m_person);
    if (!answer)
        return base::fail(answer);
    m_now = std::move(answer->record.snapshot);
    if (m_gate.onTelephone())
        return m_gate.refuse(ErrorCode::CallerUnknown, m_now.id);
    const auto reason = text::cleanText(m_reason, reasonLimit);
    if (!reason)
        return base::fail(reason);
    if (reason->isEmpty())
        return base::fail(ErrorCode::ReasonMissing);
    m_reason = *reason;
    return m_reason;
}

/// The screen may have been locked, or the visit ended, while the register was asked: then nobody
/// sees it.
Result<RevealedNumber> NumberDesk::Working::handOut(Result<residents::SensitiveNumbers> numbers)
{
    audit::Entry entry = m_gate.about(m_gate.entry(), {m_now});
    entry.details.reason = m_reason;
    std::optional<base::Error> failure;
    if (!numbers)
        failure = numbers.error();
    else if (const auto open = m_counter.openVisit(m_visit); !open)
        failure = open.error();
    entry.individualNumberAccessed = numbers.has_value();
    if (failure) {
        entry.outcome = audit::Outcome::Failed;
        entry.reason = base::errorName(failure->code);
    }
    const auto row = m_counter.log(m_gate.visit(), entry);
    if (!row)
        return base::fail(row);
    if (failure)
        return base::fail(failure->code, failure->detail);
    return RevealedNumber{.person = m_person,
                          .individualNumber = std::move(numbers->individualNumber),
                          .logRow = *row};
}

NumberDesk::NumberDesk(Counter &counter)
    : m_counter(counter)
{
}

Answer<RevealedNumber> NumberDesk::reveal(VisitId visit, base::PersonId person,
                                          const QString &reason)
{
    return m_counter.parts().writing.sending->run(
        [this, visit, person, reason]() -> Result<RevealedNumber> {
            base::Worker &reading = m_counter.parts().reading;
            Working working(m_counter, visit, person, reason);
            const auto may = reading.runAndWait([&] { return working.mayAsk(); });
            if (!may)
                return base::fail(may);
            const auto writing = writingOf(m_counter);
            if (!writing)
                return base::fail(writing);
            auto numbers = (*writing)->entries->revealNumber(person, *may);
            if (numbers && numbers->individualNumber.empty())
                numbers = base::fail(ErrorCode::NumberUnknown);
            return reading.runAndWait([&] { return working.handOut(std::move(numbers)); });
        });
}

} // namespace desk
