#pragma once

#include "democity/shapes.h"

namespace democity {

/// Makes the people of one household and the dates of their lives.
class People final
{
public:
    People(const World &world, Random &random)
        : m_world(world)
        , m_random(random)
    {
    }

    /// A Japanese person of about `age` with a name of his own.
    [[nodiscard]] MemberPlan person(int age, residents::Sex sex);
    [[nodiscard]] MemberPlan anybody(int age) { return person(age, anySex()); }
    /// `father`, if any, gives the family name and a 特別永住者 his standing.
    [[nodiscard]] MemberPlan foreigner(int age, residents::Sex sex, const QString &nationality,
                                       const MemberPlan *father = nullptr);
    [[nodiscard]] residents::Sex anySex();
    [[nodiscard]] int about(int age, int spread);
    /// `one` carries the 氏 of `other` and stands in his 戸籍.
    void share(MemberPlan &one, const MemberPlan &other) const;
    /// A wife of his age, married to him: his 氏, his 戸籍.
    [[nodiscard]] MemberPlan wifeOf(const MemberPlan &husband);
    /// A child of somebody `parentAge` years old, in the 戸籍 of `parent`.
    [[nodiscard]] MemberPlan childOf(const MemberPlan &parent, int age);
    [[nodiscard]] int ageOf(const MemberPlan &member) const;
    [[nodiscard]] Leaving movedOut(QDate after);
    [[nodiscard]] Leaving died(QDate after);
    /// The day on which the household came, given its members; its head was `settledAge` or older.
    void settle(HouseholdPlan &plan, int settledAge);

private:
    [[nodiscard]] QDate lastDay() const { return m_world.today.addDays(-20); }
    struct Coming
    {
        QDate on;
        residents::Address from;
        bool fromAbroad = false;
    };
    [[nodiscard]] QDate earliestComing(const HouseholdPlan &plan, int settledAge) const;
    [[nodiscard]] QDate latestComing(const HouseholdPlan &plan) const;
    void join(MemberPlan &member, const Coming &coming);
    void setBirth(MemberPlan &member, int age);
    void setReadings(MemberPlan &member);
    const World &m_world;
    Random &m_random;
};

} // namespace democity
