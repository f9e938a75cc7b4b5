#include "storage/sqlfile.h"

#include "base/ensure.h"

#include <QFile>

namespace storage {

QString sqlRoot()
{
    return QStringLiteral(":/sql");
}

Result<QString> sqlText(const QString &root, const QString &name)
{
    QFile file(root + QLatin1Char('/') + name + QLatin1String(".sql"));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::StatementFailed,
                          QStringLiteral("no statement file %1").arg(name));
    return QString::fromUtf8(file.readAll());
}

QString ownSql(const QString &name)
{
    const auto text = sqlText(sqlRoot(), name);
    base::ensure(text.has_value(), "a statement of storage is not compiled in");
    return *text;
}

QString beginSql()
{
    return ownSql(QStringLiteral("storage/begin"));
}

QString commitSql()
{
    return ownSql(QStringLiteral("storage/commit"));
}

QString rollbackSql()
{
    return ownSql(QStringLiteral("storage/rollback"));
}

} // namespace storage
