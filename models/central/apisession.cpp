#include "central/apisession.h"

#include "base/crypto.h"
#include "base/errorname.h"
#include "central/pgfailure.h"
#include "central/sessionanswer.h"

#include <QElapsedTimer>

#include <utility>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 180'000;

/// The code of a status, such as "RightMissing".
ErrorCode codeNamed(const QString &status)
{
    static const QHash<QString, ErrorCode> codes = [] {
        QHash<QString, ErrorCode> all;
        for (int code = 0; code < int(ErrorCode::Count); ++code)
            all.insert(base::errorName(ErrorCode(code)), ErrorCode(code));
        return all;
    }();
    return codes.value(status, ErrorCode::RegisterNewer);
}

/// Many fetches are served by one ticket.
bool lasts(const QString &what)
{
    return what == "load"_L1 || what == "feed"_L1;
}

} // namespace

/// A password that was refused is not tried again: it was changed elsewhere, and each try would
/// count as a failure of somebody who types nothing.
Result<> ApiSession::makeConnection()
{
    if (m_refused)
        return tl::unexpected(*m_refused);
    auto opened = PgConnection::open(m_place.target);
    if (opened) {
        m_connection = std::move(*opened);
        return {};
    }
    if (!isWrongPassword(opened.error()))
        return base::fail(opened);
    if (!m_wanted.empty()) {
        const base::Secret former = std::exchange(m_place.target.password, m_wanted);
        if (auto changed = PgConnection::open(m_place.target); changed) {
            m_wanted.clear();
            m_connection = std::move(*changed);
            return {};
        } else if (!isWrongPassword(changed.error())) {
            m_place.target.password = former;
            return base::fail(changed);
        }
    }
    m_refused = opened.error();
    return base::fail(opened);
}

void ApiSession::usePassword(const base::Secret &password)
{
    m_place.target.password = password;
    m_wanted.clear();
    m_refused.reset();
}

Result<bool> ApiSession::findPassword(const base::Secret &wanted)
{
    if (m_connection && m_connection->isOpen())
        return false; // the server said no: nothing was lost
    m_wanted = wanted;
    if (const auto connected = connect(); !connected)
        return base::fail(connected);
    return m_wanted.empty();
}

Result<> ApiSession::connect()
{
    if (m_connection && m_connection->isOpen())
        return {};
    m_watch.reset();
    m_connection.reset();
    m_tickets.clear();
    if (const auto made = makeConnection(); !made)
        return made;
    if (!m_request)
        return {};
    const auto session = openNow(*m_request);
    if (session) {
        // Nobody listened while there was no connection.
        wake();
        return {};
    }
    // Refused now: it stays closed, and says so, until somebody signs in again.
    if (session.error().code != ErrorCode::RegisterUnreachable)
        close();
    return base::fail(session);
}

Result<PgResult> ApiSession::callNow(const QString &statement, const QList<PgValue> &values)
{
    auto result = m_connection->run(statement, values);
    hear();
    if (!result)
        return result;
    if (result->rows() == 0)
        return base::fail(ErrorCode::RegisterNewer, QStringLiteral("no status"));
    const QString status = result->text(0, 0);
    if (status == "ok"_L1)
        return result;
    // Which field of an entry is wrong, or which rule of an 異動, is for the clerk.
    const auto code = codeNamed(status);
    const bool named = code == ErrorCode::EntryIncomplete || code == ErrorCode::MoveRefused;
    const QString field = named ? result->text(0, 1) : QString();
    return base::fail(code, field.isEmpty() ? u"status "_s + status : field);
}

Result<PgResult> ApiSession::again(const Job &job)
{
    QElapsedTimer waited;
    waited.start();
    for (bool last = false;; last = true) {
        if (const auto connected = connect(); !connected)
            return base::fail(connected);
        auto answer = job();
        // Whoever has waited for long already is told; the next call connects again.
        if (answer || last || m_connection->isOpen() ||
            waited.elapsed() > m_place.target.connectLimitMs)
            return answer;
    }
}

Result<PgResult> ApiSession::call(const QString &statement, const QList<PgValue> &values)
{
    if (const auto connected = connect(); !connected)
        return base::fail(connected);
    return callNow(statement, values);
}

Result<PgResult> ApiSession::read(const QString &statement, const QList<PgValue> &values)
{
    return again([this, &statement, &values] { return callNow(statement, values); });
}

Result<qint64> ApiSession::ticket(const QString &what)
{
    if (const auto held = m_tickets.constFind(what); held != m_tickets.constEnd())
        return *held;
    const auto asked = callNow(QStringLiteral("register/link/ask"), {what});
    if (!asked)
        return base::fail(asked);
    const qint64 number = asked->integer(0, 1);
    if (lasts(what))
        m_tickets.insert(what, number);
    return number;
}

Result<PgResult> ApiSession::fetchNow(const QString &what, const QString &statement,
                                      QList<PgValue> values)
{
    const bool held = m_tickets.contains(what);
    const auto first = ticket(what);
    if (!first)
        return base::fail(first);
    values.prepend(*first);
    auto fetched = callNow(statement, values);
    if (fetched || !held || fetched.error().code != ErrorCode::RegisterRefused)
        return fetched;
    // The register keeps a ticket for a day.
    m_tickets.remove(what);
    const auto second = ticket(what);
    if (!second)
        return base::fail(second);
    values.first() = *second;
    return callNow(statement, values);
}

Result<PgResult> ApiSession::fetch(const QString &what, const QString &statement,
                                   const QList<PgValue> &values)
{
    return again([&] { return fetchNow(what, statement, values); });
}

Result<PgResult> ApiSession::fetchAsked(const QString &ask, const QList<PgValue> &values,
                                        const QString &statement)
{
    return again([&]() -> Result<PgResult> {
        const auto asked = callNow(ask, values);
        if (!asked)
            return base::fail(asked);
        return callNow(statement, {asked->integer(0, 1)});
    });
}

Result<PgResult> ApiSession::fetchPatiently(const QString &what, const QString &statement)
{
    return again([&]() -> Result<PgResult> {
        if (const auto longer = m_connection->setStatementLimit(patienceMs); !longer)
            return base::fail(longer);
        auto fetched = fetchNow(what, statement, {});
        if (!m_connection->isOpen())
            return fetched;
        const auto back = m_connection->setStatementLimit(m_place.target.statementLimitMs);
        if (fetched && !back)
            return base::fail(back);
        return fetched;
    });
}

Result<Session> ApiSession::openNow(const SignInRequest &request)
{
    m_tickets.clear();
    const auto nonce = callNow(QStringLiteral("register/link/nonce"), {});
    if (!nonce)
        return base::fail(nonce);
    const QByteArray proof =
        base::crypto::hmac(m_place.proofKey, nonce->bytes(0, 1) + request.stationId.toUtf8());
    const auto answer =
        callNow(QStringLiteral("register/link/open_session"), {request.stationId, proof});
    if (!answer)
        return base::fail(answer);
    auto session = readSessionAnswer(answer->text(0, 1));
    if (!session)
        return session;
    // The server knows the clerk by the connection: whoever was asked for must be the same.
    if (session->user.id != request.userId || request.certificateFingerprint.isEmpty() ||
        session->user.certificateFingerprint != request.certificateFingerprint) {
        close();
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("another certificate"));
    }
    listen();
    return session;
}

Result<Session> ApiSession::open(const SignInRequest &request)
{
    m_request.reset();
    m_stationLogKey.clear();
    if (const auto connected = connect(); !connected)
        return base::fail(connected);
    auto session = openNow(request);
    if (session) {
        m_request = request;
        m_stationLogKey = session->station.logKey;
    }
    return session;
}

void ApiSession::whenFed(std::function<void()> tell)
{
    m_tell = std::move(tell);
    m_watch.reset();
    if (m_request && m_connection && m_connection->isOpen())
        listen();
}

void ApiSession::listen()
{
    m_watch.reset();
    if (!m_tell)
        return;
    // Whoever is not woken asks at times by himself: a refusal here is no failure.
    if (const auto done = callNow(QStringLiteral("register/link/listen"), {}); !done)
        return;
    m_watch = std::make_unique<QSocketNotifier>(m_connection->socket(), QSocketNotifier::Read);
    QObject::connect(m_watch.get(), &QSocketNotifier::activated, m_watch.get(), [this] { hear(); });
}

void ApiSession::hear()
{
    const auto heard = m_connection->hear();
    if (heard == PgConnection::Heard::Something)
        wake();
    if (heard == PgConnection::Heard::Lost && m_watch)
        m_watch->setEnabled(false);
}

void ApiSession::wake()
{
    // Never from inside a call, nor from inside the signal of what it may end.
    if (m_watch)
        QMetaObject::invokeMethod(
            m_watch.get(), [this] { m_tell(); }, Qt::QueuedConnection);
}

void ApiSession::close()
{
    m_watch.reset();
    m_request.reset();
    m_stationLogKey.clear();
    m_tickets.clear();
    if (!m_connection || !m_connection->isOpen())
        return;
    // What cannot be closed in words is closed by ending the connection: the session is its own.
    // Listening ends with the connection only; who closes a session is not woken any more.
    if (const auto closed = callNow(QStringLiteral("register/link/close_session"), {}); !closed)
        m_connection.reset();
}

} // namespace central
