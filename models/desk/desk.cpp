#include "desk/desk.h"

#include "base/errorname.h"
#include "desk/counter.h"

#include <utility>

using base::Result;
using base::Secret;

namespace desk {

namespace {

QString nameOf(LockReason reason)
{
    switch (reason) {
    case LockReason::Key:
        return QStringLiteral("Key");
    case LockReason::Idle:
        return QStringLiteral("Idle");
    case LockReason::TokenGone:
        return QStringLiteral("TokenGone");
    case LockReason::Register:
        return QStringLiteral("Register");
    }
    return {};
}

audit::Entry sessionEntry(const QString &procedure)
{
    audit::Entry entry;
    entry.procedure = procedure;
    entry.operation = audit::Operation::Session;
    return entry;
}

} // namespace

Desk::Desk(std::unique_ptr<Counter> counter, Closing closing, Policy policy)
    : Procedures(*counter)
    , m_counter(std::move(counter))
    , m_closing(std::move(closing))
    , m_policy(policy)
{
    connect(this, &Desk::loadProgress, this, [this](int percent) {
        m_loadPercent = percent;
        Q_EMIT statusChanged();
    });
}

// Whatever was asked of it, the row of a lock not least, is done before it goes.
Desk::~Desk()
{
    m_counter->parts().writing.sending->runAndWait([] {});
    m_counter->parts().reading.runAndWait([] {});
}

Clerk Desk::clerk() const
{
    return m_counter->parts().clerk;
}

Status Desk::status() const
{
    Status status = m_closing.status();
    status.loadPercent = m_loadPercent;
    return status;
}

bool Desk::isLocked() const
{
    return m_counter->isLocked();
}

void Desk::lock(LockReason reason)
{
    if (m_counter->isLocked())
        return;
    m_counter->setLocked(true);
    Q_EMIT locked(reason);
    m_counter->parts().reading.run([this, reason] {
        m_closing.forgetCard();
        audit::Entry entry = sessionEntry(QStringLiteral("Lock"));
        entry.reason = nameOf(reason);
        // The screen is hidden whether or not the row could be written; a journal that cannot be
        // written shows itself at the next step, which then shows nothing.
        (void)m_counter->log(nullptr, entry);
    });
}

Answer<> Desk::unlock(Secret password, Secret pin)
{
    return m_counter->parts().reading.run(
        [this, password = std::move(password), pin = std::move(pin)]() -> Result<> {
            const auto proved = m_closing.prove(password, pin);
            audit::Entry entry = sessionEntry(QStringLiteral("Unlock"));
            if (!proved) {
                entry.outcome = audit::Outcome::Refused;
                entry.reason = base::errorName(proved.error().code);
            }
            if (const auto row = m_counter->log(nullptr, entry); !row)
                return base::fail(row);
            if (!proved)
                return base::fail(proved);
            m_counter->setLocked(false);
            QMetaObject::invokeMethod(
                this, [this] { tellUnlocked(); }, Qt::QueuedConnection);
            return {};
        });
}

/// The card may have gone, or the key been pressed, while the factors were being proved.
void Desk::tellUnlocked()
{
    const TokenView card = m_closing.status().token;
    if (card.state != TokenState::Present || card.serial != m_counter->parts().actor.card)
        lock(LockReason::TokenGone);
    if (!m_counter->isLocked())
        Q_EMIT unlocked();
}

/// What is being sent goes first.
Answer<LogHead> Desk::signOut()
{
    return m_counter->parts().writing.sending->run(
        [this] { return m_counter->parts().reading.runAndWait([this] { return end(); }); });
}

Result<LogHead> Desk::end()
{
    m_closing.forgetCard();
    for (const Visit &visit : m_counter->visits()) {
        audit::Entry ended = sessionEntry(QStringLiteral("EndVisit"));
        if (const auto row = m_counter->log(&visit, ended); !row)
            return base::fail(row);
        m_counter->removeVisit(visit.id);
    }
    if (const auto row = m_counter->log(nullptr, sessionEntry(QStringLiteral("SignOut"))); !row)
        return base::fail(row);
    m_counter->setLocked(true);
    return m_closing.close();
}

} // namespace desk
