#include "storage/session.h"
#include "storage/statement.h"

#include <QStringEncoder>

#include <sqlite3.h>

#include <algorithm>

namespace storage {

BulkWriter::BulkWriter(std::shared_ptr<Session> session, QString name, sqlite3_stmt *statement)
    : m_session(std::move(session))
    , m_name(std::move(name))
    , m_statement(statement)
    , m_buffers(sqlite3_bind_parameter_count(statement))
{
}

BulkWriter::~BulkWriter()
{
    if (m_statement)
        m_session->giveBack(m_name, m_statement);
}

BulkWriter::BulkWriter(BulkWriter &&other) noexcept
    : m_session(std::move(other.m_session))
    , m_name(std::move(other.m_name))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_buffers(std::move(other.m_buffers))
    , m_bindCode(other.m_bindCode)
{
}

BulkWriter &BulkWriter::operator=(BulkWriter &&other) noexcept
{
    if (this != &other) {
        if (m_statement)
            m_session->giveBack(m_name, m_statement);
        m_session = std::move(other.m_session);
        m_name = std::move(other.m_name);
        m_statement = std::exchange(other.m_statement, nullptr);
        m_buffers = std::move(other.m_buffers);
        m_bindCode = other.m_bindCode;
    }
    return *this;
}

QByteArray &BulkWriter::buffer(int position)
{
    static thread_local QByteArray nowhere; // a wrong position; SQLite answers SQLITE_RANGE
    return position >= 1 && position <= m_buffers.size() ? m_buffers[position - 1] : nowhere;
}

void BulkWriter::bindInteger(int position, qint64 value)
{
    if (const int code = sqlite3_bind_int64(m_statement, position, value))
        m_bindCode = code;
}

void BulkWriter::bindText(int position, QStringView value)
{
    QByteArray &kept = buffer(position);
    kept.resize(value.size() * 3);
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const char *end = encoder.appendToBuffer(kept.data(), value);
    const auto size = static_cast<sqlite3_uint64>(end - kept.constData());
    if (const int code = sqlite3_bind_text64(m_statement, position, kept.constData(), size,
                                             SQLITE_STATIC, SQLITE_UTF8))
        m_bindCode = code;
}

void BulkWriter::bindUtf8(int position, QByteArrayView value)
{
    QByteArray &kept = buffer(position);
    kept.resize(value.size());
    std::copy(value.begin(), value.end(), kept.begin());
    if (const int code = sqlite3_bind_text64(m_statement, position, kept.constData(),
                                             static_cast<sqlite3_uint64>(kept.size()),
                                             SQLITE_STATIC, SQLITE_UTF8))
        m_bindCode = code;
}

void BulkWriter::bindBytes(int position, QByteArrayView value)
{
    QByteArray &kept = buffer(position);
    kept.resize(value.size());
    std::copy(value.begin(), value.end(), kept.begin());
    if (const int code =
            sqlite3_bind_blob64(m_statement, position, kept.constData(),
                                static_cast<sqlite3_uint64>(kept.size()), SQLITE_STATIC))
        m_bindCode = code;
}

void BulkWriter::bindNull(int position)
{
    if (const int code = sqlite3_bind_null(m_statement, position))
        m_bindCode = code;
}

Result<> BulkWriter::step()
{
    if (m_bindCode != SQLITE_OK)
        return m_session->failed(m_bindCode, m_name);
    if (!m_session->handle().db())
        return m_session->failed(SQLITE_MISUSE, m_name);
    const int code = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        return m_session->failed(code, m_name);
    return {};
}

} // namespace storage
