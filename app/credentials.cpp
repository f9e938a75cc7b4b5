#include "app/credentials.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using base::ErrorCode;

namespace app {

base::Result<Credentials> readCredentials(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("credentials"));
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Credentials all;
    const QJsonArray users = root.value(QStringLiteral("users")).toArray();
    for (const QJsonValue &value : users) {
        const QJsonObject user = value.toObject();
        const QString id = user.value(QStringLiteral("user")).toString();
        if (id.isEmpty())
            continue;
        all.users.insert(id, {.password = user.value(QStringLiteral("password")).toString(),
                              .pin = user.value(QStringLiteral("pin")).toString(),
                              .card = user.value(QStringLiteral("token")).toString()});
    }
    const QJsonObject specimens = root.value(QStringLiteral("specimens")).toObject();
    for (auto number = specimens.begin(); number != specimens.end(); ++number)
        all.specimens.insert(number.key(), number.value().toString());
    if (all.users.isEmpty())
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("credentials without users"));
    return all;
}

base::Secret toSecret(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.begin(), bytes.end()};
}

} // namespace app
