#pragma once

#include "democity/plan.h"
#include "democity/random.h"

namespace democity {

/// 在留資格, 在留期間 and 満了の日 of the foreign members of a settled household: what a person of
/// that age, with that family and so many years here can hold (出入国管理及び難民認定法 別表第一・
/// 別表第二). Leaves those of other classes than 中長期在留者 and 特別永住者 as they are.
void setStays(HouseholdPlan &plan, QDate today, Random &random);

} // namespace democity
