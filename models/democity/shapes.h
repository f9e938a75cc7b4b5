#pragma once

#include "democity/names.h"
#include "democity/places.h"
#include "democity/plan.h"
#include "democity/random.h"

namespace democity {

enum class Shape {
    Single,
    Couple,
    CoupleWithChildren,
    SingleParent,
    ThreeGenerationsFromAbove, ///< 世帯主, 妻, 子, 子の妻, 子の子
    ThreeGenerations,          ///< 世帯主, 妻, 子, 父, 母
    Unregistered,              ///< 妻（未届）, sometimes with 妻（未届）の子
    Siblings,
    Grandchild,
    Kindred, ///< 縁故者
    Lodger,  ///< 同居人
    ElderWithChild,
    ChildWithParent,
    WithSpousesMother,
    ForeignSingle,
    ForeignFamily,
    International,
    SpecialForeigner, ///< the rarer classes of 第30条の45
    Facility,         ///< one household of many
    FacilitySingle,
    Widowed,     ///< the head died, the widow became head
    Married,     ///< lived 未届, then married: the 氏 changed
    Divorced,    ///< the head moved out, the wife became head and took her former 氏 back
    Unprintable, ///< somebody whose name no font has
    MovingOut,   ///< 転出予定
    FormerSingle,
    FormerCouple,
    FormerForeigner,
    FormerDead,
    Count
};
constexpr int mostOfAFamily = 8;
constexpr int mostOfAFacility = 40;
[[nodiscard]] constexpr bool isFormer(Shape shape)
{
    return shape >= Shape::FormerSingle && shape < Shape::Count;
}

/// Drawn by how frequent the shape is.
[[nodiscard]] Shape drawShape(Random &random);

struct World
{
    const Names &names;
    const Places &places;
    QDate today;
};

/// Plans one household of a shape. Every date lies at least 20 days before today, but for 転出予定.
[[nodiscard]] HouseholdPlan planHousehold(Shape shape, const World &world, Random &random);

} // namespace democity
