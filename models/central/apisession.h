#pragma once

#include "central/postgreslink.h"

#include <QHash>
#include <QSocketNotifier>

#include <functional>

namespace central {

/// The connection of a PostgresLink and the session on it, in the link's thread: connecting again,
/// opening the session again, asking for tickets, and the status that every function of `api`
/// answers first.
class ApiSession final
{
public:
    explicit ApiSession(PostgresPlace place)
        : m_place(std::move(place))
    {
    }

    /// Connects when there is no connection, and opens the session that was open.
    [[nodiscard]] base::Result<> connect();
    [[nodiscard]] base::Result<Session> open(const SignInRequest &request);
    void close();
    /// For connections that are made from now on.
    void usePassword(const base::Secret &password);
    /// The answer to a change to `wanted` was lost: connects with whichever of the two the server
    /// takes, now or at a later call. True: the new one counts.
    [[nodiscard]] base::Result<bool> findPassword(const base::Secret &wanted);
    /// Ed25519 open key of the session's station; empty without a session.
    [[nodiscard]] const QByteArray &stationLogKey() const { return m_stationLogKey; }

    /// One call of a function. A status that is not "ok" is its error. Connects when needed.
    [[nodiscard]] base::Result<PgResult> call(const QString &statement,
                                              const QList<PgValue> &values = {});
    /// As call(), and once more when the connection was lost: for what changes nothing.
    [[nodiscard]] base::Result<PgResult> read(const QString &statement,
                                              const QList<PgValue> &values = {});
    /// Asks for `what` and fetches it with the ticket as $1, `values` as $2 and on. Tickets of
    /// 'load' and 'feed' serve many fetches.
    [[nodiscard]] base::Result<PgResult> fetch(const QString &what, const QString &statement,
                                               const QList<PgValue> &values = {});

    /// As fetch(), asked for with a statement of its own, once.
    [[nodiscard]] base::Result<PgResult>
    fetchAsked(const QString &ask, const QList<PgValue> &values, const QString &statement);
    /// As fetch(), for what takes minutes in a large city.
    [[nodiscard]] base::Result<PgResult> fetchPatiently(const QString &what,
                                                        const QString &statement);

    /// Called in this thread when the server says that the feed grew, or may have.
    void whenFed(std::function<void()> tell);

private:
    [[nodiscard]] base::Result<> makeConnection();
    [[nodiscard]] base::Result<Session> openNow(const SignInRequest &request);
    [[nodiscard]] base::Result<PgResult> callNow(const QString &statement,
                                                 const QList<PgValue> &values);
    [[nodiscard]] base::Result<PgResult> fetchNow(const QString &what, const QString &statement,
                                                  QList<PgValue> values);
    [[nodiscard]] base::Result<qint64> ticket(const QString &what);
    using Job = std::function<base::Result<PgResult>()>;
    [[nodiscard]] base::Result<PgResult> again(const Job &job);
    void listen();
    void hear();
    void wake();

    PostgresPlace m_place;
    base::Secret m_wanted;                ///< perhaps the password of now; empty = surely not
    std::optional<base::Error> m_refused; ///< the password was: it is not tried again
    std::unique_ptr<PgConnection> m_connection;
    std::optional<SignInRequest> m_request; ///< of the session that is open
    QByteArray m_stationLogKey;
    QHash<QString, qint64> m_tickets;
    std::function<void()> m_tell;
    std::unique_ptr<QSocketNotifier> m_watch; ///< of a connection that listens
};

} // namespace central
