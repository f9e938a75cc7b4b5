#include "residents/codec.h"

#include "residents/recordparts.h"

#include <limits>

namespace residents {
namespace {

namespace key {
enum Person {
    Id = 1,
    Household_ = 2,
    Name = 3,
    Alias = 4,
    BornOn = 5,
    Sex_ = 6,
    Relationship = 7,
    BecameResident = 8,
    HeadName = 9,
    Address_ = 10,
    AddressSettled = 11,
    FormerAddress = 12,
    Destinations = 13,
    Domicile = 14,
    DomicileHead = 15,
    Remarks = 16,
    Removal_ = 17,
    Nationality = 18,
    BecameForeignResident = 19,
    Stay = 20,
    ResidentCode = 21,     // never written, always refused
    IndividualNumber = 22, // never written, always refused
    HealthInsurance = 23,
    Pension = 24,
    ChildAllowance = 25,
    LongTermCare = 26,
    LateElderly = 27,
    FormerFamily = 28,
    Movement_ = 40,
    Kind_ = 41,
    State_ = 42,
    Order = 43,
    AddressBeforeMoveIn = 44,
    Telephone = 45,
};
} // namespace key

constexpr int lastVersion = std::numeric_limits<int>::max();

void writeDestinations(MapWriter &map, const Snapshot &snapshot)
{
    if (!snapshot.plannedDestination && !snapshot.confirmedDestination)
        return;
    MapWriter both(map.key(key::Destinations));
    if (snapshot.plannedDestination)
        write(both.key(1), *snapshot.plannedDestination);
    if (snapshot.confirmedDestination)
        write(both.key(2), *snapshot.confirmedDestination);
    both.end();
}

void writeEntries(MapWriter &map, const Snapshot &snapshot)
{
    const auto dated = [&map](int number, const DatedEntry &entry) {
        if (!(entry == DatedEntry()))
            write(map.key(number), entry);
    };
    const auto place = [&map](int number, const Address &entry) {
        if (!(entry == Address()))
            write(map.key(number), entry);
    };
    dated(key::BecameResident, snapshot.becameResident);
    map.text(key::HeadName, snapshot.headName);
    place(key::Address_, snapshot.address);
    if (!(snapshot.addressSettled == DatedEntry()) ||
        snapshot.addressReason != MovementReason::MoveIn) {
        CborWriter &writer = map.key(key::AddressSettled);
        writer.array(2);
        write(writer, snapshot.addressSettled);
        write(writer, snapshot.addressReason);
    }
    place(key::FormerAddress, snapshot.formerAddress);
    writeDestinations(map, snapshot);
    map.text(key::Domicile, snapshot.registeredDomicile);
    map.text(key::DomicileHead, snapshot.domicileHead);
    map.text(key::Remarks, snapshot.remarks);
    if (snapshot.removal) {
        CborWriter &writer = map.key(key::Removal_);
        writer.array(3);
        write(writer, snapshot.removal->on);
        writer.day(snapshot.removal->notifiedOn);
        write(writer, snapshot.removal->reason);
    }
    if (snapshot.foreign) {
        map.text(key::Nationality, snapshot.foreign->nationality);
        dated(key::BecameForeignResident, snapshot.foreign->becameForeignResident);
        CborWriter &writer = map.key(key::Stay);
        writer.array(4);
        writer.integer(static_cast<int>(snapshot.foreign->foreignClass));
        writer.text(snapshot.foreign->statusOfResidence);
        writer.text(snapshot.foreign->periodOfStay);
        writer.day(snapshot.foreign->expiresOn);
    }
}

void writeEntitlements(MapWriter &map, const Entitlements &entitlements)
{
    write(map, key::HealthInsurance, entitlements.healthInsurance);
    write(map, key::Pension, entitlements.pension);
    write(map, key::ChildAllowance, entitlements.childAllowance);
    write(map, key::LongTermCare, entitlements.longTermCare);
    write(map, key::LateElderly, entitlements.lateElderly);
}

void readDestinations(CborReader &reader, Snapshot &snapshot)
{
    readMap(reader, [&](qint64 number) {
        if (number != 1 && number != 2)
            return false;
        (number == 1 ? snapshot.plannedDestination : snapshot.confirmedDestination) =
            destination(reader);
        return true;
    });
}

void readRemoval(CborReader &reader, Snapshot &snapshot)
{
    Removal found;
    reader.array(3);
    found.on = partialDate(reader);
    found.notifiedOn = reader.day();
    found.reason = reason(reader);
    snapshot.removal = found;
}

void readStay(CborReader &reader, ForeignItems &foreign)
{
    reader.array(4);
    foreign.foreignClass = ForeignClass(reader.index(static_cast<int>(ForeignClass::Transitional)));
    foreign.statusOfResidence = reader.text();
    foreign.periodOfStay = reader.text();
    foreign.expiresOn = reader.day();
}

void readFormerFamily(CborReader &reader, PersonName &name)
{
    reader.array(3);
    name.formerFamily = reader.text();
    name.formerFamilyReading.kana = reader.text();
    name.formerFamilyReading.state = readingState(reader);
}

Sex sex(CborReader &reader)
{
    const int value = reader.index(static_cast<int>(Sex::NotApplicable));
    if (value > static_cast<int>(Sex::Female) && value != static_cast<int>(Sex::NotApplicable))
        reader.fail();
    return Sex(value);
}

bool readPerson(CborReader &reader, qint64 number, Snapshot &snapshot)
{
    switch (number) {
    case key::Id:
        reader.array(2);
        snapshot.id.person.value = reader.integer();
        snapshot.id.version = reader.index(lastVersion);
        return true;
    case key::Household_:
        snapshot.household.value = reader.integer();
        return true;
    case key::Name:
        readName(reader, snapshot.name);
        return true;
    case key::Alias:
        reader.array(2);
        snapshot.name.alias = reader.text();
        snapshot.name.aliasKana = reader.text();
        return true;
    case key::BornOn:
        snapshot.bornOn = partialDate(reader);
        return true;
    case key::Sex_:
        snapshot.sex = sex(reader);
        return true;
    case key::Relationship:
        snapshot.relationship = reader.text();
        return true;
    case key::BecameResident:
        snapshot.becameResident = datedEntry(reader);
        return true;
    case key::HeadName:
        snapshot.headName = reader.text();
        return true;
    default:
        return false;
    }
}

bool readPlaces(CborReader &reader, qint64 number, Snapshot &snapshot)
{
    switch (number) {
    case key::Address_:
        snapshot.address = address(reader);
        return true;
    case key::AddressSettled:
        reader.array(2);
        snapshot.addressSettled = datedEntry(reader);
        snapshot.addressReason = reason(reader);
        return true;
    case key::FormerAddress:
        snapshot.formerAddress = address(reader);
        return true;
    case key::Destinations:
        readDestinations(reader, snapshot);
        return true;
    case key::Domicile:
        snapshot.registeredDomicile = reader.text();
        return true;
    case key::DomicileHead:
        snapshot.domicileHead = reader.text();
        return true;
    case key::Remarks:
        snapshot.remarks = reader.text();
        return true;
    case key::Removal_:
        readRemoval(reader, snapshot);
        return true;
    case key::AddressBeforeMoveIn:
        snapshot.addressBeforeMoveIn = address(reader);
        return true;
    default:
        return false;
    }
}

bool readRest(CborReader &reader, qint64 number, Snapshot &snapshot, ForeignItems &foreign)
{
    switch (number) {
    case key::Nationality:
        foreign.nationality = reader.text();
        return true;
    case key::BecameForeignResident:
        foreign.becameForeignResident = datedEntry(reader);
        return true;
    case key::Stay:
        readStay(reader, foreign);
        snapshot.foreign = foreign;
        return true;
    case key::HealthInsurance:
        snapshot.entitlements.healthInsurance = entitlement(reader);
        return true;
    case key::Pension:
        snapshot.entitlements.pension = entitlement(reader);
        return true;
    case key::ChildAllowance:
        snapshot.entitlements.childAllowance = entitlement(reader);
        return true;
    case key::LongTermCare:
        snapshot.entitlements.longTermCare = entitlement(reader);
        return true;
    case key::LateElderly:
        snapshot.entitlements.lateElderly = entitlement(reader);
        return true;
    case key::FormerFamily:
        readFormerFamily(reader, snapshot.name);
        return true;
    default:
        return false;
    }
}

bool readBeyond(CborReader &reader, qint64 number, Snapshot &snapshot)
{
    switch (number) {
    case key::ResidentCode:
    case key::IndividualNumber:
        reader.fail();
        return true;
    case key::Movement_:
        snapshot.movement = movement(reader);
        return true;
    case key::Kind_:
        snapshot.kind = Kind(reader.index(static_cast<int>(Kind::Foreign)));
        return true;
    case key::State_:
        snapshot.state = State(reader.index(static_cast<int>(State::NationalityChanged)));
        return true;
    case key::Order:
        snapshot.orderInHousehold = reader.index(lastVersion);
        return true;
    case key::Telephone:
        snapshot.telephone = reader.text();
        return true;
    default:
        return false;
    }
}

} // namespace

void write(CborWriter &writer, const Snapshot &snapshot)
{
    MapWriter map(writer);
    CborWriter &id = map.key(key::Id);
    id.array(2);
    id.integer(snapshot.id.person.value);
    id.integer(snapshot.id.version);
    map.integer(key::Household_, snapshot.household.value);
    write(map.key(key::Name), snapshot.name);
    if (!snapshot.name.alias.isEmpty() || !snapshot.name.aliasKana.isEmpty()) {
        CborWriter &alias = map.key(key::Alias);
        alias.array(2);
        alias.text(snapshot.name.alias);
        alias.text(snapshot.name.aliasKana);
    }
    if (!(snapshot.bornOn == calendar::PartialDate()))
        write(map.key(key::BornOn), snapshot.bornOn);
    map.integer(key::Sex_, static_cast<int>(snapshot.sex));
    map.text(key::Relationship, snapshot.relationship);
    writeEntries(map, snapshot);
    writeEntitlements(map, snapshot.entitlements);
    if (!snapshot.name.formerFamily.isEmpty() ||
        !(snapshot.name.formerFamilyReading == Reading())) {
        CborWriter &former = map.key(key::FormerFamily);
        former.array(3);
        former.text(snapshot.name.formerFamily);
        former.text(snapshot.name.formerFamilyReading.kana);
        former.integer(static_cast<int>(snapshot.name.formerFamilyReading.state));
    }
    if (!(snapshot.movement == Movement()))
        write(map.key(key::Movement_), snapshot.movement);
    map.integer(key::Kind_, static_cast<int>(snapshot.kind));
    map.integer(key::State_, static_cast<int>(snapshot.state));
    map.integer(key::Order, snapshot.orderInHousehold);
    if (!(snapshot.addressBeforeMoveIn == Address()))
        write(map.key(key::AddressBeforeMoveIn), snapshot.addressBeforeMoveIn);
    map.text(key::Telephone, snapshot.telephone);
    map.end();
}

Snapshot person(CborReader &reader)
{
    Snapshot snapshot;
    ForeignItems foreign;
    readMap(reader, [&](qint64 number) {
        return readPerson(reader, number, snapshot) || readPlaces(reader, number, snapshot) ||
               readRest(reader, number, snapshot, foreign) || readBeyond(reader, number, snapshot);
    });
    if (snapshot.id.person.value <= 0)
        reader.fail();
    return snapshot;
}

QByteArray encode(const Snapshot &snapshot)
{
    CborWriter writer;
    write(writer, snapshot);
    return writer.take();
}

base::Result<Snapshot> decodeSnapshot(QByteArrayView bytes)
{
    CborReader reader(bytes);
    Snapshot found = person(reader);
    if (reader.failed() || !reader.atEnd())
        return base::fail(base::ErrorCode::RegisterDamaged,
                          QStringLiteral("a person's record cannot be decoded"));
    return found;
}

} // namespace residents
