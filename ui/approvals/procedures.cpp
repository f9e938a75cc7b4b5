#include "ui/approvals/procedures.h"

#include "desk/checkdesk.h"

namespace approvals {

Procedures proceduresOf(desk::CheckDesk &desk)
{
    desk::CheckDesk *checks = &desk;
    Procedures made;
    made.queue = [checks] { return checks->queue(); };
    made.open = [checks](qint64 entry) { return checks->open(entry); };
    made.decide = [checks](qint64 entry, desk::CheckOutcome outcome, const QString &reason) {
        return checks->decide(entry, outcome, reason);
    };
    return made;
}

} // namespace approvals
