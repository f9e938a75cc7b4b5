#include "cache/readparts.h"

#include "residents/codec.h"
#include "storage/eachrow.h"

namespace cache {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostMembers = 500;

const QString registerId = QStringLiteral("register_id");
const QString feedNumber = QStringLiteral("feed_number");
const QString feedHash = QStringLiteral("feed_hash");
const QString dataAsOf = QStringLiteral("data_as_of");
const QString paymentsUpTo = QStringLiteral("payments_up_to");
const QString foldVersion = QStringLiteral("fold_version");
const QString complete = QStringLiteral("complete");
const QString sentTables = QStringLiteral("tables");

QString numbersOf(const QList<Table> &tables)
{
    QStringList numbers;
    for (const auto table : tables)
        numbers.append(QString::number(int(table)));
    return numbers.join(u' ');
}

QList<Table> tablesOf(const QString &numbers)
{
    QList<Table> tables;
    for (const auto &number : numbers.split(u' ', Qt::SkipEmptyParts))
        tables.append(Table(number.toInt()));
    return tables;
}

} // namespace

Result<ReadTransaction> ReadTransaction::begin(storage::Database &database)
{
    auto statement = database.statement(QStringLiteral("cache/read_begin"));
    if (!statement)
        return base::fail(statement);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    return ReadTransaction(database);
}

ReadTransaction::ReadTransaction(ReadTransaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

ReadTransaction::~ReadTransaction()
{
    if (!m_database)
        return;
    // Nothing was written: if this fails the file has been closed after damage, which the read
    // before it has reported.
    auto statement = m_database->statement(QStringLiteral("cache/read_end"));
    if (statement)
        static_cast<void>(statement->exec());
}

Result<CacheState> readState(storage::Database &database)
{
    CacheState state;
    auto statement = database.statement(QStringLiteral("cache/meta"));
    if (!statement)
        return base::fail(statement);
    const auto read = storage::eachRow(*statement, [&state](const auto &row) {
        const QString name = row.text(0);
        if (name == registerId)
            state.registerId = row.text(1);
        else if (name == feedNumber)
            state.feedNumber = row.integer(1);
        else if (name == feedHash)
            state.feedHash = row.bytes(1);
        else if (name == dataAsOf && row.integer(1) != 0)
            state.dataAsOf = QDateTime::fromMSecsSinceEpoch(row.integer(1), Qt::UTC);
        else if (name == paymentsUpTo)
            state.paymentsUpTo = QDate::fromString(row.text(1), Qt::ISODate);
        else if (name == foldVersion)
            state.foldVersion = row.text(1);
        else if (name == complete)
            state.complete = row.integer(1) != 0;
        else if (name == sentTables)
            state.tables = tablesOf(row.text(1));
    });
    if (!read)
        return base::fail(read);
    return state;
}

Result<> writeState(storage::Database &database, const CacheState &state)
{
    auto statement = database.statement(QStringLiteral("cache/meta_put"));
    if (!statement)
        return base::fail(statement);
    const auto put = [&statement](const QString &name, const auto &value) {
        statement->bind("name"_L1, name);
        statement->bind("value"_L1, value);
        return statement->exec();
    };
    const qint64 asOf = state.dataAsOf.isValid() ? state.dataAsOf.toMSecsSinceEpoch() : 0;
    if (const auto done = put(registerId, QStringView(state.registerId)); !done)
        return done;
    if (const auto done = put(feedNumber, state.feedNumber); !done)
        return done;
    if (const auto done = put(feedHash, state.feedHash); !done)
        return done;
    if (const auto done = put(dataAsOf, asOf); !done)
        return done;
    const QString payments = state.paymentsUpTo.toString(Qt::ISODate);
    if (const auto done = put(paymentsUpTo, QStringView(payments)); !done)
        return done;
    if (const auto done = put(foldVersion, QStringView(state.foldVersion)); !done)
        return done;
    if (const auto done = put(sentTables, QStringView(numbersOf(state.tables))); !done)
        return done;
    return put(complete, qint64{state.complete ? 1 : 0});
}

bool hasVersionedKey(Table table)
{
    return table == Table::FormerSnapshot || table == Table::Assessment || table == Table::Ledger ||
           table == Table::Contact || table == Table::Note;
}

Result<residents::Snapshot> snapshotOf(const QByteArray &body)
{
    auto found = residents::decodeSnapshot(body);
    if (!found)
        return base::fail(ErrorCode::CacheDamaged, QStringLiteral("body of a person"));
    return found;
}

Result<residents::Snapshot> readPerson(storage::Database &database, qint64 id)
{
    auto statement = database.statement(QStringLiteral("cache/person_by_id"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, id);
    QByteArray body;
    const auto read =
        storage::eachRow(*statement, [&body](const auto &row) { body = row.bytes(0); });
    if (!read)
        return base::fail(read);
    if (body.isEmpty())
        return base::fail(ErrorCode::ResidentUnknown);
    return snapshotOf(body);
}

Result<QList<residents::Snapshot>> readMembersOf(storage::Database &database, qint64 household)
{
    auto statement = database.statement(QStringLiteral("cache/person_of_household"));
    if (!statement)
        return base::fail(statement);
    statement->bind("household_id"_L1, household);
    statement->bind("row_limit"_L1, mostMembers);
    QList<QByteArray> bodies;
    const auto read =
        storage::eachRow(*statement, [&bodies](const auto &row) { bodies.append(row.bytes(0)); });
    if (!read)
        return base::fail(read);
    QList<residents::Snapshot> members;
    for (const auto &body : std::as_const(bodies)) {
        auto member = snapshotOf(body);
        if (!member)
            return base::fail(member);
        members.append(std::move(*member));
    }
    return members;
}

Result<QList<residents::Restriction>> readRestrictions(storage::Database &database,
                                                       const residents::Snapshot &person, QDate day)
{
    QList<QByteArray> bodies;
    const auto take = [&bodies](const auto &row) { bodies.append(row.bytes(0)); };
    auto own = database.statement(QStringLiteral("cache/restriction_on_person"));
    if (!own)
        return base::fail(own);
    own->bind("person_id"_L1, person.id.person.value);
    if (const auto read = storage::eachRow(*own, take); !read)
        return base::fail(read);
    if (person.household.value > 0) {
        auto shared = database.statement(QStringLiteral("cache/restriction_on_household"));
        if (!shared)
            return base::fail(shared);
        shared->bind("household_id"_L1, person.household.value);
        if (const auto read = storage::eachRow(*shared, take); !read)
            return base::fail(read);
    }
    QList<residents::Restriction> found;
    for (const auto &body : std::as_const(bodies)) {
        const auto restriction = residents::decodeRestriction(body);
        if (!restriction)
            return base::fail(ErrorCode::CacheDamaged, QStringLiteral("body of a restriction"));
        if (!day.isValid() || residents::isInForce(*restriction, day))
            found.append(*restriction);
    }
    return found;
}

Result<bool> readHidden(storage::Database &database, qint64 person, qint64 household)
{
    auto statement = database.statement(QStringLiteral("cache/hidden_person"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, person == 0 ? qint64{-1} : person);
    statement->bind("household_id"_L1, household);
    bool hidden = true;
    const auto read =
        storage::eachRow(*statement, [&hidden](const auto &row) { hidden = row.integer(0) != 0; });
    if (!read)
        return base::fail(read);
    return hidden;
}

Result<QList<StoredRow>> readRows(storage::Database &database, const StoredRow &after, int limit)
{
    const auto name = [&after] {
        switch (after.table) {
        case Table::Person:
            return QStringLiteral("cache/person_rows");
        case Table::FormerSnapshot:
            return QStringLiteral("cache/former_snapshot_rows");
        case Table::Household:
            return QStringLiteral("cache/household_rows");
        case Table::Restriction:
            return QStringLiteral("cache/restriction_rows");
        case Table::Assessment:
            return QStringLiteral("cache/assessment_rows");
        case Table::Ledger:
            return QStringLiteral("cache/ledger_rows");
        case Table::Pension:
            return QStringLiteral("cache/pension_rows");
        case Table::Contact:
            return QStringLiteral("cache/contact_rows");
        case Table::Note:
            return QStringLiteral("cache/note_rows");
        case Table::Entry:
            return QStringLiteral("cache/entry_rows");
        }
        return QString();
    }();
    auto statement = database.statement(name);
    if (!statement)
        return base::fail(statement);
    statement->bind("id"_L1, after.id);
    if (hasVersionedKey(after.table))
        statement->bind("version"_L1, after.version);
    statement->bind("row_limit"_L1, limit);
    QList<StoredRow> rows;
    rows.reserve(limit);
    const auto read = storage::eachRow(*statement, [&rows, &after](const auto &row) {
        rows.append({.table = after.table,
                     .id = row.integer(0),
                     .version = int(row.integer(1)),
                     .rowVersion = row.integer(2),
                     .body = row.bytes(3)});
    });
    if (!read)
        return base::fail(read);
    return rows;
}

Result<qint64> readCount(storage::Database &database, Table table)
{
    const auto name = [table] {
        switch (table) {
        case Table::Person:
            return QStringLiteral("cache/person_count");
        case Table::FormerSnapshot:
            return QStringLiteral("cache/former_snapshot_count");
        case Table::Household:
            return QStringLiteral("cache/household_count");
        case Table::Restriction:
            return QStringLiteral("cache/restriction_count");
        case Table::Assessment:
            return QStringLiteral("cache/assessment_count");
        case Table::Ledger:
            return QStringLiteral("cache/ledger_count");
        case Table::Pension:
            return QStringLiteral("cache/pension_count");
        case Table::Contact:
            return QStringLiteral("cache/contact_count");
        case Table::Note:
            return QStringLiteral("cache/note_count");
        case Table::Entry:
            return QStringLiteral("cache/entry_count");
        }
        return QString();
    }();
    auto statement = database.statement(name);
    if (!statement)
        return base::fail(statement);
    qint64 count = 0;
    const auto read =
        storage::eachRow(*statement, [&count](const auto &row) { count = row.integer(0); });
    if (!read)
        return base::fail(read);
    return count;
}

QString kanaOf(const residents::PersonName &name)
{
    const auto &family = name.familyReading.kana;
    const auto &given = name.givenReading.kana;
    if (family.isEmpty() && given.isEmpty())
        return name.searchKana;
    return family.isEmpty() || given.isEmpty() ? family + given : family + u'　' + given;
}

} // namespace cache
