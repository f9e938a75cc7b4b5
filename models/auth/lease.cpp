#include "auth/lease.h"

#include "auth/passwordrules.h"
#include "central/useraccounts.h"

#include <QCborArray>
#include <QCborValue>
#include <QTimeZone>

#include <algorithm>

namespace auth {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int layout = 1;
constexpr qsizetype fields = 8;

qint64 msOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}
QDateTime timeOf(const QCborValue &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC);
}
QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}
QDate dayOf(const QCborValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QCborArray arrayOf(const central::User &user)
{
    QCborArray grants;
    for (const auto &grant : user.grants)
        grants.append(QCborArray{int(grant.right), dayText(grant.from), dayText(grant.to)});
    return {user.id,
            user.name,
            user.section,
            int(user.role),
            grants,
            user.certificateFingerprint,
            dayText(user.passwordChangedOn),
            dayText(user.validFrom),
            dayText(user.validTo)};
}

central::User userOf(const QCborArray &array)
{
    central::User user{.id = array.at(0).toString(),
                       .name = array.at(1).toString(),
                       .section = array.at(2).toString(),
                       .role = central::Role(array.at(3).toInteger()),
                       .grants = {},
                       .certificateFingerprint = array.at(5).toByteArray(),
                       .passwordChangedOn = dayOf(array.at(6)),
                       .validFrom = dayOf(array.at(7)),
                       .validTo = dayOf(array.at(8))};
    for (const QCborValue &one : array.at(4).toArray()) {
        const QCborArray grant = one.toArray();
        user.grants.append({.right = central::Right(grant.at(0).toInteger()),
                            .from = dayOf(grant.at(1)),
                            .to = dayOf(grant.at(2))});
    }
    return user;
}

/// Every number of the policy, in the order of its declaration.
template <typename Policy>
auto numbersOf(Policy &policy)
{
    return std::array{&policy.failuresBeforeLock, &policy.passwordDays,
                      &policy.passwordLength,     &policy.idleLockSeconds,
                      &policy.idleSignOutSeconds, &policy.tokenPollMs,
                      &policy.leaseHours,         &policy.restrictionAgeMinutes,
                      &policy.relockSeconds,      &policy.searchPauseMs,
                      &policy.rowLimit,           &policy.leastConditions};
}

} // namespace

QByteArray encodeSession(const central::Session &session)
{
    QCborArray policy;
    for (const int *number : numbersOf(session.policy))
        policy.append(*number);
    const QCborArray station{session.station.id, session.station.name,
                             QCborArray::fromStringList(session.station.scopes),
                             session.station.logKey};
    const QCborArray identity{session.identity.registerId, session.identity.municipality,
                              session.identity.code, session.identity.training};
    return QCborArray{
        layout,         arrayOf(session.user),
        policy,         station,
        identity,       QCborArray{msOf(session.registerTime), msOf(session.leaseUntil)},
        session.logKey, session.mustChangePassword}
        .toCborValue()
        .toCbor();
}

Result<central::Session> decodeSession(const QByteArray &bytes)
{
    QCborParserError problem;
    const QCborArray array = QCborValue::fromCbor(bytes, &problem).toArray();
    central::Session session;
    const auto numbers = numbersOf(session.policy);
    const QCborArray policy = array.at(2).toArray();
    if (problem.error != QCborError::NoError || array.size() != fields ||
        array.at(0).toInteger() != layout || policy.size() != qsizetype(numbers.size()))
        return base::fail(ErrorCode::JournalDamaged, QStringLiteral("a lease"));
    session.user = userOf(array.at(1).toArray());
    for (qsizetype at = 0; at < policy.size(); ++at)
        *numbers[std::size_t(at)] = int(policy.at(at).toInteger());
    const QCborArray station = array.at(3).toArray();
    session.station = {.id = station.at(0).toString(),
                       .name = station.at(1).toString(),
                       .scopes = {},
                       .logKey = station.at(3).toByteArray()};
    for (const QCborValue &scope : station.at(2).toArray())
        session.station.scopes.append(scope.toString());
    const QCborArray identity = array.at(4).toArray();
    session.identity = {.registerId = identity.at(0).toString(),
                        .municipality = identity.at(1).toString(),
                        .code = identity.at(2).toString(),
                        .training = identity.at(3).toBool()};
    session.registerTime = timeOf(array.at(5).toArray().at(0));
    session.leaseUntil = timeOf(array.at(5).toArray().at(1));
    session.logKey = array.at(6).toByteArray();
    session.mustChangePassword = array.at(7).toBool();
    return session;
}

Result<central::Session> offlineSession(const OfflineTry &offline)
{
    if (offline.session.isEmpty())
        return base::fail(ErrorCode::LeaseMissing);
    auto session = decodeSession(offline.session);
    if (!session)
        return session;
    if (session->user.id != offline.userId ||
        session->user.certificateFingerprint != offline.certificateFingerprint)
        return base::fail(ErrorCode::LeaseMissing);
    if (offline.nowMs < offline.trustedMs - clockToleranceMs)
        return base::fail(ErrorCode::ClockBehind);
    const qint64 nowMs = std::max(offline.nowMs, offline.trustedMs);
    if (nowMs >= offline.leaseUntilMs)
        return base::fail(ErrorCode::LeaseEnded);
    // The calendar day in Japan.
    constexpr int japanSeconds = 9 * 3600;
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toOffsetFromUtc(japanSeconds).date();
    if (!central::isValidOn(session->user, today))
        return base::fail(ErrorCode::UserExpired);
    // Only the register changes it.
    if (session->mustChangePassword ||
        passwordEnds(session->user.passwordChangedOn, session->policy.passwordDays) < today)
        return base::fail(ErrorCode::PasswordExpired);
    session->leaseUntil = QDateTime::fromMSecsSinceEpoch(offline.leaseUntilMs, Qt::UTC);
    session->rights = central::rightsOn(session->user, today);
    return session;
}

} // namespace auth
