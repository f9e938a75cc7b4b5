#include "audit/entry.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace audit {

namespace {

// Keys of the map and of each person in it.
constexpr qint64 peopleKey = 1;
constexpr qint64 conditionsKey = 2;
constexpr qint64 reasonKey = 3;
constexpr qsizetype fourItems = 4;
constexpr qsizetype conditionParts = 2;

} // namespace

QByteArray encodeDetails(const Details &details)
{
    QCborMap map;
    QCborArray people;
    for (const FourItems &one : details.people)
        people.append(QCborArray{one.name, one.address, one.bornOn, one.sex});
    QCborArray conditions;
    for (const auto &[field, value] : details.conditions)
        conditions.append(QCborArray{field, value});
    map.insert(peopleKey, people);
    map.insert(conditionsKey, conditions);
    map.insert(reasonKey, details.reason);
    return map.toCborValue().toCbor();
}

base::Result<Details> decodeDetails(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    const auto wrong = base::fail(base::ErrorCode::SealBroken,
                                  QStringLiteral("details of a log row are not well formed"));
    if (error.error != QCborError::NoError || !value.isMap())
        return wrong;
    const QCborMap map = value.toMap();
    Details details;
    for (const QCborValue &one : map.value(peopleKey).toArray()) {
        const QCborArray items = one.toArray();
        if (items.size() != fourItems)
            return wrong;
        details.people.append(FourItems{items.at(0).toString(), items.at(1).toString(),
                                        items.at(2).toString(), items.at(3).toString()});
    }
    for (const QCborValue &one : map.value(conditionsKey).toArray()) {
        const QCborArray parts = one.toArray();
        if (parts.size() != conditionParts)
            return wrong;
        details.conditions.append({parts.at(0).toString(), parts.at(1).toString()});
    }
    details.reason = map.value(reasonKey).toString();
    if (encodeDetails(details) != bytes)
        return wrong;
    return details;
}

} // namespace audit
