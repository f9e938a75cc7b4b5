#pragma once

#include "base/result.h"
#include "cache/cachereader.h"
#include "central/entries.h"
#include "journal/decisions.h"
#include "journal/outbox.h"

#include <functional>

namespace syncing {

/// The outbox and what was decided here, wherever their thread is. Each call is done when it
/// returns.
struct OutboxDoor
{
    std::function<base::Result<QList<journal::Item>>(const QList<journal::ItemState> &)> items;
    std::function<base::Result<>(const journal::Item &)> put;
    std::function<base::Result<QList<journal::Item>>(qint64 feedNumber)> acknowledgedAfter;
    std::function<base::Result<>(const QString &uuid)> noteLost; ///< Outbox::noteLost
    std::function<qint64()> nowMs;                               ///< trusted time, UTC
    /// A decision that the register acknowledged. What cannot be written now is written later.
    std::function<void(const journal::Decision &)> remember;
    std::function<base::Result<QList<journal::Decision>>(journal::DecisionState)> decisions;
    std::function<base::Result<>(const journal::Decision &, journal::DecisionState)> setDecision;
};

struct ShippingReport
{
    int sent = 0;
    int accepted = 0;
    int conflicts = 0;
    int refused = 0;
    bool changed = false; ///< some item has another state than before
    /// The register holds what the replica may not have yet: what was sent, or what it met there.
    [[nodiscard]] bool isAhead() const { return accepted > 0 || conflicts > 0; }
};

/// Carries filed items to the register, in the order in which they were filed, each author's own
/// while he is signed in. In the thread that writes the cache.
class Shipper final
{
public:
    Shipper(central::Entries &entries, OutboxDoor outbox, QString userId);

    /// Sends what this clerk filed. What is no answer (RegisterUnreachable, NotSignedIn, a full
    /// disk) ends it and leaves the rest filed; what the register says about one item is written to
    /// that item and goes on with the next. `tries` is written before the first sending.
    [[nodiscard]] base::Result<ShippingReport> ship();
    /// Items of every author whose entry was decided, as the cache has it; also back to 仮登録 when
    /// a restored register lost the decision. Whether something changed.
    [[nodiscard]] base::Result<bool> follow(cache::CacheReader &reader);
    /// After the register turned out not to know our position: offers again what it acknowledged
    /// after `lastKnown`, of every author. The items are filed again, with reason RegisterUnknown
    /// until the register answers for them (entries.h); those that ended there (差戻し, 取下げ)
    /// stay as they are, and are offered because what came after them counts on them. How many.
    [[nodiscard]] base::Result<int> offerAgain(qint64 lastKnown);
    /// Where the replica stood before, and where it stands now.
    struct Way
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    /// The replica has come to where the register stands now. What was acknowledged behind
    /// `way.from` and did not come with it was lost before it was ever sent here: the position was
    /// known all the same. Offers it again, as offerAgain(); decisions become Lost. How many items.
    [[nodiscard]] base::Result<int> offerUnseen(const Way &way, cache::CacheReader &reader);
    /// Offers again what this clerk decided and the register lost; those of others wait for them.
    /// The first time in a session also what was offered before. How many.
    [[nodiscard]] base::Result<int> offerDecisions();

private:
    [[nodiscard]] base::Result<> vouch();
    [[nodiscard]] base::Result<int> offer(const QList<journal::Item> &lost);
    [[nodiscard]] base::Result<> loseUnseen(const Way &way, cache::CacheReader &reader);
    [[nodiscard]] base::Result<> send(journal::Item item, ShippingReport &report);

    central::Entries &m_entries;
    OutboxDoor m_outbox;
    QString m_userId;
    bool m_vouched = false;
    bool m_saidDecisions = false;
};

} // namespace syncing
