#pragma once

#include <QByteArrayView>
#include <QDate>
#include <QString>

namespace residents {

/// Reads what CborWriter writes, and nothing looser: lengths that are not the shortest, indefinite
/// lengths, text that is not UTF-8 or bytes that end too early make it fail. Once failed it stays
/// so and answers with empty values, so that the caller asks `failed()` once at the end. Reads
/// inside the bytes only.
class CborReader final
{
public:
    explicit CborReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] qint64 integer();
    /// An integer from 0 to `last`; anything else fails.
    [[nodiscard]] int index(int last);
    [[nodiscard]] QString text();
    [[nodiscard]] QDate day();
    [[nodiscard]] bool isNull();
    [[nodiscard]] bool isInteger() const;
    void array(int count);
    /// The number of items of an array of any length (up to 65,535) that follows.
    [[nodiscard]] int array();
    [[nodiscard]] int map();
    /// Passes over one item of any kind.
    void skip(int depth = 0);
    void fail() { m_failed = true; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

private:
    struct Head
    {
        unsigned major = 0;
        quint64 value = 0;
    };
    [[nodiscard]] Head head();
    [[nodiscard]] Head head(unsigned major);
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace residents
