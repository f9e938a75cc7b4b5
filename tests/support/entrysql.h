#pragma once

#include <QString>

// Calls of what clerks write, as somebody writes them by hand (tests/central).
namespace support {

inline QString uuidNumber(int n)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(n, 12, 10, QLatin1Char('0'));
}
inline QString submitCall(int n, int kind, int base, const QString &fields,
                          const QString &reason = {})
{
    return QStringLiteral("select status, field from api.submit('%1', %2, %3, '%4', '%5', now())")
        .arg(uuidNumber(n))
        .arg(kind)
        .arg(base)
        .arg(fields, reason);
}
inline QString noteFields(int person, const QString &text, int id = 0)
{
    return QStringLiteral("{\"id\":%1,\"person\":%2,\"text\":\"%3\",\"withdrawn\":false}")
        .arg(id)
        .arg(person)
        .arg(text);
}
inline QString contactFields(int person, const QString &telephone)
{
    return QStringLiteral("{\"person\":%1,\"telephone\":\"%2\",\"sendPostalCode\":\"\","
                          "\"sendAddress\":\"\",\"sendName\":\"\"}")
        .arg(person)
        .arg(telephone);
}
inline QString restrictionFields(int person, int id = 0, bool ended = false)
{
    return QStringLiteral("{\"id\":%1,\"person\":%2,\"household\":0,\"kind\":0,\"inquiry\":2,"
                          "\"certificate\":2,\"movement\":1,\"hidesAddress\":true,"
                          "\"from\":\"2026-11-02\",\"until\":\"\",\"ended\":%3}")
        .arg(id)
        .arg(person)
        .arg(ended ? QStringLiteral("true") : QStringLiteral("false"));
}
/// 転居 of somebody who lives alone, within his household.
inline QString moveFields(int person)
{
    return QStringLiteral("{\"person\":%1,\"kind\":\"MoveWithin\",\"happenedOn\":\"2026-10-30\","
                          "\"notifiedOn\":\"2026-11-02\",\"notifierKind\":1,\"notifierName\":\"\","
                          "\"documents\":[\"driving-licence\"],\"questioned\":false,"
                          "\"mandate\":false,\"paper\":\"\",\"from\":%1,\"fromVersion\":1,"
                          "\"to\":%1,\"toVersion\":1,\"address\":{\"code\":\"98201001001\","
                          "\"postalCode\":\"\",\"municipality\":\"\",\"town\":\"緑町\","
                          "\"lot\":\"８番地\",\"building\":\"\"},"
                          "\"movers\":[[%1,1,\"世帯主\"]],\"others\":[],\"acknowledged\":[]}")
        .arg(person);
}
inline QString outcomeCall(int n)
{
    return QStringLiteral("select status, verdict, feed_number, entry from api.outcome('%1')")
        .arg(uuidNumber(n));
}
inline QString decideCall(int entry, int outcome, const QString &reason = {})
{
    return QStringLiteral("select status, field from api.decide(%1, %2, '%3')")
        .arg(entry)
        .arg(outcome)
        .arg(reason);
}
inline QString decisionCall(int entry)
{
    return QStringLiteral("select status, uuid, feed_number from api.decision(%1)").arg(entry);
}

} // namespace support
