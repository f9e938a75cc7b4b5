#include "ui/outbox/procedures.h"

#include "desk/outboxdesk.h"

namespace outbox {

using desk::ItemState;

Procedures proceduresOf(desk::OutboxDesk &desk)
{
    desk::OutboxDesk *outbox = &desk;
    Procedures made;
    made.items = [outbox](bool settled) { return outbox->items(settled); };
    made.open = [outbox](const QString &uuid) { return outbox->open(uuid); };
    made.retry = [outbox](const QString &uuid) { return outbox->retry(uuid); };
    made.withdraw = [outbox](const QString &uuid, const QString &reason) {
        return outbox->withdraw(uuid, reason);
    };
    made.discard = [outbox](const QString &uuid) { return outbox->discard(uuid); };
    made.keepAsDraft = [outbox](const QString &uuid) { return outbox->keepAsDraft(uuid); };
    return made;
}

bool mayOpen(const desk::OutboxLine &line)
{
    return line.mine;
}

bool mayRetry(const desk::OutboxLine &line)
{
    return line.mine && (line.state == ItemState::Filed || line.state == ItemState::Refused);
}

bool mayEdit(const desk::OutboxLine &line)
{
    return line.mine && (line.state == ItemState::Draft || line.state == ItemState::Refused ||
                         line.state == ItemState::SentBack || line.state == ItemState::Conflict);
}

bool mayWithdraw(const desk::OutboxLine &line)
{
    return line.mine && (line.state == ItemState::Filed || line.state == ItemState::Refused ||
                         line.state == ItemState::Provisional);
}

bool mayDiscard(const desk::OutboxLine &line)
{
    return line.mine && (line.state == ItemState::Draft || line.state == ItemState::SentBack ||
                         line.state == ItemState::Conflict);
}

} // namespace outbox
