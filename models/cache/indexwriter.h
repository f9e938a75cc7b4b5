#pragma once

#include "base/result.h"
#include "cache/searchentry.h"
#include "storage/database.h"

#include <QSet>

#include <functional>

namespace cache {

/// Writes the search index inside the transactions of CacheWriter.
class IndexWriter final
{
public:
    explicit IndexWriter(storage::Database &database)
        : m_database(database)
    {
    }

    /// Empties the index.
    [[nodiscard]] base::Result<> clear();
    /// Makes the entries of these persons anew.
    [[nodiscard]] base::Result<> renew(const QSet<qint64> &persons);
    /// Everybody after the last one indexed, in groups of one commit each. See CacheWriter.
    [[nodiscard]] base::Result<> build(const std::function<bool(int)> &progress);
    /// Joins some parts that changes left, in a transaction of its own.
    [[nodiscard]] base::Result<> tidy();

private:
    struct Group;
    [[nodiscard]] base::Result<Group> nextGroup(qint64 after);
    [[nodiscard]] base::Result<> write(const QList<SearchEntry> &entries);
    [[nodiscard]] base::Result<SearchEntry> entryOf(qint64 person);
    [[nodiscard]] base::Result<> buildGroups(const std::function<bool(int)> &progress);
    [[nodiscard]] base::Result<> joinWhileWriting(int parts);

    storage::Database &m_database;
    SearchEntryMaker m_maker;
};

} // namespace cache
