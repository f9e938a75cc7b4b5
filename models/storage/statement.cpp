#include "storage/statement.h"

#include "storage/session.h"

#include <QVarLengthArray>

#include <sqlite3.h>

namespace storage {

using base::ErrorCode;

Statement::Statement(std::shared_ptr<Session> session, QString name, sqlite3_stmt *statement)
    : m_session(std::move(session))
    , m_name(std::move(name))
    , m_statement(statement)
{
}

Statement::~Statement()
{
    if (m_statement)
        m_session->giveBack(m_name, m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_session(std::move(other.m_session))
    , m_name(std::move(other.m_name))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bound(other.m_bound)
    , m_unknown(std::move(other.m_unknown))
    , m_bindCode(other.m_bindCode)
    , m_standsOnRow(other.m_standsOnRow)
    , m_running(other.m_running)
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        if (m_statement)
            m_session->giveBack(m_name, m_statement);
        m_session = std::move(other.m_session);
        m_name = std::move(other.m_name);
        m_statement = std::exchange(other.m_statement, nullptr);
        m_bound = other.m_bound;
        m_unknown = std::move(other.m_unknown);
        m_bindCode = other.m_bindCode;
        m_standsOnRow = other.m_standsOnRow;
        m_running = other.m_running;
    }
    return *this;
}

int Statement::position(QLatin1StringView name)
{
    if (m_running)
        finish();
    QVarLengthArray<char, 64> text;
    text.append(':');
    text.append(name.data(), name.size());
    text.append('\0');
    const int found = sqlite3_bind_parameter_index(m_statement, text.constData());
    if (found == 0)
        m_unknown = QString(name);
    return found;
}

void Statement::bound(int position, int code)
{
    if (code != SQLITE_OK)
        m_bindCode = code;
    if (position < countedParameters)
        m_bound.set(static_cast<size_t>(position));
}

void Statement::bind(QLatin1StringView name, qint64 value)
{
    if (const int at = position(name))
        bound(at, sqlite3_bind_int64(m_statement, at, value));
}

void Statement::bind(QLatin1StringView name, QStringView value)
{
    const int at = position(name);
    if (at == 0)
        return;
    const QByteArray utf8 = value.toUtf8();
    bound(at, sqlite3_bind_text64(m_statement, at, utf8.constData(),
                                  static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                                  SQLITE_UTF8));
}

void Statement::bind(QLatin1StringView name, const QByteArray &value)
{
    // constData() of an empty array is not null, so empty bytes stay apart from NULL.
    if (const int at = position(name))
        bound(at, sqlite3_bind_blob64(m_statement, at, value.constData(),
                                      static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(QLatin1StringView name, std::nullptr_t)
{
    if (const int at = position(name))
        bound(at, sqlite3_bind_null(m_statement, at));
}

Result<> Statement::exec()
{
    finish();
    if (!m_unknown.isEmpty())
        return base::fail(ErrorCode::StatementFailed,
                          QStringLiteral("%1: no parameter %2").arg(m_name, m_unknown));
    if (m_bindCode != SQLITE_OK)
        return m_session->failed(m_bindCode, m_name);
    const int parameters = sqlite3_bind_parameter_count(m_statement);
    for (int at = 1; at <= parameters && at < countedParameters; ++at) {
        if (!m_bound.test(static_cast<size_t>(at))) {
            const auto *name = sqlite3_bind_parameter_name(m_statement, at);
            return base::fail(
                ErrorCode::StatementFailed,
                QStringLiteral("%1: %2 is not bound").arg(m_name, QString::fromUtf8(name)));
        }
    }
    if (!m_session->handle().db())
        return m_session->failed(SQLITE_MISUSE, m_name);
    m_running = true;
    const int code = sqlite3_step(m_statement);
    m_standsOnRow = code == SQLITE_ROW;
    if (code == SQLITE_ROW)
        return {};
    finish();
    if (code != SQLITE_DONE)
        return m_session->failed(code, m_name);
    return {};
}

Result<bool> Statement::next()
{
    if (!m_running)
        return false;
    if (m_standsOnRow) {
        m_standsOnRow = false;
        return true;
    }
    if (!m_session->handle().db())
        return m_session->failed(SQLITE_MISUSE, m_name);
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    finish();
    if (code != SQLITE_DONE)
        return m_session->failed(code, m_name);
    return false;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    if (isNull(column))
        return {};
    const auto *utf8 = sqlite3_column_text(m_statement, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8),
                             sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    if (isNull(column))
        return {};
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return size == 0 ? QByteArray("") : QByteArray(data, size);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::finish()
{
    if (m_statement && m_running)
        sqlite3_reset(m_statement);
    m_running = false;
    m_standsOnRow = false;
}

} // namespace storage
