#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "cache/storedrow.h"

#include <QList>
#include <QSet>

#include <functional>
#include <memory>

namespace storage {
class Database;
}

namespace cache {

class IndexWriter;

/// Writes cache.db; used by sync only, in one thread.
class CacheWriter final
{
public:
    enum class Mode { Create, Existing };
    [[nodiscard]] static base::Result<std::unique_ptr<CacheWriter>>
    open(const QString &path, const base::Secret &key, Mode mode);
    ~CacheWriter();
    Q_DISABLE_COPY_MOVE(CacheWriter)

    [[nodiscard]] base::Result<CacheState> state();
    [[nodiscard]] base::Result<> setState(const CacheState &state);
    /// Rows of a first load, committed as one group; no search index yet. A row is kept when the
    /// one that is there has a greater row version.
    [[nodiscard]] base::Result<> load(const QList<StoredRow> &rows);
    /// The key of the last row of a table, to go on after a break.
    [[nodiscard]] base::Result<StoredRow> lastOf(Table table);
    [[nodiscard]] base::Result<qint64> countOf(Table table);
    /// Makes the search index anew from the rows, in groups; goes on where a break left it.
    /// `progress` gets 0 to 100 and answers false to stop (SearchOvertaken then).
    [[nodiscard]] base::Result<> buildIndex(const std::function<bool(int)> &progress = {});
    /// Changes of the feed with the state they lead to, in one transaction: rows, search index of
    /// everybody concerned, position.
    [[nodiscard]] base::Result<> apply(const QList<StoredRow> &changes, const CacheState &state);
    /// For when nothing waits: joins parts of the index that changes left. Some milliseconds.
    [[nodiscard]] base::Result<> tidy();
    /// Everything into the file, nothing left beside it.
    [[nodiscard]] base::Result<> checkpoint();
    /// Reads the whole file (seconds); what was found, empty when it is whole.
    [[nodiscard]] base::Result<QStringList> checkIntegrity();

private:
    explicit CacheWriter(std::unique_ptr<storage::Database> database);
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<IndexWriter> m_index; ///< keeps the keys of parts of names from page to page
};

} // namespace cache
