#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace evidence {

/// Writes fields one behind the other: 4-byte big-endian length, bytes. Numbers: 8 bytes
/// big-endian.
class FieldWriter
{
public:
    explicit FieldWriter(char version)
        : m_bytes(1, version)
    {
    }
    void bytes(QByteArrayView value);
    void text(const QString &value);
    void number(quint64 value);
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads them back from bytes of any origin. After a field that is not there or not well formed,
/// every later answer is empty and failed() is true.
class FieldReader
{
public:
    FieldReader(QByteArrayView bytes, char version);
    [[nodiscard]] QByteArrayView bytes();
    /// Only well-formed UTF-8, in the one form that writing it again gives.
    [[nodiscard]] QString text();
    [[nodiscard]] quint64 number();
    /// A number that is not above `most`.
    [[nodiscard]] quint64 number(quint64 most);
    [[nodiscard]] bool failed() const { return m_failed; }
    void fail() { m_failed = true; }
    [[nodiscard]] bool atEnd() const { return !m_failed && m_rest.isEmpty(); }
    /// Which field was read last, from 1.
    [[nodiscard]] int field() const { return m_field; }

private:
    QByteArrayView m_rest;
    int m_field = 0;
    bool m_failed = false;
};

} // namespace evidence
