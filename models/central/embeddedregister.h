#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "central/centrallink.h"
#include "pension/record.h"
#include "residents/household.h"
#include "residents/numbers.h"
#include "residents/person.h"
#include "residents/restriction.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

#include <QString>

#include <memory>
#include <vector>

namespace central {

/// The keys of the two files: 32 bytes each.
struct RegisterKeys
{
    base::Secret registerKey;
    base::Secret numbersKey;
};

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
};

/// The files of an embedded register (register.db, numbers.db in one folder) from the side of its
/// owner: making a city, accounts, and changes for training and tests. Always training-marked.
/// Belongs to the thread that opened it. Stations use EmbeddedLink.
class EmbeddedRegister final
{
public:
    /// `folder` may exist but holds no register yet: PlaceNotEmpty otherwise. `identity.training`
    /// is set whatever the caller says.
    [[nodiscard]] static base::Result<std::unique_ptr<EmbeddedRegister>>
    create(const QString &folder, const RegisterKeys &keys, RegisterIdentity identity);
    [[nodiscard]] static base::Result<std::unique_ptr<EmbeddedRegister>>
    open(const QString &folder, const RegisterKeys &keys);
    ~EmbeddedRegister();
    Q_DISABLE_COPY_MOVE(EmbeddedRegister)

    [[nodiscard]] base::Result<RegisterIdentity> identity() const;
    [[nodiscard]] base::Result<> addUsers(const QList<User> &users);
    [[nodiscard]] base::Result<> addStations(const QList<Station> &stations);
    /// Part of the first city, committed as one group. Leaves no feed rows: allowed until finish().
    [[nodiscard]] base::Result<> add(const CityPart &part);
    [[nodiscard]] base::Result<>
    addNumbers(const std::vector<residents::SensitiveNumbers> &numbers);
    /// Ends the making of the city: statistics, checkpoint.
    [[nodiscard]] base::Result<> finish();
    /// Changes of a running register, all in one commit: each person's new state (version = current
    /// + 1, or 1 for somebody new); households, restrictions, tax and pension rows as they are now.
    /// Feeds them.
    [[nodiscard]] base::Result<Position> applyChanges(const CityPart &changes);
    [[nodiscard]] base::Result<std::optional<User>> user(const QString &userId) const;

private:
    struct Files;
    explicit EmbeddedRegister(std::unique_ptr<Files> files);
    std::unique_ptr<Files> m_files;
};

} // namespace central
