#include "central/sessionanswer.h"

#include "central/policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

QDate day(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QByteArray bytes(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

User userOf(const QJsonObject &object)
{
    User user{.id = object["id"_L1].toString(),
              .name = object["name"_L1].toString(),
              .section = object["section"_L1].toString(),
              .role = Role(object["role"_L1].toInt()),
              .grants = {},
              .certificateFingerprint = bytes(object["fingerprint"_L1]),
              .passwordChangedOn = day(object["passwordChangedOn"_L1]),
              .validFrom = day(object["validFrom"_L1]),
              .validTo = day(object["validTo"_L1]),
              .locked = object["locked"_L1].toBool(),
              .failures = object["failures"_L1].toInt()};
    const auto grants = object["grants"_L1].toArray();
    for (const auto &value : grants) {
        const auto grant = value.toObject();
        user.grants.append({.right = Right(grant["right"_L1].toInt()),
                            .from = day(grant["from"_L1]),
                            .to = day(grant["to"_L1])});
    }
    return user;
}

Station stationOf(const QJsonObject &object)
{
    Station station{.id = object["id"_L1].toString(),
                    .name = object["name"_L1].toString(),
                    .scopes = {},
                    .logKey = bytes(object["logKey"_L1])};
    const auto scopes = object["scopes"_L1].toArray();
    for (const auto &scope : scopes)
        station.scopes.append(scope.toString());
    return station;
}

} // namespace

Result<Session> readSessionAnswer(const QString &json)
{
    const auto whole = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto identity = whole["identity"_L1].toObject();
    Session session{.user = userOf(whole["user"_L1].toObject()),
                    .rights = Rights::fromInt(whole["rights"_L1].toInt()),
                    .policy = {},
                    .station = stationOf(whole["station"_L1].toObject()),
                    .identity = {.registerId = identity["registerId"_L1].toString(),
                                 .municipality = identity["municipality"_L1].toString(),
                                 .code = identity["code"_L1].toString(),
                                 .training = identity["training"_L1].toBool()},
                    .registerTime = QDateTime::fromMSecsSinceEpoch(
                        qint64(whole["registerTime"_L1].toDouble()), Qt::UTC),
                    .leaseUntil = {},
                    .logKey = bytes(whole["logKey"_L1])};
    const QDate today = day(whole["today"_L1]);
    const int failures = whole["failuresBeforeLock"_L1].toInt();
    if (session.user.id.isEmpty() || session.station.id.isEmpty() ||
        session.identity.registerId.isEmpty() || session.logKey.isEmpty() || !today.isValid() ||
        failures <= 0 || whole["passwordDays"_L1].toInt() <= 0)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("the session's answer"));
    const auto policy = policyOn(today);
    if (!policy)
        return base::fail(policy);
    session.policy = *policy;
    session.policy.failuresBeforeLock = failures;
    session.leaseUntil = session.registerTime.addSecs(qint64{session.policy.leaseHours} * 60 * 60);
    session.policy.passwordDays = whole["passwordDays"_L1].toInt();
    session.policy.passwordHistory = whole["passwordHistory"_L1].toInt();
    session.mustChangePassword = whole["mustChange"_L1].toBool(true);
    return session;
}

} // namespace central
