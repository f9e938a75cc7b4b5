#include "central/watchconnections.h"

#include <QJsonDocument>

#include <algorithm>

namespace central {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOpen = 1000; // several times as many as a server has connections

/// After a power cut the next line stands behind a broken one.
QJsonObject objectIn(const QByteArray &line)
{
    const QJsonObject whole = QJsonDocument::fromJson(line).object();
    if (!whole.isEmpty())
        return whole;
    const qsizetype last = line.lastIndexOf("{\"timestamp\":");
    return last < 0 ? whole : QJsonDocument::fromJson(line.mid(last)).object();
}

/// OpenSSL's own words of a failed handshake, which the caller has no part in.
QString tlsWords(const QString &message)
{
    QString words = message.section(u": "_s, 1);
    words.removeIf([](QChar c) { return c.unicode() > 0x7e || c.unicode() < 0x20; });
    return u"TLS: "_s + words.left(60);
}

QString reasonOf(const QString &message)
{
    if (message.startsWith("connection requires a valid client certificate"_L1))
        return u"no certificate"_s;
    if (message.startsWith("pg_hba.conf rejects"_L1) || message.startsWith("no pg_hba.conf"_L1))
        return u"not this way"_s;
    if (message.endsWith("is not permitted to log in"_L1))
        return u"may not sign in"_s;
    return u"not this database"_s;
}

} // namespace

void ConnectionReader::remember(const QString &session, const QString &message)
{
    // SSL connection from DN:"..." CN:"..."
    const QString mark = u" CN:\""_s;
    const qsizetype at = message.lastIndexOf(mark);
    const QString card = at < 0 ? QString() : message.mid(at + mark.size()).chopped(1);
    // Sessions begin with the time: the oldest stand first.
    if (m_open.size() >= mostOpen)
        m_open.erase(m_open.begin());
    m_open.insert(session, card == "(anonymous)"_L1 ? QString() : card);
}

std::optional<Connection> ConnectionReader::take(const QByteArray &line)
{
    const QJsonObject object = objectIn(line);
    const auto field = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    const QString session = field("session_id"_L1);
    const QString severity = field("error_severity"_L1);
    const QString message = field("message"_L1);
    const QString state = field("state_code"_L1);
    if (session.isEmpty())
        return std::nullopt;
    if (severity.startsWith("DEBUG"_L1)) {
        if (message.startsWith("SSL connection from DN:"_L1))
            remember(session, message);
        return std::nullopt;
    }
    Connection end{.user = field("user"_L1),
                   .card = m_open.value(session).toString(),
                   .address = field("remote_host"_L1),
                   .database = field("dbname"_L1),
                   .why = {},
                   .at = field("timestamp"_L1)};
    const QString step = field("ps"_L1);
    if (severity == "LOG"_L1 && step == "authentication"_L1 &&
        (message.startsWith("connection authorized: "_L1) ||
         message.startsWith("replication connection authorized: "_L1))) {
        end.outcome = Connection::Outcome::Accepted;
    } else if (severity == "FATAL"_L1 && state == "28P01"_L1) {
        end.outcome = Connection::Outcome::WrongPassword;
        end.why = u"wrong password"_s;
    } else if (severity == "FATAL"_L1 &&
               (state == "28000"_L1 || state == "3D000"_L1 || state == "42501"_L1)) {
        end.why = reasonOf(message);
    } else if (severity == "LOG"_L1 && message.startsWith("could not accept SSL connection: "_L1)) {
        // Whoever only knocks, as monitoring does, tries nothing.
        if (state != "08P01"_L1 || message.contains("EOF"_L1))
            return std::nullopt;
        end.why = tlsWords(message);
    } else {
        return std::nullopt;
    }
    m_open.remove(session);
    return end;
}

} // namespace central
