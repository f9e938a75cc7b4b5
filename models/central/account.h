#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QString>

// Who may work with the register. The register's clock and table decide, in every call.
namespace central {

/// Which register this is. `training` cannot be taken off an embedded register.
struct RegisterIdentity
{
    QString registerId;   ///< UUID without braces
    QString municipality; ///< "○○県○○市"
    QString code;         ///< 全国地方公共団体コード, 6 digits
    bool training = true;
    bool operator==(const RegisterIdentity &) const = default;
};

enum class Role { Clerk, Supervisor, Administrator };

/// What a person may do. The values are stored.
enum class Right {
    Search = 0x01,             ///< 住民の検索・照会
    History = 0x02,            ///< 履歴の照会
    OpenRestricted = 0x04,     ///< 支援措置対象者を理由を付して開く
    IssueCertificate = 0x08,   ///< 証明書の発行
    ExportLog = 0x10,          ///< 記録の出力
    UnlockUser = 0x20,         ///< 利用者の閉鎖を解く
    ViewTax = 0x40,            ///< 住民税の賦課の照会 (地方税法 第22条)
    ExplainTax = 0x80,         ///< 税額の計算の説明
    ViewLedger = 0x100,        ///< 収納・滞納の照会
    LateCharge = 0x200,        ///< 延滞金の計算
    ViewPension = 0x400,       ///< 国民年金の照会
    RevealNumber = 0x800,      ///< 個人番号の照会 (R-AUZ-05, R-AUZ-06)
    WriteNote = 0x1000,        ///< メモ・連絡先の登録
    EnterRestriction = 0x2000, ///< 抑止の仮登録
    CheckEntry = 0x4000,       ///< 仮登録の照合
    BreakLock = 0x8000,        ///< 他の職員の編集中を解く
    EnterMove = 0x10000,       ///< 異動の入力, and numbers for it
};
Q_DECLARE_FLAGS(Rights, Right)

/// A right with its days, both included. Without `to` it has no end.
struct Grant
{
    Right right = Right::Search;
    QDate from;
    QDate to;
    bool operator==(const Grant &) const = default;
};

struct User
{
    QString id;
    QString name;
    QString section; ///< "市民課"
    Role role = Role::Clerk;
    QList<Grant> grants;
    QByteArray certificateFingerprint; ///< SHA-256 over the DER of the card's certificate
    QDate passwordChangedOn;
    QDate validFrom;
    QDate validTo; ///< invalid = no end
    bool locked = false;
    int failures = 0; ///< failed sign-ins since the last good one
    bool operator==(const User &) const = default;
};

/// A workstation the register knows.
struct Station
{
    QString id;         ///< "S0001"
    QString name;       ///< "本庁1"
    QStringList scopes; ///< record scopes of its section: "住民", "税", "収納", "年金"
    QByteArray
        logKey; ///< Ed25519 open key of its log's checkpoints, 32 bytes; empty = not enrolled
    bool operator==(const Station &) const = default;
};

/// design.md 5. The shipped values are the first version.
struct Policy
{
    int failuresBeforeLock = 5;
    int passwordDays = 90;
    int passwordLength = 12;
    int passwordHistory = 10; ///< so many old ones are not taken again
    int idleLockSeconds = 180;
    int idleSignOutSeconds = 900;
    int tokenPollMs = 1000;
    int leaseHours = 24;
    int restrictionAgeMinutes = 10;
    int relockSeconds = 600; ///< a lifted restriction relocks
    int searchPauseMs = 250;
    int rowLimit = 100;
    int leastConditions = 2;
    bool operator==(const Policy &) const = default;
};

/// The person a card belongs to, for the sign-in page.
struct CardHolder
{
    QString userId;
    QString name;
    bool operator==(const CardHolder &) const = default;
};

struct SignInRequest
{
    QString userId;
    QByteArray certificateFingerprint;
    QString stationId;
};

/// What the register answers to a sign-in it accepts.
struct Session
{
    User user;
    Rights rights; ///< those in force today
    Policy policy;
    Station station;
    RegisterIdentity identity;
    QDateTime registerTime;          ///< UTC
    QDateTime leaseUntil;            ///< offline work ends then, UTC
    QByteArray logKey;               ///< open key (X25519) to which details in log rows are sealed
    bool mustChangePassword = false; ///< until then everything else is PasswordExpired
};

enum class SignInOutcome { Opened, WrongPassword };

} // namespace central
Q_DECLARE_OPERATORS_FOR_FLAGS(central::Rights)
