#pragma once

#include "residents/cborreader.h"
#include "residents/cborwriter.h"
#include "residents/household.h"
#include "residents/move.h"
#include "residents/person.h"
#include "residents/restriction.h"

// The parts of records in the form that codec.h describes; for the codecs only.
namespace residents {

/// Writes the entries of one map and counts them.
class MapWriter final
{
public:
    explicit MapWriter(CborWriter &writer)
        : m_writer(writer)
        , m_begin(writer.beginMap())
    {
    }
    CborWriter &key(int number)
    {
        ++m_count;
        m_writer.integer(number);
        return m_writer;
    }
    void text(int number, const QString &value)
    {
        if (!value.isEmpty())
            key(number).text(value);
    }
    void integer(int number, qint64 value)
    {
        if (value != 0)
            key(number).integer(value);
    }
    void day(int number, QDate value)
    {
        if (value.isValid())
            key(number).day(value);
    }
    void end() { m_writer.endMap(m_begin, m_count); }

private:
    CborWriter &m_writer;
    qsizetype m_begin;
    int m_count = 0;
};

/// Reads a map whose keys rise; `read(key)` reads the value of one or answers false to skip it.
template <typename Read>
void readMap(CborReader &reader, Read read)
{
    qint64 last = -1;
    for (int left = reader.map(); left > 0 && !reader.failed(); --left) {
        const qint64 number = reader.integer();
        if (number <= last) {
            reader.fail();
            return;
        }
        last = number;
        if (!read(number))
            reader.skip();
    }
}

void write(CborWriter &writer, const calendar::PartialDate &date);
void write(CborWriter &writer, MovementReason reason);
void write(CborWriter &writer, const Address &address);
void write(CborWriter &writer, const DatedEntry &entry);
void write(CborWriter &writer, const PersonName &name);
void write(CborWriter &writer, const Destination &destination);
void write(CborWriter &writer, const Movement &movement);
void write(MapWriter &map, int number, const Entitlement &entitlement);
void write(CborWriter &writer, const Restriction &restriction);
void write(CborWriter &writer, const Move &move);
void write(CborWriter &writer, const Snapshot &person);

[[nodiscard]] calendar::PartialDate partialDate(CborReader &reader);
[[nodiscard]] MovementReason reason(CborReader &reader);
[[nodiscard]] Address address(CborReader &reader);
[[nodiscard]] DatedEntry datedEntry(CborReader &reader);
[[nodiscard]] ReadingState readingState(CborReader &reader);
void readName(CborReader &reader, PersonName &name);
[[nodiscard]] Destination destination(CborReader &reader);
[[nodiscard]] Movement movement(CborReader &reader);
[[nodiscard]] Entitlement entitlement(CborReader &reader);
[[nodiscard]] Restriction restriction(CborReader &reader);
[[nodiscard]] Move move(CborReader &reader);
[[nodiscard]] Snapshot person(CborReader &reader);

} // namespace residents
