#include "cache/cachewriter.h"

#include "cache/indexwriter.h"
#include "cache/peek.h"
#include "cache/readparts.h"
#include "cache/rowwriters.h"
#include "storage/eachrow.h"

namespace cache {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

/// Collects whose index entries a page of changes concerns.
class Concerned final
{
public:
    explicit Concerned(storage::Database &database)
        : m_database(database)
    {
    }

    /// Before a row is written and behind it: the old and the new state both count.
    [[nodiscard]] Result<> noteBefore(const StoredRow &row) { return note(row); }
    [[nodiscard]] Result<> noteAfter(const StoredRow &row)
    {
        if (row.table != Table::Person)
            return note(row);
        // Who stays in his household is noted with it already: what is hidden by his own
        // restrictions does not change with his row.
        const auto columns = peekPerson(row.body);
        return columns && columns->household == m_household ? Result<>() : note(row);
    }
    [[nodiscard]] const QSet<qint64> &persons() const { return m_persons; }

private:
    [[nodiscard]] Result<> note(const StoredRow &row)
    {
        switch (row.table) {
        case Table::Household:
        case Table::Assessment:
        case Table::Ledger:
        case Table::Pension:
        case Table::Note:
        case Table::Entry:
            return {}; // nothing of them is searched
        case Table::Contact:
            m_persons.insert(row.id); // the telephone
            return {};
        case Table::FormerSnapshot:
            m_persons.insert(row.id);
            return {};
        case Table::Person:
            return notePerson(row.id);
        case Table::Restriction:
            return noteRestriction(row.id);
        }
        return {};
    }

    [[nodiscard]] Result<> noteMembers(qint64 household)
    {
        if (household <= 0)
            return {};
        auto statement = m_database.statement(QStringLiteral("cache/members_of_household"));
        if (!statement)
            return base::fail(statement);
        statement->bind("household_id"_L1, household);
        return storage::eachRow(*statement,
                                [this](const auto &row) { m_persons.insert(row.integer(0)); });
    }

    [[nodiscard]] Result<qint64> householdOf(qint64 person)
    {
        auto statement = m_database.statement(QStringLiteral("cache/household_of_person"));
        if (!statement)
            return base::fail(statement);
        statement->bind("person_id"_L1, person);
        qint64 household = 0;
        const auto read = storage::eachRow(
            *statement, [&household](const auto &row) { household = row.integer(0); });
        if (!read)
            return base::fail(read);
        return household;
    }

    [[nodiscard]] Result<> notePerson(qint64 person)
    {
        m_persons.insert(person);
        const auto household = householdOf(person);
        if (!household)
            return base::fail(household);
        m_household = *household;
        // Somebody whose address is hidden comes, goes or changes: all who live with him.
        const auto hidden = readHidden(m_database, person, 0);
        if (!hidden)
            return base::fail(hidden);
        return *hidden ? noteMembers(*household) : Result<>();
    }

    [[nodiscard]] Result<> noteRestriction(qint64 restriction)
    {
        auto statement = m_database.statement(QStringLiteral("cache/restriction_by_id"));
        if (!statement)
            return base::fail(statement);
        statement->bind("restriction_id"_L1, restriction);
        qint64 person = 0;
        qint64 household = 0;
        const auto read = storage::eachRow(*statement, [&person, &household](const auto &row) {
            person = row.integer(0);
            household = row.integer(1);
        });
        if (!read)
            return base::fail(read);
        if (const auto noted = noteMembers(household); !noted)
            return noted;
        if (person <= 0)
            return {};
        m_persons.insert(person);
        const auto shared = householdOf(person);
        if (!shared)
            return base::fail(shared);
        return noteMembers(*shared);
    }

    storage::Database &m_database;
    QSet<qint64> m_persons;
    qint64 m_household = 0; ///< of the person noted last
};

QString lastStatement(Table table)
{
    switch (table) {
    case Table::Person:
        return QStringLiteral("cache/person_last");
    case Table::FormerSnapshot:
        return QStringLiteral("cache/former_snapshot_last");
    case Table::Household:
        return QStringLiteral("cache/household_last");
    case Table::Restriction:
        return QStringLiteral("cache/restriction_last");
    case Table::Assessment:
        return QStringLiteral("cache/assessment_last");
    case Table::Ledger:
        return QStringLiteral("cache/ledger_last");
    case Table::Pension:
        return QStringLiteral("cache/pension_last");
    case Table::Contact:
        return QStringLiteral("cache/contact_last");
    case Table::Note:
        return QStringLiteral("cache/note_last");
    case Table::Entry:
        return QStringLiteral("cache/entry_last");
    }
    return {};
}

} // namespace

CacheWriter::CacheWriter(std::unique_ptr<storage::Database> database)
    : m_database(std::move(database))
    , m_index(std::make_unique<IndexWriter>(*m_database))
{
}

CacheWriter::~CacheWriter() = default;

Result<std::unique_ptr<CacheWriter>> CacheWriter::open(const QString &path, const base::Secret &key,
                                                       Mode mode)
{
    constexpr int cacheMib = 64;
    storage::Opening opening;
    opening.path = path;
    opening.key = &key;
    opening.mode =
        mode == Mode::Create ? storage::Opening::Mode::Create : storage::Opening::Mode::ReadWrite;
    opening.kind = QStringLiteral("cache");
    opening.cacheMib = cacheMib;
    auto database = storage::Database::open(opening);
    if (!database)
        return base::fail(database);
    auto statement = (*database)->statement(QStringLiteral("cache/wal_pages"));
    if (!statement)
        return base::fail(statement);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    statement->finish();
    return std::unique_ptr<CacheWriter>(new CacheWriter(std::move(*database)));
}

Result<CacheState> CacheWriter::state()
{
    return readState(*m_database);
}

Result<> CacheWriter::setState(const CacheState &state)
{
    auto transaction = storage::Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction);
    if (const auto done = writeState(*m_database, state); !done)
        return base::fail(done);
    return transaction->commit();
}

Result<> CacheWriter::load(const QList<StoredRow> &rows)
{
    auto transaction = storage::Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction);
    {
        RowWriters writers(*m_database);
        for (const auto &row : rows) {
            if (const auto done = writers.put(row); !done)
                return base::fail(done);
        }
    }
    return transaction->commit();
}

Result<StoredRow> CacheWriter::lastOf(Table table)
{
    auto statement = m_database->statement(lastStatement(table));
    if (!statement)
        return base::fail(statement);
    StoredRow last{.table = table};
    const auto read = storage::eachRow(*statement, [&last](const auto &row) {
        last.id = row.integer(0);
        last.version = int(row.integer(1));
    });
    if (!read)
        return base::fail(read);
    return last;
}

Result<qint64> CacheWriter::countOf(Table table)
{
    return readCount(*m_database, table);
}

Result<> CacheWriter::buildIndex(const std::function<bool(int)> &progress)
{
    auto known = state();
    if (!known)
        return base::fail(known);
    if (known->foldVersion != indexVersion()) {
        // The version is written before the first entry: entries without it are of no known rules.
        if (const auto done = m_index->clear(); !done)
            return base::fail(done);
        known->foldVersion = indexVersion();
        if (const auto done = setState(*known); !done)
            return base::fail(done);
    }
    return m_index->build(progress);
}

Result<> CacheWriter::apply(const QList<StoredRow> &changes, const CacheState &state)
{
    auto transaction = storage::Transaction::begin(*m_database);
    if (!transaction)
        return base::fail(transaction);
    {
        Concerned concerned(*m_database);
        RowWriters writers(*m_database);
        for (const auto &row : changes) {
            if (const auto noted = concerned.noteBefore(row); !noted)
                return base::fail(noted);
            if (const auto done = writers.put(row); !done)
                return base::fail(done);
            if (const auto noted = concerned.noteAfter(row); !noted)
                return base::fail(noted);
        }
        if (const auto done = m_index->renew(concerned.persons()); !done)
            return base::fail(done);
    }
    if (const auto done = writeState(*m_database, state); !done)
        return base::fail(done);
    return transaction->commit();
}

Result<> CacheWriter::tidy()
{
    return m_index->tidy();
}

Result<> CacheWriter::checkpoint()
{
    return m_database->checkpoint();
}

Result<QStringList> CacheWriter::checkIntegrity()
{
    return m_database->checkIntegrity();
}

} // namespace cache
