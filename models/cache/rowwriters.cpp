#include "cache/rowwriters.h"

#include "cache/peek.h"
#include "residents/codec.h"

namespace cache {

using base::ErrorCode;
using base::Result;

namespace {

QString putStatement(Table table)
{
    switch (table) {
    case Table::Person:
        return QStringLiteral("cache/person_put");
    case Table::FormerSnapshot:
        return QStringLiteral("cache/former_snapshot_put");
    case Table::Household:
        return QStringLiteral("cache/household_put");
    case Table::Restriction:
        return QStringLiteral("cache/restriction_put");
    case Table::Assessment:
        return QStringLiteral("cache/assessment_put");
    case Table::Ledger:
        return QStringLiteral("cache/ledger_put");
    case Table::Pension:
        return QStringLiteral("cache/pension_put");
    case Table::Contact:
        return QStringLiteral("cache/contact_put");
    case Table::Note:
        return QStringLiteral("cache/note_put");
    case Table::Entry:
        return QStringLiteral("cache/entry_put");
    }
    return {};
}

/// A body that says it is another row would show one resident's record as another's.
bool isRow(const StoredRow &row)
{
    const auto key = peekFile(row.table, row.version, row.body);
    return key && key->person == row.id && key->version == row.version;
}

} // namespace

Result<storage::BulkWriter *> RowWriters::writer(Table table)
{
    auto &kept = m_writers.at(std::size_t(table));
    if (!kept) {
        auto made = m_database.bulk(putStatement(table));
        if (!made)
            return base::fail(made);
        kept.emplace(std::move(*made));
    }
    return &*kept;
}

Result<> RowWriters::put(const StoredRow &row)
{
    switch (row.table) {
    case Table::Person:
        return putPerson(row);
    case Table::FormerSnapshot:
        return putVersioned(row);
    case Table::Household:
        return putHousehold(row);
    case Table::Restriction:
        return putRestriction(row);
    case Table::Assessment:
    case Table::Ledger:
        if (!isRow(row))
            return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("body of a tax record"));
        return putVersioned(row);
    case Table::Pension:
        return putPension(row);
    case Table::Contact: {
        const auto value = residents::decodeContact(row.body);
        if (!value || value->person.value != row.id || value->version != row.version)
            return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("body of a contact"));
        return putVersioned(row);
    }
    case Table::Note:
        return putNote(row);
    case Table::Entry:
        return putEntry(row);
    }
    return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("an unknown table"));
}

Result<> RowWriters::putPerson(const StoredRow &row)
{
    const auto columns = peekPerson(row.body);
    if (!columns || columns->person != row.id)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("body of a person"));
    const auto person = writer(row.table);
    if (!person)
        return base::fail(person);
    (*person)->bindInteger(1, row.id);
    (*person)->bindInteger(2, columns->household);
    (*person)->bindInteger(3, columns->removed ? 1 : 0);
    (*person)->bindInteger(4, columns->version);
    (*person)->bindInteger(5, row.rowVersion);
    (*person)->bindBytes(6, row.body);
    return (*person)->step();
}

Result<> RowWriters::putVersioned(const StoredRow &row)
{
    const auto versioned = writer(row.table);
    if (!versioned)
        return base::fail(versioned);
    (*versioned)->bindInteger(1, row.id);
    (*versioned)->bindInteger(2, row.version);
    (*versioned)->bindInteger(3, row.rowVersion);
    (*versioned)->bindBytes(4, row.body);
    return (*versioned)->step();
}

Result<> RowWriters::putHousehold(const StoredRow &row)
{
    const auto value = residents::decodeHousehold(row.body);
    if (!value)
        return base::fail(value);
    const auto household = writer(row.table);
    if (!household)
        return base::fail(household);
    (*household)->bindInteger(1, row.id);
    (*household)->bindInteger(2, value->head.value);
    (*household)->bindInteger(3, row.rowVersion);
    (*household)->bindBytes(4, row.body);
    return (*household)->step();
}

Result<> RowWriters::putRestriction(const StoredRow &row)
{
    const auto value = residents::decodeRestriction(row.body);
    if (!value)
        return base::fail(value);
    const auto restriction = writer(row.table);
    if (!restriction)
        return base::fail(restriction);
    (*restriction)->bindInteger(1, row.id);
    (*restriction)->bindInteger(2, value->person.value);
    (*restriction)->bindInteger(3, value->household.value);
    // One that begins later hides from the moment it is known: the safe side.
    (*restriction)->bindInteger(4, value->hidesAddress && !value->ended ? 1 : 0);
    (*restriction)->bindInteger(5, row.rowVersion);
    (*restriction)->bindBytes(6, row.body);
    return (*restriction)->step();
}

Result<> RowWriters::putPension(const StoredRow &row)
{
    if (!isRow(row))
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("body of a pension record"));
    const auto pension = writer(row.table);
    if (!pension)
        return base::fail(pension);
    (*pension)->bindInteger(1, row.id);
    (*pension)->bindInteger(2, row.rowVersion);
    (*pension)->bindBytes(3, row.body);
    return (*pension)->step();
}

Result<> RowWriters::putNote(const StoredRow &row)
{
    const auto value = residents::decodeNote(row.body);
    if (!value || value->id != row.id || value->version != row.version)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("body of a note"));
    const auto note = writer(row.table);
    if (!note)
        return base::fail(note);
    (*note)->bindInteger(1, row.id);
    (*note)->bindInteger(2, row.version);
    (*note)->bindInteger(3, value->person.value);
    (*note)->bindInteger(4, row.rowVersion);
    (*note)->bindBytes(5, row.body);
    return (*note)->step();
}

Result<> RowWriters::putEntry(const StoredRow &row)
{
    const auto value = residents::decodeEntry(row.body);
    if (!value || value->number != row.id)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("body of an entry"));
    const auto &entered = value->proposal.entered;
    const auto *restriction = std::get_if<residents::Restriction>(&entered);
    const auto entry = writer(row.table);
    if (!entry)
        return base::fail(entry);
    (*entry)->bindInteger(1, row.id);
    (*entry)->bindInteger(2, residents::personOf(entered).value);
    (*entry)->bindInteger(3, restriction ? restriction->household.value : 0);
    (*entry)->bindInteger(4, int(value->state));
    (*entry)->bindInteger(5, row.rowVersion);
    (*entry)->bindBytes(6, row.body);
    if (const auto done = (*entry)->step(); !done)
        return done;
    const auto *move = std::get_if<residents::Move>(&entered);
    return move ? putSubjects(row.id, *move) : Result<>();
}

Result<> RowWriters::putSubjects(qint64 entry, const residents::Move &move)
{
    using namespace Qt::StringLiterals;
    auto statement = m_database.statement(QStringLiteral("cache/entry_subject_put"));
    if (!statement)
        return base::fail(statement);
    const auto put = [&](int kind, qint64 id) {
        statement->bind("kind"_L1, kind);
        statement->bind("id"_L1, id);
        statement->bind("entry_id"_L1, entry);
        return statement->exec();
    };
    for (const base::HouseholdId id : residents::householdsIn(move)) {
        if (const auto done = put(1, id.value); !done)
            return done;
    }
    for (const base::PersonId id : residents::personsIn(move)) {
        if (const auto done = put(2, id.value); !done)
            return done;
    }
    return {};
}

} // namespace cache
