#include "storage/cipherdriver.h"

#include "storage/cipherresult.h"
#include "storage/sqlfile.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlRecord>

#include <sqlite3.h>

Q_DECLARE_OPAQUE_POINTER(sqlite3 *)
Q_DECLARE_METATYPE(sqlite3 *)

namespace storage {

namespace {

CipherOptions optionsOf(const QString &text)
{
    CipherOptions options;
    for (const QString &part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString option = part.trimmed();
        if (option == QLatin1String("MAKE_FILE"))
            options.create = true;
        else if (option == QLatin1String("READONLY"))
            options.readOnly = true;
        else if (option.startsWith(QLatin1String("CACHE_MIB=")))
            options.cacheMib = option.mid(10).toInt();
    }
    return options;
}

} // namespace

CipherDriver::CipherDriver(KeyProvider keyProvider)
    : m_handle(std::make_shared<CipherHandle>())
    , m_keyProvider(std::move(keyProvider))
{
}

CipherDriver::~CipherDriver()
{
    m_handle->close();
}

bool CipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case PositionalPlaceholders:
    case LastInsertId:
    case SimpleLocking:
    case FinishQuery:
    case LowPrecisionNumbers:
    case CancelQuery:
        return true;
    default:
        return false;
    }
}

Failure CipherDriver::openFile(const QString &path, const base::Secret &key,
                               const CipherOptions &options)
{
    close();
    const Failure failure = m_handle->open(path, key, options);
    setOpen(failure.code == SQLITE_OK);
    setOpenError(failure.code != SQLITE_OK);
    if (failure.code != SQLITE_OK)
        setLastError(sqlError(failure, QStringLiteral("open"), QSqlError::ConnectionError));
    return failure;
}

bool CipherDriver::open(const QString &path, const QString &, const QString &, const QString &, int,
                        const QString &options)
{
    const base::Secret key = m_keyProvider ? m_keyProvider() : base::Secret();
    return openFile(path, key, optionsOf(options)).code == SQLITE_OK;
}

void CipherDriver::close()
{
    m_handle->close();
    setOpen(false);
    setOpenError(false);
}

QSqlResult *CipherDriver::createResult() const
{
    return new CipherResult(this, m_handle);
}

bool CipherDriver::run(const QString &sql)
{
    const Failure failure = m_handle->run(sql);
    if (failure.code != SQLITE_OK)
        setLastError(sqlError(failure, QStringLiteral("transaction"), QSqlError::TransactionError));
    return failure.code == SQLITE_OK;
}

bool CipherDriver::beginTransaction()
{
    return run(beginSql());
}

bool CipherDriver::commitTransaction()
{
    return run(commitSql());
}

bool CipherDriver::rollbackTransaction()
{
    return run(rollbackSql());
}

QStringList CipherDriver::tables(QSql::TableType type) const
{
    QStringList names;
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    if (!isOpen() || !query.exec(ownSql(QStringLiteral("storage/tables"))))
        return names;
    while (query.next()) {
        const bool view = query.value(1).toString() == QLatin1String("view");
        if (type & (view ? QSql::Views : QSql::Tables))
            names.append(query.value(0).toString());
    }
    return names;
}

QSqlRecord CipherDriver::record(const QString &table) const
{
    const bool escaped = isIdentifierEscaped(table, TableName);
    const QString name = escaped ? table : escapeIdentifier(table, TableName);
    QSqlQuery query(createResult());
    const QString sql = ownSql(QStringLiteral("storage/table_columns")).arg(name);
    if (!isOpen() || !query.exec(sql))
        return {};
    return query.record();
}

QSqlIndex CipherDriver::primaryIndex(const QString &table) const
{
    const bool escaped = isIdentifierEscaped(table, TableName);
    const QString name = escaped ? stripDelimiters(table, TableName) : table;
    QSqlIndex index(name);
    QSqlQuery query(createResult());
    query.prepare(ownSql(QStringLiteral("storage/primary_key")));
    query.bindValue(QStringLiteral(":table_name"), name);
    if (!isOpen() || !query.exec())
        return index;
    while (query.next())
        index.append(
            QSqlField(query.value(0).toString(), declaredType(query.value(1).toByteArray()), name));
    return index;
}

QVariant CipherDriver::handle() const
{
    return QVariant::fromValue(m_handle->db());
}

QString CipherDriver::escapeIdentifier(const QString &name, IdentifierType) const
{
    if (name.isEmpty() || isIdentifierEscaped(name, FieldName))
        return name;
    QString escaped = name;
    escaped.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

bool CipherDriver::cancelQuery()
{
    m_handle->interrupt();
    return isOpen();
}

} // namespace storage
