#pragma once

#include "app/casebook/scenestate.h"
#include "central/outbound.h"

namespace casebook {

/// What became of the entry of a case.
struct CaseResult
{
    Ending ending = Ending::Count;
    QString refusal;                        ///< as BookCase::refusal
    QList<residents::MoveFinding> findings; ///< all that the desk named
    residents::Move move;                   ///< as it was filed
    SceneState before;
    SceneState after;
    QList<residents::Snapshot> rows;        ///< new ones, by person, oldest first
    QList<central::OutboundNotice> notices; ///< new ones
};

/// "父:MoveWithin 母:HeadChange".
[[nodiscard]] QString historyWords(const CaseResult &got, const PlacedScene &scene);
/// All that is not as the book says, in words: "state: expected 本登録, got 競合". A household
/// that is new gets its name here.
[[nodiscard]] QStringList differences(const BookCase &expected, const CaseResult &got,
                                      PlacedScene &scene);

} // namespace casebook
