#pragma once

#include <stdint.h>
#include <string.h>

// Reading a request and writing an answer, inside fixed memory. Nothing here can run past its end.

/// A piece of memory that belongs to somebody else.
struct Span
{
    unsigned char *data = nullptr;
    uint32_t size = 0;
};

/// Takes fields from a request. After the first field that is not there, `broken` stays set.
class Reader final
{
public:
    explicit Reader(Span rest)
        : m_rest(rest)
    {
    }

    [[nodiscard]] bool broken() const { return m_broken; }
    [[nodiscard]] bool atEnd() const { return m_rest.size == 0; }
    Span take(uint32_t size)
    {
        if (m_broken || size > m_rest.size) {
            m_broken = true;
            return {};
        }
        const Span taken{m_rest.data, size};
        m_rest.data += size;
        m_rest.size -= size;
        return taken;
    }
    Span rest() { return take(m_rest.size); }
    uint32_t number(uint32_t bytes)
    {
        const Span field = take(bytes);
        uint32_t value = 0;
        for (uint32_t i = 0; i < field.size; ++i)
            value |= static_cast<uint32_t>(field.data[i]) << (8 * i);
        return value;
    }
    Span bytes() { return take(number(2)); }

private:
    Span m_rest;
    bool m_broken = false;
};

/// Puts fields into an answer. What does not fit is not written and sets `full`.
class Writer final
{
public:
    explicit Writer(Span space)
        : m_space(space)
    {
    }

    [[nodiscard]] uint32_t size() const { return m_used; }
    [[nodiscard]] bool full() const { return m_full; }
    /// The place for `size` bytes more; empty when there is none.
    Span reserve(uint32_t size)
    {
        if (size > m_space.size - m_used) {
            m_full = true;
            return {};
        }
        const Span place{m_space.data + m_used, size};
        m_used += size;
        return place;
    }
    void number(uint32_t value, uint32_t bytes)
    {
        const Span place = reserve(bytes);
        for (uint32_t i = 0; i < place.size; ++i)
            place.data[i] = static_cast<unsigned char>(value >> (8 * i));
    }
    void copy(const void *from, uint32_t size)
    {
        const Span place = reserve(size);
        if (place.data)
            memcpy(place.data, from, size);
    }
    void shrinkTo(uint32_t size)
    {
        if (size < m_used)
            m_used = size;
    }

private:
    Span m_space;
    uint32_t m_used = 0;
    bool m_full = false;
};
