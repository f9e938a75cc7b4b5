#include "residents/cborwriter.h"

#include "base/ensure.h"

#include <utility>

namespace residents {
namespace {
constexpr unsigned unsignedMajor = 0;
constexpr unsigned negativeMajor = 1;
constexpr unsigned textMajor = 3;
constexpr unsigned arrayMajor = 4;
constexpr unsigned mapMajor = 5;
constexpr char nullByte = '\xf6';
} // namespace

void CborWriter::head(unsigned major, quint64 value)
{
    const auto first = [&](unsigned low) {
        m_bytes.append(static_cast<char>((major << 5U) | low));
    };
    const auto tail = [&](int bytes) {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            m_bytes.append(static_cast<char>((value >> shift) & 0xffU));
    };
    if (value < 24) {
        first(static_cast<unsigned>(value));
    } else if (value <= 0xffU) {
        first(24);
        tail(1);
    } else if (value <= 0xffffU) {
        first(25);
        tail(2);
    } else if (value <= 0xffffffffU) {
        first(26);
        tail(4);
    } else {
        first(27);
        tail(8);
    }
}

void CborWriter::integer(qint64 value)
{
    if (value >= 0)
        head(unsignedMajor, static_cast<quint64>(value));
    else
        head(negativeMajor, static_cast<quint64>(-(value + 1)));
}

void CborWriter::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    head(textMajor, static_cast<quint64>(utf8.size()));
    m_bytes.append(utf8);
}

void CborWriter::day(QDate value)
{
    if (value.isValid())
        integer(value.toJulianDay());
    else
        null();
}

void CborWriter::null()
{
    m_bytes.append(nullByte);
}

void CborWriter::array(int count)
{
    head(arrayMajor, static_cast<quint64>(count));
}

qsizetype CborWriter::beginMap()
{
    m_bytes.append(static_cast<char>(mapMajor << 5U));
    return m_bytes.size() - 1;
}

void CborWriter::endMap(qsizetype begin, int count)
{
    base::ensure(count >= 0 && count <= 0xff, "a CBOR map of a record has at most 255 entries");
    if (count < 24) {
        m_bytes[begin] = static_cast<char>((mapMajor << 5U) | static_cast<unsigned>(count));
        return;
    }
    m_bytes[begin] = static_cast<char>((mapMajor << 5U) | 24U);
    m_bytes.insert(begin + 1, static_cast<char>(count));
}

QByteArray CborWriter::take()
{
    return std::exchange(m_bytes, {});
}

} // namespace residents
