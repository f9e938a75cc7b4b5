#pragma once

#include "app/trustedtime.h"
#include "base/owner.h"
#include "base/secret.h"
#include "journal/journal.h"
#include "sync/replicakeeper.h"
#include "sync/shipper.h"

#include <functional>

namespace app {

/// The outbox between journal, cache and register: sends what is filed, follows what was decided,
/// and after a restore of the register offers again what it lost: entries of everybody, decisions
/// of who is signed in. All but door() and waiting() in the thread that writes the cache.
class OutboxRoom final
{
public:
    struct Parts
    {
        central::CentralLink &link;
        base::Worker &journalWorker;
        journal::Journal &journal; ///< in journalWorker only
        const TrustedTime &time;
        QString userId;
        QString registerId;
        QString cachePath;
        base::Secret cacheKey;
        std::function<void()> changed; ///< some item has another state; in the writing thread
    };
    explicit OutboxRoom(Parts parts);
    ~OutboxRoom();
    Q_DISABLE_COPY_MOVE(OutboxRoom)

    [[nodiscard]] syncing::OutboxDoor door();
    /// Items of this station that are filed and not sent yet. From any thread.
    [[nodiscard]] int waiting() const { return m_parts.journal.outbox().waiting(); }

    [[nodiscard]] base::Result<syncing::ShippingReport> ship();
    /// The cache stands where the register stands: keeps the place, follows decisions, offers again
    /// what could not be offered before, forgets what is in a backup.
    void kept(const syncing::KeepingReport &report);
    /// Before the cache is loaded anew: what the register lost is found by content and offered
    /// again. Fails only when that cannot be found out now (RegisterUnreachable and the like).
    [[nodiscard]] base::Result<> beforeLoad(base::ErrorCode why);

private:
    template <typename Job>
    auto inJournal(Job job)
    {
        return m_parts.journalWorker.runAndWait(
            [this, &job] { return job(m_parts.journal.memory(), m_parts.journal.outbox()); });
    }
    [[nodiscard]] base::Result<bool> sameRegister();
    [[nodiscard]] base::Result<> noteLoss(qint64 lastKnown);
    void offerLost();
    [[nodiscard]] bool offerUnseen(qint64 position);
    void remember(const journal::Decision &decision);
    void rememberLate();
    void markPlace(const cache::CacheState &state);
    void follow();
    void forget(qint64 backedUpTo);

    Parts m_parts;
    syncing::Shipper m_shipper;
    QList<journal::Decision> m_unkept; ///< in journalWorker only: could not be written yet
    bool m_mustFollow = true;
    qint64 m_forgotAtMs = 0;
};

} // namespace app
