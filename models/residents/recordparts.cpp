#include "residents/recordparts.h"

namespace residents {

void write(CborWriter &writer, const calendar::PartialDate &date)
{
    if (date.isEmpty() && date == calendar::PartialDate()) {
        writer.null();
    } else if (date == calendar::PartialDate::on(date.earliest)) {
        writer.day(date.earliest);
    } else {
        writer.array(4);
        writer.text(date.text);
        writer.day(date.earliest);
        writer.day(date.latest);
        writer.integer(static_cast<int>(date.precision));
    }
}

calendar::PartialDate partialDate(CborReader &reader)
{
    if (reader.isNull())
        return {};
    if (reader.isInteger())
        return calendar::PartialDate::on(reader.day());
    calendar::PartialDate date;
    reader.array(4);
    date.text = reader.text();
    date.earliest = reader.day();
    date.latest = reader.day();
    date.precision = calendar::Precision(reader.index(static_cast<int>(calendar::Precision::Day)));
    return date;
}

void write(CborWriter &writer, MovementReason reason)
{
    writer.text(movementReasonName(reason));
}

MovementReason reason(CborReader &reader)
{
    const auto found = movementReasonFromName(reader.text());
    if (found == MovementReason::Count)
        reader.fail();
    return found;
}

void write(CborWriter &writer, const Address &address)
{
    MapWriter map(writer);
    map.text(1, address.code);
    map.text(2, address.postalCode);
    map.text(3, address.municipality);
    map.text(4, address.town);
    map.text(5, address.lot);
    map.text(6, address.building);
    map.end();
}

Address address(CborReader &reader)
{
    Address found;
    readMap(reader, [&](qint64 number) {
        QString *const parts[]{&found.code, &found.postalCode, &found.municipality,
                               &found.town, &found.lot,        &found.building};
        if (number < 1 || number > 6)
            return false;
        *parts[number - 1] = reader.text();
        return true;
    });
    return found;
}

void write(CborWriter &writer, const DatedEntry &entry)
{
    writer.array(2);
    write(writer, entry.on);
    writer.day(entry.notifiedOn);
}

DatedEntry datedEntry(CborReader &reader)
{
    DatedEntry entry;
    reader.array(2);
    entry.on = partialDate(reader);
    entry.notifiedOn = reader.day();
    return entry;
}

void write(CborWriter &writer, const PersonName &name)
{
    MapWriter map(writer);
    map.text(1, name.family);
    map.text(2, name.given);
    map.text(3, name.familyReading.kana);
    map.integer(4, static_cast<int>(name.familyReading.state));
    map.text(5, name.givenReading.kana);
    map.integer(6, static_cast<int>(name.givenReading.state));
    map.text(7, name.searchKana);
    map.text(8, name.latin);
    map.end();
}

ReadingState readingState(CborReader &reader)
{
    return ReadingState(reader.index(static_cast<int>(ReadingState::ExOfficio)));
}

void readName(CborReader &reader, PersonName &name)
{
    readMap(reader, [&](qint64 number) {
        switch (number) {
        case 1:
            name.family = reader.text();
            return true;
        case 2:
            name.given = reader.text();
            return true;
        case 3:
            name.familyReading.kana = reader.text();
            return true;
        case 4:
            name.familyReading.state = readingState(reader);
            return true;
        case 5:
            name.givenReading.kana = reader.text();
            return true;
        case 6:
            name.givenReading.state = readingState(reader);
            return true;
        case 7:
            name.searchKana = reader.text();
            return true;
        case 8:
            name.latin = reader.text();
            return true;
        default:
            return false;
        }
    });
}

void write(CborWriter &writer, const Destination &destination)
{
    writer.array(2);
    write(writer, destination.address);
    writer.day(destination.on);
}

Destination destination(CborReader &reader)
{
    Destination found;
    reader.array(2);
    found.address = address(reader);
    found.on = reader.day();
    return found;
}

void write(CborWriter &writer, const Movement &movement)
{
    MapWriter map(writer);
    write(map.key(1), movement.reason);
    if (!(movement.happenedOn == calendar::PartialDate()))
        write(map.key(2), movement.happenedOn);
    map.day(3, movement.notifiedOn);
    map.day(4, movement.processedOn);
    map.text(5, movement.enteredBy);
    map.text(6, movement.enteredAt);
    map.end();
}

Movement movement(CborReader &reader)
{
    Movement found;
    readMap(reader, [&](qint64 number) {
        switch (number) {
        case 1:
            found.reason = reason(reader);
            return true;
        case 2:
            found.happenedOn = partialDate(reader);
            return true;
        case 3:
            found.notifiedOn = reader.day();
            return true;
        case 4:
            found.processedOn = reader.day();
            return true;
        case 5:
            found.enteredBy = reader.text();
            return true;
        case 6:
            found.enteredAt = reader.text();
            return true;
        default:
            return false;
        }
    });
    return found;
}

void write(MapWriter &map, int number, const Entitlement &entitlement)
{
    if (entitlement == Entitlement())
        return;
    CborWriter &writer = map.key(number);
    writer.array(2);
    writer.text(entitlement.status);
    writer.day(entitlement.since);
}

Entitlement entitlement(CborReader &reader)
{
    Entitlement found;
    reader.array(2);
    found.status = reader.text();
    found.since = reader.day();
    return found;
}

} // namespace residents
