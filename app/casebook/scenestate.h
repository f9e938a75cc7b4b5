#pragma once

#include "app/casebook/scene.h"
#include "app/casebook/workplace.h"

#include <QMap>

namespace casebook {

/// What a workstation's copy of the register holds of the people of a scene.
struct SceneState
{
    QMap<qint64, residents::Snapshot> people;
    QMap<qint64, residents::Household> households; ///< also those a case made
    /// Present members of each, in the legal order that the desk shows (JS1 5.2).
    QMap<qint64, QList<base::PersonId>> members;
};
[[nodiscard]] base::Result<SceneState> sceneState(Workplace &place, const PlacedScene &scene);
/// The states that somebody came to have after that version, oldest first.
[[nodiscard]] base::Result<QList<residents::Snapshot>>
statesSince(Workplace &place, const residents::Snapshot &now, int version);

} // namespace casebook
