#include "residents/codec.h"
#include "residents/recordparts.h"

#include <limits>

// Notes, contacts, proposals and entries; restrictions are in othercodec.cpp.
namespace residents {
namespace {

constexpr int lastVersion = std::numeric_limits<int>::max();

void write(CborWriter &writer, const Authorship &by)
{
    writer.array(4);
    writer.text(by.user);
    writer.text(by.name);
    writer.text(by.section);
    writer.integer(by.at.isValid() ? by.at.toMSecsSinceEpoch() : 0);
}

Authorship authorship(CborReader &reader)
{
    reader.array(4);
    Authorship by{.user = reader.text(), .name = reader.text(), .section = reader.text(), .at = {}};
    if (const qint64 ms = reader.integer(); ms > 0)
        by.at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return by;
}

void writeIf(MapWriter &map, int number, const Authorship &by)
{
    if (!(by == Authorship()))
        write(map.key(number), by);
}

void write(CborWriter &writer, const Note &note)
{
    MapWriter map(writer);
    map.integer(1, note.id);
    map.integer(2, note.version);
    map.integer(3, note.person.value);
    map.text(4, note.text);
    map.integer(5, note.withdrawn ? 1 : 0);
    writeIf(map, 6, note.by);
    map.end();
}

void write(CborWriter &writer, const Contact &contact)
{
    MapWriter map(writer);
    map.integer(1, contact.person.value);
    map.integer(2, contact.version);
    map.text(3, contact.telephone);
    map.text(4, contact.sendPostalCode);
    map.text(5, contact.sendAddress);
    map.text(6, contact.sendName);
    writeIf(map, 7, contact.by);
    map.end();
}

void write(CborWriter &writer, const Proposal &proposal)
{
    MapWriter map(writer);
    map.integer(1, int(kindOf(proposal.entered)));
    map.integer(2, proposal.baseVersion);
    map.text(3, proposal.reason);
    CborWriter &inner = map.key(4);
    std::visit([&inner](const auto &entered) { write(inner, entered); }, proposal.entered);
    map.end();
}

Note note(CborReader &reader)
{
    Note note;
    note.version = 0;
    readMap(reader, [&](qint64 number) {
        switch (number) {
        case 1:
            note.id = reader.integer();
            return true;
        case 2:
            note.version = reader.index(lastVersion);
            return true;
        case 3:
            note.person.value = reader.integer();
            return true;
        case 4:
            note.text = reader.text();
            return true;
        case 5:
            note.withdrawn = reader.index(1) == 1;
            return true;
        case 6:
            note.by = authorship(reader);
            return true;
        default:
            return false;
        }
    });
    if (note.person.value <= 0)
        reader.fail();
    return note;
}

Contact contact(CborReader &reader)
{
    Contact contact;
    contact.version = 0;
    readMap(reader, [&](qint64 number) {
        switch (number) {
        case 1:
            contact.person.value = reader.integer();
            return true;
        case 2:
            contact.version = reader.index(lastVersion);
            return true;
        case 3:
            contact.telephone = reader.text();
            return true;
        case 4:
            contact.sendPostalCode = reader.text();
            return true;
        case 5:
            contact.sendAddress = reader.text();
            return true;
        case 6:
            contact.sendName = reader.text();
            return true;
        case 7:
            contact.by = authorship(reader);
            return true;
        default:
            return false;
        }
    });
    if (contact.person.value <= 0)
        reader.fail();
    return contact;
}

Entered entered(CborReader &reader, EntryKind kind)
{
    switch (kind) {
    case EntryKind::Note:
        return note(reader);
    case EntryKind::Contact:
        return contact(reader);
    case EntryKind::Restriction:
        return restriction(reader);
    case EntryKind::Move:
        return move(reader);
    }
    reader.fail();
    return {};
}

Proposal proposal(CborReader &reader)
{
    Proposal proposal;
    int kind = 0;
    bool whole = false;
    readMap(reader, [&](qint64 number) {
        switch (number) {
        case 1:
            kind = reader.index(int(EntryKind::Move));
            return true;
        case 2:
            proposal.baseVersion = reader.index(lastVersion);
            return true;
        case 3:
            proposal.reason = reader.text();
            return true;
        case 4:
            proposal.entered = entered(reader, EntryKind(kind));
            whole = true;
            return true;
        default:
            return false;
        }
    });
    if (!whole)
        reader.fail();
    return proposal;
}

bool readEntry(CborReader &reader, qint64 number, Entry &entry)
{
    switch (number) {
    case 1:
        entry.number = reader.integer();
        return true;
    case 2:
        entry.state = EntryState(reader.index(int(EntryState::Withdrawn)));
        return true;
    case 3:
        entry.proposal = proposal(reader);
        return true;
    case 4:
        entry.author = authorship(reader);
        return true;
    case 5:
        entry.station = reader.text();
        return true;
    case 6:
        entry.checker = authorship(reader);
        return true;
    case 7:
        entry.answer = reader.text();
        return true;
    default:
        return false;
    }
}

template <typename Value>
base::Result<Value> whole(const CborReader &reader, Value value)
{
    if (reader.failed() || !reader.atEnd())
        return base::fail(base::ErrorCode::RegisterDamaged,
                          QStringLiteral("an entry's record cannot be decoded"));
    return value;
}

template <typename Value>
QByteArray bytesOf(const Value &value)
{
    CborWriter writer;
    write(writer, value);
    return writer.take();
}

} // namespace

base::PersonId personOf(const Entered &entered)
{
    return std::visit([](const auto &one) { return one.person; }, entered);
}

QByteArray encode(const Note &note)
{
    return bytesOf(note);
}

QByteArray encode(const Contact &contact)
{
    return bytesOf(contact);
}

QByteArray encode(const Proposal &proposal)
{
    return bytesOf(proposal);
}

QByteArray encode(const Entry &entry)
{
    CborWriter writer;
    MapWriter map(writer);
    map.integer(1, entry.number);
    map.integer(2, int(entry.state));
    write(map.key(3), entry.proposal);
    write(map.key(4), entry.author);
    map.text(5, entry.station);
    writeIf(map, 6, entry.checker);
    map.text(7, entry.answer);
    map.end();
    return writer.take();
}

base::Result<Note> decodeNote(QByteArrayView bytes)
{
    CborReader reader(bytes);
    auto value = note(reader);
    return whole(reader, std::move(value));
}

base::Result<Contact> decodeContact(QByteArrayView bytes)
{
    CborReader reader(bytes);
    auto value = contact(reader);
    return whole(reader, std::move(value));
}

base::Result<Proposal> decodeProposal(QByteArrayView bytes)
{
    CborReader reader(bytes);
    auto value = proposal(reader);
    return whole(reader, std::move(value));
}

base::Result<Entry> decodeEntry(QByteArrayView bytes)
{
    CborReader reader(bytes);
    Entry entry;
    bool proposed = false;
    readMap(reader, [&](qint64 number) {
        constexpr qint64 proposalKey = 3;
        proposed = proposed || number == proposalKey;
        return readEntry(reader, number, entry);
    });
    if (!proposed || entry.number <= 0 || int(entry.state) < int(EntryState::Provisional))
        reader.fail();
    return whole(reader, std::move(entry));
}

} // namespace residents
