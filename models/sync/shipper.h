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

    /// Sends what is filed. RegisterUnreachable ends it and leaves the rest filed; what the
    /// register says about one item is written to that item and goes on with the next.
    [[nodiscard]] base::Result<ShippingReport> ship();
    /// Provisional items whose entry was decided, as the cache has it.
    [[nodiscard]] base::Result<bool> follow(cache::CacheReader &reader);
    /// After the register turned out not to know our position: offers again what it acknowledged
    /// after `lastKnown`.
    [[nodiscard]] base::Result<int> offerAgain(qint64 lastKnown);

private:
    central::Entries &m_entries;
    OutboxDoor m_outbox;
    QString m_userId;
};

} // namespace syncing
