#pragma once

#include "audit/recorder.h"
#include "auth/passwordrules.h"
#include "base/clock.h"
#include "base/owner.h"
#include "cache/cachereader.h"
#include "central/numberblocks.h"
#include "desk/clerk.h"
#include "desk/visit.h"
#include "print/press.h"
#include "residents/household.h"
#include "sync/shipper.h"
#include "tables/table.h"
#include "tax/calculator.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QPair>

#include <atomic>
#include <functional>
#include <memory>

namespace desk {

/// The tables a decision may rest on, as the register handed them out (or as shipped).
struct DeskTables
{
    tables::Table purposes;
    tables::Table identity;
    tables::Table fees;
    tables::Table wording;
    tables::Table files; ///< files.csv: the 特定個人情報ファイル of each procedure
    tables::Table lateChargeRates; ///< late_charge_rates.csv
    tables::Table towns = {};      ///< towns.csv: how an address of the municipality begins
    tax::CalculatorTables calculator;
};

/// Through which doors what a clerk enters goes out. Every function may be called from any thread
/// and is done when it returns.
struct Writing
{
    central::Entries *entries = nullptr;      ///< the register; answers RegisterUnreachable offline
    central::NumberBlocks *numbers = nullptr; ///< the same
    syncing::OutboxDoor outbox = {};
    /// Sends what is filed now, then brings the replica up to the register.
    std::function<base::Result<syncing::ShippingReport>()> ship = {};
    std::function<bool()> registerReached = {}; ///< the last time it was asked
    /// Where a procedure waits for the register, while reading goes on. Its jobs may wait for
    /// Parts::reading, never the other way round.
    std::shared_ptr<base::Worker> sending =
        std::make_shared<base::Worker>(QStringLiteral("desk sending"));
};

/// What the change of the password needs of door and register. Called in Writing::sending.
struct PasswordDoors
{
    auth::PasswordRules rules = {};
    /// Both factors again, as for unlocking.
    std::function<base::Result<>(const base::Secret &password, const base::Secret &pin)> prove = {};
    /// At the register first, then the slot of this card (design.md 4).
    std::function<base::Result<>(const base::Secret &wanted)> change = {};
};

/// What the procedures of one signed-in person share: who, through which doors they read and log,
/// which visits are open, which protected records were opened with a reason.
class Counter final
{
public:
    struct Parts
    {
        const base::Clock &clock;
        base::Worker &reading; ///< the thread that owns the reader
        /// Only in `reading`. CacheMissing while the first load runs.
        std::function<base::Result<cache::CacheReader *>()> reader;
        audit::Recorder &recorder;
        const print::Press &press;
        Clerk clerk;
        Policy policy;
        audit::Actor actor; ///< user, section, card, sign-in, station; the visit is added here
        DeskTables tables;
        QString printerNumber; ///< part of 発行番号; blank if unknown
        int restrictionsMaxAgeMinutes = 10;
        /// A lifted restriction relocks after this time (municipal-facts.md 4.12 一時解除).
        qint64 relockMs = 600'000;
        std::function<QDateTime()> dataAsOf;
        Writing writing = {};
        PasswordDoors passwords = {};
    };
    explicit Counter(Parts parts);
    /// What is being sent is done before it goes.
    ~Counter();
    Q_DISABLE_COPY_MOVE(Counter)

    [[nodiscard]] const Parts &parts() const { return m_parts; }
    [[nodiscard]] QDate today() const { return m_parts.clock.today(); }

    /// The visit, if it is open, the screen is not locked and the clerk has the right. A missing
    /// right is logged as refused.
    [[nodiscard]] base::Result<Visit> admit(VisitId visit, Right right, const QString &procedure);
    /// The same without a right, for what needs none.
    [[nodiscard]] base::Result<Visit> openVisit(VisitId visit) const;
    void addVisit(const Visit &visit);
    void removeVisit(VisitId visit);
    [[nodiscard]] QList<Visit> visits() const;

    /// Who acts, in which visit.
    [[nodiscard]] audit::Actor actorFor(const Visit *visit) const;
    /// Writes a row for this visit (none = before or outside one) and waits until it is on disk.
    [[nodiscard]] base::Result<quint64> log(const Visit *visit, const audit::Entry &entry) const;

    /// An entry of a procedure on the 住民基本台帳ファイル: the name of the 特定個人情報ファイル
    /// stands in every row that hands out something of it (juki.md 1.4).
    [[nodiscard]] static audit::Entry residentEntry(const QString &procedure);

    /// ４情報 as R-LOG-02 names them; sealed by the recorder.
    [[nodiscard]] static audit::FourItems fourItems(const residents::Snapshot &person);
    /// An ordinary day as ISO, another date as registered.
    [[nodiscard]] static QString plainDate(const calendar::PartialDate &date);

    /// The reason under which a protected record is open in this visit: the one given now, or one
    /// given less than ten minutes ago. Empty = none.
    [[nodiscard]] QString reasonFor(const Visit &visit, base::PersonId person,
                                    const QString &given);

    void setLocked(bool locked) { m_locked = locked; }
    [[nodiscard]] bool isLocked() const { return m_locked; }

private:
    struct Lift
    {
        QString reason;
        qint64 sinceMs = 0;
    };
    Parts m_parts;
    mutable QMutex m_mutex;
    QList<Visit> m_visits;
    QHash<QPair<QUuid, qint64>, Lift> m_lifts;
    std::atomic<bool> m_locked{false};
};

} // namespace desk
