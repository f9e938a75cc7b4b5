#pragma once

#include "base/result.h"
#include "cache/cachereader.h"
#include "central/entries.h"
#include "journal/outbox.h"

#include <functional>

namespace syncing {

/// The outbox, wherever its thread is. Each call is done when it returns.
struct OutboxDoor
{
    std::function<base::Result<QList<journal::Item>>(const QList<journal::ItemState> &)> items;
    std::function<base::Result<>(const journal::Item &)> put;
    std::function<base::Result<QList<journal::Item>>(qint64 feedNumber)> acknowledgedAfter;
    std::function<qint64()> nowMs; ///< trusted time, UTC
};

struct ShippingReport
{
    int sent = 0;
    int accepted = 0;
    int conflicts = 0;
    int refused = 0;
    bool changed = false; ///< some item has another state than before
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
    /// until the register answers for them (entries.h). How many.
    [[nodiscard]] base::Result<int> offerAgain(qint64 lastKnown);
    /// The replica has come from `seen` to where the register stands now. What was acknowledged
    /// behind `seen` and did not come with it was lost before it was ever sent here: the position
    /// was known all the same. Offers it again, as offerAgain(). How many.
    [[nodiscard]] base::Result<int> offerUnseen(qint64 seen, cache::CacheReader &reader);

private:
    [[nodiscard]] base::Result<int> offer(const QList<journal::Item> &lost);
    [[nodiscard]] base::Result<> send(journal::Item item, ShippingReport &report);

    central::Entries &m_entries;
    OutboxDoor m_outbox;
    QString m_userId;
};

} // namespace syncing
