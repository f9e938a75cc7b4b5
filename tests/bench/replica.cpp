#include "bench/replica.h"

#include "bench/figures.h"
#include "bench/people.h"

#include <QFileInfo>

#include <atomic>
#include <thread>

namespace bench {

using base::Result;

namespace {

constexpr int changedPeople = 2500; // a former and a new state each: 5,000 changes
constexpr double megabyte = 1024.0 * 1024.0;

Result<qint64> runQueries(cache::CacheReader &reader, const Kind &kind, Figures &figures)
{
    qint64 rows = 0;
    for (const auto &query : kind.queries) {
        const auto found = figures.time([&] { return reader.find(query); });
        if (!found)
            return base::fail(found);
        rows += found->rows.size();
    }
    return rows;
}

Result<QList<residents::Snapshot>> changing(Place &place)
{
    const auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
    return differentPeople(**reader, changedPeople);
}

/// Goes on changing people and applying the changes until it is told to stop.
class Applier final
{
public:
    Applier(Place &place, QList<residents::Snapshot> &people)
        : m_thread([this, &place, &people] {
            while (!m_stop && !m_failed) {
                const auto changed = place.change(people);
                const auto filed = place.changeFiles(people);
                const auto caught = place.keeper().catchUp();
                m_failed = !changed || !filed || !caught;
                m_applied += caught ? caught->rows : 0;
            }
        })
    {
    }
    ~Applier() { (void)stop(); }
    Q_DISABLE_COPY_MOVE(Applier)
    /// How many changes were applied; -1 when one could not be.
    qint64 stop()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_failed ? -1 : m_applied.load();
    }

private:
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_failed{false};
    std::atomic<qint64> m_applied{0};
    std::thread m_thread;
};

Result<> tellCounts(Place &place)
{
    const auto start = place.replica().beginLoad();
    if (!start)
        return base::fail(start);
    const QStringList names{QStringLiteral("persons"),     QStringLiteral("former-snapshots"),
                            QStringLiteral("households"),  QStringLiteral("restrictions"),
                            QStringLiteral("assessments"), QStringLiteral("ledger"),
                            QStringLiteral("pensions")};
    for (std::size_t i = 0; i < start->counts.size(); ++i)
        tell(QStringLiteral("city.") + names.at(qsizetype(i)), double(start->counts.at(i)),
             QStringLiteral("rows"), start->counts.at(i));
    return {};
}

/// Changes wait in the register: one catching up, with what it costs.
Result<> tellCatchUp(Place &place, const QString &name)
{
    const double before = threadMs();
    Figures applying;
    const auto caught = applying.time([&] { return place.keeper().catchUp(); });
    if (!caught)
        return base::fail(caught);
    tell(name, applying, caught->rows);
    tell(name + QStringLiteral(".processor"), threadMs() - before, QStringLiteral("ms"),
         caught->rows);
    const QFileInfo log(place.cachePath() + QStringLiteral("-wal"));
    tell(name + QStringLiteral(".written"), double(log.size()) / megabyte, QStringLiteral("MB"),
         caught->rows);
    return {};
}

} // namespace

Result<> firstLoad(Place &place)
{
    if (const auto done = tellCounts(place); !done)
        return done;
    resetPeak();
    const double before = processMs();
    Figures loading;
    const auto brought = loading.time([&] { return place.keeper().bring(); });
    if (!brought)
        return base::fail(brought);
    tell(QStringLiteral("first-load"), loading, brought->rows);
    tell(QStringLiteral("first-load.processor"), processMs() - before, QStringLiteral("ms"),
         brought->rows);
    tell(QStringLiteral("first-load.memory"), peakMb(), QStringLiteral("MB"), brought->rows);
    tell(QStringLiteral("first-load.size"), double(QFileInfo(place.cachePath()).size()) / megabyte,
         QStringLiteral("MB"), brought->rows);
    return {};
}

Result<> search(Place &place)
{
    auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
    const auto people = somePeople(**reader, searches);
    if (!people)
        return base::fail(people);
    for (const auto &kind : queriesFor(*people, base::SystemClock().today())) {
        Figures figures;
        const auto rows = runQueries(**reader, kind, figures);
        if (!rows)
            return base::fail(rows);
        tell(kind.name, figures, *rows);
    }
    return {};
}

Result<> openRecords(Place &place)
{
    constexpr int openings = 20;
    Figures opening;
    for (int round = 0; round < openings; ++round) {
        if (const auto opened = opening.time([&] { return place.reader(); }); !opened)
            return base::fail(opened);
    }
    tell(QStringLiteral("cache.open"), opening, 0);
    auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
    const auto people = somePeople(**reader, searches);
    if (!people)
        return base::fail(people);
    const QDate today = base::SystemClock().today();
    Figures figures;
    for (const auto &person : *people) {
        const auto opened = figures.time([&]() -> Result<> {
            if (const auto record = (*reader)->person(person.id.person, today); !record)
                return base::fail(record);
            if (const auto home = (*reader)->household(person.household, today); !home)
                return base::fail(home);
            const auto history = (*reader)->history(person.id.person);
            return history ? Result<>() : base::fail(history);
        });
        if (!opened)
            return base::fail(opened);
    }
    tell(QStringLiteral("record.with-household-and-history"), figures, figures.count());
    return {};
}

Result<> openFiles(Place &place)
{
    auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
    const auto people = somePeople(**reader, searches);
    if (!people)
        return base::fail(people);
    Figures tax;
    Figures ledger;
    Figures pension;
    qint64 rows = 0;
    for (const auto &person : *people) {
        const auto id = person.id.person;
        const auto assessments = tax.time([&] { return (*reader)->assessments(id); });
        const auto money = ledger.time([&] { return (*reader)->ledger(id); });
        const auto record = pension.time([&] { return (*reader)->pension(id); });
        if (!assessments || !money || !record)
            return base::fail(base::ErrorCode::CacheDamaged);
        rows += assessments->size() + money->rows.size() + (record->has_value() ? 1 : 0);
    }
    tell(QStringLiteral("files.tax"), tax, rows);
    tell(QStringLiteral("files.ledger"), ledger, rows);
    tell(QStringLiteral("files.pension"), pension, rows);
    return {};
}

Result<> changes(Place &place)
{
    auto people = changing(place);
    if (!people)
        return base::fail(people);
    if (const auto done = place.change(*people); !done)
        return done;
    if (const auto done = tellCatchUp(place, QStringLiteral("changes.after-a-break")); !done)
        return done;
    if (const auto done = place.changeFiles(*people); !done)
        return done;
    if (const auto done = tellCatchUp(place, QStringLiteral("changes.files-after-a-break")); !done)
        return done;
    auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
    const auto asked = somePeople(**reader, searches);
    if (!asked)
        return base::fail(asked);
    Applier applier(place, *people);
    QList<std::pair<QString, Figures>> all;
    for (const auto &kind : queriesFor(*asked, base::SystemClock().today())) {
        Figures figures;
        if (const auto rows = runQueries(**reader, kind, figures); !rows)
            return base::fail(rows);
        all.append({kind.name, figures});
    }
    const qint64 applied = applier.stop();
    if (applied < 0)
        return base::fail(base::ErrorCode::StatementFailed, QStringLiteral("while changing"));
    for (const auto &[name, figures] : all)
        tell(name + QStringLiteral(".while-changing"), figures, applied);
    return {};
}

} // namespace bench
