#include "residents/codec.h"

#include "residents/recordparts.h"

#include <limits>

// Households and restrictions; persons are in codec.cpp.
namespace residents {
namespace {
constexpr int lastVersion = std::numeric_limits<int>::max();
} // namespace

QByteArray encode(const Household &household)
{
    CborWriter writer;
    MapWriter map(writer);
    map.key(1).integer(household.id.value);
    map.integer(2, household.version);
    map.integer(3, household.head.value);
    if (!(household.address == Address()))
        write(map.key(4), household.address);
    map.end();
    return writer.take();
}

void write(CborWriter &writer, const Restriction &restriction)
{
    MapWriter map(writer);
    map.key(1).integer(restriction.id);
    map.integer(2, restriction.version);
    map.integer(3, restriction.person.value);
    map.integer(4, restriction.household.value);
    map.key(5).integer(static_cast<int>(restriction.kind));
    map.key(6).integer(static_cast<int>(restriction.inquiry));
    map.key(7).integer(static_cast<int>(restriction.certificate));
    map.key(8).integer(static_cast<int>(restriction.movement));
    map.key(9).integer(restriction.hidesAddress ? 1 : 0);
    map.day(10, restriction.from);
    map.day(11, restriction.until);
    map.integer(12, restriction.ended ? 1 : 0);
    map.integer(13, restriction.provisional ? 1 : 0);
    map.end();
}

QByteArray encode(const Restriction &restriction)
{
    CborWriter writer;
    write(writer, restriction);
    return writer.take();
}

base::Result<Household> decodeHousehold(QByteArrayView bytes)
{
    CborReader reader(bytes);
    Household household;
    household.version = 0;
    readMap(reader, [&](qint64 number) {
        switch (number) {
        case 1:
            household.id.value = reader.integer();
            return true;
        case 2:
            household.version = reader.index(lastVersion);
            return true;
        case 3:
            household.head.value = reader.integer();
            return true;
        case 4:
            household.address = address(reader);
            return true;
        default:
            return false;
        }
    });
    if (reader.failed() || !reader.atEnd() || household.id.value <= 0)
        return base::fail(base::ErrorCode::RegisterDamaged,
                          QStringLiteral("a household's record cannot be decoded"));
    return household;
}

namespace {

RestrictionLevel level(CborReader &reader)
{
    return RestrictionLevel(reader.index(static_cast<int>(RestrictionLevel::Stop)));
}

bool readRestriction(CborReader &reader, qint64 number, Restriction &restriction)
{
    switch (number) {
    case 1:
        restriction.id = reader.integer();
        return true;
    case 2:
        restriction.version = reader.index(lastVersion);
        return true;
    case 3:
        restriction.person.value = reader.integer();
        return true;
    case 4:
        restriction.household.value = reader.integer();
        return true;
    case 5:
        restriction.kind = RestrictionKind(reader.index(static_cast<int>(RestrictionKind::Other)));
        return true;
    case 6:
        restriction.inquiry = level(reader);
        return true;
    case 7:
        restriction.certificate = level(reader);
        return true;
    case 8:
        restriction.movement = level(reader);
        return true;
    case 9:
        restriction.hidesAddress = reader.index(1) == 1;
        return true;
    case 10:
        restriction.from = reader.day();
        return true;
    case 11:
        restriction.until = reader.day();
        return true;
    case 12:
        restriction.ended = reader.index(1) == 1;
        return true;
    case 13:
        restriction.provisional = reader.index(1) == 1;
        return true;
    default:
        return false;
    }
}

} // namespace

Restriction restriction(CborReader &reader)
{
    Restriction restriction;
    restriction.version = 0;
    readMap(reader, [&](qint64 number) { return readRestriction(reader, number, restriction); });
    if (restriction.person.value <= 0 && restriction.household.value <= 0)
        reader.fail();
    return restriction;
}

base::Result<Restriction> decodeRestriction(QByteArrayView bytes)
{
    CborReader reader(bytes);
    const Restriction restriction = residents::restriction(reader);
    if (reader.failed() || !reader.atEnd())
        return base::fail(base::ErrorCode::RegisterDamaged,
                          QStringLiteral("a restriction's record cannot be decoded"));
    return restriction;
}

} // namespace residents
