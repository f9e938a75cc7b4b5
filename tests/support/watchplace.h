#pragma once

#include "central/registerwatch.h"
#include "support/attackedregister.h"

#include <QTemporaryDir>

namespace support {

/// A register with the watch beside it. What other tests have left in the log of the server, which
/// is one for the whole program, is read and forgotten.
class WatchPlace final
{
public:
    WatchPlace()
        : m_connection(open())
        , m_watch(*m_connection, parts())
    {
        follow();
        m_register.sql(QStringLiteral("update office.user_account set locked = false"));
        follow();
        m_register.sql(QStringLiteral("delete from office.refused_count"));
        m_before = m_register
                       .sql(QStringLiteral("select coalesce(max(number), 0) from "
                                           "office.register_log"))
                       .toLongLong();
    }
    [[nodiscard]] AttackedRegister &place() { return m_register; }
    [[nodiscard]] central::RegisterWatch &watch() { return m_watch; }
    /// Another watch on the same files, as after a crash.
    [[nodiscard]] central::RegisterWatch another() { return {*m_connection, parts()}; }
    [[nodiscard]] central::PgConnection &connection() { return *m_connection; }
    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString seals() const { return at(QStringLiteral("seals")); }
    [[nodiscard]] static base::crypto::KeyPair key()
    {
        return base::crypto::signingKeyPairFrom(keyOf('k'));
    }
    QString sql(const QString &text) const { return m_register.sql(text); }
    [[nodiscard]] QString administrator() const
    {
        return TestPostgresRegister::cluster().administrator(m_register.database());
    }

    central::Noted follow()
    {
        const auto noted = m_watch.followLog();
        if (!noted)
            qFatal("the log was not followed: %s", qPrintable(noted.error().detail));
        return *noted;
    }
    /// Follows until `count` refused connections are noted in all since the test began; the server
    /// writes its log a moment later.
    bool refused(qint64 count)
    {
        QElapsedTimer waiting;
        for (waiting.start(); waiting.elapsed() < 20'000; QThread::msleep(20)) {
            follow();
            if (noted() >= count)
                break;
        }
        return noted() == count;
    }
    /// Refused connections in the register's log since the test began.
    [[nodiscard]] qint64 noted() const
    {
        return sql(QStringLiteral("select coalesce(sum(substring(detail from 'times ([0-9]+)')"
                                  "::bigint), 0) from office.register_log where number > %1 and "
                                  "call = 'connect' and outcome = 'RegisterRefused'")
                       .arg(m_before))
            .toLongLong();
    }
    /// "user outcome detail" of the newest line about connections.
    [[nodiscard]] QString lastLine() const
    {
        return sql(QStringLiteral("select user_id || ' ' || outcome || ' ' || detail from "
                                  "office.register_log where call = 'connect' and number > %1 "
                                  "order by number desc limit 1")
                       .arg(m_before));
    }
    [[nodiscard]] QString locked() const
    {
        return sql(QStringLiteral("select string_agg(user_id, ' ' order by user_id) from "
                                  "office.user_account where locked"));
    }
    /// What psql says to somebody with this certificate; empty = he is in.
    QString tried(const QString &user, const QString &password,
                  const std::optional<QString> &card = {}) const
    {
        const QString shown = card.value_or(user);
        QString connection =
            shown.isEmpty()
                ? TestPostgresRegister::cluster().connection(user, {}, m_register.database())
                : m_register.place(shown).target.connect;
        if (!shown.isEmpty())
            connection.replace(QStringLiteral("user=") + shown + u' ',
                               QStringLiteral("user=") + user + u' ');
        return TestCluster::ask(connection, password, QStringLiteral("select 1")).error;
    }
    [[nodiscard]] static QString password() { return QString(base::crypto::keyBytes, u'w'); }

private:
    [[nodiscard]] std::unique_ptr<central::PgConnection> open() const
    {
        central::PgTarget target;
        target.connect = administrator();
        target.statementLimitMs = 60'000;
        auto made = central::PgConnection::open(target);
        if (!made)
            qFatal("no connection");
        return std::move(*made);
    }
    [[nodiscard]] central::RegisterWatch::Parts parts() const
    {
        return {.log = central::ServerLog(TestPostgresRegister::cluster().logFolder()),
                .seals = central::SealsFile(seals()),
                .key = key()};
    }

    AttackedRegister m_register;
    QTemporaryDir m_folder;
    std::unique_ptr<central::PgConnection> m_connection;
    central::RegisterWatch m_watch;
    qint64 m_before = 0;
};

} // namespace support
