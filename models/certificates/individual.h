#pragma once

#include "certificates/content.h"
#include "residents/person.h"

#include <QDate>
#include <QList>

#include <optional>

namespace certificates {

/// One person with what the register tells of him.
struct PersonFile
{
    residents::Snapshot person;
    QList<residents::Snapshot> former; ///< his former states; needed for Item::History only
    /// The state that his 転出届 made, when it is a former one. Of a 除票 only.
    std::optional<residents::Snapshot> notice = {};
};

/// 住民票の写し 個人票, or 除票の写し, as `request.form` says. All that juminhyo() says of a
/// person, and on request 前住所 and the earlier addresses, newest first. A 除票 adds 消除の年月日,
/// 消除の事由 and 転出先, 予定 and 確定 apart (municipal-facts.md 4.6, 4.9). Call judge() first:
/// this refuses nothing; but of a person of the other kind (present, removed) it says nothing at
/// all.
[[nodiscard]] Content individual(const PersonFile &file, const Request &request, const Terms &terms,
                                 const Issuing &issuing);

/// What removed him by that day: as registered, or the plan of a 転出届 whose day has come
/// (住民記録システム標準仕様書 1.1.5). 届出の年月日 of a 転出 is that of the 転出届, whenever the
/// 消除 was entered. Nothing of a present resident.
[[nodiscard]] std::optional<residents::Removal> removalOn(const PersonFile &file, QDate day);
/// He is leaving, or has left: his state before may be the one that his 転出届 made.
[[nodiscard]] bool isOfTheMoveOut(const residents::Snapshot &state);
/// The state that a 転出届 made.
[[nodiscard]] bool isNotice(const residents::Snapshot &state);
/// "転出", "死亡" ...: as a certificate words a 異動事由.
[[nodiscard]] QString writtenReason(residents::MovementReason reason);

} // namespace certificates
