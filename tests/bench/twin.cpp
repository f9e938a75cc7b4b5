#include "bench/twin.h"

#include "bench/figures.h"
#include "bench/people.h"
#include "bench/twinfile.h"
#include "cache/peek.h"
#include "cache/querymatch.h"
#include "cache/searchentry.h"
#include "residents/codec.h"
#include "sync/firstload.h"

#include <future>

namespace bench {

using base::Result;

namespace {

constexpr int groupRows = 4000; // as in sync and cache

/// Writes the rows of the register as cache::CacheWriter does.
class TwinLoad final
{
public:
    TwinLoad(central::Replica &replica, TwinFile &file)
        : m_replica(replica)
        , m_file(file)
    {
    }
    [[nodiscard]] Result<> run()
    {
        for (const auto table : central::allTables) {
            if (const auto done = load(table); !done)
                return done;
        }
        return index();
    }

private:
    using Entries = Result<QList<cache::SearchEntry>>;
    struct Group
    {
        QList<QByteArray> persons;
        QList<std::pair<qint64, QByteArray>> former;
        qint64 last = 0;
    };
    [[nodiscard]] Result<> load(central::Table table);
    [[nodiscard]] Result<> put(central::Table table, const central::Row &row);
    [[nodiscard]] Result<> index();
    [[nodiscard]] Result<Group> nextGroup(qint64 after);
    [[nodiscard]] Entries entriesOf(const Group &group);
    [[nodiscard]] Result<> write(const QList<cache::SearchEntry> &entries);

    central::Replica &m_replica;
    TwinFile &m_file;
    cache::SearchEntryMaker m_maker;
};

Result<> TwinLoad::load(central::Table table)
{
    central::ChunkRequest request{.table = table, .after = {}, .limit = groupRows};
    const auto fetch = [this](const central::ChunkRequest &what) {
        return std::async(std::launch::async,
                          [this, what] { return syncing::soundChunk(m_replica, what); });
    };
    auto coming = fetch(request);
    while (true) {
        const auto chunk = coming.get();
        if (!chunk)
            return base::fail(chunk);
        if (!chunk->last) {
            request.after = chunk->rows.last().key;
            coming = fetch(request);
        }
        if (const auto done = m_file.begin(); !done)
            return done;
        for (const auto &row : chunk->rows) {
            if (const auto done = put(table, row); !done)
                return done;
        }
        if (const auto done = m_file.commit(); !done || chunk->last)
            return done;
    }
}

Result<> TwinLoad::put(central::Table table, const central::Row &row)
{
    static const QHash<central::Table, QString> names{
        {central::Table::Person, QStringLiteral("cache/person_put")},
        {central::Table::FormerSnapshot, QStringLiteral("cache/former_snapshot_put")},
        {central::Table::Household, QStringLiteral("cache/household_put")},
        {central::Table::Restriction, QStringLiteral("cache/restriction_put")},
        {central::Table::Assessment, QStringLiteral("cache/assessment_put")},
        {central::Table::Ledger, QStringLiteral("cache/ledger_put")},
        {central::Table::Pension, QStringLiteral("cache/pension_put")}};
    const auto statement = m_file.statement(names.value(table));
    if (!statement)
        return base::fail(statement);
    int at = 0;
    const auto add = [&](const auto &value) { bind(*statement, ++at, value); };
    add(row.key.id);
    if (table == central::Table::Person) {
        const auto columns = cache::peekPerson(row.body);
        if (!columns)
            return base::fail(columns);
        add(columns->household);
        add(qint64{columns->removed});
        add(qint64{columns->version});
    } else if (table == central::Table::FormerSnapshot || table == central::Table::Assessment ||
               table == central::Table::Ledger) {
        add(qint64{row.key.version});
    } else if (table == central::Table::Household) {
        const auto household = residents::decodeHousehold(row.body);
        if (!household)
            return base::fail(household);
        add(household->head.value);
    } else if (table == central::Table::Restriction) {
        const auto restriction = residents::decodeRestriction(row.body);
        if (!restriction)
            return base::fail(restriction);
        add(restriction->person.value);
        add(restriction->household.value);
        add(qint64{restriction->hidesAddress && !restriction->ended});
    }
    add(row.rowVersion);
    add(row.body);
    return m_file.run(*statement);
}

Result<TwinLoad::Group> TwinLoad::nextGroup(qint64 after)
{
    Group group;
    const auto persons = m_file.statement(QStringLiteral("cache/person_rows"));
    if (!persons)
        return base::fail(persons);
    const auto bytesAt = [](sqlite3_stmt *statement, int column) {
        return QByteArray(static_cast<const char *>(sqlite3_column_blob(statement, column)),
                          sqlite3_column_bytes(statement, column));
    };
    bind(*persons, 1, after);
    bind(*persons, 2, qint64{groupRows});
    qint64 first = 0;
    while (sqlite3_step(*persons) == SQLITE_ROW) {
        group.last = sqlite3_column_int64(*persons, 0);
        first = first == 0 ? group.last : first;
        group.persons.append(bytesAt(*persons, 3));
    }
    if (const auto done = m_file.run(*persons); !done)
        return base::fail(done);
    const auto former = m_file.statement(QStringLiteral("cache/former_snapshots_between"));
    if (!former)
        return base::fail(former);
    bind(*former, 1, first);
    bind(*former, 2, group.last);
    while (sqlite3_step(*former) == SQLITE_ROW)
        group.former.append({sqlite3_column_int64(*former, 0), bytesAt(*former, 1)});
    sqlite3_reset(*former);
    return group;
}

TwinLoad::Entries TwinLoad::entriesOf(const Group &group)
{
    QList<cache::SearchEntry> entries;
    auto next = group.former.cbegin();
    for (const auto &body : group.persons) {
        const auto person = residents::decodeSnapshot(body);
        if (!person)
            return base::fail(person);
        QList<residents::Snapshot> former;
        for (; next != group.former.cend() && next->first == person->id.person.value; ++next) {
            const auto state = residents::decodeSnapshot(next->second);
            if (!state)
                return base::fail(state);
            former.append(*state);
        }
        entries.append(
            m_maker.make(*person, former, {.hidden = false, .telephone = person->telephone}));
    }
    return entries;
}

Result<> TwinLoad::write(const QList<cache::SearchEntry> &entries)
{
    const auto row = m_file.statement(QStringLiteral("cache/search_person_put"));
    const auto tokens = m_file.statement(QStringLiteral("cache/search_token_add"));
    if (!row || !tokens)
        return base::fail(row ? tokens : row);
    if (const auto done = m_file.begin(); !done)
        return done;
    for (const auto &entry : entries) {
        int at = 0;
        for (const qint64 number : {entry.person, qint64{entry.hidden}, qint64{entry.removed},
                                    qint64{entry.sex}, entry.bornFrom, entry.bornTo})
            bind(*row, ++at, number);
        for (const auto *text :
             {&entry.sortKana, &entry.names, &entry.addressKey, &entry.headKey, &entry.telephone})
            bind(*row, ++at, *text);
        if (const auto done = m_file.run(*row); !done)
            return done;
        bind(*tokens, 1, entry.person);
        bind(*tokens, 2, entry.tokens);
        if (const auto done = m_file.run(*tokens); !done)
            return done;
    }
    return m_file.commit();
}

Result<> TwinLoad::index()
{
    std::future<Entries> made;
    // Starts making the entries of the next group; nothing when there is none.
    const auto start = [this, &made](qint64 after) -> Result<qint64> {
        auto group = nextGroup(after);
        if (!group)
            return base::fail(group);
        const qint64 last = group->last;
        if (!group->persons.isEmpty())
            made = std::async(std::launch::async,
                              [this, of = std::move(*group)] { return entriesOf(of); });
        return last;
    };
    auto last = start(0);
    while (last && made.valid()) {
        const auto entries = made.get();
        if (!entries)
            return base::fail(entries);
        last = start(*last);
        if (const auto done = write(*entries); !done)
            return done;
    }
    return last ? Result<>() : base::fail(last);
}

Result<Figures> searchTimes(TwinFile &file, const QStringList &expressions)
{
    constexpr int textColumn = 7;
    constexpr qint64 mostCandidates = 5000;
    const auto statement = file.statement(QStringLiteral("cache/find_by_token"));
    if (!statement)
        return base::fail(statement);
    constexpr int reading = 128; // as cache::CacheReader has it
    if (const auto done = file.setCache(reading); !done)
        return base::fail(done);
    Figures figures;
    // The first pass fills the page cache.
    for (const bool counts : {false, true}) {
        for (const auto &expression : expressions) {
            Figures one;
            const auto done = (counts ? figures : one).time([&] {
                bind(*statement, sqlite3_bind_parameter_index(*statement, ":tokens"), expression);
                bind(*statement, sqlite3_bind_parameter_index(*statement, ":row_limit"),
                     mostCandidates);
                while (sqlite3_step(*statement) == SQLITE_ROW)
                    sqlite3_column_text(*statement, textColumn);
                return file.run(*statement);
            });
            if (!done)
                return base::fail(done);
        }
    }
    return figures;
}

} // namespace

Result<> twins(Place &place)
{
    const base::Secret key(size_t{32}, std::uint8_t{0x55});
    std::array<std::unique_ptr<TwinFile>, 2> files;
    std::array<double, 2> times{};
    const std::array names{QStringLiteral("encrypted"), QStringLiteral("plain")};
    for (size_t i = 0; i < files.size(); ++i) {
        auto file = TwinFile::open(place.folder().filePath(names[i] + QStringLiteral(".db")),
                                   i == 0 ? &key : nullptr);
        if (!file)
            return base::fail(file);
        files[i] = std::move(*file);
        if (const auto made = files[i]->makeSchema(); !made)
            return made;
        QElapsedTimer timer;
        timer.start();
        if (const auto done = TwinLoad(place.replica(), *files[i]).run(); !done)
            return done;
        times[i] = double(timer.nsecsElapsed()) / 1e6;
        tell(QStringLiteral("twin.first-load.") + names[i], times[i], QStringLiteral("ms"), 0);
    }
    tell(QStringLiteral("twin.first-load.speed-to-plain"), times[1] / times[0],
         QStringLiteral("ratio"), 0);
    auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
    const auto people = somePeople(**reader, searches);
    if (!people)
        return base::fail(people);
    for (const auto &kind : queriesFor(*people, base::SystemClock().today())) {
        QStringList expressions;
        for (const auto &query : kind.queries) {
            if (const auto match = cache::QueryMatch::prepare(query); match)
                expressions.append(match->expression());
        }
        std::array<double, 2> latest{};
        for (size_t i = 0; i < files.size(); ++i) {
            const auto figures = searchTimes(*files[i], expressions);
            if (!figures)
                return base::fail(figures);
            tell(QStringLiteral("twin.%1.%2").arg(kind.name, names[i]), *figures,
                 expressions.size());
            latest[i] = figures->percentile(0.95);
        }
        tell(QStringLiteral("twin.%1.time-to-plain").arg(kind.name), latest[0] / latest[1],
             QStringLiteral("ratio"), 0);
    }
    return {};
}

} // namespace bench
