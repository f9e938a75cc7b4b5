#include "storage/keycheck.h"

#include "base/crypto.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace storage {

namespace {

constexpr int saltBytes = 16;

QByteArray valueOf(const base::Secret &key, QByteArrayView salt)
{
    const auto value = base::crypto::hkdf(key, salt, QByteArrayView("madoguchi key check 1"));
    return QByteArray(reinterpret_cast<const char *>(value.data()),
                      static_cast<qsizetype>(value.size()));
}

} // namespace

QString keyCheckPath(const QString &path)
{
    return path + QLatin1String(".check");
}

KeyCheck checkKey(const QString &path, const base::Secret &key)
{
    QFile file(keyCheckPath(path));
    if (!file.open(QIODevice::ReadOnly))
        return KeyCheck::Unknown;
    const QByteArray content = file.read(saltBytes + base::crypto::keyBytes + 1);
    if (content.size() != saltBytes + base::crypto::keyBytes)
        return KeyCheck::Unknown;
    const bool same = valueOf(key, content.first(saltBytes)) == content.mid(saltBytes);
    return same ? KeyCheck::SameKey : KeyCheck::OtherKey;
}

Result<> writeKeyCheck(const QString &path, const base::Secret &key)
{
    const QByteArray salt = base::crypto::randomBytes(saltBytes);
    QSaveFile file(keyCheckPath(path));
    if (!file.open(QIODevice::WriteOnly))
        return base::fail(base::ErrorCode::FileUnreadable, QStringLiteral("key check value"));
    file.write(salt + valueOf(key, salt));
    if (!file.commit())
        return base::fail(base::ErrorCode::DiskFull, QStringLiteral("key check value"));
    return {};
}

void removeKeyCheck(const QString &path)
{
    QFile::remove(keyCheckPath(path));
}

} // namespace storage
