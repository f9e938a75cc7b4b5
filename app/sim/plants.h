#pragma once

#include "app/sim/throughlink.h"
#include "democity/random.h"

#include <QHash>

#include <functional>
#include <optional>

namespace sim {

/// Bugs that a register could have, planted before the real one to see that they are found.
enum class Plant {
    None,
    AcknowledgeEarly, ///< answers before the commit; a restart in between loses it
    FeedGap,          ///< a feed without lock: a later commit overtakes an earlier one
    LockIgnored,      ///< the edit lock is given to everybody
    LineageIgnored,   ///< a position is taken by its number, whatever its hash
    UuidIgnored,      ///< a submission that comes again counts again
    HalfPage,         ///< a page of the feed ends in the middle of a commit
};
[[nodiscard]] std::optional<Plant> plantNamed(const QString &name);
[[nodiscard]] QStringList plantNames();

/// What a register with a planted bug remembers; the same for all its connections.
struct PlantState
{
    explicit PlantState(Plant which, quint64 seed)
        : plant(which)
        , choices(seed)
    {
    }
    Plant plant;
    democity::Random choices;
    QList<std::function<void()>> uncommitted;  ///< acknowledged, not done yet
    QHash<QByteArray, central::Position> real; ///< by the hash that was told instead
    int uuids = 0;
};

/// A connection of a register with a planted bug.
class PlantedLink final : public ThroughLink
{
public:
    PlantedLink(central::CentralLink &inner, PlantState &state)
        : ThroughLink(inner)
        , m_state(state)
    {
    }

    [[nodiscard]] base::Result<central::FeedPage> feed(const central::Position &after,
                                                       int limit) override;
    [[nodiscard]] base::Result<central::SubmissionAnswer>
    submit(const central::Submission &submission) override;
    [[nodiscard]] base::Result<QList<central::EditLock>>
    lockForEdit(const QList<central::LockKey> &keys) override;

private:
    [[nodiscard]] base::Result<central::FeedPage> overtaken(const central::Position &after,
                                                            int limit);
    [[nodiscard]] base::Result<central::FeedPage> byNumber(const central::Position &after,
                                                           int limit);
    /// The hashes of a page anew, behind what the station was told before.
    void tell(const central::Position &after, central::FeedPage &page);
    [[nodiscard]] base::Result<central::SubmissionAnswer>
    acknowledge(const central::Submission &submission);

    PlantState &m_state;
};

} // namespace sim
