#pragma once

#include "base/result.h"
#include "central/centrallink.h"
#include "central/outbound.h"
#include "pension/record.h"
#include "residents/entry.h"
#include "residents/household.h"
#include "residents/numbers.h"
#include "residents/person.h"
#include "residents/restriction.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

#include <QString>

#include <vector>

namespace central {

struct CityPart
{
    QList<residents::Household> households;
    /// One list a person: states oldest first, versions from 1 without gaps, the last is current.
    QList<QList<residents::Snapshot>> people;
    QList<residents::Restriction> restrictions;
    /// Each history row of each year; the same year and history again is that row as it is now.
    QList<tax::Assessment> assessments = {};
    /// Each 期別; the same kind, year and period again is that row as it is now.
    QList<tax::LedgerRow> ledger = {};
    /// One a person, only of those who have something to say beside their 期別.
    QList<tax::TaxpayerFile> taxpayers = {};
    /// One a person.
    QList<pension::PensionRecord> pensions = {};
    /// Each version of each, from 1 without gaps.
    QList<residents::Note> notes = {};
    QList<residents::Contact> contacts = {};
};

/// Whose a password is that the owner sets.
enum class PasswordOf {
    Register, ///< handed out: must be changed before anything else
    User,     ///< his own already: a made-up city, a test
};

struct OffersApplied
{
    int applied = 0;
    int known = 0; ///< were there already
    int left = 0;  ///< do not fit what the register holds now: to be looked at by a person
    /// Something is still missing that another station may hand in: the entry that was decided, or
    /// the decision before this entry; or the right that its user had on that day.
    int waiting = 0;
};

/// A register from the side of its owner: making a city, accounts, and changes for training and
/// tests. Stations use CentralLink.
class RegisterOwner
{
public:
    virtual ~RegisterOwner() = default;

    [[nodiscard]] virtual base::Result<RegisterIdentity> identity() const = 0;
    [[nodiscard]] virtual base::Result<> addUsers(const QList<User> &users) = 0;
    /// Or their names, scopes and log keys anew.
    [[nodiscard]] virtual base::Result<> addStations(const QList<Station> &stations) = 0;
    /// Kept among those that are not taken again; the day stays the one the account was made with.
    /// UserUnknown. In files it opens nothing: there the slot does.
    [[nodiscard]] virtual base::Result<>
    setPassword(const QString &userId, const base::Secret &password, PasswordOf of) = 0;
    /// Part of the first city, committed as one group. Leaves no feed rows: allowed until the first
    /// change.
    [[nodiscard]] virtual base::Result<> add(const CityPart &part) = 0;
    [[nodiscard]] virtual base::Result<>
    addNumbers(const std::vector<residents::SensitiveNumbers> &numbers) = 0;
    /// Ends the making of the city: statistics, checkpoint.
    [[nodiscard]] virtual base::Result<> finish() = 0;
    /// Changes of a running register, all in one commit: each person's new state (version = current
    /// + 1, or 1 for somebody new); households, restrictions, tax and pension rows as they are now.
    /// Feeds them.
    [[nodiscard]] virtual base::Result<Position> applyChanges(const CityPart &changes) = 0;
    [[nodiscard]] virtual base::Result<std::optional<User>> user(const QString &userId) const = 0;
    /// Applies what stations offered again after a restore, in the order in which it had been
    /// acknowledged, each once; one that no longer fits is left and counted. A decision made anew
    /// before this counts, and the offered one is left.
    [[nodiscard]] virtual base::Result<OffersApplied> applyOffers() = 0;
    /// The newest backup holds everything up to this feed number; stations may forget it then.
    [[nodiscard]] virtual base::Result<> noteBackup(qint64 feedNumber) = 0;
    /// What other organisations have to be told, by kind, oldest first.
    [[nodiscard]] virtual base::Result<QList<OutboundNotice>> outbound() const = 0;
};

} // namespace central
