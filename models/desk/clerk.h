#pragma once

#include "base/errorcode.h"

#include <QDateTime>
#include <QFlags>
#include <QString>

namespace desk {

enum class Role { Clerk, Supervisor, Administrator };

/// What a person may do (事務 x 部署 x 担当者, by the register's table).
enum class Right {
    Search = 0x01, ///< 住民の検索・照会
    History = 0x02, ///< 履歴の照会
    OpenRestricted = 0x04, ///< 支援措置対象者を理由を付して開く
    IssueCertificate = 0x08, ///< 証明書の発行
    ExportLog = 0x10, ///< 記録の出力
    UnlockUser = 0x20, ///< 利用者の閉鎖を解く
};
Q_DECLARE_FLAGS(Rights, Right)

/// Who is signed in, on which station, in which city.
struct Clerk
{
    QString userId;
    QString name;
    QString section;
    Role role = Role::Clerk;
    Rights rights;
    QString station; ///< "本庁1"
    QString municipality; ///< "○○県○○市"
    bool training = false; ///< 研修: the register carries the training mark
};

enum class TokenState { Absent, Present, Unusable, Hanging };
enum class PinState { Ready, Low, LastTry, Locked };

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
    QString printer; ///< empty = none set
};

/// Times the screen keeps (design.md 5).
struct Policy
{
    int idleLockSeconds = 180;
    int idleSignOutSeconds = 900;
    int searchPauseMs = 250;
    int rowLimit = 100;
};

enum class LockReason { Key, Idle, TokenGone };

} // namespace desk
Q_DECLARE_OPERATORS_FOR_FLAGS(desk::Rights)
