#pragma once

#include "calendar/partialdate.h"
#include "residents/person.h"

#include <QDate>
#include <QList>

namespace certificates {

/// One dwelling of a person: from 住所を定めた日 until he moved on.
struct Stay
{
    residents::Address address;
    calendar::PartialDate settledOn;
    QDate notifiedOn;
    residents::MovementReason reason = residents::MovementReason::MoveIn; ///< 住定事由
    bool operator==(const Stay &) const = default;
};

/// Where a person lived in this municipality, newest first, told by all of his states (in any
/// order). Not every state is a move: 軽微な修正 and 誤記修正 say the same dwelling better, and a
/// dwelling whose 異動 was cancelled (異動の取消し) never was one (JS1 4.2.3.3, 4.6).
[[nodiscard]] QList<Stay> staysOf(QList<residents::Snapshot> states);

} // namespace certificates
