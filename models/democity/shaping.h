#pragma once

#include "democity/people.h"
#include "democity/shapes.h"

namespace democity {

[[nodiscard]] inline MemberPlan as(MemberPlan member, const QString &relationship)
{
    member.relationship = relationship;
    return member;
}
[[nodiscard]] inline MemberPlan head(MemberPlan member)
{
    return as(std::move(member), QStringLiteral("世帯主"));
}

/// Hardly any child is born to an older mother.
constexpr int oldestMother = 44;

/// Builds the members of one shape into a plan.
class Shaping final
{
public:
    Shaping(const World &world, Random &random)
        : m_world(world)
        , m_random(random)
        , m_people(world, random)
    {
    }
    HouseholdPlan make(Shape shape);

private:
    void single();
    void couple(bool withChildren);
    void singleParent();
    void fromAbove();
    void threeGenerations();
    void unregistered();
    void siblings();
    void others(Shape shape);
    void foreign(Shape shape);
    void facility();
    void widowed();
    void married();
    void divorced();
    void unprintable();
    void former(Shape shape);
    void specialForeigner();
    void children(const MemberPlan &parent, int parentAge, int least);
    void movedOutChild(const MemberPlan &parent, int parentAge);
    void finish(Shape shape);
    void grantAllowance();
    /// An age from `from` on that is met as often as such people are; so many of 1,000 beyond 100.
    [[nodiscard]] int old(int from, int perMilleBeyond);
    [[nodiscard]] QDate some(int firstYearsAgo, int lastYearsAgo);

    const World &m_world;
    Random &m_random;
    People m_people;
    HouseholdPlan m_plan;
};

} // namespace democity
