#pragma once

#include "base/crypto.h"
#include "base/result.h"
#include "central/watchconnections.h"
#include "central/watchlocks.h"
#include "central/watchlog.h"
#include "central/watchseals.h"
#include "central/watchstatements.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace central {

class PgConnection;

/// Something that a person has to see to.
struct WatchAlarm
{
    QString kind;  ///< "standby", "revocations", "log-altered" ...
    QString where; ///< in words, without personal data
    bool operator==(const WatchAlarm &) const = default;
};

/// How long before, or how late, an alarm is raised.
struct WatchLimits
{
    int certificateDays = 10; ///< before a certificate or the list of revoked ones ends
    int lagSeconds = 60;      ///< of a standby
    int logHours = 72;        ///< of a station's log, from its first use (design.md 5)
    int openSeconds = 60;     ///< of a clerk's transaction
};

/// What PostgreSQL cannot do by itself (design.md 3): follows the server's log and shuts logins,
/// seals the registers' logs, verifies the heads of the stations' logs, removes what is approved to
/// be removed, and says what is wrong. Over the connection of a superuser; each call is a
/// transaction, so that it can be ended at any point and called again. Several may run at once.
class RegisterWatch final
{
public:
    struct Parts
    {
        ServerLog log;
        SealsFile seals;
        base::crypto::KeyPair key; ///< that seals
    };
    RegisterWatch(PgConnection &connection, Parts parts)
        : m_connection(connection)
        , m_parts(std::move(parts))
    {
    }

    /// Ends clerks who keep a transaction open for longer than so many seconds, and notes it: what
    /// they wrote holds others up, and the server's own limit is theirs to switch off. One that
    /// waits for the standby is left alone. Answers how many.
    [[nodiscard]] base::Result<int> endHeld(int seconds);
    /// Logins that a supervisor has unlocked are opened, the lines of the server's log that are new
    /// are noted and counted, logins shut, and what is open of them ended. The position is written
    /// in the same transaction.
    [[nodiscard]] base::Result<Noted> followLog();
    /// A seal for each city whose log has grown, and the first one of each day. Nothing is sealed
    /// that does not follow from the seal before: that is an alarm. Answers how many.
    [[nodiscard]] base::Result<int> seal();
    /// After a restore: the log of a city as it is now follows, for this reason. RegisterUnknown.
    [[nodiscard]] base::Result<> acceptRestored(const QString &code, const QString &reason);
    /// Heads of stations' logs that were deposited since; answers how many are forged.
    [[nodiscard]] base::Result<int> verifyHeads();
    /// Rows that are approved to be removed; answers how many were.
    [[nodiscard]] base::Result<qint64> retain();
    /// What is wrong now, and what seal() found.
    [[nodiscard]] base::Result<QList<WatchAlarm>> alarms(const WatchLimits &limits);

private:
    using Work = std::function<base::Result<>()>;
    [[nodiscard]] base::Result<> together(const Work &work);
    [[nodiscard]] base::Result<bool> followPiece(Noted &noted);
    [[nodiscard]] base::Result<> notePiece(const LogPiece &piece, ConnectionReader &reader,
                                           Noted &noted);
    [[nodiscard]] base::Result<> noteGap();
    [[nodiscard]] base::Result<> readSeals();
    [[nodiscard]] base::Result<> readSealsOn();
    [[nodiscard]] base::Result<> takeSealsBack(qint64 known);
    [[nodiscard]] base::Result<bool> follows(const WatchedCity &city, const Seal &last);
    [[nodiscard]] base::Result<bool> sealCity(const WatchedCity &city);
    [[nodiscard]] base::Result<> addSeal(const WatchedCity &city, const QString &accepted);
    [[nodiscard]] base::Result<> keepSeal(const Seal &seal, const QByteArray &line);

    PgConnection &m_connection;
    Parts m_parts;
    QHash<QString, Seal> m_last; ///< by city
    QList<WatchAlarm> m_sealAlarms;
    std::optional<base::Error> m_fault; ///< of the seals file, until the watch is begun anew
};

/// Certificates and lists of revoked ones of the server that end within so many days.
[[nodiscard]] base::Result<QList<WatchAlarm>> endingCertificates(PgConnection &connection,
                                                                 int days);

/// What the watch may remove from now on: changes of the feed after so many days (40 at least: the
/// stations keep theirs as long), tickets and sessions after one. StatementFailed for less.
[[nodiscard]] base::Result<> approveRetention(PgConnection &connection, int feedDays,
                                              const QString &by);

/// What the seals say about the registers' logs.
struct SealsVerdict
{
    struct City
    {
        QString code;
        qint64 rows = 0;     ///< of its log
        qint64 sealedTo = 0; ///< by the last seal
        qint64 seals = 0;
        qint64 lost = 0; ///< seals of rows that an accepted restore has lost
    };
    QList<City> cities;
    QStringList faults; ///< "982016: row 7 is not the one that was sealed"
};
/// Compares the seals file, signed with the key whose open part (32 bytes) this is, with the logs
/// of the registers, and recalculates these from their first row. A fault of the file itself is a
/// fault too. FileUnreadable, and what PgConnection answers.
[[nodiscard]] base::Result<SealsVerdict> verifySeals(PgConnection &connection, const QString &file,
                                                     const QByteArray &open);

} // namespace central
