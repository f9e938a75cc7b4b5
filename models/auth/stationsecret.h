#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace auth {

/// What only this PC knows: 32 random bytes made at enrolment (design.md 4). One function, so that
/// a TPM or DPAPI can take the file's place.
class StationSecret
{
public:
    virtual ~StationSecret() = default;
    /// StationSecretMissing: this PC is not enrolled, or the data came from another one.
    [[nodiscard]] virtual base::Result<base::Secret> read() const = 0;
};

/// The secret in a file outside the data folder that only the program's account may read.
class StationSecretFile final : public StationSecret
{
public:
    explicit StationSecretFile(QString path)
        : m_path(std::move(path))
    {
    }
    /// At enrolment. PlaceNotEmpty when there is one: losing it would lose what was sealed with it.
    [[nodiscard]] static base::Result<> create(const QString &path);
    [[nodiscard]] base::Result<base::Secret> read() const override;

private:
    QString m_path;
};

} // namespace auth
