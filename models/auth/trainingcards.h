#pragma once

#include "auth/trainingauthority.h"
#include "base/secret.h"

#include <QStringList>

namespace auth {

struct CardOrder
{
    QString folder;  ///< one folder is one card
    QString program; ///< madoguchi-token, with its path
    QString module;  ///< empty = SoftHSM2 where this system has it
    QString userId;
    QString displayName;
    base::Secret pin;
    base::Secret soPin;
};

struct TrainingCard
{
    QString serial;
    QByteArray signCertificate;   ///< DER; its SHA-256 is the fingerprint the register keeps
    QByteArray deriveCertificate; ///< DER
    QByteArray derivePoint;       ///< 65 bytes, for a key slot
};

/// A SoftHSM2 token in a folder of its own: softhsm2.conf, PINs, key 01 (sign) and key 02 (derive)
/// with their certificates. PlaceNotEmpty when the folder holds a card already, TokenModuleFailed
/// when SoftHSM2 is missing or refuses.
[[nodiscard]] base::Result<TrainingCard> makeTrainingCard(const TrainingAuthority &authority,
                                                          const CardOrder &order);

/// TokenSettings::environment for the card in a folder.
[[nodiscard]] QStringList trainingCardEnvironment(const QString &folder);

} // namespace auth
