#pragma once

#include "base/result.h"
#include "central/centrallink.h"
#include "storage/database.h"

namespace central {

/// The heads of the stations' logs that the embedded register has witnessed.
class StationHeads final
{
public:
    explicit StationHeads(storage::Database &database)
        : m_database(database)
    {
    }

    /// See LogWitness::depositCheckpoint.
    [[nodiscard]] base::Result<> deposit(const StationHead &head);
    [[nodiscard]] base::Result<std::optional<StationHead>> last(const QString &stationId);

private:
    storage::Database &m_database;
};

} // namespace central
