#pragma once

#include "central/entries.h"
#include "desk/visit.h"
#include "residents/move.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

// One case of a case book, as it was written down.
namespace casebook {

/// Where the way of an entry ends.
enum class Ending {
    RefusedAtDesk,     ///< 窓口で拒否: never filed
    RefusedAtRegister, ///< 登録簿で拒否
    Conflict,          ///< 競合: somebody changed it first
    Provisional,       ///< 仮登録: nobody checked it, or the check was refused
    Registered,        ///< 本登録
    SentBack,          ///< 差戻し
    Withdrawn,         ///< 取下げ
    Count
};
[[nodiscard]] QString endingWord(Ending ending);
/// Count when there is no such word.
[[nodiscard]] Ending endingOf(const QString &word);

/// Somebody of the scene by his role, and what is said of him: "祖母:世帯主".
struct Said
{
    QString role;
    QString words;
    bool operator==(const Said &) const = default;
};

/// A household as it is afterwards.
struct HouseholdAfter
{
    QString name;
    QString place;       ///< empty: where it stood; of a new one where the case moves to
    QList<Said> members; ///< in their legal order, with 続柄
};

/// A place of the scene, with the 方書 if it is another one than that of the household there ("-":
/// none).
struct PlaceName
{
    QString name;
    QString building;
    bool operator==(const PlaceName &) const = default;
};

struct BookCase
{
    int line = 0;
    QString name;
    QString scene;
    QString follows; ///< a case above: the same people go on from where it left them
    QDate today;     ///< the register's day

    QString enters; ///< user
    desk::Caller caller = desk::Caller::Self;
    QString openedFor;    ///< the reason given for a protected record
    bool oldCopy = false; ///< the clerk's copy of the register is from before the last case
    QList<Said> standing; ///< 抑止 that stand from the beginning: "stop:母"
    QList<Said> unseen;   ///< set after the form was opened
    QList<Said> between;  ///< set between 仮登録 and 照合

    residents::MoveKind kind = residents::MoveKind::Within;
    QDate happenedOn;
    QDate notifiedOn;
    residents::Notifier notifier;
    QString from;
    QList<Said> movers;
    QList<Said> others;
    QStringList acknowledged;
    QHash<QString, QString> own; ///< columns of the 異動 itself (CaseForm), by name

    QString checks; ///< user; empty: nobody
    central::CheckOutcome decision = central::CheckOutcome::Register;

    Ending ending = Ending::Count;
    QString refusal;      ///< "MoveRefused HeadTwice", "OwnEntry"
    QStringList findings; ///< all that the desk names: "HeadLeaves", "NotResident:祖父"
    QList<Said> history;  ///< new rows, in order: "父:MoveWithin"
    QList<Said> notices;  ///< who is told of at other organisations: "父:IdentityNotice"
    QList<HouseholdAfter> afterwards; ///< households that changed
};

} // namespace casebook
