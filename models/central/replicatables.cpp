#include "central/replicatables.h"

#include "central/replicadigest.h"
#include "residents/codec.h"
#include "storage/eachrow.h"

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int digestRows = 2000;

QString chunkStatement(Table table)
{
    switch (table) {
    case Table::Person:
        return QStringLiteral("central/person_chunk");
    case Table::FormerSnapshot:
        return QStringLiteral("central/former_snapshot_chunk");
    case Table::Household:
        return QStringLiteral("central/household_chunk");
    case Table::Restriction:
        return QStringLiteral("central/restriction_chunk");
    case Table::Assessment:
        return QStringLiteral("central/assessment_chunk");
    case Table::Ledger:
        return QStringLiteral("central/ledger_chunk");
    case Table::Pension:
        return QStringLiteral("central/pension_chunk");
    case Table::Contact:
        return QStringLiteral("central/contact_chunk");
    case Table::Note:
        return QStringLiteral("central/note_chunk");
    case Table::Entry:
        return QStringLiteral("central/entry_chunk");
    }
    return {};
}

struct Adding
{
    QString statement;
    QLatin1StringView key;
    bool versioned;
};

Adding addStatement(Table table)
{
    switch (table) {
    case Table::Person:
        return {QStringLiteral("central/person_add"), "person_id"_L1, true};
    case Table::FormerSnapshot:
        return {QStringLiteral("central/former_snapshot_add"), "person_id"_L1, true};
    case Table::Household:
        return {QStringLiteral("central/household_add"), "household_id"_L1, false};
    case Table::Restriction:
        return {QStringLiteral("central/restriction_add"), "restriction_id"_L1, false};
    case Table::Assessment:
        return {QStringLiteral("central/assessment_add"), "person_id"_L1, true};
    case Table::Ledger:
        return {QStringLiteral("central/ledger_add"), "person_id"_L1, true};
    case Table::Pension:
        return {QStringLiteral("central/pension_add"), "person_id"_L1, false};
    case Table::Contact:
        return {QStringLiteral("central/contact_add"), "person_id"_L1, true};
    case Table::Note:
        return {QStringLiteral("central/note_add"), "note_id"_L1, true};
    case Table::Entry:
        return {QStringLiteral("central/entry_add"), "entry_id"_L1, false};
    }
    return {};
}

/// Rows of these are known by person and version together.
bool hasVersionedKey(Table table)
{
    return table == Table::FormerSnapshot || table == Table::Assessment || table == Table::Ledger ||
           table == Table::Contact || table == Table::Note;
}

} // namespace

Result<std::array<qint64, allTables.size()>> ReplicaTables::counts()
{
    std::array<qint64, allTables.size()> found{};
    auto statement = m_database.statement(QStringLiteral("central/row_counts"));
    if (!statement)
        return base::fail(statement);
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        for (size_t i = 0; i < found.size(); ++i)
            found[i] = row.integer(int(i));
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<Chunk> ReplicaTables::chunk(const ChunkRequest &request)
{
    auto statement = m_database.statement(chunkStatement(request.table));
    if (!statement)
        return base::fail(statement);
    statement->bind("id"_L1, request.after.id);
    if (hasVersionedKey(request.table))
        statement->bind("version"_L1, request.after.version);
    const int limit = qBound(1, request.limit, 10'000);
    statement->bind("row_limit"_L1, limit);
    Chunk chunk;
    chunk.rows.reserve(limit);
    const auto read = storage::eachRow(*statement, [&chunk](const auto &row) {
        chunk.rows.append({.key = {row.integer(0), int(row.integer(1))},
                           .rowVersion = row.integer(2),
                           .body = row.bytes(3)});
    });
    if (!read)
        return base::fail(read);
    chunk.last = chunk.rows.size() < limit;
    chunk.digest = digestOf(request.table, chunk.rows);
    return chunk;
}

Result<> ReplicaTables::put(Table table, const Row &row, int version)
{
    const auto adding = addStatement(table);
    auto statement = m_database.statement(adding.statement);
    if (!statement)
        return base::fail(statement);
    statement->bind(adding.key, row.key.id);
    if (adding.versioned)
        statement->bind("version"_L1, version);
    if (table == Table::Person) {
        const auto person = residents::decodeSnapshot(row.body);
        if (!person)
            return base::fail(person);
        statement->bind("household_id"_L1, person->household.value);
    }
    statement->bind("row_version"_L1, row.rowVersion);
    statement->bind("body"_L1, row.body);
    return statement->exec();
}

Result<> ReplicaTables::put(Table table, const QList<Row> &rows)
{
    const auto adding = addStatement(table);
    auto writer = m_database.bulk(adding.statement);
    if (!writer)
        return base::fail(writer);
    for (const auto &row : rows) {
        int place = 0;
        writer->bindInteger(++place, row.key.id);
        if (adding.versioned)
            writer->bindInteger(++place, row.key.version);
        writer->bindInteger(++place, row.rowVersion);
        writer->bindBytes(++place, row.body);
        if (const auto done = writer->step(); !done)
            return done;
    }
    return {};
}

Result<> ReplicaTables::feed(Position &at, Table table, Row &row)
{
    row.rowVersion = at.number + 1;
    const auto hash = nextHash(at.hash, table, row);
    auto statement = m_database.statement(QStringLiteral("central/feed_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("number"_L1, row.rowVersion);
    statement->bind("table_number"_L1, int(table));
    statement->bind("row_id"_L1, row.key.id);
    statement->bind("row_part"_L1, row.key.version);
    statement->bind("body"_L1, row.body);
    statement->bind("hash"_L1, hash);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    at = {.number = row.rowVersion, .hash = hash};
    return {};
}

Result<> ReplicaTables::changePerson(Position &at, const residents::Snapshot &state)
{
    auto current = m_database.statement(QStringLiteral("central/person_current"));
    if (!current)
        return base::fail(current);
    current->bind("person_id"_L1, state.id.person.value);
    int version = 0;
    QByteArray body;
    const auto read = storage::eachRow(*current, [&version, &body](const auto &row) {
        version = int(row.integer(0));
        body = row.bytes(1);
    });
    if (!read)
        return base::fail(read);
    if (state.id.version != version + 1)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("not the next version"));
    if (version > 0) {
        Row former{.key = {state.id.person.value, version}, .rowVersion = 0, .body = body};
        if (const auto done = feed(at, Table::FormerSnapshot, former); !done)
            return base::fail(done);
        if (const auto done = put(Table::FormerSnapshot, former, version); !done)
            return base::fail(done);
    }
    Row row{.key = {state.id.person.value, 0}, .rowVersion = 0, .body = residents::encode(state)};
    if (const auto done = feed(at, Table::Person, row); !done)
        return base::fail(done);
    return put(Table::Person, row, state.id.version);
}

Result<Position> ReplicaTables::position(const QString &registerId)
{
    Position found{.number = 0, .hash = firstHash(registerId)};
    auto statement = m_database.statement(QStringLiteral("central/feed_end"));
    if (!statement)
        return base::fail(statement);
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found = {.number = row.integer(0), .hash = row.bytes(1)};
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<bool> ReplicaTables::knows(const Position &position, const QString &registerId)
{
    if (position.number == 0)
        return position.hash == firstHash(registerId);
    QByteArray hash;
    auto statement = m_database.statement(QStringLiteral("central/feed_hash"));
    if (!statement)
        return base::fail(statement);
    statement->bind("number"_L1, position.number);
    const auto read =
        storage::eachRow(*statement, [&hash](const auto &row) { hash = row.bytes(0); });
    if (!read)
        return base::fail(read);
    return !hash.isEmpty() && hash == position.hash;
}

Result<QList<Change>> ReplicaTables::changes(const Position &after, int limit)
{
    auto statement = m_database.statement(QStringLiteral("central/feed_after"));
    if (!statement)
        return base::fail(statement);
    statement->bind("number"_L1, after.number);
    statement->bind("row_limit"_L1, limit);
    QList<Change> found;
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found.append({.number = row.integer(0),
                      .table = Table(row.integer(1)),
                      .row = {.key = {row.integer(2), int(row.integer(3))},
                              .rowVersion = row.integer(0),
                              .body = row.bytes(4)},
                      .hash = row.bytes(5)});
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<QByteArray> ReplicaTables::digest(const QList<Table> &tables)
{
    ReplicaDigest digest;
    for (const auto table : tables) {
        ChunkRequest request{.table = table, .after = {}, .limit = digestRows};
        while (true) {
            const auto part = chunk(request);
            if (!part)
                return base::fail(part);
            for (const auto &row : part->rows)
                digest.add(table, row);
            if (part->last)
                break;
            request.after = part->rows.last().key;
        }
    }
    return digest.finish();
}

} // namespace central
