// madoguchi-bench [NAME...] [--residents N] [--seed S]: the figures of design.md 6 that need no
// sign-in. NAME: first-load search open changes memory; without one all of them.
#include "bench/figures.h"
#include "bench/place.h"
#include "bench/twin.h"
#include "cache/querymatch.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <thread>

using base::Result;
using bench::Figures;
using bench::tell;

namespace {

constexpr int searches = 300;
constexpr int changedPeople = 2500; // a former and a new state each: 5,000 changes

struct Kind
{
    QString name;
    QList<cache::Query> queries;
};

QList<Kind> queriesFor(const QList<residents::Snapshot> &people, QDate today)
{
    Kind kana{QStringLiteral("search.kana-prefix+birth-date"), {}};
    Kind kanji{QStringLiteral("search.kanji-part+birth-year"), {}};
    Kind place{QStringLiteral("search.name-part+address-part"), {}};
    for (const auto &person : people) {
        const auto &name = person.name;
        const QString reading =
            name.familyReading.kana.isEmpty() ? name.searchKana : name.familyReading.kana;
        cache::Query query;
        query.today = today;
        query.name = reading.first(qMin<qsizetype>(3, reading.size()));
        const QDate born = person.bornOn.earliest;
        if (born.isValid() && !query.name.trimmed().isEmpty()) {
            query.birth = cache::BirthRange{born, born};
            kana.queries.append(query);
        }
        const QString written = residents::fullName(name);
        query.name = written.first(qMin<qsizetype>(2, written.size())).trimmed();
        if (born.isValid() && !query.name.isEmpty()) {
            query.birth = cache::BirthRange{QDate(born.year(), 1, 1), QDate(born.year(), 12, 31)};
            kanji.queries.append(query);
        }
        query.birth.reset();
        query.address = person.address.town;
        if (!query.name.isEmpty() && query.address.size() > 1)
            place.queries.append(query);
    }
    return {kana, kanji, place};
}

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

Result<> search(bench::Place &place, const QDate today)
{
    const auto people = place.somePeople(searches);
    if (!people)
        return base::fail(people);
    auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
    const auto copying =
        bench::copyTwice(place.cachePath(), place.cacheKey(), place.folder().path());
    if (!copying)
        return base::fail(copying);
    tell(QStringLiteral("copy.encrypted"), copying->encryptedMs, QStringLiteral("ms"), 0);
    tell(QStringLiteral("copy.plain"), copying->plainMs, QStringLiteral("ms"), 0);
    tell(QStringLiteral("copy.speed-to-plain"), copying->plainMs / copying->encryptedMs,
         QStringLiteral("ratio"), 0);
    for (const auto &kind : queriesFor(*people, today)) {
        Figures figures;
        const auto rows = runQueries(**reader, kind, figures);
        if (!rows)
            return base::fail(rows);
        tell(kind.name, figures, *rows);
        QStringList expressions;
        for (const auto &query : kind.queries) {
            if (const auto match = cache::QueryMatch::prepare(query); match)
                expressions.append(match->expression());
        }
        Figures encrypted;
        Figures plain;
        const auto first = bench::searchTimes(place.cachePath(), &place.cacheKey(), expressions);
        const auto second = bench::searchTimes(place.folder().filePath(QStringLiteral("plain.db")),
                                               nullptr, expressions);
        if (!first || !second)
            return base::fail(base::ErrorCode::StatementFailed);
        for (const double time : *first)
            encrypted.add(time);
        for (const double time : *second)
            plain.add(time);
        tell(kind.name + QStringLiteral(".statement-encrypted"), encrypted, 0);
        tell(kind.name + QStringLiteral(".statement-plain"), plain, 0);
    }
    return {};
}

Result<> openRecords(bench::Place &place, const QDate today)
{
    const auto people = place.somePeople(searches);
    if (!people)
        return base::fail(people);
    Figures opening;
    for (int round = 0; round < 20; ++round) {
        if (const auto opened = opening.time([&] { return place.reader(); }); !opened)
            return base::fail(opened);
    }
    tell(QStringLiteral("cache.open"), opening, 0);
    auto reader = place.reader();
    if (!reader)
        return base::fail(reader);
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

Result<> changes(bench::Place &place, const QDate today)
{
    auto people = place.somePeople(changedPeople);
    if (!people)
        return base::fail(people);
    QSet<qint64> seen;
    people->removeIf([&seen](const auto &person) {
        const bool again = seen.contains(person.id.person.value);
        seen.insert(person.id.person.value);
        return again;
    });
    if (const auto done = place.change(*people); !done)
        return done;
    Figures applying;
    const auto caught = applying.time([&] { return place.keeper().catchUp(); });
    if (!caught)
        return base::fail(caught);
    tell(QStringLiteral("changes.after-a-break"), applying, caught->rows);

    auto reader = place.reader();
    const auto asked = place.somePeople(searches);
    if (!reader || !asked)
        return base::fail(base::ErrorCode::CacheMissing);
    std::atomic<bool> stop{false};
    std::atomic<bool> failed{false};
    std::atomic<qint64> applied{0};
    std::thread applier([&] {
        while (!stop) {
            if (!place.change(*people)) {
                failed = true;
                return;
            }
            const auto more = place.keeper().catchUp();
            if (!more) {
                failed = true;
                return;
            }
            applied += more->rows;
        }
    });
    Result<qint64> rows = 0;
    QList<std::pair<QString, Figures>> all;
    for (const auto &kind : queriesFor(*asked, today)) {
        Figures figures;
        rows = runQueries(**reader, kind, figures);
        if (!rows)
            break;
        all.append({kind.name, figures});
    }
    stop = true;
    applier.join();
    if (!rows || failed)
        return base::fail(base::ErrorCode::StatementFailed, QStringLiteral("while changing"));
    for (const auto &[name, figures] : all)
        tell(name + QStringLiteral(".while-changing"), figures, applied);
    return {};
}

Result<> runAll(const QStringList &names, int residents, quint64 seed)
{
    const auto asked = [&names](const char *name) {
        return names.isEmpty() || names.contains(QLatin1String(name));
    };
    QElapsedTimer timer;
    timer.start();
    auto place = bench::Place::make(residents, seed);
    if (!place)
        return base::fail(place);
    tell(QStringLiteral("city.make"), double(timer.elapsed()), QStringLiteral("ms"), residents);
    bench::resetPeak();
    Figures loading;
    const auto brought = loading.time([&] { return (*place)->keeper().bring(); });
    if (!brought)
        return base::fail(brought);
    tell(QStringLiteral("first-load"), loading, brought->rows);
    tell(QStringLiteral("first-load.memory"), bench::peakMb(), QStringLiteral("MB"), brought->rows);
    const QDate today = base::SystemClock().today();
    if (asked("search")) {
        if (const auto done = search(**place, today); !done)
            return done;
    }
    if (asked("open")) {
        if (const auto done = openRecords(**place, today); !done)
            return done;
    }
    if (asked("changes")) {
        if (const auto done = changes(**place, today); !done)
            return done;
    }
    tell(QStringLiteral("memory"), bench::peakMb(), QStringLiteral("MB"), residents);
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList names = QCoreApplication::arguments().mid(1);
    const auto option = [&names](const QString &name, qulonglong otherwise) {
        const qsizetype at = names.indexOf(name);
        if (at < 0 || at + 1 >= names.size())
            return otherwise;
        const qulonglong value = names.at(at + 1).toULongLong();
        names.remove(at, 2);
        return value;
    };
    const int residents = int(option(QStringLiteral("--residents"), 350'000));
    const quint64 seed = option(QStringLiteral("--seed"), 1);
    const auto done = runAll(names, residents, seed);
    if (!done)
        std::fprintf(stderr, "failed: code %d %s\n", int(done.error().code),
                     qPrintable(done.error().detail));
    return done ? 0 : 1;
}
