#include "desk/passworddesk.h"

#include "base/errorname.h"
#include "desk/counter.h"

#include <utility>

using base::ErrorCode;
using base::Result;
using base::Secret;

namespace desk {

namespace {

/// The clerk was told no; everything else is a failure of something.
bool isRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PasswordUnfit:
    case ErrorCode::PasswordUsed:
    case ErrorCode::PasswordWrong:
    case ErrorCode::PinWrong:
    case ErrorCode::PinLastTry:
    case ErrorCode::PinLocked:
    case ErrorCode::TokenOfOther:
    case ErrorCode::UserLocked:
    case ErrorCode::UserExpired:
    case ErrorCode::RegisterRefused:
        return true;
    default:
        return false;
    }
}

} // namespace

PasswordDesk::PasswordDesk(Counter &counter)
    : m_counter(counter)
{
}

PasswordRules PasswordDesk::rules() const
{
    return m_counter.parts().passwords.rules;
}

QList<PasswordFault> PasswordDesk::faults(const Secret &present, const Secret &wanted) const
{
    const Clerk &clerk = m_counter.parts().clerk;
    return auth::faultsOf(
        {.wanted = wanted, .present = present, .userId = clerk.userId, .name = clerk.name},
        rules());
}

Result<> PasswordDesk::tryToChange(const Secret &present, const Secret &pin,
                                   const Secret &wanted) const
{
    const PasswordDoors &doors = m_counter.parts().passwords;
    if (m_counter.isLocked())
        return base::fail(ErrorCode::NotSignedIn, QStringLiteral("locked"));
    if (!doors.prove || !doors.change)
        return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("no way there"));
    // Out of reach both factors could still be right: that would be no answer.
    const auto &reached = m_counter.parts().writing.registerReached;
    if (!reached || !reached())
        return base::fail(ErrorCode::RegisterUnreachable);
    if (const auto proved = doors.prove(present, pin); !proved)
        return proved;
    if (present.empty() || !faults(present, wanted).isEmpty())
        return base::fail(ErrorCode::PasswordUnfit);
    return doors.change(wanted);
}

Answer<> PasswordDesk::change(Secret present, Secret pin, Secret wanted)
{
    return m_counter.parts().writing.sending->run([this, present = std::move(present),
                                                   pin = std::move(pin),
                                                   wanted = std::move(wanted)]() -> Result<> {
        auto changed = tryToChange(present, pin, wanted);
        audit::Entry entry;
        entry.procedure = QStringLiteral("ChangePassword");
        entry.operation = audit::Operation::Session;
        if (!changed) {
            const ErrorCode why = changed.error().code;
            entry.outcome = isRefusal(why) ? audit::Outcome::Refused : audit::Outcome::Failed;
            entry.reason = base::errorName(why);
        }
        const auto row = m_counter.parts().reading.runAndWait(
            [this, &entry] { return m_counter.log(nullptr, entry); });
        if (changed && !row)
            return base::fail(row);
        return changed;
    });
}

} // namespace desk
