#include "app/office.h"
#include "auth/passwordrules.h"

using base::Result;

// The clerk's own password: at the register first, then the slot.
namespace app {

desk::PasswordDoors Office::passwordDoors()
{
    const central::Policy &policy = m_session.policy;
    return {.rules = {.length = policy.passwordLength,
                      .lifeDays = policy.passwordDays,
                      .history = policy.passwordHistory},
            .prove = [this](const base::Secret &password,
                            const base::Secret &pin) { return prove(password, pin); },
            .change = [this](const base::Secret &wanted) { return changePassword(wanted); }};
}

/// The slot is made before and written after: between the two there is a moment only. Whoever is
/// stopped in it signs in with the new password, and the slot is written then (Door).
Result<> Office::changePassword(const base::Secret &wanted)
{
    const auto slot = m_place.door->slotFor(wanted, m_admission);
    if (!slot)
        return base::fail(slot);
    if (const auto changed = m_link->changePassword(wanted); !changed)
        return changed;
    const auto kept = m_place.door->keepSlot(*slot);
    // From here on the register would refuse the one before: so does the lease.
    central::Session session = m_session;
    session.user.passwordChangedOn = m_time.today();
    session.mustChangePassword = false;
    session.leaseUntil = QDateTime::fromMSecsSinceEpoch(m_leaseUntilMs, Qt::UTC);
    m_passwordUntil =
        auth::passwordEnds(session.user.passwordChangedOn, session.policy.passwordDays)
            .toJulianDay();
    tellDesk([](desk::Desk &desk) { Q_EMIT desk.statusChanged(); });
    // With no rights of this sign-in there would be nothing to work with.
    if (m_session.mustChangePassword)
        return kept;
    const auto leased = keepLease(session);
    return kept ? leased : kept;
}

} // namespace app
