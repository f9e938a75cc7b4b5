#include "cache/entryreads.h"

#include "cache/hiddenplaces.h"
#include "cache/readparts.h"
#include "residents/codec.h"
#include "storage/eachrow.h"

#include <utility>

// The reads of notes, contacts, restrictions and 仮登録; those of residents are in cachereader.cpp.
namespace cache {

using base::ErrorCode;
using base::Result;
using residents::EntryState;
using namespace Qt::StringLiterals;

namespace {

auto damaged(const char *what)
{
    return base::fail(ErrorCode::CacheDamaged, QString::fromLatin1(what));
}

Result<QList<QByteArray>> bodiesOf(storage::Statement &statement)
{
    QList<QByteArray> bodies;
    const auto read =
        storage::eachRow(statement, [&bodies](const auto &row) { bodies.append(row.bytes(0)); });
    if (!read)
        return base::fail(read);
    return bodies;
}

} // namespace

EntryReads::EntryReads(std::unique_ptr<storage::Database> database)
    : m_database(std::move(database))
    , m_hiddenPlaces(std::make_unique<HiddenPlaces>())
{
}

EntryReads::~EntryReads() = default;

void EntryReads::protectAlso(const QList<residents::Restriction> &filed)
{
    m_hiddenPlaces->setFiled(filed);
}

bool EntryReads::leaveOut(residents::Entered &entered, const residents::Snapshot &now) const
{
    bool left = false;
    if (auto *note = std::get_if<residents::Note>(&entered)) {
        left = m_hiddenPlaces->isNamedIn(note->text, now);
        if (left)
            note->text = residents::withheldWords();
    } else if (auto *contact = std::get_if<residents::Contact>(&entered)) {
        for (QString *words : {&contact->sendAddress, &contact->sendName}) {
            if (!m_hiddenPlaces->isNamedIn(*words, now))
                continue;
            contact->sendPostalCode.clear();
            contact->sendAddress.clear();
            contact->sendName.clear();
            left = true;
        }
    }
    return left;
}

Result<EntryReads::About> EntryReads::readAbout(base::PersonId id, const QString &statement)
{
    auto person = readPerson(*m_database, id.value);
    if (!person)
        return base::fail(person);
    if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
        return base::fail(done);
    auto rows = m_database->statement(statement);
    if (!rows)
        return base::fail(rows);
    rows->bind("person_id"_L1, id.value);
    auto bodies = bodiesOf(*rows);
    if (!bodies)
        return base::fail(bodies);
    return About{.person = std::move(*person), .bodies = std::move(*bodies)};
}

Result<QList<NoteAnswer>> EntryReads::notes(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto about = readAbout(id, QStringLiteral("cache/notes_of"));
    if (!about)
        return base::fail(about);
    QList<NoteAnswer> answer;
    for (const QByteArray &body : about->bodies) {
        const auto note = residents::decodeNote(body);
        if (!note || note->person != id)
            return damaged("body of a note");
        residents::Entered shown = *note;
        const bool left = leaveOut(shown, about->person);
        if (answer.isEmpty() || answer.last().versions.first().id != note->id)
            answer.append(NoteAnswer{});
        answer.last().versions.append(std::get<residents::Note>(shown));
        if (left)
            answer.last().withheld.append(note->version);
    }
    return answer;
}

Result<ContactAnswer> EntryReads::contact(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto about = readAbout(id, QStringLiteral("cache/contacts_of"));
    if (!about)
        return base::fail(about);
    ContactAnswer answer;
    for (const QByteArray &body : about->bodies) {
        const auto contact = residents::decodeContact(body);
        if (!contact || contact->person != id)
            return damaged("body of a contact");
        residents::Entered shown = *contact;
        if (leaveOut(shown, about->person))
            answer.withheld.append(contact->version);
        answer.versions.append(std::get<residents::Contact>(shown));
    }
    return answer;
}

Result<QList<residents::Restriction>> EntryReads::restrictions(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto person = readPerson(*m_database, id.value);
    if (!person)
        return base::fail(person);
    return readRestrictions(*m_database, *person, {});
}

Result<QList<residents::Entry>> EntryReads::entriesOf(storage::Statement &statement,
                                                      residents::EntryState state)
{
    statement.bind("state"_L1, int(state));
    const auto bodies = bodiesOf(statement);
    if (!bodies)
        return base::fail(bodies);
    QList<residents::Entry> entries;
    for (const QByteArray &body : *bodies) {
        auto entry = residents::decodeEntry(body);
        if (!entry)
            return damaged("body of an entry");
        entries.append(std::move(*entry));
    }
    return entries;
}

Result<QList<residents::Entry>> EntryReads::waitingEntries()
{
    auto statement = m_database->statement(QStringLiteral("cache/entries_waiting"));
    if (!statement)
        return base::fail(statement);
    return entriesOf(*statement, EntryState::Provisional);
}

Result<QList<residents::Entry>> EntryReads::entriesOn(qint64 person, qint64 household,
                                                      EntryState state)
{
    auto statement = m_database->statement(QStringLiteral("cache/entries_on"));
    if (!statement)
        return base::fail(statement);
    // 0 stands in the rows that are about none: it would find all of those.
    constexpr qint64 nobody = -1;
    statement->bind("person_id"_L1, person > 0 ? person : nobody);
    statement->bind("household_id"_L1, household > 0 ? household : nobody);
    return entriesOf(*statement, state);
}

Result<QList<residents::Entry>> EntryReads::waitingEntries(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto person = readPerson(*m_database, id.value);
    if (!person)
        return base::fail(person);
    return entriesOn(id.value, person->household.value, EntryState::Provisional);
}

Result<QList<residents::Entry>> EntryReads::registeredEntries(base::PersonId id)
{
    return entriesOn(id.value, 0, EntryState::Registered);
}

Result<QList<residents::Entry>> EntryReads::registeredEntries(base::HouseholdId id)
{
    return entriesOn(0, id.value, EntryState::Registered);
}

Result<std::optional<residents::Entry>> EntryReads::entry(qint64 number)
{
    auto statement = m_database->statement(QStringLiteral("cache/entry_by_id"));
    if (!statement)
        return base::fail(statement);
    statement->bind("entry_id"_L1, number);
    const auto bodies = bodiesOf(*statement);
    if (!bodies)
        return base::fail(bodies);
    if (bodies->isEmpty())
        return std::nullopt;
    auto entry = residents::decodeEntry(bodies->first());
    if (!entry || entry->number != number)
        return damaged("body of an entry");
    return std::move(*entry);
}

Result<bool> EntryReads::withhold(residents::Entered &entered)
{
    const base::PersonId id = residents::personOf(entered);
    if (id.value == 0)
        return false;
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto person = readPerson(*m_database, id.value);
    if (!person)
        return base::fail(person);
    if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
        return base::fail(done);
    return leaveOut(entered, *person);
}

} // namespace cache
