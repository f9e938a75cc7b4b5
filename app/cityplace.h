#pragma once

#include "base/result.h"
#include "democity/registerbuilder.h"

#include <QString>

namespace app {

/// Makes a whole training place in `folder`, which must be empty or missing (PlaceNotEmpty):
///   register/            the embedded training register
///   station/             the data folder of the first station: journal.db, slots, door.key
///   secret/station.secret
///   tokens/USER/         one SoftHSM2 card each
///   madoguchi.conf       settings (app/settings.h); the card of the first clerk is in the reader
///   credentials.json     passwords and PINs of these made-up users, readable by the owner only
/// After a failure the folder is as empty as it was.
[[nodiscard]] base::Result<democity::Built> makeCityPlace(const QString &folder,
                                                          const democity::CityOrder &order,
                                                          const democity::Progress &progress);

} // namespace app
