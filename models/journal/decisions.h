#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace storage {
class Database;
}

namespace journal {

using base::Result;

/// The values are stored.
enum class DecisionState {
    Acknowledged = 1, ///< the register has it
    Lost = 2,         ///< the register lost it: to be offered again by the one who decided
    Offered = 3,      ///< handed in again; an administrator applies it
};

/// A 照合 or a withdrawal that the register acknowledged.
struct Decision
{
    QString uuid;          ///< of the submission that was decided, without braces
    QString user;          ///< who decided
    qint64 entry = 0;      ///< number of the 仮登録
    int outcome = 0;       ///< central::CheckOutcome
    QString reason{};      ///< as the register was told it
    qint64 feedNumber = 0; ///< as acknowledged
    qint64 atMs = 0;       ///< register time, ms since 1970 UTC
    qint64 keptAtMs = 0;   ///< trusted time when it was written here
    DecisionState state = DecisionState::Acknowledged;
    bool operator==(const Decision &) const = default;
};

/// What clerks of this workstation decided, until no restore can lose it. In the journal's thread.
class Decisions final
{
public:
    explicit Decisions(storage::Database &database)
        : m_database(database)
    {
    }

    /// Acknowledged just now; of an entry the newest counts. StatementFailed, DiskFull.
    [[nodiscard]] Result<> put(const Decision &decision);
    /// Ordered as the register acknowledged them.
    [[nodiscard]] Result<QList<Decision>> all(DecisionState state);
    /// Fine when it was decided anew meanwhile: that one stays as it is.
    [[nodiscard]] Result<> setState(const Decision &decision, DecisionState state);
    /// The register lost what came behind this feed number: those, and what was offered before, are
    /// to be offered again.
    [[nodiscard]] Result<> loseAfter(qint64 feedNumber);
    /// Removes what is older than 40 days or backed up to its number (design.md 3), but nothing
    /// that is lost and waits for the one who decided.
    [[nodiscard]] Result<> forget(qint64 nowMs, qint64 backedUpTo);

private:
    storage::Database &m_database;
};

} // namespace journal
