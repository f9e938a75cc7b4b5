#pragma once

#include "base/result.h"
#include "central/registerowner.h"
#include "storage/database.h"

namespace central {

/// What stations hand in after a restore, and how far backups reach, over register.db.
class OfferedAgain final
{
public:
    explicit OfferedAgain(storage::Database &database)
        : m_database(database)
    {
    }

    /// Inside the caller's transaction. What is there already stays as it is.
    [[nodiscard]] base::Result<> add(const Offer &offer, const QString &stationId);
    /// As RegisterOwner::applyOffers; each offer is a transaction.
    [[nodiscard]] base::Result<OffersApplied> applyAll(const QString &registerId);
    [[nodiscard]] base::Result<bool> waits(const QString &uuid);

    [[nodiscard]] base::Result<> noteBackup(qint64 feedNumber);
    [[nodiscard]] base::Result<qint64> backedUpTo();

private:
    enum class Outcome { Waiting = 0, Applied = 1, Known = 2, Left = 3 };
    struct Waiting;
    [[nodiscard]] base::Result<std::optional<Waiting>> next();
    [[nodiscard]] base::Result<Outcome> apply(const Waiting &offer, const QString &registerId);
    [[nodiscard]] base::Result<> settle(const QString &uuid, Outcome outcome);
    storage::Database &m_database;
};

} // namespace central
