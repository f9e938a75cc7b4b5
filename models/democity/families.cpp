#include "democity/shaping.h"

#include <algorithm>

namespace democity {

using residents::Sex;

// Households of kin: the shapes that most people live in.
QDate Shaping::some(int firstYearsAgo, int lastYearsAgo)
{
    return m_random.day(m_world.today.addYears(-firstYearsAgo),
                        m_world.today.addYears(-lastYearsAgo).addDays(-40));
}

int Shaping::old(int from, int perMilleBeyond)
{
    // As many as live on: the national picture has few beyond 95 and hardly any beyond 100.
    const int one = m_random.below(101 - from);
    const int other = m_random.below(101 - from);
    const int beyond = m_random.between(100, 106);
    return m_random.chance(perMilleBeyond) ? beyond : from + std::min(one, other);
}

void Shaping::single()
{
    const int kind = m_random.below(100);
    const int young = m_random.between(18, 34);
    const int middle = m_random.between(35, 64);
    const int aged = old(65, 3);
    const int age = kind < 35 ? young : kind < 60 ? middle : aged;
    m_plan.members.append(head(m_people.anybody(age)));
}

void Shaping::children(const MemberPlan &parent, int parentAge, int least)
{
    const int one = m_random.between(0, 3);
    const int few = std::min(one, m_random.between(1, 3));
    const int count = std::max(least, few);
    const int youngest = std::max(0, parentAge - oldestMother);
    int age = std::clamp(m_random.between(0, 30), youngest, parentAge - 20);
    for (int i = 0; i < count && age >= youngest; ++i) {
        m_plan.members.append(m_people.childOf(parent, age));
        age -= m_random.between(2, 4); // never two within nine months
    }
}

void Shaping::movedOutChild(const MemberPlan &parent, int parentAge)
{
    if (parentAge < 42)
        return;
    MemberPlan child = m_people.childOf(parent, m_random.between(20, std::min(40, parentAge - 20)));
    child.leaving = m_people.movedOut(std::max(child.born.addYears(18), some(15, 12)));
    m_plan.members.append(child);
}

void Shaping::couple(bool withChildren)
{
    const int age = withChildren ? m_random.between(26, 58) : m_random.between(28, 92);
    const MemberPlan husband = head(m_people.person(age, Sex::Male));
    m_plan.members.append(husband);
    m_plan.members.append(m_people.wifeOf(husband));
    if (m_random.chance(60)) { // the wife is the head, and of them some also of the 戸籍
        m_plan.head = 1;
        m_plan.members[0].relationship = QStringLiteral("夫");
        m_plan.members[1].relationship = QStringLiteral("世帯主");
    }
    const int younger = std::min(age, m_people.ageOf(m_plan.members[1]));
    if (withChildren)
        children(husband, younger, 1);
    if (m_random.chance(withChildren ? 130 : 260))
        movedOutChild(husband, younger);
}

void Shaping::singleParent()
{
    const int age = m_random.between(24, 55);
    const auto parent = head(m_people.person(age, m_random.chance(850) ? Sex::Female : Sex::Male));
    m_plan.members.append(parent);
    children(parent, age, 1);
}

void Shaping::fromAbove()
{
    const int age = m_random.between(62, 88);
    const MemberPlan elder = head(m_people.person(age, Sex::Male));
    m_plan.members.append(elder);
    if (m_random.chance(700))
        m_plan.members.append(m_people.wifeOf(elder));
    MemberPlan child = m_people.childOf(elder, age - m_random.between(24, 32));
    child.sex = Sex::Male;
    const WrittenName &given = m_world.names.given(m_random, Sex::Male, child.born.year());
    child.name.given = given.text;
    const QString family = child.name.searchKana.section(u' ', 0, 0);
    child.name.searchKana = family + u' ' + given.kana;
    if (!child.name.givenReading.kana.isEmpty())
        child.name.givenReading.kana = given.kana;
    // Married: a 戸籍 of his own.
    child.domicile = m_world.places.domicile(m_random);
    child.domicileHead = fullName(child.name);
    m_plan.members.append(child);
    const MemberPlan wife = as(m_people.wifeOf(child), QStringLiteral("子の妻"));
    m_plan.members.append(wife);
    const int younger = std::min(m_people.ageOf(child), m_people.ageOf(wife));
    int grandchild = std::min(younger - 20, m_random.between(0, 20));
    for (int i = m_random.between(1, 2); i > 0 && grandchild >= 0; --i) {
        m_plan.members.append(as(m_people.childOf(child, grandchild), QStringLiteral("子の子")));
        grandchild -= 3;
    }
}

void Shaping::threeGenerations()
{
    couple(true);
    MemberPlan &husband = m_plan.members[0];
    if (m_plan.head != 0) {
        m_plan.head = 0;
        husband.relationship = QStringLiteral("世帯主");
        m_plan.members[1].relationship = QStringLiteral("妻");
    }
    const int age = m_people.ageOf(husband);
    MemberPlan father = m_people.person(age + m_random.between(23, 34), Sex::Male);
    m_people.share(father, husband);
    father.domicile = m_world.places.domicile(m_random);
    father.domicileHead = fullName(father.name);
    const MemberPlan mother = as(m_people.wifeOf(father), QStringLiteral("母"));
    if (m_random.chance(500))
        m_plan.members.append(as(father, QStringLiteral("父")));
    m_plan.members.append(mother);
}

void Shaping::unregistered()
{
    const int age = m_random.between(25, 70);
    m_plan.members.append(head(m_people.person(age, Sex::Male)));
    const MemberPlan partner = m_people.person(m_people.about(age, 6), Sex::Female);
    m_plan.members.append(as(partner, QStringLiteral("妻（未届）")));
    if (m_random.chance(300) && age > 32) {
        const MemberPlan child = m_people.childOf(partner, m_random.between(1, 10));
        if (child.born > partner.born.addYears(16))
            m_plan.members.append(as(child, QStringLiteral("妻（未届）の子")));
    }
    if (m_random.chance(200)) { // written from her side
        m_plan.head = 1;
        m_plan.members = m_plan.members.first(2);
        m_plan.members[0].relationship = QStringLiteral("夫（未届）");
        m_plan.members[1].relationship = QStringLiteral("世帯主");
    }
}

void Shaping::siblings()
{
    const int age = m_random.between(20, 75);
    const MemberPlan eldest = head(m_people.anybody(age));
    m_plan.members.append(eldest);
    MemberPlan other = m_people.anybody(age - m_random.between(1, 6));
    m_people.share(other, eldest);
    const bool elder = other.born < eldest.born;
    const bool female = other.sex == Sex::Female;
    other.relationship = elder ? (female ? QStringLiteral("姉") : QStringLiteral("兄"))
                               : (female ? QStringLiteral("妹") : QStringLiteral("弟"));
    m_plan.members.append(other);
}

void Shaping::others(Shape shape)
{
    const int age = shape == Shape::ElderWithChild || shape == Shape::Grandchild
                        ? m_random.between(62, 95)
                        : m_random.between(38, 66);
    const MemberPlan first = head(m_people.anybody(age));
    m_plan.members.append(first);
    if (shape == Shape::ElderWithChild) {
        m_plan.members.append(m_people.childOf(first, age - m_random.between(24, 36)));
    } else if (shape == Shape::Grandchild) {
        const int years = std::max(0, age - m_random.between(48, 62));
        m_plan.members.append(as(m_people.childOf(first, years), QStringLiteral("子の子")));
    } else if (shape == Shape::Kindred) {
        m_plan.members.append(
            as(m_people.anybody(m_random.between(18, 90)), QStringLiteral("縁故者")));
    } else if (shape == Shape::Lodger) {
        m_plan.members.append(
            as(m_people.anybody(m_random.between(18, 90)), QStringLiteral("同居人")));
    } else {
        MemberPlan parent =
            m_people.person(std::min(99, age + m_random.between(20, 36)), Sex::Female);
        if (shape == Shape::ChildWithParent) {
            m_people.share(parent, first);
            parent.domicileHead = fullName(parent.name);
            parent.domicile = m_world.places.domicile(m_random);
            parent.relationship = QStringLiteral("母");
        } else {
            m_plan.members[0].sex = Sex::Male;
            const WrittenName &given = m_world.names.given(m_random, Sex::Male, first.born.year());
            MemberPlan &husband = m_plan.members[0];
            const QString family = husband.name.searchKana.section(u' ', 0, 0);
            husband.name.given = given.text;
            husband.name.searchKana = family + u' ' + given.kana;
            if (!husband.name.givenReading.kana.isEmpty())
                husband.name.givenReading.kana = given.kana;
            husband.domicileHead = fullName(husband.name);
            m_plan.members.append(m_people.wifeOf(husband));
            const int wifeAge = m_people.ageOf(m_plan.members[1]);
            parent = m_people.person(std::min(99, wifeAge + m_random.between(20, 36)), Sex::Female);
            parent.relationship = QStringLiteral("妻の母");
        }
        m_plan.members.append(parent);
    }
}

} // namespace democity
