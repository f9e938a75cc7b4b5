#include "evidence/chain.h"

#include "evidence/fields.h"

namespace evidence {

namespace {

constexpr char checkpointVersion = 1;

} // namespace

Head emptyLog(const QString &station)
{
    return Head{0, base::crypto::sha256("madoguchi/log/v1|" + station.toUtf8())};
}

QByteArray chainHash(QByteArrayView previous, QByteArrayView row)
{
    QByteArray joined;
    joined.reserve(previous.size() + row.size());
    joined.append(previous);
    joined.append(row);
    return base::crypto::sha256(joined);
}

QString headText(const Head &head)
{
    return QString::number(head.count) + QLatin1Char(':') + QString::fromLatin1(head.hash.toHex());
}

base::Result<Head> headFromText(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    bool isNumber = false;
    const quint64 count = text.left(qMax(qsizetype{0}, colon)).toULongLong(&isNumber);
    const QByteArray digits = text.mid(colon + 1).toLatin1().toLower();
    const QByteArray hash = QByteArray::fromHex(digits);
    if (!isNumber || hash.size() != base::crypto::hashBytes || hash.toHex() != digits)
        return base::fail(base::ErrorCode::ArgumentWrong, QStringLiteral("a head is N:HASH"));
    return Head{count, hash};
}

SignedCheckpoint signCheckpoint(const Checkpoint &checkpoint, const base::crypto::KeyPair &logKey)
{
    FieldWriter writer(checkpointVersion);
    writer.text(QStringLiteral("madoguchi/checkpoint/v1")); // a signature for nothing else
    writer.text(checkpoint.station);
    writer.number(checkpoint.head.count);
    writer.bytes(checkpoint.head.hash);
    writer.number(static_cast<quint64>(checkpoint.atMs));
    const QByteArray bytes = writer.take();
    return SignedCheckpoint{checkpoint, bytes, base::crypto::sign(logKey, bytes)};
}

base::Result<SignedCheckpoint> readCheckpoint(QByteArrayView signedBytes, QByteArrayView signature,
                                              QByteArrayView logKey)
{
    if (!base::crypto::verify(logKey, signedBytes, signature))
        return base::fail(base::ErrorCode::LogBroken,
                          QStringLiteral("checkpoint: not the station's signature"));
    FieldReader reader(signedBytes, checkpointVersion);
    const bool isOurs = reader.text() == QLatin1String("madoguchi/checkpoint/v1");
    Checkpoint checkpoint;
    checkpoint.station = reader.text();
    checkpoint.head.count = reader.number();
    checkpoint.head.hash = reader.bytes().toByteArray();
    checkpoint.atMs = static_cast<qint64>(reader.number());
    if (!isOurs || !reader.atEnd() || checkpoint.head.hash.size() != base::crypto::hashBytes)
        return base::fail(base::ErrorCode::LogBroken,
                          QStringLiteral("checkpoint: not well formed"));
    return SignedCheckpoint{checkpoint, signedBytes.toByteArray(), signature.toByteArray()};
}

} // namespace evidence
