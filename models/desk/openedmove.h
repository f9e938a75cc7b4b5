#pragma once

#include "desk/recordgate.h"
#include "residents/moverules.h"

namespace desk {

/// What an 異動 touches, as the copy of the register has it, behind the gate (within this folder
/// only): opens everybody of both households and everybody named, who stand in `members` in legal
/// order; what RecordGate::open answers for any of them. A household under a number that is still
/// to be given out (version 0) holds nobody.
[[nodiscard]] base::Result<residents::MoveGround> openMove(Counter &counter, RecordGate &gate,
                                                           const residents::Move &move);
/// Both households as they stand; a new one is not there yet.
[[nodiscard]] base::Result<QList<residents::HouseholdRecord>>
householdsOf(const Counter &counter, const RecordGate &gate, const residents::Move &move);
/// Everybody in them, and everybody named: each once.
[[nodiscard]] QList<base::PersonId>
everybodyOf(const residents::Move &move, const QList<residents::HouseholdRecord> &households);

/// An 異動 waits on one of these persons or on his household: at the register, or filed here and
/// not sent yet.
[[nodiscard]] base::Result<bool> moveWaitsOn(const Counter &counter, cache::CacheReader &reader,
                                             const QList<residents::Snapshot> &persons);

/// Who is known here, present or not, with 氏名, 生年月日 and 性別 of a newcomer (JS1 4.1.1.2).
/// Nobody while one of the three is not typed yet.
[[nodiscard]] base::Result<QList<cache::FoundPerson>>
knownAs(const Counter &counter, const RecordGate &gate, const residents::Snapshot &newcomer);

/// Households with members at this town and lot, but for those whose address is hidden.
[[nodiscard]] base::Result<QList<residents::HouseholdRecord>>
householdsAt(const Counter &counter, const RecordGate &gate, const residents::Address &address);

} // namespace desk
