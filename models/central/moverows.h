#pragma once

#include "base/result.h"
#include "central/entries.h"
#include "central/numberblocks.h"
#include "residents/moverules.h"
#include "storage/database.h"

#include <optional>

namespace central {

/// What a 仮登録 of an 異動 holds until it is decided: both households, everybody named and,
/// of newcomers, the three items.
[[nodiscard]] QList<LockKey> heldBy(const residents::Move &move);

/// Whether both hold somebody or a household.
[[nodiscard]] bool shareSomebody(const residents::Move &one, const residents::Move &other);

/// Persons of a register made before they were found by household: once, when it is opened.
[[nodiscard]] base::Result<> placePersons(storage::Database &database);

/// What the embedded register holds of the persons and households that an 異動 names.
class MoveRows final
{
public:
    explicit MoveRows(storage::Database &database)
        : m_database(database)
    {
    }

    /// The same 異動 with the versions that stand now; none when somebody or a household is not
    /// there.
    [[nodiscard]] base::Result<std::optional<residents::Move>> standing(residents::Move move);
    /// What the rules look at: members of both households, everybody named, 抑止 in force.
    [[nodiscard]] base::Result<residents::MoveGround> ground(const residents::Move &move,
                                                             QDate today, const QString &code);
    /// The 仮登録 that holds one of them; 0 = none.
    [[nodiscard]] base::Result<qint64> holder(const residents::Move &move);
    [[nodiscard]] base::Result<> hold(const residents::Move &move, qint64 entry);
    [[nodiscard]] base::Result<> release(qint64 entry);
    /// What other organisations have to be told of who moved; his row has this 履歴番号.
    [[nodiscard]] base::Result<> keepNotices(const residents::Move &move, qint64 entry,
                                             base::SnapshotId row);
    /// Those who come are known from now on by their three items.
    [[nodiscard]] base::Result<> keepArrivals(const residents::Move &move);
    /// Its check digit is right and, when asked, the register gave it out.
    [[nodiscard]] base::Result<bool> isNumber(NumberSeries series, qint64 number, bool handedOut);

private:
    [[nodiscard]] base::Result<std::optional<residents::Snapshot>> person(base::PersonId id);
    [[nodiscard]] base::Result<std::optional<residents::Household>> household(base::HouseholdId id);
    [[nodiscard]] base::Result<> addMembers(base::HouseholdId id, QList<residents::Snapshot> &to);
    /// Somebody else with the three items came by a 転入.
    [[nodiscard]] base::Result<bool> hasArrived(const residents::Snapshot &newcomer,
                                                const residents::Move &move);
    [[nodiscard]] base::Result<> addRestrictions(const residents::Move &move,
                                                 residents::MoveGround &ground);
    template <typename Record>
    [[nodiscard]] base::Result<QList<Record>>
    records(storage::Statement &statement, base::Result<Record> (*decode)(QByteArrayView));

    storage::Database &m_database;
};

} // namespace central
