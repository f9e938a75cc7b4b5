#include "token/tokenpipe.h"

namespace token {

Fields &Fields::number(std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        m_all.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    return *this;
}

Fields &Fields::raw(const void *data, std::size_t size)
{
    const auto *first = static_cast<const std::uint8_t *>(data);
    m_all.insert(m_all.end(), first, first + size);
    return *this;
}

Fields &Fields::bytes(const void *data, std::size_t size)
{
    number(static_cast<std::uint32_t>(size), 2);
    return raw(data, size);
}

std::uint32_t FieldReader::number(int bytes)
{
    const QByteArray field = take(static_cast<std::size_t>(bytes));
    std::uint32_t value = 0;
    for (qsizetype i = 0; i < field.size(); ++i)
        value |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(field.at(i))) << (8 * i);
    return value;
}

QByteArray FieldReader::take(std::size_t size)
{
    if (m_broken || size > m_payload.size() - m_at) {
        m_broken = true;
        return {};
    }
    const QByteArray field(reinterpret_cast<const char *>(m_payload.data()) + m_at,
                           static_cast<qsizetype>(size));
    m_at += size;
    return field;
}

QByteArray FieldReader::bytes()
{
    return take(number(2));
}

} // namespace token
