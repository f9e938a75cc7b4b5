#include "app/registerpassword.h"

#include "base/crypto.h"
#include "central/postgresregister.h"

using base::Result;

namespace app {

namespace {

/// Without signs that are easily taken for one another; 32 of them, so that no byte favours one.
QString drawn()
{
    constexpr QStringView signs = u"abcdefghijkmnpqrstuvwxyz23456789";
    constexpr int length = 16;
    QString text;
    for (const char byte : base::crypto::randomBytes(length))
        text += signs[static_cast<uchar>(byte) % signs.size()];
    return text;
}

} // namespace

Result<QString> handOutPassword(const QString &connect, const QString &code, const QString &userId)
{
    const auto city = central::PostgresRegister::open({.connect = connect}, code);
    if (!city)
        return base::fail(city);
    const QString password = drawn();
    const QByteArray bytes = password.toLatin1();
    const auto set = (*city)->setPassword(userId, base::Secret(bytes.begin(), bytes.end()),
                                          central::PasswordOf::Register);
    if (!set)
        return base::fail(set);
    return password;
}

} // namespace app
