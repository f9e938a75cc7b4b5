#include "central/serverkey.h"

#include "central/pgconnection.h"

namespace central {

using base::ErrorCode;
using base::Result;

Result<ServerKey> ServerKey::read(PgConnection &connection, const QString &file)
{
    const auto content = connection.run(QStringLiteral("register/owner/key_read"), {file});
    auto key = content ? content->takeSecret(0, 0) : base::Secret();
    if (key.size() != base::crypto::keyBytes)
        return base::fail(ErrorCode::FileUnreadable,
                          QStringLiteral("the server needs a key of 32 bytes in ") + file);
    return ServerKey(std::move(key));
}

Result<ServerKey> ServerKey::ofCity(PgConnection &connection, const QString &code)
{
    const auto found = connection.run(QStringLiteral("register/owner/key_of"), {code});
    if (!found)
        return base::fail(found);
    auto key = found->takeSecret(0, 0);
    if (key.size() != base::crypto::keyBytes)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("the server's key"));
    return ServerKey(std::move(key));
}

QByteArray ServerKey::checkOf(const QString &code) const
{
    return base::crypto::hmac(m_key, "check " + code.toUtf8());
}

base::crypto::KeyPair ServerKey::logKeyPairOf(const QString &code) const
{
    QByteArray seed = base::crypto::hmac(m_key, "log " + code.toUtf8());
    auto pair = base::crypto::boxKeyPairFrom(base::Secret(seed.cbegin(), seed.cend()));
    seed.fill('\0');
    return pair;
}

QByteArray ServerKey::masked(const base::Secret &number, const NumberPlace &place) const
{
    const QByteArray over = "number " + QByteArray::number(int(place.number)) + ' ' +
                            place.code.toUtf8() + ' ' + QByteArray::number(place.person.value) +
                            ' ' + place.nonce;
    const QByteArray pad = base::crypto::hmac(m_key, over);
    QByteArray bytes(qMin(qsizetype(number.size()), pad.size()), '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(uchar(pad.at(i)) ^ number[std::size_t(i)]);
    return bytes;
}

} // namespace central
