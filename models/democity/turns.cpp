#include "democity/shaping.h"

#include <algorithm>
#include <array>

namespace democity {

using residents::MovementReason;
using residents::Sex;

// Households that something happened to, and those of foreign residents and of many.
void Shaping::foreign(Shape shape)
{
    const QString nation = m_world.names.nationality(m_random);
    if (shape == Shape::International) {
        const int age = m_random.between(28, 65);
        m_plan.members.append(head(m_people.person(age, Sex::Male)));
        MemberPlan wife = m_people.foreigner(m_people.about(age, 6), Sex::Female, nation);
        wife.relationship = QStringLiteral("妻");
        if (!wife.name.alias.isEmpty()) { // mostly the 氏 of the husband
            const residents::PersonName &his = m_plan.members[0].name;
            const QString kana = his.searchKana.section(u' ', 0, 0);
            wife.name.alias =
                his.family + wife.name.alias.mid(wife.name.alias.indexOf(QChar(0x3000)));
            wife.name.aliasKana = kana + u' ' + wife.name.aliasKana.section(u' ', 1);
        }
        m_plan.members.append(wife);
        const int childAge = m_random.between(0, 7);
        if (m_random.chance(500))
            m_plan.members.append(m_people.childOf(
                m_plan.members[0], std::max(childAge, m_people.ageOf(wife) - oldestMother)));
        return;
    }
    const int age = m_random.between(shape == Shape::ForeignSingle ? 19 : 27, 55);
    const Sex sex = shape == Shape::ForeignSingle ? m_people.anySex() : Sex::Male;
    m_plan.members.append(head(m_people.foreigner(age, sex, nation)));
    if (shape == Shape::ForeignSingle)
        return;
    m_plan.members.append(
        as(m_people.foreigner(std::max(21, m_people.about(age, 4)), Sex::Female, nation),
           QStringLiteral("妻")));
    const int motherAge = m_people.ageOf(m_plan.members[1]);
    int years = std::max(m_random.between(0, 6), motherAge - oldestMother);
    const MemberPlan father = m_plan.members[0];
    for (int i = m_random.below(3); i > 0 && motherAge - years >= 20; --i) {
        m_plan.members.append(as(m_people.foreigner(years, m_people.anySex(), nation, &father),
                                 QStringLiteral("子")));
        years += 2;
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
                           MovementReason::RemovalNaturalised, // 帰化等: goes on as another record
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
    QDate after = some(14, 8);
    if (shape != Shape::FormerDead) { // nobody leaves a household of his own as a child
        for (const auto &member : m_plan.members)
            after = std::max(after, member.born.addYears(20));
        after = std::min(after, m_world.today.addDays(-100));
    }
    const Leaving leaving =
        shape == Shape::FormerDead ? m_people.died(after) : m_people.movedOut(after);
    for (auto &member : m_plan.members)
        member.leaving = leaving;
}

} // namespace democity
