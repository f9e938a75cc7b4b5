#pragma once

#include "base/crypto.h"
#include "support/clusterparts.h"

#include <postgresql/libpq-fe.h>

#include <memory>

namespace support {

/// A connection as whoever has both factors can make it: any statement, answered as text.
class RawSession final
{
public:
    RawSession(const QString &connection, const base::Secret &password)
        : m_connection(PQconnectdb((connection + QStringLiteral(" password='") +
                                    QString::fromLatin1(bytes(password)) + u'\'')
                                       .toUtf8()
                                       .constData()),
                       &PQfinish)
    {
        PQsetNoticeReceiver(
            m_connection.get(), [](void *, const PGresult *) {}, nullptr);
    }
    [[nodiscard]] bool isOpen() const { return PQstatus(m_connection.get()) == CONNECTION_OK; }

    /// Rows by line break, cells by |; "SQLSTATE 42501" for what the server does not do.
    QString operator()(const QString &sql) const
    {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(
            PQexec(m_connection.get(), sql.toUtf8().constData()), &PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
            return QStringLiteral("SQLSTATE ") +
                   QString::fromLatin1(PQresultErrorField(result.get(), PG_DIAG_SQLSTATE));
        QStringList lines;
        for (int row = 0; row < PQntuples(result.get()); ++row) {
            QStringList cells;
            for (int column = 0; column < PQnfields(result.get()); ++column)
                cells.append(QString::fromUtf8(PQgetvalue(result.get(), row, column)));
            lines.append(cells.join(u'|'));
        }
        return lines.join(u'\n');
    }
    [[nodiscard]] QString nonce() const
    {
        return (*this)(QStringLiteral("select encode(nonce, 'hex') from api.nonce()"));
    }
    [[nodiscard]] static QString proof(const QString &nonce, const QString &station,
                                       const base::Secret &key)
    {
        const QByteArray over = QByteArray::fromHex(nonce.toLatin1()) + station.toUtf8();
        return QString::fromLatin1(base::crypto::hmac(key, over).toHex());
    }
    /// The status of open_session with this proof.
    [[nodiscard]] QString open(const QString &station, const QString &proof) const
    {
        return (*this)(QStringLiteral("select status from api.open_session('%1', '\\x%2')")
                           .arg(station, proof));
    }
    [[nodiscard]] QString signIn(const QString &station, const base::Secret &key) const
    {
        return open(station, proof(nonce(), station, key));
    }
    [[nodiscard]] QString ask(const QString &what) const
    {
        return (*this)(QStringLiteral("select ticket from api.ask('%1')").arg(what));
    }

private:
    static QByteArray bytes(const base::Secret &secret)
    {
        return {reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size())};
    }
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

} // namespace support
