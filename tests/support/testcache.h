#pragma once

#include "base/crypto.h"
#include "cache/cachereader.h"
#include "cache/cachewriter.h"
#include "residents/codec.h"

#include <QTemporaryDir>

#include <memory>

namespace support {

inline cache::StoredRow rowOf(const residents::Snapshot &state, qint64 rowVersion = 0)
{
    return {.table = cache::Table::Person,
            .id = state.id.person.value,
            .version = 0,
            .rowVersion = rowVersion,
            .body = residents::encode(state)};
}
inline cache::StoredRow formerRowOf(const residents::Snapshot &state, qint64 rowVersion = 0)
{
    return {.table = cache::Table::FormerSnapshot,
            .id = state.id.person.value,
            .version = state.id.version,
            .rowVersion = rowVersion,
            .body = residents::encode(state)};
}
inline cache::StoredRow rowOf(const residents::Household &household, qint64 rowVersion = 0)
{
    return {.table = cache::Table::Household,
            .id = household.id.value,
            .version = 0,
            .rowVersion = rowVersion,
            .body = residents::encode(household)};
}
inline cache::StoredRow rowOf(const residents::Restriction &restriction, qint64 rowVersion = 0)
{
    return {.table = cache::Table::Restriction,
            .id = restriction.id,
            .version = 0,
            .rowVersion = rowVersion,
            .body = residents::encode(restriction)};
}

/// A real cache file with the rows given, indexed.
class TestCache final
{
public:
    explicit TestCache(const QList<cache::StoredRow> &rows)
    {
        auto opened = cache::CacheWriter::open(path(), m_key, cache::CacheWriter::Mode::Create);
        demand(opened.has_value());
        m_writer = std::move(*opened);
        demand(m_writer->load(rows).has_value());
        demand(m_writer->buildIndex().has_value());
        auto reading = cache::CacheReader::open(path(), m_key);
        demand(reading.has_value());
        m_reader = std::move(*reading);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("cache.db")); }
    [[nodiscard]] const base::Secret &key() const { return m_key; }
    [[nodiscard]] cache::CacheWriter &writer() { return *m_writer; }
    [[nodiscard]] cache::CacheReader &reader() { return *m_reader; }
    [[nodiscard]] base::Result<> apply(const QList<cache::StoredRow> &changes)
    {
        auto state = m_writer->state();
        if (!state)
            return base::fail(state);
        state->feedNumber += changes.size();
        return m_writer->apply(changes, *state);
    }

private:
    static void demand(bool holds)
    {
        if (!holds)
            qFatal("the test cache could not be made");
    }
    QTemporaryDir m_folder;
    base::Secret m_key = base::crypto::randomSecret(base::crypto::keyBytes);
    std::unique_ptr<cache::CacheWriter> m_writer;
    std::unique_ptr<cache::CacheReader> m_reader;
};

} // namespace support
