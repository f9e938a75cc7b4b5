#pragma once

#include "base/result.h"
#include "cache/search.h"
#include "cache/storedrow.h"
#include "residents/household.h"
#include "storage/database.h"

#include <QDate>

// Reads that several procedures share.
namespace cache {

/// One state of the file for all reads until it goes out of scope.
class ReadTransaction final
{
public:
    [[nodiscard]] static base::Result<ReadTransaction> begin(storage::Database &database);
    ~ReadTransaction();
    ReadTransaction(ReadTransaction &&other) noexcept;
    ReadTransaction &operator=(ReadTransaction &&) = delete;
    Q_DISABLE_COPY(ReadTransaction)

private:
    explicit ReadTransaction(storage::Database &database)
        : m_database(&database)
    {
    }
    storage::Database *m_database = nullptr;
};

[[nodiscard]] base::Result<CacheState> readState(storage::Database &database);
[[nodiscard]] base::Result<> writeState(storage::Database &database, const CacheState &state);
/// Whether rows of a table are known by id and version together.
[[nodiscard]] bool hasVersionedKey(Table table);
/// The state of a body from the cache; CacheDamaged when it is none.
[[nodiscard]] base::Result<residents::Snapshot> snapshotOf(const QByteArray &body);
/// ResidentUnknown when there is no such person.
[[nodiscard]] base::Result<residents::Snapshot> readPerson(storage::Database &database, qint64 id);
/// Everybody whose present state names the household, those who left it too, by number.
[[nodiscard]] base::Result<QList<residents::Snapshot>> readMembersOf(storage::Database &database,
                                                                     qint64 household);
/// In force on the day, on the person or on his household; without a day all, ended ones too.
[[nodiscard]] base::Result<QList<residents::Restriction>>
readRestrictions(storage::Database &database, const residents::Snapshot &person, QDate day);
/// See FoundPerson::addressHidden. `person` 0 asks for the household alone.
[[nodiscard]] base::Result<bool> readHidden(storage::Database &database, qint64 person,
                                            qint64 household);
/// The rows of a table in key order.
[[nodiscard]] base::Result<QList<StoredRow>> readRows(storage::Database &database,
                                                      const StoredRow &after, int limit);
[[nodiscard]] base::Result<qint64> readCount(storage::Database &database, Table table);
[[nodiscard]] QString kanaOf(const residents::PersonName &name);

} // namespace cache
