#include "democity/shapes.h"

#include "democity/shaping.h"
#include "democity/stays.h"

#include <algorithm>
#include <array>

namespace democity {
namespace {

struct Frequency
{
    Shape shape;
    int weight;
};
// Of 1,000 households, shaped after the national picture of household types; 2.1 persons each.
constexpr std::array frequencies{
    Frequency{Shape::Single, 345},
    Frequency{Shape::Couple, 165},
    Frequency{Shape::CoupleWithChildren, 200},
    Frequency{Shape::SingleParent, 50},
    Frequency{Shape::ThreeGenerationsFromAbove, 16},
    Frequency{Shape::ThreeGenerations, 12},
    Frequency{Shape::Unregistered, 12},
    Frequency{Shape::Siblings, 8},
    Frequency{Shape::Grandchild, 4},
    Frequency{Shape::Kindred, 3},
    Frequency{Shape::Lodger, 6},
    Frequency{Shape::ElderWithChild, 45},
    Frequency{Shape::ChildWithParent, 22},
    Frequency{Shape::WithSpousesMother, 5},
    Frequency{Shape::ForeignSingle, 16},
    Frequency{Shape::ForeignFamily, 9},
    Frequency{Shape::International, 8},
    Frequency{Shape::SpecialForeigner, 1},
    Frequency{Shape::FacilitySingle, 20},
    Frequency{Shape::Widowed, 45},
    Frequency{Shape::Married, 22},
    Frequency{Shape::Divorced, 12},
    Frequency{Shape::MovingOut, 3},
    Frequency{Shape::FormerSingle, 95},
    Frequency{Shape::FormerCouple, 40},
    Frequency{Shape::FormerForeigner, 14},
    Frequency{Shape::FormerDead, 55},
};

} // namespace

/// 児童手当法 第4条: to the head of a household with a child under 18 (as far as a made-up city
/// needs).
void Shaping::grantAllowance()
{
    for (const auto &member : m_plan.members) {
        const bool child = member.relationship == u"子" && !member.leaving;
        if (!child || m_people.ageOf(member) >= 18)
            continue;
        MemberPlan &receiver = m_plan.members[m_plan.head];
        const QDate since = std::max(member.joins, receiver.joins);
        if (!receiver.allowanceSince.isValid() || since < receiver.allowanceSince)
            receiver.allowanceSince = since;
    }
}

void Shaping::finish(Shape shape)
{
    const bool home = shape == Shape::FacilitySingle;
    m_people.settle(m_plan, home ? 70 : m_plan.members.size() > 1 ? 22 : 18);
    setStays(m_plan, m_world.today, m_random);
    grantAllowance();
    const bool many = shape == Shape::Facility || shape == Shape::FacilitySingle;
    const bool flat = m_random.chance(m_plan.members.size() == 1 ? 700 : 350);
    if (many) { // the table's first two are homes for the elderly, the third one for students
        const int house = m_random.below(8) * 5;
        const int kind = shape == Shape::Facility ? 2 : m_random.below(2);
        m_plan.home = m_world.places.facility(house + kind);
    } else {
        m_plan.home = flat ? m_world.places.flat(m_random) : m_world.places.house(m_random);
    }
    QDate begin = m_plan.members[m_plan.formerHead >= 0 ? m_plan.formerHead : m_plan.head].joins;
    for (const auto &member : m_plan.members) {
        if (member.leaving && m_plan.formerHead < 0 && &member == &m_plan.members[m_plan.head])
            return; // a household that has gone does not move any more
        begin = std::max(begin, std::min(member.joins, m_world.today.addYears(-30)));
    }
    for (int i = m_random.chance(640) ? m_random.between(1, 2) : 0; i > 0 && !many; --i) {
        begin = m_random.day(begin.addDays(200), m_world.today.addDays(-60));
        if (begin > m_world.today.addDays(-60))
            break;
        const bool toFlat = m_random.chance(400);
        m_plan.moves.append(
            {begin, toFlat ? m_world.places.flat(m_random) : m_world.places.house(m_random)});
    }
    m_plan.manualOrder = m_plan.members.size() > 2 && m_random.chance(15);
    if (shape != Shape::MovingOut)
        return;
    m_plan.plannedTo = m_world.places.elsewhere(m_random);
    for (int i = 0; i < m_plan.members.size(); ++i) {
        if (!m_plan.members[i].leaving)
            m_plan.planned.append(i);
    }
}

HouseholdPlan Shaping::make(Shape shape)
{
    switch (shape) {
    case Shape::FacilitySingle:
        m_plan.members.append(head(m_people.anybody(old(78, 20))));
        break;
    case Shape::Single:
    case Shape::MovingOut:
        single();
        break;
    case Shape::Couple:
    case Shape::CoupleWithChildren:
        couple(shape == Shape::CoupleWithChildren);
        break;
    case Shape::SingleParent:
        singleParent();
        break;
    case Shape::ThreeGenerationsFromAbove:
        fromAbove();
        break;
    case Shape::ThreeGenerations:
        threeGenerations();
        break;
    case Shape::Unregistered:
        unregistered();
        break;
    case Shape::Siblings:
        siblings();
        break;
    case Shape::ForeignSingle:
    case Shape::ForeignFamily:
    case Shape::International:
        foreign(shape);
        break;
    case Shape::SpecialForeigner:
        specialForeigner();
        break;
    case Shape::Facility:
        facility();
        break;
    case Shape::Widowed:
        widowed();
        break;
    case Shape::Married:
        married();
        break;
    case Shape::Divorced:
        divorced();
        break;
    case Shape::Unprintable:
        unprintable();
        break;
    default:
        if (isFormer(shape))
            former(shape);
        else
            others(shape);
    }
    finish(shape);
    return m_plan;
}

Shape drawShape(Random &random)
{
    static const int sum = [] {
        int total = 0;
        for (const auto &frequency : frequencies)
            total += frequency.weight;
        return total;
    }();
    int drawn = random.below(sum);
    for (const auto &frequency : frequencies) {
        drawn -= frequency.weight;
        if (drawn < 0)
            return frequency.shape;
    }
    return Shape::Single;
}

HouseholdPlan planHousehold(Shape shape, const World &world, Random &random)
{
    return Shaping(world, random).make(shape);
}

} // namespace democity
