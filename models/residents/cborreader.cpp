#include "residents/cborreader.h"

#include <limits>

namespace residents {
namespace {
constexpr unsigned unsignedMajor = 0;
constexpr unsigned negativeMajor = 1;
constexpr unsigned bytesMajor = 2;
constexpr unsigned textMajor = 3;
constexpr unsigned arrayMajor = 4;
constexpr unsigned mapMajor = 5;
constexpr unsigned simpleMajor = 7;
constexpr quint64 lastSimple = 23; // undefined; floats are not used
constexpr unsigned char nullByte = 0xf6;
constexpr int deepest = 8;
constexpr quint64 most = 0xffff;

/// The least value that needs this many bytes; a smaller one was not written shortest.
constexpr quint64 leastFor(int bytes)
{
    return bytes == 1 ? 24 : quint64{1} << (bytes * 4);
}
} // namespace

CborReader::Head CborReader::head()
{
    if (m_failed || m_at >= m_bytes.size()) {
        m_failed = true;
        return {};
    }
    const auto first = static_cast<unsigned char>(m_bytes[m_at++]);
    Head found{.major = static_cast<unsigned>(first >> 5U), .value = first & 0x1fU};
    if (found.value < 24)
        return found;
    if (found.value > 27) {
        m_failed = true;
        return {};
    }
    const int bytes = 1 << (found.value - 24);
    if (m_bytes.size() - m_at < bytes) {
        m_failed = true;
        return {};
    }
    found.value = 0;
    for (int i = 0; i < bytes; ++i)
        found.value = (found.value << 8U) | static_cast<unsigned char>(m_bytes[m_at++]);
    if (found.value < leastFor(bytes)) {
        m_failed = true;
        return {};
    }
    return found;
}

CborReader::Head CborReader::head(unsigned major)
{
    const Head found = head();
    if (found.major != major)
        m_failed = true;
    return m_failed ? Head{} : found;
}

qint64 CborReader::integer()
{
    const Head found = head();
    constexpr auto limit = static_cast<quint64>(std::numeric_limits<qint64>::max());
    if (found.major > negativeMajor || found.value > limit)
        m_failed = true;
    if (m_failed)
        return 0;
    const auto value = static_cast<qint64>(found.value);
    return found.major == unsignedMajor ? value : -1 - value;
}

int CborReader::index(int last)
{
    const qint64 value = integer();
    if (value < 0 || value > last)
        m_failed = true;
    return m_failed ? 0 : static_cast<int>(value);
}

QString CborReader::text()
{
    const Head found = head(textMajor);
    if (found.value > static_cast<quint64>(m_bytes.size() - m_at))
        m_failed = true;
    if (m_failed)
        return {};
    const auto utf8 = m_bytes.sliced(m_at, static_cast<qsizetype>(found.value));
    m_at += utf8.size();
    if (!utf8.isValidUtf8()) {
        m_failed = true;
        return {};
    }
    return QString::fromUtf8(utf8);
}

QDate CborReader::day()
{
    if (isNull())
        return {};
    const auto found = QDate::fromJulianDay(integer());
    if (!found.isValid())
        m_failed = true;
    return m_failed ? QDate() : found;
}

bool CborReader::isNull()
{
    if (m_failed || m_at >= m_bytes.size() || static_cast<unsigned char>(m_bytes[m_at]) != nullByte)
        return false;
    ++m_at;
    return true;
}

bool CborReader::isInteger() const
{
    return !m_failed && m_at < m_bytes.size() &&
           (static_cast<unsigned char>(m_bytes[m_at]) >> 5U) <= negativeMajor;
}

void CborReader::array(int count)
{
    if (head(arrayMajor).value != static_cast<quint64>(count))
        m_failed = true;
}

int CborReader::array()
{
    const Head found = head(arrayMajor);
    if (found.value > most)
        m_failed = true;
    return m_failed ? 0 : static_cast<int>(found.value);
}

int CborReader::map()
{
    const Head found = head(mapMajor);
    if (found.value > most)
        m_failed = true;
    return m_failed ? 0 : static_cast<int>(found.value);
}

void CborReader::skip(int depth)
{
    const Head found = head();
    if (m_failed)
        return;
    if (depth > deepest) {
        m_failed = true;
        return;
    }
    switch (found.major) {
    case unsignedMajor:
    case negativeMajor:
        return;
    case bytesMajor:
    case textMajor:
        if (found.value > static_cast<quint64>(m_bytes.size() - m_at))
            m_failed = true;
        else
            m_at += static_cast<qsizetype>(found.value);
        return;
    case arrayMajor:
    case mapMajor: {
        if (found.value > most)
            m_failed = true;
        const quint64 items = found.major == mapMajor ? found.value * 2 : found.value;
        for (quint64 i = 0; i < items && !m_failed; ++i)
            skip(depth + 1);
        return;
    }
    default:
        if (found.major != simpleMajor || found.value > lastSimple)
            m_failed = true;
    }
}

} // namespace residents
