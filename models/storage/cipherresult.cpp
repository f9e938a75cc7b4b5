#include "storage/cipherresult.h"

#include <QDateTime>
#include <QSqlField>
#include <QSqlRecord>

#include <sqlite3.h>

namespace storage {

QSqlError sqlError(const Failure &failure, const QString &doing, QSqlError::ErrorType type)
{
    return QSqlError(doing, failure.message, type, QString::number(failure.code));
}

QMetaType declaredType(const QByteArray &declaration)
{
    const QByteArray type = declaration.toUpper();
    if (type.contains("INT"))
        return QMetaType(QMetaType::LongLong);
    if (type.contains("REAL") || type.contains("DOUB") || type.contains("FLOA"))
        return QMetaType(QMetaType::Double);
    if (type == "BLOB")
        return QMetaType(QMetaType::QByteArray);
    return QMetaType(QMetaType::QString);
}

namespace {

// Overwrites the characters in place when nobody else shares them.
void wipe(QVariant &value)
{
    if (value.typeId() == QMetaType::QString) {
        auto *text = static_cast<QString *>(value.data());
        if (text->isDetached())
            text->fill(QChar(u'\0'));
    } else if (value.typeId() == QMetaType::QByteArray) {
        auto *bytes = static_cast<QByteArray *>(value.data());
        if (bytes->isDetached())
            bytes->fill('\0');
    } else {
        value.clear();
    }
}

int bindText(sqlite3_stmt *statement, int position, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return sqlite3_bind_text64(statement, position, utf8.constData(),
                               static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                               SQLITE_UTF8);
}

} // namespace

CipherResult::CipherResult(const QSqlDriver *driver, std::shared_ptr<CipherHandle> handle)
    : QSqlResult(driver)
    , m_handle(std::move(handle))
{
}

CipherResult::~CipherResult()
{
    drop();
}

QVariant CipherResult::handle() const
{
    return QVariant::fromValue(static_cast<void *>(m_statement));
}

bool CipherResult::failed(int code, const char *doing)
{
    setLastError(
        sqlError(m_handle->failure(code), QString::fromLatin1(doing), QSqlError::StatementError));
    setActive(false);
    m_done = true;
    return false;
}

void CipherResult::drop()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    wipeRows();
}

void CipherResult::wipeRows()
{
    for (QVariantList &row : m_rows) {
        for (QVariant &value : row)
            wipe(value);
    }
    m_rows.clear();
}

bool CipherResult::reset(const QString &sql)
{
    return prepare(sql) && exec();
}

bool CipherResult::prepare(const QString &sql)
{
    drop();
    setSelect(false);
    if (!m_handle->db())
        return failed(SQLITE_MISUSE, "prepare");
    const QByteArray utf8 = sql.toUtf8();
    const char *tail = nullptr;
    const int code =
        sqlite3_prepare_v3(m_handle->db(), utf8.constData(), static_cast<int>(utf8.size()),
                           SQLITE_PREPARE_PERSISTENT, &m_statement, &tail);
    if (code != SQLITE_OK)
        return failed(code, "prepare");
    if (!m_statement)
        return failed(SQLITE_MISUSE, "empty statement");
    if (!QByteArray(tail).trimmed().isEmpty()) {
        drop();
        return failed(SQLITE_MISUSE, "more than one statement");
    }
    return true;
}

bool CipherResult::exec()
{
    if (!m_statement || !m_handle->db())
        return failed(SQLITE_MISUSE, "exec");
    sqlite3_reset(m_statement);
    wipeRows();
    m_standsOnRow = false;
    m_done = false;
    m_changes = 0;
    setAt(QSql::BeforeFirstRow);
    const auto &values = boundValues();
    if (values.size() != sqlite3_bind_parameter_count(m_statement))
        return failed(SQLITE_RANGE, "parameter count");
    for (int i = 0; i < values.size(); ++i) {
        if (const int code = bindOne(i + 1, values.at(i)); code != SQLITE_OK)
            return failed(code, "bind");
    }
    setSelect(sqlite3_column_count(m_statement) > 0);
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return failed(code, "step");
    }
    m_standsOnRow = code == SQLITE_ROW;
    m_done = code == SQLITE_DONE;
    if (!isSelect())
        m_changes = sqlite3_changes64(m_handle->db());
    if (m_done)
        sqlite3_reset(m_statement);
    setActive(true);
    return true;
}

int CipherResult::bindOne(int position, const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return sqlite3_bind_null(m_statement, position);
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(m_statement, position, value.toLongLong());
    case QMetaType::Double:
        return sqlite3_bind_double(m_statement, position, value.toDouble());
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        return sqlite3_bind_blob64(m_statement, position, bytes.constData(),
                                   static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
    }
    case QMetaType::QDate:
        return bindText(m_statement, position, value.toDate().toString(Qt::ISODate));
    case QMetaType::QDateTime:
        return bindText(m_statement, position, value.toDateTime().toString(Qt::ISODateWithMs));
    default:
        return bindText(m_statement, position, value.toString());
    }
}

QVariant CipherResult::column(int at) const
{
    switch (sqlite3_column_type(m_statement, at)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(m_statement, at));
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, at);
    case SQLITE_NULL:
        return QVariant(declaredType(sqlite3_column_decltype(m_statement, at)));
    case SQLITE_BLOB: {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, at));
        const int size = sqlite3_column_bytes(m_statement, at);
        return size == 0 ? QByteArray("") : QByteArray(data, size);
    }
    default: {
        const auto *utf8 = sqlite3_column_text(m_statement, at);
        return QString::fromUtf8(reinterpret_cast<const char *>(utf8),
                                 sqlite3_column_bytes(m_statement, at));
    }
    }
}

bool CipherResult::takeRow()
{
    if (m_done || !m_handle->db())
        return false;
    if (!m_standsOnRow) {
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW) {
            m_done = true;
            sqlite3_reset(m_statement);
            return code == SQLITE_DONE ? false : failed(code, "step");
        }
    }
    m_standsOnRow = false;
    if (isForwardOnly())
        wipeRows();
    QVariantList row;
    const int columns = sqlite3_column_count(m_statement);
    row.reserve(columns);
    for (int at = 0; at < columns; ++at)
        row.append(column(at));
    m_rows.append(std::move(row));
    return true;
}

bool CipherResult::fetch(int row)
{
    if (!isActive() || row < 0)
        return false;
    if (isForwardOnly()) {
        while (at() < row) {
            if (!fetchNext())
                return false;
        }
        return at() == row;
    }
    while (m_rows.size() <= row) {
        if (!takeRow()) {
            setAt(QSql::AfterLastRow);
            return false;
        }
    }
    setAt(row);
    return true;
}

bool CipherResult::fetchNext()
{
    const int next = at() < 0 ? 0 : at() + 1;
    if (!isForwardOnly())
        return fetch(next);
    if (!takeRow()) {
        setAt(QSql::AfterLastRow);
        return false;
    }
    setAt(next);
    return true;
}

bool CipherResult::fetchFirst()
{
    if (isForwardOnly())
        return at() == QSql::BeforeFirstRow && fetchNext();
    return fetch(0);
}

bool CipherResult::fetchLast()
{
    if (!isForwardOnly()) {
        while (takeRow()) {
        }
        return !m_rows.isEmpty() && fetch(static_cast<int>(m_rows.size()) - 1);
    }
    // The last row stays readable: the step after it must not wipe it, so it is not taken.
    int last = at();
    while (takeRow())
        last = last < 0 ? 0 : last + 1;
    setAt(last);
    return last >= 0 && !m_rows.isEmpty();
}

const QVariantList *CipherResult::current() const
{
    if (m_rows.isEmpty() || at() < 0)
        return nullptr;
    if (isForwardOnly())
        return &m_rows.last();
    return at() < m_rows.size() ? &m_rows.at(at()) : nullptr;
}

QVariant CipherResult::data(int column)
{
    const auto *row = current();
    return row && column >= 0 && column < row->size() ? row->at(column) : QVariant();
}

bool CipherResult::isNull(int column)
{
    return data(column).isNull();
}

int CipherResult::size()
{
    return -1;
}

int CipherResult::numRowsAffected()
{
    return static_cast<int>(m_changes);
}

QVariant CipherResult::lastInsertId() const
{
    return m_handle->db() ? QVariant(qint64(sqlite3_last_insert_rowid(m_handle->db())))
                          : QVariant();
}

QSqlRecord CipherResult::record() const
{
    QSqlRecord record;
    if (!m_statement || !m_handle->db())
        return record;
    for (int at = 0; at < sqlite3_column_count(m_statement); ++at) {
        const char *declared = sqlite3_column_decltype(m_statement, at);
        // An expression has no declared type; the first row tells.
        QMetaType type = declaredType(declared);
        if (!declared && !m_rows.isEmpty() && !m_rows.first().at(at).isNull())
            type = m_rows.first().at(at).metaType();
        else if (!declared && m_standsOnRow && !column(at).isNull())
            type = column(at).metaType();
        record.append(QSqlField(QString::fromUtf8(sqlite3_column_name(m_statement, at)), type,
                                QString::fromUtf8(sqlite3_column_table_name(m_statement, at))));
    }
    return record;
}

void CipherResult::detachFromResultSet()
{
    if (m_statement)
        sqlite3_reset(m_statement);
    wipeRows();
    m_done = true;
}

} // namespace storage
