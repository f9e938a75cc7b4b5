#pragma once

#include "base/result.h"
#include "democity/registerbuilder.h"

#include <QString>

#include <optional>

namespace app {

/// A register on PostgreSQL that has its city already (`register init`) and nothing in it.
struct ServedRegister
{
    QString owner;           ///< libpq's connection string of a superuser
    QString reached;         ///< how stations reach it: "host=a,b port=... dbname=..."
    QString authorityFolder; ///< ca.crt and ca.key, of packaging/central/certificates.sh
};

/// Makes a whole training place in `folder`, which must be empty or missing (PlaceNotEmpty):
///   register/            the embedded training register
///   station/             the data folder of the first station: journal.db, slots, door.key
///   secret/station.secret
///   tokens/USER/         one SoftHSM2 card each
///   madoguchi.conf       settings (app/settings.h); the card of the first clerk is in the reader
///   credentials.json     passwords and PINs of these made-up users, readable by the owner only
/// With `served` there is no register/ and there are no slots: the register is the one on the
/// server, the cards are of its authority, and ca.crt lies in the folder. The first sign-in of each
/// makes his slot. PlaceNotEmpty too when that register has its users already.
/// After a failure the folder is as empty as it was; what a server was told by then stays there.
[[nodiscard]] base::Result<democity::Built>
makeCityPlace(const QString &folder, const democity::CityOrder &order,
              const democity::Progress &progress,
              const std::optional<ServedRegister> &served = std::nullopt);

} // namespace app
