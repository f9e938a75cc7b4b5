#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <bitset>
#include <cstring>
#include <memory>

namespace support {

/// Looks for many byte strings at once: the first eight bytes of each are hashed, and each window
/// of eight bytes of what is searched is looked up.
class ByteSearch final
{
public:
    static constexpr qsizetype leastBytes = 8; ///< shorter ones would be found in random bytes

    /// False when the pattern is too short to say anything. `owner` is what find() answers.
    bool add(const QByteArray &pattern, int owner)
    {
        if (pattern.size() < leastBytes)
            return false;
        const quint64 head = window(pattern.constData());
        m_heads->set(slot(head));
        m_patterns[head].append({pattern, owner});
        ++m_count;
        return true;
    }
    [[nodiscard]] qsizetype count() const { return m_count; }

    /// Calls `hit(owner, position)` for each pattern at each place.
    template <typename Hit>
    void find(const QByteArray &bytes, Hit hit) const
    {
        const char *data = bytes.constData();
        for (qsizetype at = 0; at + leastBytes <= bytes.size(); ++at) {
            const quint64 head = window(data + at);
            if (!m_heads->test(slot(head)))
                continue;
            const auto found = m_patterns.constFind(head);
            if (found == m_patterns.constEnd())
                continue;
            for (const Pattern &one : *found)
                if (at + one.bytes.size() <= bytes.size() &&
                    std::memcmp(data + at, one.bytes.constData(), size_t(one.bytes.size())) == 0)
                    hit(one.owner, at);
        }
    }

private:
    struct Pattern
    {
        QByteArray bytes;
        int owner = 0;
    };
    static constexpr int slotBits = 22;
    static quint64 window(const char *at)
    {
        quint64 value = 0;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    static size_t slot(quint64 head)
    {
        constexpr quint64 odd = 0x9e3779b97f4a7c15; // Fibonacci hashing
        return size_t((head * odd) >> (64 - slotBits));
    }

    std::unique_ptr<std::bitset<(1u << slotBits)>> m_heads =
        std::make_unique<std::bitset<(1u << slotBits)>>();
    QHash<quint64, QList<Pattern>> m_patterns;
    qsizetype m_count = 0;
};

} // namespace support
