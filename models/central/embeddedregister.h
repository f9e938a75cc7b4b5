#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "central/registerowner.h"

#include <memory>

namespace central {

/// The keys of the two files: 32 bytes each.
struct RegisterKeys
{
    base::Secret registerKey;
    base::Secret numbersKey;
};

/// The files of an embedded register: register.db and numbers.db in one folder. Always
/// training-marked. Belongs to the thread that opened it. Stations use EmbeddedLink.
class EmbeddedRegister final : public RegisterOwner
{
public:
    /// `folder` may exist but holds no register yet: PlaceNotEmpty otherwise. `identity.training`
    /// is set whatever the caller says.
    [[nodiscard]] static base::Result<std::unique_ptr<EmbeddedRegister>>
    create(const QString &folder, const RegisterKeys &keys, RegisterIdentity identity);
    [[nodiscard]] static base::Result<std::unique_ptr<EmbeddedRegister>>
    open(const QString &folder, const RegisterKeys &keys);
    ~EmbeddedRegister() override;
    Q_DISABLE_COPY_MOVE(EmbeddedRegister)

    [[nodiscard]] base::Result<RegisterIdentity> identity() const override;
    [[nodiscard]] base::Result<> addUsers(const QList<User> &users) override;
    [[nodiscard]] base::Result<> setPassword(const QString &userId, const base::Secret &password,
                                             PasswordOf of) override;
    [[nodiscard]] base::Result<> addStations(const QList<Station> &stations) override;
    [[nodiscard]] base::Result<> add(const CityPart &part) override;
    [[nodiscard]] base::Result<>
    addNumbers(const std::vector<residents::SensitiveNumbers> &numbers) override;
    [[nodiscard]] base::Result<> finish() override;
    [[nodiscard]] base::Result<Position> applyChanges(const CityPart &changes) override;
    [[nodiscard]] base::Result<std::optional<User>> user(const QString &userId) const override;
    [[nodiscard]] base::Result<OffersApplied> applyOffers() override;
    [[nodiscard]] base::Result<> noteBackup(qint64 feedNumber) override;
    [[nodiscard]] base::Result<QList<OutboundNotice>> outbound() const override;

private:
    struct Files;
    explicit EmbeddedRegister(std::unique_ptr<Files> files);
    std::unique_ptr<Files> m_files;
};

} // namespace central
