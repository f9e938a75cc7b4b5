#pragma once

#include "cache/cachereader.h"
#include "central/registerowner.h"

#include <QList>
#include <QString>

namespace bench {

/// So many present people at random, always the same ones for a city.
[[nodiscard]] base::Result<QList<residents::Snapshot>> somePeople(cache::CacheReader &reader,
                                                                  int count);
/// The same, each of them once.
[[nodiscard]] base::Result<QList<residents::Snapshot>> differentPeople(cache::CacheReader &reader,
                                                                       int count);
/// Their next states: another telephone number, never the same twice.
[[nodiscard]] central::CityPart telephoneChanges(QList<residents::Snapshot> &people);

struct Kind
{
    QString name;
    QList<cache::Query> queries;
};
/// The three searches of design.md 6, for each of these people.
[[nodiscard]] QList<Kind> queriesFor(const QList<residents::Snapshot> &people, QDate today);

constexpr int searches = 300;

} // namespace bench
