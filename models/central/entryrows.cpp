#include "central/entryrows.h"

#include "residents/codec.h"
#include "storage/eachrow.h"

namespace central {

using base::Result;
using residents::Contact;
using residents::Entry;
using residents::Note;
using residents::Restriction;
using namespace Qt::StringLiterals;

namespace {

template <typename Record>
Result<std::optional<Record>> decoded(const Result<QByteArray> &body,
                                      Result<Record> (*decode)(QByteArrayView))
{
    if (!body)
        return base::fail(body);
    if (body->isEmpty())
        return std::optional<Record>();
    auto record = decode(*body);
    if (!record)
        return base::fail(record);
    return std::optional<Record>(std::move(*record));
}

} // namespace

Result<QByteArray> EntryRows::body(const QString &statement, qint64 id)
{
    auto prepared = m_database.statement(statement);
    if (!prepared)
        return base::fail(prepared);
    prepared->bind("id"_L1, id);
    QByteArray found;
    const auto read =
        storage::eachRow(*prepared, [&found](const auto &row) { found = row.bytes(0); });
    if (!read)
        return base::fail(read);
    return found;
}

Result<bool> EntryRows::isThere(const QString &statement, qint64 id)
{
    auto prepared = m_database.statement(statement);
    if (!prepared)
        return base::fail(prepared);
    prepared->bind("id"_L1, id);
    bool there = false;
    const auto read = storage::eachRow(*prepared, [&there](const auto &) { there = true; });
    if (!read)
        return base::fail(read);
    return there;
}

Result<bool> EntryRows::isThere(base::PersonId person)
{
    return isThere(QStringLiteral("central/person_exists"), person.value);
}

Result<bool> EntryRows::isThere(base::HouseholdId household)
{
    return isThere(QStringLiteral("central/household_exists"), household.value);
}

Result<std::optional<Note>> EntryRows::note(qint64 id)
{
    return decoded(body(QStringLiteral("central/note_newest"), id), &residents::decodeNote);
}

Result<std::optional<Contact>> EntryRows::contact(base::PersonId person)
{
    return decoded(body(QStringLiteral("central/contact_newest"), person.value),
                   &residents::decodeContact);
}

Result<std::optional<Restriction>> EntryRows::restriction(qint64 id)
{
    return decoded(body(QStringLiteral("central/restriction_current"), id),
                   &residents::decodeRestriction);
}

Result<std::optional<Entry>> EntryRows::entry(qint64 number)
{
    return decoded(body(QStringLiteral("central/entry_current"), number), &residents::decodeEntry);
}

Result<std::optional<Entry>> EntryRows::waiting(const Restriction &restriction)
{
    auto statement = m_database.statement(QStringLiteral("central/entry_waiting"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, restriction.person.value);
    statement->bind("household_id"_L1, restriction.household.value);
    qint64 number = 0;
    const auto read =
        storage::eachRow(*statement, [&number](const auto &row) { number = row.integer(0); });
    if (!read)
        return base::fail(read);
    return number == 0 ? std::optional<Entry>() : entry(number);
}

Result<qint64> EntryRows::nextNumber(Table table)
{
    const auto name = table == Table::Note          ? QStringLiteral("central/note_next")
                      : table == Table::Restriction ? QStringLiteral("central/restriction_next")
                                                    : QStringLiteral("central/entry_next");
    auto statement = m_database.statement(name);
    if (!statement)
        return base::fail(statement);
    qint64 number = 0;
    const auto read =
        storage::eachRow(*statement, [&number](const auto &row) { number = row.integer(0); });
    if (!read)
        return base::fail(read);
    return number;
}

} // namespace central
