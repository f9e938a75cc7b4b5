#include "audit/entry.h"
#include "base/crypto.h"

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
constexpr int saltBytes = 16;

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

QByteArray sealDetails(const Details &details, QByteArrayView registerLogKey)
{
    const QByteArray plain = base::crypto::randomBytes(saltBytes) + encodeDetails(details);
    const QByteArray message = base::crypto::sealTo(registerLogKey, plain);
    return message.isEmpty() ? QByteArray() : base::crypto::sha256(plain) + message;
}

QByteArrayView sealedMessage(QByteArrayView sealed)
{
    return sealed.size() > base::crypto::hashBytes ? sealed.sliced(base::crypto::hashBytes)
                                                   : QByteArrayView();
}

base::Result<OpenedDetails> readDetails(QByteArrayView sealed, const QByteArray &opened)
{
    const auto details = decodeDetails(opened.mid(saltBytes));
    if (!details)
        return base::fail(details);
    const OpenedDetails read{opened.left(saltBytes), *details};
    if (!detailsFit(sealed, read))
        return base::fail(base::ErrorCode::SealBroken,
                          QStringLiteral("other details than were logged"));
    return read;
}

bool detailsFit(QByteArrayView sealed, const OpenedDetails &opened)
{
    return opened.salt.size() == saltBytes && sealed.size() > base::crypto::hashBytes &&
           sealed.first(base::crypto::hashBytes) ==
               base::crypto::sha256(opened.salt + encodeDetails(opened.details));
}

} // namespace audit
