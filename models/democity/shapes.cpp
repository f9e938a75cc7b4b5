#include "democity/shapes.h"

#include "democity/people.h"

#include <algorithm>
#include <array>

namespace democity {

using residents::MovementReason;
using residents::Sex;

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

MemberPlan head(MemberPlan member)
{
    member.relationship = QStringLiteral("世帯主");
    return member;
}

MemberPlan as(MemberPlan member, const QString &relationship)
{
    member.relationship = relationship;
    return member;
}

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
    [[nodiscard]] QDate some(int firstYearsAgo, int lastYearsAgo);

    const World &m_world;
    Random &m_random;
    People m_people;
    HouseholdPlan m_plan;
};

QDate Shaping::some(int firstYearsAgo, int lastYearsAgo)
{
    return m_random.day(m_world.today.addYears(-firstYearsAgo),
                        m_world.today.addYears(-lastYearsAgo).addDays(-40));
}

void Shaping::single()
{
    const int kind = m_random.below(100);
    const int age = kind < 35   ? m_random.between(18, 34)
                    : kind < 60 ? m_random.between(35, 64)
                                : m_random.between(65, 104);
    m_plan.members.append(head(m_people.anybody(age)));
}

void Shaping::children(const MemberPlan &parent, int parentAge, int least)
{
    const int one = m_random.between(0, 3);
    const int few = std::min(one, m_random.between(1, 3));
    const int count = std::max(least, few);
    int age = std::min(parentAge - 20, m_random.between(0, 30));
    for (int i = 0; i < count && age >= 0; ++i) {
        m_plan.members.append(m_people.childOf(parent, age));
        age -= m_random.between(1, 4);
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
            m_people.person(std::min(106, age + m_random.between(20, 38)), Sex::Female);
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
            parent =
                m_people.person(std::min(108, wifeAge + m_random.between(20, 38)), Sex::Female);
            parent.relationship = QStringLiteral("妻の母");
        }
        m_plan.members.append(parent);
    }
}

void Shaping::foreign(Shape shape)
{
    const QString nation = m_world.names.nationality(m_random);
    if (shape == Shape::International) {
        const int age = m_random.between(28, 65);
        m_plan.members.append(head(m_people.person(age, Sex::Male)));
        MemberPlan wife = m_people.foreigner(m_people.about(age, 6), Sex::Female, nation);
        wife.relationship = QStringLiteral("妻");
        m_plan.members.append(wife);
        if (m_random.chance(500))
            m_plan.members.append(m_people.childOf(m_plan.members[0], m_random.between(0, 7)));
        return;
    }
    const int age = m_random.between(shape == Shape::ForeignSingle ? 19 : 27, 55);
    const Sex sex = shape == Shape::ForeignSingle ? m_people.anySex() : Sex::Male;
    m_plan.members.append(head(m_people.foreigner(age, sex, nation)));
    if (shape == Shape::ForeignSingle)
        return;
    m_plan.members.append(
        as(m_people.foreigner(m_people.about(age, 4), Sex::Female, nation), QStringLiteral("妻")));
    for (int i = m_random.below(3); i > 0; --i) {
        const int years = m_random.between(0, 6);
        m_plan.members.append(
            as(m_people.foreigner(years, m_people.anySex(), nation), QStringLiteral("子")));
    }
}

void Shaping::specialForeigner()
{
    using residents::ForeignClass;
    static constexpr std::array classes{ForeignClass::TemporaryRefuge,
                                        ForeignClass::ProvisionalStay, ForeignClass::Transitional};
    const int age = m_random.between(20, 38);
    MemberPlan member =
        head(m_people.foreigner(age, m_people.anySex(), QStringLiteral("スリランカ")));
    member.foreign->foreignClass = classes[static_cast<std::size_t>(m_random.below(3))];
    const bool transitional = member.foreign->foreignClass == ForeignClass::Transitional;
    member.foreign->statusOfResidence.clear();
    member.foreign->periodOfStay = transitional ? QString() : QStringLiteral("６月");
    member.foreign->expiresOn = m_random.day(m_world.today.addDays(5), m_world.today.addDays(50));
    m_plan.members.append(member);
}

void Shaping::facility()
{
    m_plan.members.append(head(m_people.anybody(m_random.between(35, 64))));
    for (int i = m_random.between(19, mostOfAFacility - 1); i > 0; --i)
        m_plan.members.append(
            as(m_people.anybody(m_random.between(18, 24)), QStringLiteral("同居人")));
}

void Shaping::widowed()
{
    const int age = m_random.between(55, 95);
    MemberPlan husband = head(m_people.person(age, Sex::Male));
    husband.leaving = m_people.died(some(14, 10));
    MemberPlan wife = m_people.wifeOf(husband);
    wife.underFormerHead = wife.relationship;
    wife.relationship = QStringLiteral("世帯主");
    m_plan.members = {husband, wife};
    m_plan.formerHead = 0;
    m_plan.head = 1;
    const int wifeAge = m_people.ageOf(wife);
    if (m_random.chance(300) && wifeAge > 45)
        m_plan.members.append(m_people.childOf(husband, wifeAge - m_random.between(22, 34)));
}

void Shaping::married()
{
    const int age = m_random.between(26, 45);
    const MemberPlan husband = head(m_people.person(age, Sex::Male));
    m_plan.members.append(husband);
    MemberPlan wife = m_people.person(m_people.about(age, 4), Sex::Female);
    wife.former = {.until = some(6, 0),
                   .family = wife.name.family,
                   .familyKana = wife.name.searchKana.section(u' ', 0, 0),
                   .relationship = QStringLiteral("妻（未届）"),
                   .domicile = wife.domicile,
                   .domicileHead = wife.domicileHead};
    m_people.share(wife, husband);
    wife.relationship = QStringLiteral("妻");
    m_plan.members.append(wife);
}

void Shaping::divorced()
{
    const int age = m_random.between(28, 52);
    MemberPlan husband = head(m_people.person(age, Sex::Male));
    husband.leaving = m_people.movedOut(some(8, 5));
    MemberPlan wife = m_people.person(m_people.about(age, 3), Sex::Female);
    const MemberPlan maiden = wife;
    m_people.share(wife, husband);
    wife.former = {.until = m_random.day(husband.leaving->on.addDays(20),
                                         std::max(husband.leaving->on.addDays(60), some(3, 1))),
                   .family = wife.name.family,
                   .familyKana = wife.name.searchKana.section(u' ', 0, 0),
                   .relationship = {},
                   .domicile = wife.domicile,
                   .domicileHead = wife.domicileHead};
    wife.former.until = std::min(wife.former.until, m_world.today.addDays(-20));
    m_people.share(wife, maiden);
    wife.underFormerHead = QStringLiteral("妻");
    wife.relationship = QStringLiteral("世帯主");
    wife.former.relationship = wife.relationship;
    m_plan.members = {husband, wife};
    m_plan.formerHead = 0;
    m_plan.head = 1;
    const int younger = std::min(age, m_people.ageOf(wife));
    m_plan.members.append(
        m_people.childOf(husband, std::min(younger - 20, m_random.between(8, 17))));
}

void Shaping::unprintable()
{
    MemberPlan member = m_people.anybody(m_random.between(30, 70));
    const bool family = m_random.chance(500);
    const WrittenName &name =
        family ? m_world.names.unprintableFamily() : m_world.names.unprintableGiven(member.sex);
    (family ? member.name.family : member.name.given) = name.text;
    const QString familyKana = family ? name.kana : member.name.searchKana.section(u' ', 0, 0);
    const QString givenKana = family ? member.name.searchKana.section(u' ', 1) : name.kana;
    member.name.searchKana = familyKana + u' ' + givenKana;
    if (!member.name.familyReading.kana.isEmpty())
        member.name.familyReading.kana = familyKana;
    if (!member.name.givenReading.kana.isEmpty())
        member.name.givenReading.kana = givenKana;
    member.domicileHead = fullName(member.name);
    member.unprintable = true;
    m_plan.members.append(head(member));
}

void Shaping::former(Shape shape)
{
    if (shape == Shape::FormerForeigner) {
        const int age = m_random.between(21, 55);
        const Sex sex = m_people.anySex();
        const QString nation = m_world.names.nationality(m_random);
        m_plan.members.append(head(m_people.foreigner(age, sex, nation)));
        Leaving leaving = m_people.movedOut(some(8, 6));
        if (m_random.chance(200))
            leaving = {.on = leaving.on,
                       .reason =
                           MovementReason::NationalityLost, // 帰化等: goes on as another record
                       .to = {},
                       .dayUnknown = false};
        m_plan.members[0].leaving = leaving;
        return;
    }
    if (shape == Shape::FormerCouple)
        couple(false);
    else
        single();
    m_plan.members = m_plan.members.first(std::min<qsizetype>(2, m_plan.members.size()));
    const Leaving leaving =
        shape == Shape::FormerDead ? m_people.died(some(14, 8)) : m_people.movedOut(some(14, 8));
    for (auto &member : m_plan.members)
        member.leaving = leaving;
}

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
    m_people.settle(m_plan);
    grantAllowance();
    const bool many = shape == Shape::Facility || shape == Shape::FacilitySingle;
    const bool flat = m_random.chance(m_plan.members.size() == 1 ? 700 : 350);
    if (many)
        m_plan.home = m_world.places.facility(m_random.below(40));
    else
        m_plan.home = flat ? m_world.places.flat(m_random) : m_world.places.house(m_random);
    QDate begin = m_plan.members[m_plan.formerHead >= 0 ? m_plan.formerHead : m_plan.head].joins;
    for (const auto &member : m_plan.members) {
        if (member.leaving && m_plan.formerHead < 0 && &member == &m_plan.members[m_plan.head])
            return; // a household that has gone does not move any more
        begin = std::max(begin, std::min(member.joins, m_world.today.addYears(-30)));
    }
    for (int i = m_random.chance(480) ? m_random.between(1, 2) : 0; i > 0 && !many; --i) {
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
    case Shape::Single:
    case Shape::FacilitySingle:
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

} // namespace

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
