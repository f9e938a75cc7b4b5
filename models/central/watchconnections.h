#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace central {

/// How an attempt to connect to the server ended.
struct Connection
{
    enum class Outcome {
        Accepted,
        WrongPassword, ///< with a valid certificate, be it his or another's
        Refused        ///< anything else
    };
    Outcome outcome = Outcome::Refused;
    QString user;     ///< as whoever called named himself; empty: he did not come so far
    QString card;     ///< whom his certificate names; empty: none was shown, or it is not known
    QString address;  ///< "[local]" for the server's socket
    QString database; ///< as he named it
    QString why;      ///< in words; nothing of what the caller wrote
    QString at;       ///< as the server writes it
};

/// Finds the ends of attempts in the lines of a server's log. The card stands in an earlier line
/// than the end, so what is open is part of what has to be kept.
class ConnectionReader final
{
public:
    explicit ConnectionReader(QJsonObject open = {})
        : m_open(std::move(open))
    {
    }
    /// One line; an attempt when it has ended with it. What cannot be read is passed over.
    [[nodiscard]] std::optional<Connection> take(const QByteArray &line);
    /// Cards of connections that have not ended yet, by session.
    [[nodiscard]] const QJsonObject &open() const { return m_open; }

private:
    void remember(const QString &session, const QString &message);

    QJsonObject m_open;
};

} // namespace central
