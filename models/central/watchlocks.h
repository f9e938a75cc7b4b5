#pragma once

#include "base/result.h"
#include "central/watchconnections.h"

#include <QHash>
#include <QList>
#include <QString>

#include <map>
#include <set>
#include <tuple>

namespace central {

class PgConnection;

/// What became of a piece of the server's log.
struct Noted
{
    qint64 refused = 0;   ///< connections
    QStringList locked{}; ///< users
    bool gap = false;     ///< lines of the server's log were missing
};

/// Writes refused connections into the registers' logs, counts them, and shuts logins. Part of the
/// caller's transaction, over the connection of a superuser.
///
/// What counts: a wrong password behind a certificate that the server has accepted (pg_hba.conf
/// asks for it first), and it counts against whom the certificate names, never against whom the
/// caller says he is. So whoever tries another's name shuts himself out, and without a card nobody
/// is shut out by anybody. Only where the server's log does not name cards it counts against the
/// name given: then somebody with any card could shut out others, and guessing would otherwise have
/// no end. A success ends the count, but not that of other names: who signs in himself after every
/// fourth guess at a colleague's password would guess for ever.
class WatchLocks final
{
public:
    /// Reads the accounts. StatementFailed and what PgConnection answers.
    [[nodiscard]] static base::Result<WatchLocks> open(PgConnection &connection);
    void take(const Connection &attempt);
    /// Writes what was taken.
    [[nodiscard]] base::Result<Noted> write();

private:
    struct Account
    {
        QString code;
        bool shut = false;    ///< the login
        bool wasShut = false; ///< in the register
        int count = 0;
        int counted = 0;       ///< in the register
        int others = 0;        ///< of the day, for another's name: no success takes these back
        int othersCounted = 0; ///< in the register
        int allowed = 0;
    };
    struct Line
    {
        QString user;
        QString card;
        QString address;
        QString why;
        bool operator<(const Line &other) const
        {
            return std::tie(user, card, address, why) <
                   std::tie(other.user, other.card, other.address, other.why);
        }
    };
    struct Times
    {
        qint64 count = 0;
        QString last;
    };
    explicit WatchLocks(PgConnection &connection)
        : m_connection(connection)
    {
    }
    [[nodiscard]] base::Result<> readAccounts();
    void count(const Connection &attempt);
    [[nodiscard]] QString reasonOf(const Connection &attempt) const;
    [[nodiscard]] std::set<QString> citiesOf(const Line &line) const;
    [[nodiscard]] base::Result<> writeLine(const Line &line, const Times &times);
    [[nodiscard]] base::Result<> writeAccount(const QString &user, const Account &account);

    PgConnection &m_connection;
    QString m_database;
    bool m_cardsAreLogged = false;
    QHash<QString, Account> m_accounts;
    std::set<QString> m_cities;
    std::map<Line, Times> m_lines;
    Noted m_noted;
};

} // namespace central
