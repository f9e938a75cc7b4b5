#include "app/sim/truth.h"

namespace sim {

void Truth::fail(const QString &invariant, const QString &words)
{
    if (!m_failure)
        m_failure = Failure{invariant, words};
}

void Truth::accepted(const QString &uuid)
{
    if (const auto found = m_filed.find(uuid); found != m_filed.end())
        found->accepted = true;
}

void Truth::locked(const Holder &holder, const QList<central::LockKey> &keys, const QDateTime &now)
{
    for (const auto &key : keys) {
        const auto held = m_holders.constFind(key);
        if (held != m_holders.cend() && held->who != holder.who && held->until > now)
            fail(QStringLiteral("never two holders of one edit lock"),
                 QStringLiteral("%1 %2 was given to %3 and to %4")
                     .arg(key.kind == central::LockKey::Kind::Person ? QStringLiteral("person")
                                                                     : QStringLiteral("household"))
                     .arg(key.id)
                     .arg(held->who, holder.who));
        m_holders.insert(key, holder);
    }
}

void Truth::unlocked(int session)
{
    for (auto at = m_holders.begin(); at != m_holders.end();)
        at = at->session == session ? m_holders.erase(at) : std::next(at);
}

QString markerOf(const residents::Proposal &proposal)
{
    switch (residents::kindOf(proposal.entered)) {
    case residents::EntryKind::Note:
        return std::get<residents::Note>(proposal.entered).text;
    case residents::EntryKind::Contact:
        return std::get<residents::Contact>(proposal.entered).sendName;
    case residents::EntryKind::Restriction:
    case residents::EntryKind::Move:
        break;
    }
    return proposal.reason;
}

} // namespace sim
