#include "bench/people.h"

#include "residents/codec.h"

#include <QRandomGenerator>
#include <QSet>

namespace bench {

using base::Result;

namespace {

struct Numbers
{
    qint64 first = 0;
    qint64 last = 0;
};

Result<Numbers> numbersOf(cache::CacheReader &reader)
{
    constexpr qint64 all = qint64{1} << 50;
    Numbers numbers;
    // The greatest number, by halving.
    for (qint64 step = all; step > 0; step /= 2) {
        const auto rows =
            reader.rows({.table = cache::Table::Person, .id = numbers.last + step}, 1);
        if (!rows)
            return base::fail(rows);
        if (!rows->isEmpty())
            numbers.last += step;
    }
    const auto least = reader.rows({.table = cache::Table::Person}, 1);
    if (!least || least->isEmpty())
        return base::fail(base::ErrorCode::CacheDamaged);
    numbers.first = least->first().id;
    return numbers;
}

} // namespace

Result<QList<residents::Snapshot>> somePeople(cache::CacheReader &reader, int count)
{
    const auto numbers = numbersOf(reader);
    if (!numbers)
        return base::fail(numbers);
    constexpr quint32 always = 4711;
    QRandomGenerator random(always);
    QList<residents::Snapshot> people;
    while (people.size() < count) {
        const qint64 after =
            numbers->first - 1 + qint64(random.bounded(double(numbers->last + 1 - numbers->first)));
        const auto rows = reader.rows({.table = cache::Table::Person, .id = after}, 1);
        if (!rows)
            return base::fail(rows);
        if (rows->isEmpty())
            continue;
        const auto person = residents::decodeSnapshot(rows->first().body);
        if (!person)
            return base::fail(person);
        if (residents::isPresent(person->state))
            people.append(*person);
    }
    return people;
}

Result<QList<residents::Snapshot>> differentPeople(cache::CacheReader &reader, int count)
{
    auto people = somePeople(reader, count);
    if (!people)
        return people;
    QSet<qint64> seen;
    people->removeIf([&seen](const auto &person) {
        const bool again = seen.contains(person.id.person.value);
        seen.insert(person.id.person.value);
        return again;
    });
    return people;
}

central::CityPart telephoneChanges(QList<residents::Snapshot> &people)
{
    central::CityPart changes;
    for (auto &person : people) {
        ++person.id.version;
        // Never the same twice, so that every change concerns the index.
        const qint64 number = person.id.person.value * 31 + person.id.version;
        person.telephone =
            QStringLiteral("0999%1").arg(number % 1'000'000, 6, 10, QLatin1Char('0'));
        changes.people.append({person});
    }
    return changes;
}

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

} // namespace bench
