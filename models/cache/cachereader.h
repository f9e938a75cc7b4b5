#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "cache/entryreads.h"
#include "cache/search.h"
#include "cache/storedrow.h"
#include "pension/record.h"
#include "residents/household.h"
#include "residents/withheld.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

#include <QHash>

#include <memory>
#include <optional>

namespace storage {
class Database;
class Statement;
} // namespace storage

namespace cache {

/// A person to be shown.
struct PersonAnswer
{
    residents::PersonRecord record; ///< restrictions in force on the day, of him or his household
    bool addressHidden = false;     ///< as FoundPerson::addressHidden
    residents::Places withheld;     ///< left out: somebody who hides lives there now
};
/// One state of a person.
struct StateAnswer
{
    residents::Snapshot snapshot;
    residents::Places withheld; ///< as PersonAnswer::withheld
};
struct HouseholdAnswer
{
    residents::HouseholdRecord record; ///< members in legal order (JS1 5.2)
    bool addressHidden = false;
    /// Of those in whose record a place was left out, as PersonAnswer::withheld.
    QHash<base::PersonId, residents::Places> withheld;
};
struct HistoryLine
{
    int version = 0;
    residents::Movement movement;
    bool current = false;
};

/// What is known of somebody as a taxpayer.
struct LedgerAnswer
{
    tax::TaxpayerFile file;     ///< empty but for the person when there is none
    QList<tax::LedgerRow> rows; ///< by kind, year and period, lowest first
    bool withheld = false; ///< 送付先 or 納税管理人 left out: names where somebody hides
};

/// Reads cache.db. Opened, used and destroyed in one thread (interrupt() from any); read-only.
/// CacheMissing, CacheDamaged, CacheWrongKey, CacheNewer when the file is not usable.
class CacheReader final : public EntryReads
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<CacheReader>> open(const QString &path,
                                                                         const base::Secret &key);
    ~CacheReader();
    Q_DISABLE_COPY_MOVE(CacheReader)

    [[nodiscard]] base::Result<CacheState> state();
    /// TooFewConditions without any condition that finds, ConditionUnreadable for one that cannot
    /// be searched, SearchOvertaken after interrupt().
    [[nodiscard]] base::Result<FoundPeople> find(const Query &query);
    /// ResidentUnknown when there is no such person.
    [[nodiscard]] base::Result<PersonAnswer> person(base::PersonId id, QDate day);
    [[nodiscard]] base::Result<HouseholdAnswer> household(base::HouseholdId id, QDate day);
    /// Newest first.
    [[nodiscard]] base::Result<QList<HistoryLine>> history(base::PersonId id);
    /// One state, present or former.
    [[nodiscard]] base::Result<StateAnswer> stateOf(base::SnapshotId id);
    /// Every history row of every year, newest year and in it newest history first. No row for who
    /// was never assessed. CacheDamaged when a body is not the row it stands for.
    [[nodiscard]] base::Result<QList<tax::Assessment>> assessments(base::PersonId id);
    [[nodiscard]] base::Result<LedgerAnswer> ledger(base::PersonId id);
    /// Nothing when the city holds no pension record of him.
    [[nodiscard]] base::Result<std::optional<pension::PensionRecord>> pension(base::PersonId id);
    /// Rows of a table after a key, in key order, for digests and checks.
    [[nodiscard]] base::Result<QList<StoredRow>> rows(const StoredRow &after, int limit);
    /// Ends a running find(). From any thread.
    void interrupt();

private:
    explicit CacheReader(std::unique_ptr<storage::Database> database);
    [[nodiscard]] base::Result<> withholdPlaces(LedgerAnswer &answer);
    [[nodiscard]] base::Result<> withholdPlaces(pension::PensionRecord &record);
    /// Notes that name a hidden place, for this person: residents::withheldWords() instead.
    void withholdNotes(const QList<QString *> &notes, const residents::Snapshot &person) const;
};

} // namespace cache
