#pragma once

#include "base/result.h"
#include "central/embeddedentries.h"
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

    /// Inside the caller's transaction, as Entries::offerAgain. What is there already stays as it
    /// is.
    [[nodiscard]] base::Result<> add(const Offer &offer, const EntryWriter &caller);
    /// As RegisterOwner::applyOffers; each offer is a transaction.
    [[nodiscard]] base::Result<OffersApplied> applyAll(const QString &registerId);
    /// A submission of this uuid does.
    [[nodiscard]] base::Result<bool> waits(const QString &uuid);

    /// When a submission was acknowledged before a restore, as its author says himself.
    [[nodiscard]] base::Result<std::optional<QDateTime>>
    acknowledgedAt(const QString &uuid, const QString &userId, const residents::Proposal &plain);

    [[nodiscard]] base::Result<> noteBackup(qint64 feedNumber);
    [[nodiscard]] base::Result<qint64> backedUpTo();

private:
    enum class Outcome { Waiting = 0, Applied = 1, Known = 2, Left = 3, ToldInTwoWays = 4 };
    struct Waiting;
    [[nodiscard]] base::Result<> keep(const Submission &submission, const Offer &offer,
                                      const EntryWriter &caller);
    [[nodiscard]] base::Result<> keep(const Decision &decision, const Offer &offer,
                                      const EntryWriter &caller);
    [[nodiscard]] base::Result<QList<Waiting>> waiting();
    [[nodiscard]] base::Result<Outcome> apply(const Waiting &one, const QString &registerId);
    [[nodiscard]] base::Result<Outcome> apply(const Submission &submission, const Waiting &one,
                                              EmbeddedEntries &entries, const User &author);
    [[nodiscard]] base::Result<Outcome> apply(const Decision &decision, const Waiting &one,
                                              EmbeddedEntries &entries, const User &checker);
    [[nodiscard]] base::Result<bool> toldOtherwise(const Decision &decision, const Offer &offer);
    [[nodiscard]] base::Result<bool> lacksDecision(const Submission &submission,
                                                   const QDateTime &at);
    [[nodiscard]] base::Result<bool> lacksEarlier(const Submission &submission, const Offer &offer);
    [[nodiscard]] base::Result<> settle(const Waiting &one, Outcome outcome);
    storage::Database &m_database;
};

} // namespace central
