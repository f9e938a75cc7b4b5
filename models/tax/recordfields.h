#pragma once

#include "residents/cborreader.h"
#include "residents/cborwriter.h"

#include <QMap>

#include <algorithm>
#include <optional>

// One list of fields, in rising order of their keys, both writes a record and reads it; for
// codec.cpp only. Fields that are empty or 0 are left out.
namespace tax {

/// Account numbers are here by four digits only, or not at all.
[[nodiscard]] inline bool isTail(const QString &text)
{
    constexpr qsizetype digits = 4;
    return text.size() == digits && std::all_of(text.cbegin(), text.cend(), [](QChar sign) {
               return sign >= u'0' && sign <= u'9';
           });
}

class FieldsOut final
{
public:
    explicit FieldsOut(residents::CborWriter &writer)
        : m_writer(writer)
        , m_begin(writer.beginMap())
    {
    }

    void text(int key, const QString &value)
    {
        if (!value.isEmpty())
            at(key).text(value);
    }
    /// Only four digits are ever written: of a longer number its last ones.
    void tail(int key, const QString &value)
    {
        if (const QString end = value.right(4); isTail(end))
            at(key).text(end);
    }
    void day(int key, QDate value)
    {
        if (value.isValid())
            at(key).day(value);
    }
    void integer(int key, qint64 value)
    {
        if (value != 0)
            at(key).integer(value);
    }
    void integer(int key, const std::optional<qint64> &value)
    {
        if (value)
            at(key).integer(*value);
    }
    /// Written whatever it is: its default is not 0.
    void always(int key, int value) { at(key).integer(value); }
    void flag(int key, bool value) { integer(key, value ? 1 : 0); }
    template <typename Enum>
    void choice(int key, Enum value, Enum /*first*/, Enum /*last*/)
    {
        at(key).integer(static_cast<int>(value));
    }
    void amounts(int key, const QMap<int, qint64> &values)
    {
        if (std::all_of(values.cbegin(), values.cend(), [](qint64 yen) { return yen == 0; }))
            return;
        FieldsOut inner(at(key));
        for (auto value = values.cbegin(); value != values.cend(); ++value)
            inner.integer(value.key(), value.value());
        inner.end();
    }
    template <typename Value>
    void one(int key, const std::optional<Value> &value, auto fields)
    {
        if (value)
            writeOne(at(key), *value, fields);
    }
    template <typename Value>
    void list(int key, const QList<Value> &values, auto fields)
    {
        if (values.isEmpty())
            return;
        at(key).array(static_cast<int>(values.size()));
        for (const auto &value : values)
            writeOne(m_writer, value, fields);
    }
    void end() { m_writer.endMap(m_begin, m_count); }

private:
    residents::CborWriter &at(int key)
    {
        ++m_count;
        m_writer.integer(key);
        return m_writer;
    }
    static void writeOne(residents::CborWriter &writer, const auto &value, auto fields)
    {
        FieldsOut inner(writer);
        fields(inner, value);
        inner.end();
    }

    residents::CborWriter &m_writer;
    qsizetype m_begin;
    int m_count = 0;
};

/// Reads what FieldsOut writes. Keys must rise; those that nobody asks for are passed over.
class FieldsIn final
{
public:
    explicit FieldsIn(residents::CborReader &reader)
        : m_reader(reader)
        , m_left(reader.map())
    {
        next();
    }

    void text(int key, QString &value)
    {
        if (at(key))
            value = took(m_reader.text());
    }
    void tail(int key, QString &value)
    {
        text(key, value);
        if (!value.isEmpty() && !isTail(value)) {
            value.clear();
            m_reader.fail();
        }
    }
    void day(int key, QDate &value)
    {
        if (at(key))
            value = took(m_reader.day());
    }
    void integer(int key, qint64 &value)
    {
        if (at(key))
            value = took(bounded());
    }
    void integer(int key, int &value)
    {
        if (at(key))
            value = took(m_reader.index(std::numeric_limits<int>::max()));
    }
    void integer(int key, std::optional<qint64> &value)
    {
        if (at(key))
            value = took(bounded());
    }
    void always(int key, int &value) { integer(key, value); }
    void flag(int key, bool &value)
    {
        if (at(key))
            value = took(m_reader.index(1)) == 1;
    }
    template <typename Enum>
    void choice(int key, Enum &value, Enum first, Enum last)
    {
        if (!at(key))
            return;
        const int number = took(m_reader.index(static_cast<int>(last)));
        if (number < static_cast<int>(first))
            m_reader.fail();
        else
            value = Enum(number);
    }
    void amounts(int key, QMap<int, qint64> &values)
    {
        if (!at(key))
            return;
        FieldsIn inner(m_reader);
        while (inner.m_here && !m_reader.failed()) {
            values.insert(values.cend(), static_cast<int>(inner.m_key), bounded());
            inner.next();
        }
        next();
    }
    template <typename Value>
    void one(int key, std::optional<Value> &value, auto fields)
    {
        if (!at(key))
            return;
        value.emplace();
        readOne(*value, fields);
        next();
    }
    template <typename Value>
    void list(int key, QList<Value> &values, auto fields)
    {
        if (!at(key))
            return;
        for (int left = m_reader.array(); left > 0 && !m_reader.failed(); --left) {
            values.emplaceBack();
            readOne(values.last(), fields);
        }
        next();
    }
    void end()
    {
        while (m_here && !m_reader.failed())
            pass();
    }

private:
    bool at(int key)
    {
        while (m_here && m_key < key && !m_reader.failed())
            pass();
        return m_here && m_key == key && !m_reader.failed();
    }
    void pass()
    {
        m_reader.skip();
        next();
    }
    void next()
    {
        m_here = m_left-- > 0 && !m_reader.failed();
        if (!m_here)
            return;
        const qint64 key = m_reader.integer();
        if (key <= m_key || key > lastKey)
            m_reader.fail();
        m_key = key;
    }
    /// Yen of one row, or a 宛名番号 of fifteen digits; sums of them stay far from an overflow.
    qint64 bounded()
    {
        const qint64 value = m_reader.integer();
        if (value > mostYen || value < -mostYen)
            m_reader.fail();
        return m_reader.failed() ? 0 : value;
    }
    template <typename Value>
    Value took(Value value)
    {
        next();
        return value;
    }
    void readOne(auto &value, auto fields)
    {
        FieldsIn inner(m_reader);
        fields(inner, value);
        inner.end();
    }

    static constexpr qint64 lastKey = 0xffff;
    static constexpr qint64 mostYen = 999'999'999'999'999;
    residents::CborReader &m_reader;
    int m_left;
    qint64 m_key = -1;
    bool m_here = false;
};

} // namespace tax
