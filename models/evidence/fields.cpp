#include "evidence/fields.h"

#include <QtEndian>

namespace evidence {

namespace {

constexpr qsizetype lengthBytes = 4;
constexpr qsizetype numberBytes = 8;

} // namespace

void FieldWriter::bytes(QByteArrayView value)
{
    const quint32 length = qToBigEndian(static_cast<quint32>(value.size()));
    m_bytes.append(reinterpret_cast<const char *>(&length), lengthBytes);
    m_bytes.append(value);
}

void FieldWriter::text(const QString &value)
{
    bytes(value.toUtf8());
}

void FieldWriter::number(quint64 value)
{
    const quint64 big = qToBigEndian(value);
    bytes(QByteArrayView(reinterpret_cast<const char *>(&big), numberBytes));
}

FieldReader::FieldReader(QByteArrayView bytes, char version)
    : m_rest(bytes)
{
    m_failed = m_rest.isEmpty() || m_rest.front() != version;
    if (!m_failed)
        m_rest = m_rest.sliced(1);
}

QByteArrayView FieldReader::bytes()
{
    if (m_failed)
        return {};
    ++m_field;
    if (m_rest.size() < lengthBytes) {
        m_failed = true;
        return {};
    }
    const auto length = qsizetype{qFromBigEndian<quint32>(m_rest.data())};
    if (m_rest.size() - lengthBytes < length) {
        m_failed = true;
        return {};
    }
    const QByteArrayView value = m_rest.sliced(lengthBytes, length);
    m_rest = m_rest.sliced(lengthBytes + length);
    return value;
}

QString FieldReader::text()
{
    const QByteArrayView value = bytes();
    QString text = QString::fromUtf8(value);
    if (text.toUtf8() != value) {
        m_failed = true;
        return {};
    }
    return text;
}

quint64 FieldReader::number()
{
    const QByteArrayView value = bytes();
    if (m_failed || value.size() != numberBytes) {
        m_failed = true;
        return 0;
    }
    return qFromBigEndian<quint64>(value.data());
}

quint64 FieldReader::number(quint64 most)
{
    const quint64 value = number();
    if (value > most) {
        m_failed = true;
        return 0;
    }
    return value;
}

} // namespace evidence
