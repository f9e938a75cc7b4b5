#pragma once

#include "base/errorcode.h"
#include "central/account.h"
#include "token/token.h"

#include <QDateTime>
#include <QString>

namespace desk {

using central::Right;
using central::Rights;
using central::Role;

/// Who is signed in, on which station, in which city.
struct Clerk
{
    QString userId;
    QString name;
    QString section;
    Role role = Role::Clerk;
    Rights rights;                 ///< none while the password must be changed
    QString station;               ///< "本庁1"
    QString municipality;          ///< "○○県○○市"
    QString municipalityCode = {}; ///< 全国地方公共団体コード, six digits
    bool training = false;         ///< 研修: the register carries the training mark
    /// Nothing opens but the change of the password; it ends with this sign-in.
    bool mustChangePassword = false;
};

using TokenState = token::Presence;
using token::PinState;

/// What is known of the card before anybody signed in.
struct TokenView
{
    TokenState state = TokenState::Absent;
    PinState pin = PinState::Ready;
    bool pinPad = false; ///< the PIN is typed on the reader, not here
    QString serial;
    QString userId; ///< from the certificate; empty when it names nobody known
    QString userName;
    base::ErrorCode problem = base::ErrorCode::TokenAbsent; ///< why not Present
    bool operator==(const TokenView &) const = default;
};

/// What the status line shows.
struct Status
{
    bool registerReached = false;
    QDateTime dataAsOf; ///< the register's last "you have everything up to n", UTC
    int outboxWaiting = 0;
    TokenView token;
    QString printer;           ///< empty = none set
    int loadPercent = 100;     ///< first load; below 100 nothing can be searched yet
    int passwordDaysLeft = 90; ///< 0: today is its last day
};

/// Times the screen keeps (design.md 5).
struct Policy
{
    int idleLockSeconds = 180;
    int idleSignOutSeconds = 900;
    int searchPauseMs = 250;
    int rowLimit = 100;
};

enum class LockReason {
    Key,
    Idle,
    TokenGone,
    Register, ///< it refuses the clerk by now, or the time without it is over
};

} // namespace desk
