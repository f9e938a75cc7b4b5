#include "central/pgfailure.h"

#include <QRegularExpression>

namespace central {

using base::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

constexpr auto finalWord = "server: "_L1;

ErrorCode codeOf(const QByteArray &state)
{
    // Appendix A of PostgreSQL's documentation.
    if (state.startsWith("28") || state == "42501" || state == "3D000")
        return ErrorCode::RegisterRefused; // invalid authorization, no privilege, no such database
    if (state.startsWith("08") || state.startsWith("57P") || state == "57014" || state == "53300" ||
        state == "55P03" || state == "25006" || state == "25P03")
        return ErrorCode::RegisterUnreachable; // connection, shutdown, time is up, too many, lock
    return ErrorCode::StatementFailed;
}

} // namespace

base::Error statementFailure(const QByteArray &state)
{
    return {.code = codeOf(state), .detail = finalWord + QString::fromLatin1(state)};
}

base::Error connectFailure(const QByteArray &said)
{
    static const QRegularExpression stated(u"(?:FATAL|ERROR|PANIC):\\s+([0-9A-Z]{5})\\s"_s);
    static const QRegularExpression tls(u"SSL error: ([A-Za-z0-9 ]{1,60})"_s);
    const QString text = QString::fromUtf8(said) + u'\n';
    if (const auto match = stated.match(text); match.hasMatch()) {
        auto error = statementFailure(match.captured(1).toLatin1());
        if (error.code == ErrorCode::StatementFailed)
            error.code = ErrorCode::RegisterUnreachable;
        return error;
    }
    if (text.contains("private key"_L1) || text.contains("engine"_L1))
        return {.code = ErrorCode::RegisterRefused, .detail = u"the key of the card"_s};
    if (text.contains("certificate"_L1) || text.contains("does not match host name"_L1)) {
        const auto match = tls.match(text);
        return {.code = ErrorCode::RegisterRefused,
                .detail = u"certificate: "_s + match.captured(1)};
    }
    if (text.contains("no password supplied"_L1))
        return {.code = ErrorCode::RegisterRefused, .detail = u"no password"_s};
    if (text.contains("does not support SSL"_L1))
        return {.code = ErrorCode::RegisterRefused, .detail = u"the server has no TLS"_s};
    // Broken off is not refused; anything else that TLS has to say is, also by our own card.
    if (text.contains("SSL error"_L1) && !text.contains("unexpected eof"_L1))
        return {.code = ErrorCode::RegisterRefused,
                .detail = u"TLS: "_s + tls.match(text).captured(1)};
    if (text.contains("read-only"_L1) || text.contains("hot standby"_L1))
        return {.code = ErrorCode::RegisterUnreachable, .detail = u"takes no writes"_s};
    return {.code = ErrorCode::RegisterUnreachable, .detail = u"no connection"_s};
}

bool isFinal(const base::Error &error)
{
    return error.code == ErrorCode::RegisterRefused && error.detail.startsWith(finalWord);
}

bool isWrongPassword(const base::Error &error)
{
    return isFinal(error) && error.detail.endsWith("28P01"_L1); // invalid_password
}

} // namespace central
