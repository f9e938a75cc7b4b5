#include "residents/codec.h"
#include "residents/recordparts.h"

#include <limits>

// 異動 as they were entered.
namespace residents {
namespace {

constexpr int lastVersion = std::numeric_limits<int>::max();

namespace key {
enum Move {
    Person = 1,
    Kind = 2,
    HappenedOn = 3,
    NotifiedOn = 4,
    Notifier_ = 5,
    Paper = 6,
    From = 7,
    To = 8,
    Address_ = 9,
    Movers = 10,
    Others = 11,
    Acknowledged = 12,
    Cause = 13, ///< of a draft only
    Newcomers = 14,
    FormerAddress = 15,
    Certificate = 16,
};
} // namespace key

void write(CborWriter &writer, const QStringList &texts)
{
    writer.array(int(texts.size()));
    for (const QString &text : texts)
        writer.text(text);
}

QStringList texts(CborReader &reader)
{
    QStringList found;
    for (int left = reader.array(); left > 0 && !reader.failed(); --left)
        found.append(reader.text());
    return found;
}

void write(CborWriter &writer, const Notifier &notifier)
{
    writer.array(5);
    writer.integer(int(notifier.kind));
    writer.text(notifier.name);
    write(writer, notifier.documents);
    writer.integer(notifier.questioned ? 1 : 0);
    writer.integer(notifier.mandate ? 1 : 0);
}

Notifier notifier(CborReader &reader)
{
    reader.array(5);
    Notifier found;
    found.kind = NotifierKind(reader.index(int(NotifierKind::Office)));
    found.name = reader.text();
    found.documents = texts(reader);
    found.questioned = reader.index(1) == 1;
    found.mandate = reader.index(1) == 1;
    if (int(found.kind) < int(NotifierKind::Self))
        reader.fail();
    return found;
}

void write(CborWriter &writer, const HouseholdBase &household)
{
    writer.array(2);
    writer.integer(household.id.value);
    writer.integer(household.baseVersion);
}

HouseholdBase householdBase(CborReader &reader)
{
    reader.array(2);
    HouseholdBase found;
    found.id.value = reader.integer();
    found.baseVersion = reader.index(lastVersion);
    return found;
}

void write(CborWriter &writer, const QList<MemberChange> &changes)
{
    writer.array(int(changes.size()));
    for (const MemberChange &change : changes) {
        writer.array(3);
        writer.integer(change.person.value);
        writer.integer(change.baseVersion);
        writer.text(change.relationship);
    }
}

QList<MemberChange> memberChanges(CborReader &reader)
{
    QList<MemberChange> found;
    for (int left = reader.array(); left > 0 && !reader.failed(); --left) {
        reader.array(3);
        MemberChange change;
        change.person.value = reader.integer();
        change.baseVersion = reader.index(lastVersion);
        change.relationship = reader.text();
        found.append(change);
    }
    return found;
}

bool readPeople(CborReader &reader, qint64 number, Move &move)
{
    switch (number) {
    case key::From:
        move.from = householdBase(reader);
        return true;
    case key::To:
        move.to = householdBase(reader);
        return true;
    case key::Address_:
        move.address = address(reader);
        return true;
    case key::Movers:
        move.movers = memberChanges(reader);
        return true;
    case key::Others:
        move.others = memberChanges(reader);
        return true;
    case key::Newcomers:
        for (int left = reader.array(); left > 0 && !reader.failed(); --left)
            move.newcomers.append(person(reader));
        return true;
    case key::FormerAddress:
        move.formerAddress = address(reader);
        return true;
    case key::Certificate:
        move.certificate = reader.index(1) == 1;
        return true;
    default:
        return false;
    }
}

bool readNotice(CborReader &reader, qint64 number, Move &move)
{
    switch (number) {
    case key::Person:
        move.person.value = reader.integer();
        return true;
    case key::Kind:
        move.kind = moveKindFromName(reader.text());
        if (move.kind == MoveKind::Count)
            reader.fail();
        return true;
    case key::HappenedOn:
        move.happenedOn = reader.day();
        return true;
    case key::NotifiedOn:
        move.notifiedOn = reader.day();
        return true;
    case key::Notifier_:
        move.notifier = notifier(reader);
        return true;
    case key::Paper:
        move.paper = reader.text();
        return true;
    case key::Acknowledged:
        move.acknowledged = texts(reader);
        return true;
    case key::Cause:
        move.cause = RemovalCause(reader.index(int(RemovalCause::DayCame)));
        if (move.cause == RemovalCause::ByPlace)
            reader.fail();
        return true;
    default:
        return false;
    }
}

} // namespace

void write(CborWriter &writer, const Move &move)
{
    MapWriter map(writer);
    map.integer(key::Person, move.person.value);
    map.key(key::Kind).text(moveKindName(move.kind));
    map.day(key::HappenedOn, move.happenedOn);
    map.day(key::NotifiedOn, move.notifiedOn);
    write(map.key(key::Notifier_), move.notifier);
    map.text(key::Paper, move.paper);
    write(map.key(key::From), move.from);
    write(map.key(key::To), move.to);
    write(map.key(key::Address_), move.address);
    write(map.key(key::Movers), move.movers);
    write(map.key(key::Others), move.others);
    write(map.key(key::Acknowledged), move.acknowledged);
    if (move.cause != RemovalCause::ByPlace)
        map.integer(key::Cause, int(move.cause));
    if (!move.newcomers.isEmpty()) {
        CborWriter &newcomers = map.key(key::Newcomers);
        newcomers.array(int(move.newcomers.size()));
        for (const Snapshot &newcomer : move.newcomers)
            write(newcomers, newcomer);
    }
    if (!(move.formerAddress == Address()))
        write(map.key(key::FormerAddress), move.formerAddress);
    map.integer(key::Certificate, move.certificate ? 1 : 0);
    map.end();
}

Move move(CborReader &reader)
{
    Move found;
    readMap(reader, [&](qint64 number) {
        return readNotice(reader, number, found) || readPeople(reader, number, found);
    });
    if (found.person.value <= 0)
        reader.fail();
    return found;
}

QByteArray encode(const Move &move)
{
    CborWriter writer;
    write(writer, move);
    return writer.take();
}

base::Result<Move> decodeMove(QByteArrayView bytes)
{
    CborReader reader(bytes);
    Move found = move(reader);
    if (reader.failed() || !reader.atEnd())
        return base::fail(base::ErrorCode::RegisterDamaged,
                          QStringLiteral("a move's record cannot be decoded"));
    return found;
}

} // namespace residents
