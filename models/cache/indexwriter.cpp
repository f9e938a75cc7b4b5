#include "cache/indexwriter.h"

#include "cache/readparts.h"
#include "residents/codec.h"
#include "storage/eachrow.h"

#include <future>

namespace cache {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int groupRows = 4000;

struct Former
{
    qint64 person = 0;
    QByteArray body;
};

struct Hidden
{
    QSet<qint64> persons;
    QSet<qint64> households;
    [[nodiscard]] bool covers(const residents::Snapshot &state) const
    {
        return persons.contains(state.id.person.value) ||
               (state.household.value > 0 && households.contains(state.household.value));
    }
};

Result<Hidden> readAllHidden(storage::Database &database)
{
    auto statement = database.statement(QStringLiteral("cache/hidden_all"));
    if (!statement)
        return base::fail(statement);
    Hidden hidden;
    const auto read = storage::eachRow(*statement, [&hidden](const auto &row) {
        if (row.integer(0) > 0)
            hidden.persons.insert(row.integer(0));
        for (const int column : {1, 2}) {
            if (row.integer(column) > 0)
                hidden.households.insert(row.integer(column));
        }
    });
    if (!read)
        return base::fail(read);
    return hidden;
}

/// Former states of the persons between two keys, both included.
Result<QList<Former>> readFormer(storage::Database &database, qint64 from, qint64 to)
{
    auto statement = database.statement(QStringLiteral("cache/former_snapshots_between"));
    if (!statement)
        return base::fail(statement);
    statement->bind("from_id"_L1, from);
    statement->bind("to_id"_L1, to);
    QList<Former> former;
    const auto read = storage::eachRow(*statement, [&former](const auto &row) {
        former.append({.person = row.integer(0), .body = row.bytes(1)});
    });
    if (!read)
        return base::fail(read);
    return former;
}

/// Telephones of the newest contacts of the persons between two keys, both included. Who has a
/// contact without a telephone has none, whatever his 住民票 once said.
using Telephones = QHash<qint64, QString>;
Result<Telephones> readTelephones(storage::Database &database, qint64 from, qint64 to)
{
    auto statement = database.statement(QStringLiteral("cache/contacts_between"));
    if (!statement)
        return base::fail(statement);
    statement->bind("from_id"_L1, from);
    statement->bind("to_id"_L1, to);
    QHash<qint64, QByteArray> newest;
    const auto read = storage::eachRow(
        *statement, [&newest](const auto &row) { newest.insert(row.integer(0), row.bytes(1)); });
    if (!read)
        return base::fail(read);
    Telephones telephones;
    for (auto one = newest.cbegin(); one != newest.cend(); ++one) {
        const auto contact = residents::decodeContact(*one);
        if (!contact)
            return base::fail(ErrorCode::CacheDamaged, QStringLiteral("body of a contact"));
        telephones.insert(one.key(), contact->telephone);
    }
    return telephones;
}

QString telephoneOf(const residents::Snapshot &person, const Telephones &telephones)
{
    return telephones.value(person.id.person.value, person.telephone);
}

Result<qint64> readLastIndexed(storage::Database &database)
{
    auto statement = database.statement(QStringLiteral("cache/search_person_last"));
    if (!statement)
        return base::fail(statement);
    qint64 last = 0;
    const auto read =
        storage::eachRow(*statement, [&last](const auto &row) { last = row.integer(0); });
    if (!read)
        return base::fail(read);
    return last;
}

using Entries = Result<QList<SearchEntry>>;

} // namespace

struct IndexWriter::Group
{
    QList<StoredRow> persons;
    QList<Former> former;
    Telephones telephones;

    /// Decodes and makes keys: the costly part, which touches no database.
    [[nodiscard]] Entries entries(SearchEntryMaker &maker, const Hidden &hidden) const;
};

Entries IndexWriter::Group::entries(SearchEntryMaker &maker, const Hidden &hidden) const
{
    QList<SearchEntry> entries;
    entries.reserve(persons.size());
    auto next = former.cbegin();
    for (const auto &row : persons) {
        const auto current = snapshotOf(row.body);
        if (!current)
            return base::fail(current);
        while (next != former.cend() && next->person < row.id)
            ++next;
        QList<residents::Snapshot> states;
        for (; next != former.cend() && next->person == row.id; ++next) {
            auto state = snapshotOf(next->body);
            if (!state)
                return base::fail(state);
            states.append(std::move(*state));
        }
        entries.append(maker.make(
            *current, states,
            {.hidden = hidden.covers(*current), .telephone = telephoneOf(*current, telephones)}));
    }
    return entries;
}

Result<> IndexWriter::clear()
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return base::fail(transaction);
    for (const auto &name : {QStringLiteral("cache/search_person_clear"),
                             QStringLiteral("cache/search_token_clear")}) {
        auto statement = m_database.statement(name);
        if (!statement)
            return base::fail(statement);
        if (const auto done = statement->exec(); !done)
            return base::fail(done);
    }
    return transaction->commit();
}

Result<IndexWriter::Group> IndexWriter::nextGroup(qint64 after)
{
    Group group;
    auto persons = readRows(m_database, {.table = Table::Person, .id = after}, groupRows);
    if (!persons)
        return base::fail(persons);
    group.persons = std::move(*persons);
    if (group.persons.isEmpty())
        return group;
    auto former = readFormer(m_database, group.persons.first().id, group.persons.last().id);
    if (!former)
        return base::fail(former);
    group.former = std::move(*former);
    auto telephones = readTelephones(m_database, group.persons.first().id, group.persons.last().id);
    if (!telephones)
        return base::fail(telephones);
    group.telephones = std::move(*telephones);
    return group;
}

Result<> IndexWriter::write(const QList<SearchEntry> &entries)
{
    auto rows = m_database.bulk(QStringLiteral("cache/search_person_put"));
    if (!rows)
        return base::fail(rows);
    auto tokens = m_database.bulk(QStringLiteral("cache/search_token_add"));
    if (!tokens)
        return base::fail(tokens);
    for (const auto &entry : entries) {
        int at = 0;
        rows->bindInteger(++at, entry.person);
        rows->bindInteger(++at, entry.hidden ? 1 : 0);
        rows->bindInteger(++at, entry.removed ? 1 : 0);
        rows->bindInteger(++at, entry.sex);
        rows->bindInteger(++at, entry.bornFrom);
        rows->bindInteger(++at, entry.bornTo);
        rows->bindText(++at, entry.sortKana);
        rows->bindText(++at, entry.names);
        rows->bindText(++at, entry.addressKey);
        rows->bindText(++at, entry.headKey);
        rows->bindText(++at, entry.telephone);
        if (const auto done = rows->step(); !done)
            return base::fail(done);
        tokens->bindInteger(1, entry.person);
        tokens->bindText(2, entry.tokens);
        if (const auto done = tokens->step(); !done)
            return base::fail(done);
    }
    return {};
}

Result<> IndexWriter::joinWhileWriting(int parts)
{
    auto statement = m_database.statement(QStringLiteral("cache/search_token_automerge"));
    if (!statement)
        return base::fail(statement);
    statement->bind("parts"_L1, parts);
    return statement->exec();
}

Result<> IndexWriter::tidy()
{
    constexpr int pages = 400;
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return base::fail(transaction);
    auto statement = m_database.statement(QStringLiteral("cache/search_token_merge"));
    if (!statement)
        return base::fail(statement);
    statement->bind("pages"_L1, pages);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    return transaction->commit();
}

Result<> IndexWriter::build(const std::function<bool(int)> &progress)
{
    // A whole index is made of few parts; changes leave the joining to tidy().
    constexpr int usual = 4;
    if (const auto done = joinWhileWriting(usual); !done)
        return done;
    if (const auto done = buildGroups(progress); !done)
        return done;
    return joinWhileWriting(0);
}

Result<> IndexWriter::buildGroups(const std::function<bool(int)> &progress)
{
    const auto hidden = readAllHidden(m_database);
    if (!hidden)
        return base::fail(hidden);
    const auto last = readLastIndexed(m_database);
    if (!last)
        return base::fail(last);
    const auto total = readCount(m_database, Table::Person);
    if (!total)
        return base::fail(total);
    qint64 after = *last;
    qint64 done = 0;
    auto group = nextGroup(after);
    // While one group is being written, the keys of the next one are made in another thread.
    std::future<Entries> made;
    const auto start = [this, &hidden](Group &&of) {
        return std::async(std::launch::async, [this, &hidden, of = std::move(of)] {
            return of.entries(m_maker, *hidden);
        });
    };
    if (!group)
        return base::fail(group);
    if (!group->persons.isEmpty()) {
        after = group->persons.last().id;
        made = start(std::move(*group));
    }
    while (made.valid()) {
        const auto entries = made.get();
        if (!entries)
            return base::fail(entries);
        group = nextGroup(after);
        if (!group)
            return base::fail(group);
        if (!group->persons.isEmpty()) {
            after = group->persons.last().id;
            made = start(std::move(*group));
        }
        auto transaction = storage::Transaction::begin(m_database);
        if (!transaction)
            return base::fail(transaction);
        if (const auto written = write(*entries); !written)
            return base::fail(written);
        if (const auto committed = transaction->commit(); !committed)
            return base::fail(committed);
        done += entries->size();
        if (progress && !progress(int(qMin<qint64>(100, done * 100 / qMax<qint64>(1, *total)))))
            return base::fail(ErrorCode::SearchOvertaken, QStringLiteral("stopped"));
    }
    return {};
}

Result<SearchEntry> IndexWriter::entryOf(qint64 person)
{
    const auto current = readPerson(m_database, person);
    if (!current)
        return base::fail(current);
    const auto bodies = readFormer(m_database, person, person);
    if (!bodies)
        return base::fail(bodies);
    QList<residents::Snapshot> former;
    for (const auto &found : *bodies) {
        auto state = snapshotOf(found.body);
        if (!state)
            return base::fail(state);
        former.append(std::move(*state));
    }
    const auto hidden = readHidden(m_database, person, current->household.value);
    if (!hidden)
        return base::fail(hidden);
    const auto telephones = readTelephones(m_database, person, person);
    if (!telephones)
        return base::fail(telephones);
    return m_maker.make(*current, former,
                        {.hidden = *hidden, .telephone = telephoneOf(*current, *telephones)});
}

Result<> IndexWriter::renew(const QSet<qint64> &persons)
{
    QList<qint64> ordered(persons.cbegin(), persons.cend());
    std::sort(ordered.begin(), ordered.end());
    QList<SearchEntry> entries;
    auto remove = m_database.statement(QStringLiteral("cache/search_token_remove"));
    if (!remove)
        return base::fail(remove);
    for (const auto person : std::as_const(ordered)) {
        auto entry = entryOf(person);
        // A former state may come before the person himself; his own row brings him here again.
        if (!entry && entry.error().code == ErrorCode::ResidentUnknown)
            continue;
        if (!entry)
            return base::fail(entry);
        remove->bind("person_id"_L1, person);
        if (const auto done = remove->exec(); !done)
            return base::fail(done);
        entries.append(std::move(*entry));
    }
    return write(entries);
}

} // namespace cache
